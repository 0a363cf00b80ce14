"""Åtgärder: what will be done, by whom, by when, and every step so far."""

from __future__ import annotations

from datetime import date

from evenemang.domain.action import CLOSED, Action
from evenemang.domain.text import Text
from evenemang.workbook.layout import (
    Column,
    Page,
    Part,
    Sheet,
    Table,
    coded,
    column,
    in_order,
    open_to,
    parts_of,
    shown,
)
from evenemang.workbook.words import ACTION_KINDS, PHASES, SECRECIES, STATUSES

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


def due_on(page: Page, action: Action) -> object:
    """Return the day an action is due, fixed or counted from the event."""
    return action.due_on(page.whole.dossier.event.first_day)


def status_said(page: Page, action: Action) -> str:
    """Return the status in words; an overdue action says so."""
    first, today = page.whole.dossier.event.first_day, page.whole.as_of.date()
    word = page.word(STATUSES, action.status)
    if not action.is_overdue(first, today):
        return word
    return f"{word}, {page.say(Text(sv='försenad', en='overdue'))}"


def _statuses(page: Page, _action: Action | None) -> list[str]:
    return [page.say(word) for word in STATUSES.values()]


def _risks(page: Page, _action: Action | None) -> list[str]:
    return [one.id for one in page.whole.dossier.risks if one.counts]


def _steps(page: Page) -> list[Part]:
    return parts_of((one.id, one.history) for one in page.whole.dossier.actions)


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
                shown("due-on", "Senast", "Due", 12, due_on, "day"),
                open_to(shown("status", "Läge", "Status", 18, status_said), _statuses),
                open_to(column("risk", "Risk", "Risk", 7), _risks),
                shown("risk-title", "Mot risken", "Against the risk", 36, risk_said),
                open_to(column("kind", "Slag", "Kind", 17, "coded", ACTION_KINDS)),
                open_to(column("phase", "Skede", "Phase", 14, "coded", PHASES)),
                open_to(column("due", "Fast dag", "Fixed day", 12, "day")),
                open_to(column("due_days", "Dagar från evenemanget", "Days from the event", 13, "number")),
                column("secrecy", "Skydd", "Secrecy", 9, "coded", SECRECIES),
                in_order(),
                coded("alias"),
                coded("standing_measure"),
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
)
