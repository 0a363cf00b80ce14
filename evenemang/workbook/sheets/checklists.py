"""Checklistor: every question asked, its answer in words, and what is still unanswered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evenemang.domain.assessment import Answer
from evenemang.domain.checklist import NOT_RELEVANT, YES_NO, Question
from evenemang.domain.text import Text
from evenemang.workbook.cells import Said
from evenemang.workbook.layout import (
    Column,
    Hint,
    Page,
    Part,
    Sheet,
    Table,
    coded,
    column,
    open_to,
    parts_of,
    shown,
    stamped,
)
from evenemang.workbook.sheets.facts import said
from evenemang.workbook.sheets.forms import Line, form
from evenemang.workbook.words import ANSWERS, PHASES, SECRECIES

OWN = Text(sv="Egna frågor", en="Own questions")


WAITS: dict[str, tuple[Literal["number", "text"], Text]] = {
    "number": ("number", Text(sv="Ett tal {unit}.", en="A number {unit}.")),
    "time": ("text", Text(sv="Ett klockslag, till exempel 14:30.", en="A time of day, such as 14:30.")),
    "text": ("text", Text(sv="Några ord.", en="A few words.")),
}
OR_NOT = Text(
    sv="Eller Ej aktuellt, med skälet i kommentaren.", en="Or Not relevant, with the reason in the comment."
)


@dataclass(frozen=True)
class Asked:
    """A question and what was answered, if anything."""

    question: str
    area: str
    section: str
    found: Question | None
    answer: Answer | None


def _asked(page: Page) -> Iterator[Asked]:
    dossier, content = page.whole.dossier, page.whole.content
    left = dict(dossier.assessment.answers)
    for area_id, questions in page.whole.reading.asked.items():
        shown_ids = {one.id for one in questions}
        for section in content.areas[area_id].sections:
            for one in section.questions:
                if one.id in shown_ids or one.id in left:
                    yield Asked(one.id, area_id, page.say(section.title), one, left.pop(one.id, None))
    for own in dossier.assessment.own_questions:
        yield Asked(own.id, own.area, page.say(OWN), None, left.pop(own.id, None))
    for question, answer in left.items():
        found = content.question(question)
        yield Asked(question, question.split(".", 1)[0], "", found, answer)


def answered(page: Page, row: Asked) -> Said | None:
    """Return what was answered, with the word that shows it; None where nobody has."""
    if row.answer is None:
        return None
    return answer_said(page, row.found, row.answer.value)


def answer_said(page: Page, question: Question | None, value: object) -> Said:
    """Return an answer with the word that shows it."""
    if value in ANSWERS and (question is None or question.answer != "text" or value == "not-relevant"):
        return Said(value, page.say(ANSWERS[str(value)]))
    return said(page, value, question.choices if question else ())


def may_answer(page: Page, row: Asked) -> list[str]:
    """Return the question's own answers; none where a number, a time or a text is asked for."""
    if row.found is None or row.found.answer == "yes-no":
        return [page.say(ANSWERS[one]) for one in (*YES_NO, NOT_RELEVANT)]
    if row.found.answer == "choice":
        return [*(page.say(one.text) for one in row.found.choices), page.say(ANSWERS[NOT_RELEVANT])]
    return []


def _waits_for(page: Page, row: Asked) -> Hint | None:
    """Return what a question that is not answered from a list waits for."""
    if row.found is None or row.found.answer not in WAITS:
        return None
    kind, says = WAITS[row.found.answer]
    told = [page.say(says).format(unit=unit_said(page, row) or "").replace(" .", ".")]
    if row.found.min is not None and row.found.max is not None:
        least, most = f"{row.found.min:g}", f"{row.found.max:g}"
        told.append(page.say(Text(sv=f"Mellan {least} och {most}.", en=f"Between {least} and {most}.")))
    return Hint(kind, " ".join([*told, page.say(OR_NOT)]))


def unit_said(page: Page, row: Asked) -> str | None:
    """Return the unit of a number, in words."""
    unit = row.found.unit if row.found else None
    return page.say(unit) if isinstance(unit, Text) else unit


def _raised(page: Page, row: Asked) -> str | None:
    worst = page.raised.get(row.question)
    return worst.id if worst else None


def _earlier(page: Page) -> list[Part]:
    return parts_of((key, one.earlier) for key, one in page.whole.dossier.assessment.answers.items())


def _earlier_said(page: Page, part: Part) -> Said:
    return answer_said(page, page.whole.content.question(part.of), part.one.value)


def _depth(page: Page) -> Iterator[Line]:
    chosen = page.whole.dossier.assessment.depth
    if chosen is None:
        return
    yield Line("assessment.depth.depth", "Gruppens frågedjup", "The group's depth", chosen.depth)
    yield Line("assessment.depth.because", "Därför att", "Because", chosen.because)
    yield Line(
        "assessment.depth.chosen.by", "Vem", "By", chosen.chosen.by, page.whole.name_of(chosen.chosen.by)
    )
    yield Line("assessment.depth.chosen.at", "När", "When", chosen.chosen.at)


