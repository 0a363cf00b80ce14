"""Åtgärder: what will be done, by whom, by when, and every step so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from evenemang.domain.action import CLOSED, Action
from evenemang.domain.text import Text
from evenemang.workbook.layout import (
    Column,
    Hint,
    Page,
    Part,
    Rule,
    Sheet,
    Table,
    coded,
    column,
    in_order,
    open_in_new,
    open_to,
    parts_of,
    shown,
)
from evenemang.workbook.style import PLUM
from evenemang.workbook.words import ACTION_KINDS, PHASES, SECRECIES, STATUSES

DUE, STATUS = "~due-on", "~status"
SPARE = 10  # rows for actions that people add


def soonest_first(page: Page) -> list[Action]:
    """Return the actions, the open ones first, the soonest due first; without a date last."""
    first = page.whole.dossier.event.first_day
    return sorted(
        page.whole.dossier.actions,
        key=lambda one: (one.status in CLOSED, one.due_on(first) or date.max),
    )


def risk_said(page: Page, action: Action) -> str | None:
    """Return what the action is against."""
    found = next((one for one in page.whole.dossier.risks if one.id == action.risk), None)
    return found.says(page.language) if found else None


def due_on(page: Page, action: Action | None) -> object:
    """Return the day an action is due, fixed or counted from the event."""
    return action.due_on(page.whole.dossier.event.first_day) if action else ""


def _status(page: Page, action: Action) -> str:
    return page.word(STATUSES, action.status)


def _when_late(page: Page) -> list[Rule]:
    """Say of a day that has passed on the day one reads that the action is late, if it is not closed."""
    closed = [page.word(STATUSES, one) for one in CLOSED]
    late = page.say(Text(sv="försenad", en="overdue"))

    def formula(cell: Callable[[str], str]) -> str:
        day, status = cell(DUE), cell(STATUS)
        return f"AND(ISNUMBER({day}),{day}<TODAY()," + ",".join(f'{status}<>"{one}"' for one in closed) + ")"

    return [Rule(formula, (("bold", True), ("font_color", PLUM), ("num_format", f'yyyy-mm-dd" {late}"')))]


def _day(page: Page, _action: Action | None) -> Hint:
    return Hint("day", page.say(Text(sv="En dag, till exempel 2026-05-31.", en="A day, such as 2026-05-31.")))


def _statuses(page: Page, _action: Action | None) -> list[str]:
    return [page.say(word) for word in STATUSES.values()]


def _risks(page: Page, _action: Action | None) -> list[str]:
    return [one.id for one in page.whole.dossier.risks if one.counts]


def _steps(page: Page) -> list[Part]:
    return parts_of((one.id, one.history) for one in page.whole.dossier.actions)


DUE_ON = shown("due-on", "Senast", "Due", 20, due_on, "day")

ACTIONS = Sheet(
    "actions",
    Text(sv="Åtgärder", en="Actions"),
    Text(sv="De öppna först, den närmaste dagen överst.", en="The open ones first, the soonest on top."),
    (
        Table(
            "actions",
            Text(sv="Åtgärder", en="Actions"),
            (
                column("id", "Nr", "No", 6),
                open_to(column("do", "Åtgärd", "Action", 46)),
                open_to(column("owner", "Ansvarig", "Owner", 18, "person")),
                replace(
                    open_to(shown("due-on", "Senast", "Due", 20, due_on, "day"), hints=_day),
                    follows=_when_late,
                ),
                open_to(shown("status", "Läge", "Status", 13, _status), _statuses),
                open_in_new(column("risk", "Risk", "Risk", 8), _risks),
                shown("risk-title", "Mot risken", "Against the risk", 36, risk_said),
                open_to(column("kind", "Slag", "Kind", 17, "coded", ACTION_KINDS)),
                open_to(column("phase", "Skede", "Phase", 15, "coded", PHASES)),
                column("secrecy", "Skydd", "Secrecy", 10, "coded", SECRECIES),
                replace(column("due", "Fast dag", "Fixed day", kind="day"), hidden=True),
                replace(column("due_days", "Dagar", "Days", kind="number"), hidden=True),
                in_order(),
                coded("alias"),
                coded("standing_measure"),
                coded("question"),
            ),
            soonest_first,
            Text(sv="Inga åtgärder än.", en="No actions yet."),
            spare=SPARE,
        ),
        Table(
            "action-steps",
            Text(sv="Så har åtgärderna gått", en="How the actions went"),
            (
                Column("of", Text(sv="Nr", en="No"), 6),
                shown("do", "Åtgärd", "Action", 46, lambda page, part: page.whole.dossier.action(part.of).do),
                column("one.given.by", "Vem", "By", 18, "person"),
                column("one.given.at", "När", "When", 16, "moment"),
                column("one.status", "Läge", "Status", 18, "coded", STATUSES),
                shown("number", "Steg", "Step", 7, lambda page, part: part.number + 1, "number"),
                column("one.how", "Hur vi såg det", "How it was seen", 36),
                column("one.because", "Därför att", "Because", 17),
            ),
            _steps,
        ),
    ),
    still=2,
)
