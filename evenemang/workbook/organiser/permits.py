"""Tillstånd and Villkor: what to apply for and by when, and the conditions of the decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.permitting import PermitLine, is_over
from evenemang.flow.plan_words import FORMS
from evenemang.flow.timeplan import permit_state
from evenemang.flow.words import capital
from evenemang.workbook.cells import bullets
from evenemang.workbook.layout import Page, Part, Sheet, Table, parts_of, shown


@dataclass(frozen=True)
class Sent(Page):
    """What the organiser's copy is written from: a filtered dossier, and its permits."""

    permits: tuple[PermitLine, ...] = ()


def _conditions(page: Page) -> list[Part]:
    decision = page.whole.dossier.decision
    return parts_of([("decision", decision.conditions)]) if decision else []


CONDITIONS = Sheet(
    "conditions",
    Text(sv="Villkor", en="Conditions"),
    Text(
        sv="Gruppens villkor för evenemanget. Villkor från dem som ger tillstånd står i deras beslut.",
        en="The group's conditions for the event. Those of whoever grants a permit stand in their decisions.",
    ),
    (
        Table(
            "conditions",
            Text(sv="Villkor", en="Conditions"),
            (
                shown("number", "Nr", "No", 6, lambda _page, part: part.number + 1, "number"),
                shown("condition", "Villkor", "Condition", 120, lambda _page, part: part.one),
            ),
            _conditions,
            Text(sv="Det finns inga villkor.", en="There are no conditions."),
        ),
    ),
)


SHOWN = ("to-do", "not-known", "kept")


def _permits(page: Page) -> list[PermitLine]:
    """Return what is to be applied for or reported, or may be, the soonest first; duties are seen to."""
    found = [one for one in cast(Sent, page).permits if one.standing in SHOWN and not one.is_duty]
    return sorted(found, key=lambda one: (one.last_day is None, one.last_day, one.id))


def _state(page: Page, line: PermitLine) -> str:
    over = is_over(page.whole.dossier, page.whole.as_of.astimezone(LOCAL).date())
    word = page.say(capital(permit_state(line, over=over)))
    return f"{word}, {page.say(LATE)}" if line.late and line.waits else word


LATE = Text(sv="för sent", en="late")
ADDED = Text(sv="Tillagt av gruppen", en="Added by the group")


def _permit_form(page: Page, line: PermitLine) -> str:
    return page.say(capital(FORMS[line.ruled.rule.form])) if line.ruled else page.say(ADDED)


def _permit_title(page: Page, line: PermitLine) -> str:
    return page.say(line.title) if isinstance(line.title, Text) else line.title


def _attach(page: Page, line: PermitLine) -> str | None:
    return bullets(tuple(map(page.say, line.ruled.rule.attach))) if line.ruled else None


def _permit_conditions(_page: Page, line: PermitLine) -> str | None:
    return bullets(line.kept.conditions) if line.standing == "kept" and line.kept else None


PERMITS = Sheet(
    "timeplan",
    Text(sv="Tillstånd", en="Permits"),
    Text(
        sv="Det ni ska söka, anmäla eller registrera, och den sista dagen att lämna in.",
        en="What you are to apply for, report or register, and the last day to file.",
    ),
    (
        Table(
            "timeplan",
            Text(sv="Tillstånd", en="Permits"),
            (
                shown("day", "Sista dag", "Last day", 12, lambda _page, line: line.last_day, "day"),
                shown("what", "Vad", "What", 34, _permit_title),
                shown("form", "Slag", "Kind", 14, _permit_form),
                shown("state", "Läge", "State", 16, _state),
                shown(
                    "apply",
                    "Hit vänder ni er",
                    "Where to turn",
                    34,
                    lambda page, line: page.say(line.ruled.rule.apply_to) if line.ruled else None,
                ),
                shown(
                    "decides",
                    "Beslutar",
                    "Decides",
                    24,
                    lambda page, line: page.say(line.ruled.rule.decided_by) if line.ruled else None,
                ),
                shown("attach", "Ta med", "Bring along", 44, _attach),
                shown("conditions", "Villkor", "Conditions", 30, _permit_conditions),
            ),
            _permits,
            Text(
                sv="Ni behöver inte söka något enligt uppgifterna.",
                en="There is nothing to apply for by the facts.",
            ),
        ),
    ),
)