def _not_needed(page: Page) -> Iterator[Line]:
    found = page.whole.dossier.assessment.not_needed
    if found is None:
        return
    by = found.judged.by
    yield Line("assessment.not_needed.because", "Därför att", "Because", found.because)
    yield Line("assessment.not_needed.judged.by", "Vem", "By", by, page.whole.name_of(by))
    yield Line("assessment.not_needed.judged.at", "När", "When", found.judged.at)


CHECKLISTS = Sheet(
    "checklists",
    Text(sv="Checklistor", en="Checklists"),
    Text(
        sv="Alla frågor som ställs, med svar. Det säkra svaret är ja.",
        en="Every question asked, with its answer. The safe answer is yes.",
    ),
    (
        Table(
            "answers",
            Text(sv="Frågor och svar", en="Questions and answers"),
            (
                shown("area", "Riskområde", "Area", 18, lambda page, row: page.area_title(row.area)),
                shown("section", "Avsnitt", "Section", 18, lambda page, row: row.section),
                shown(
                    "ask",
                    "Fråga",
                    "Question",
                    48,
                    lambda page, row: page.asks.get(row.question, row.question),
                ),
                open_to(
                    Column("value", Text(sv="Svar", en="Answer"), 16, "value", pick=answered),
                    may_answer,
                    _waits_for,
                ),
                shown("unit", "Enhet", "Unit", 11, unit_said),
                open_to(column("answer.comment", "Kommentar", "Comment", 34)),
                column("answer.given.by", "Vem", "By", 20, "person"),
                column("answer.given.at", "När", "When", 16, "moment"),
                shown("raised", "Väcker risk", "Raises risk", 8, _raised),
                shown(
                    "phase",
                    "Skede",
                    "Phase",
                    15,
                    lambda page, row: page.word(PHASES, row.found.phase) if row.found else None,
                ),
                coded("question"),
                coded("area"),
            ),
            _asked,
            Text(sv="Inga frågor ställs än.", en="No questions are asked yet."),
        ),
        Table(
            "earlier",
            Text(sv="Tidigare svar", en="Earlier answers"),
            (
                shown(
                    "area",
                    "Riskområde",
                    "Area",
                    18,
                    lambda page, part: page.area_title(part.of.split(".", 1)[0]),
                ),
                shown("number", "Ordning", "Order", 18, lambda page, part: part.number + 1, "number"),
                shown("ask", "Fråga", "Question", 48, lambda page, part: page.asks.get(part.of, part.of)),
                Column("value", Text(sv="Svarade då", en="Answered then"), 16, "value", pick=_earlier_said),
                shown("unit", "Enhet", "Unit", 11, lambda page, part: None),
                column("one.comment", "Kommentar", "Comment", 34),
                *stamped("one.given"),
                coded("of"),
            ),
            _earlier,
        ),
        Table(
            "own-questions",
            Text(sv="Egna frågor", en="Own questions"),
            (
                shown("area", "Riskområde", "Area", 18, lambda page, one: page.area_title(one.area)),
                column("secrecy", "Skydd", "Secrecy", 18, "coded", SECRECIES),
                column("ask", "Fråga", "Question", 48),
                column("asked.by", "Ställd av", "Asked by", 18, "person"),
                column("asked.at", "När", "When", 16, "moment"),
                coded("id"),
                coded("area"),
            ),
            lambda page: page.whole.dossier.assessment.own_questions,
        ),
        Table(
            "areas",
            Text(sv="Riskområden", en="Areas"),
            (
                shown("title", "Riskområde", "Area", 18, lambda page, one: page.area_title(one.area)),
                column("owner", "Ansvarig", "Owner", 18, "person"),
                shown(
                    "summary",
                    "Om området",
                    "About the area",
                    48,
                    lambda page, one: (
                        page.say(page.whole.content.areas[one.area].summary)
                        if one.area in page.whole.content.areas
                        else None
                    ),
                ),
                shown("left", "Besvarade", "Answered", 18, lambda page, one: _left(page, one.area)),
                column("due", "Klart senast", "Done by", 11, "day"),
                column("version", "Checklistans version", "Version of the checklist", 14, "day"),
                coded("area"),
            ),
            lambda page: page.whole.dossier.assessment.areas,
        ),
        Table(
            "left-out",
            Text(sv="Riskområden som lämnas utanför", en="Areas left out"),
            (
                shown("title", "Riskområde", "Area", 18, lambda page, one: page.area_title(one.area)),
                column("left.by", "Vem", "By", 18, "person"),
                column("because", "Därför att", "Because", 48),
                column("left.at", "När", "When", 18, "moment"),
                coded("area"),
            ),
            lambda page: page.whole.dossier.assessment.left_out,
        ),
        form("depth", Text(sv="Frågedjup", en="Depth"), _depth),
        form("not-needed", Text(sv="Ingen bedömning behövs", en="No assessment needed"), _not_needed),
    ),
)


def _left(page: Page, area: str) -> str | None:
    found = page.whole.reading.progress.get(area)
    if found is None:
        return None
    return page.say(Text(sv=f"{found.answered} av {found.asked}", en=f"{found.answered} of {found.asked}"))
