"""Beslut: what the officer and the group decided, on what picture, and what the rules ask for."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.decision import Decision
from evenemang.domain.text import Text
from evenemang.workbook.layout import (
    Column,
    Page,
    Part,
    Sheet,
    Table,
    coded,
    column,
    parts_of,
    shown,
)
from evenemang.workbook.sheets.forms import Line, form


def view_said(page: Page, view: str | None) -> str | None:
    """Return a view in the matrix's own words, with a capital."""
    found = next(
        (page.say(one.word) for one in page.whole.content.matrix.decisions if one.view == view), view
    )
    return found[:1].upper() + found[1:] if found else None


def _rows(page: Page) -> list[Part]:
    return parts_of([("dossier", page.whole.dossier.decisions)])


def _group(page: Page, part: Part) -> str | None:
    return view_said(page, part.one.group_view)


def _officer(page: Page, part: Part) -> str | None:
    return view_said(page, part.one.officer_view)


def _levels(page: Page) -> list[Part]:
    return parts_of(
        (str(number), one.levels.items()) for number, one in enumerate(page.whole.dossier.decisions)
    )


def _given(page: Page, part: Part) -> object:
    decision: Decision = page.whole.dossier.decisions[int(part.of)]
    return decision.given.at


def _level(page: Page, part: Part) -> str:
    return page.say(page.whole.content.matrix.word(part.one[1]))


def _risk(page: Page, part: Part) -> str | None:
    found = next((one for one in page.whole.dossier.risks if one.id == part.one[0]), None)
    return found.says(page.language) if found else None


def _reconsider(page: Page) -> Iterator[Line]:
    mark = page.whole.dossier.reconsider
    if mark is None:
        return
    yield Line(
        "reconsider.risks",
        "Omprövas, på grund av",
        "To be reconsidered, because of",
        mark.risks,
        ", ".join(mark.risks),
    )
    yield Line(
        "reconsider.since.by", "Ändrat av", "Changed by", mark.since.by, page.whole.name_of(mark.since.by)
    )
    yield Line("reconsider.since.at", "Sedan", "Since", mark.since.at)


DECISIONS = Sheet(
    "decisions",
    Text(sv="Beslut", en="Decisions"),
    Text(
        sv="Det sista ställningstagandet gäller. Inget stryks.",
        en="The last decision counts. Nothing is erased.",
    ),
    (
        Table(
            "decisions",
            Text(sv="Ställningstaganden", en="Decisions"),
            (
                column("one.given.at", "När", "When", 16, "moment"),
                shown("view", "Gruppen", "The group", 20, _group),
                column("one.conditions", "Villkor", "Conditions", 42, "list"),
                column("one.motive", "Motivering", "Reason", 32),
                column("one.officer", "Handläggare", "Officer", 20, "person"),
                shown("officer-view", "Handläggarens förslag", "The officer's view", 20, _officer),
                column(
                    "one.despite_unanswered", "Trots obesvarade frågor", "Despite unanswered questions", 22
                ),
                column("one.complete_by", "Kompletteras senast", "Complete by", 14, "day"),
                column("one.meeting", "Möte", "Meeting", 12),
                column("one.given.by", "Infört av", "Entered by", 20, "person"),
                coded("one.group_view"),
                coded("one.officer_view"),
            ),
            _rows,
            Text(sv="Inget är beslutat än.", en="Nothing is decided yet."),
        ),
        Table(
            "decision-levels",
            Text(sv="Risknivåer när beslutet togs", en="Risk levels when it was decided"),
            (
                shown("given", "Beslutet", "The decision", 16, _given, "moment"),
                shown("level", "Risknivå", "Level", 20, _level),
                shown("title", "Risk", "Risk", 42, _risk),
                Column("risk", Text(sv="Nr", en="No"), 10, pick=lambda page, part: part.one[0]),
                Column(
                    "level", Text(sv="level", en="level"), hidden=True, pick=lambda page, part: part.one[1]
                ),
                coded("of"),
            ),
            _levels,
        ),
        form("reconsider", Text(sv="Omprövning", en="Reconsideration"), _reconsider),
    ),
)
