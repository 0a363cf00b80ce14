"""Words of actions: status, kind, phase, and when one is due."""

from __future__ import annotations

from datetime import date

from evenemang.domain.action import Action, ActionStatus
from evenemang.domain.text import Text
from evenemang.flow.plan_words import relative_day
from evenemang.flow.saying import NBSP, day
from evenemang.pages.desk import Desk

STEP_ON: dict[ActionStatus, Text] = {
    "proposed": Text(sv="Ta upp igen", en="Take up again"),
    "decided": Text(sv="Besluta", en="Decide"),
    "started": Text(sv="Påbörja", en="Start"),
    "done": Text(sv="Klar", en="Done"),
    "verified": Text(sv="Verifiera", en="Verify"),
    "dropped": Text(sv="Avskriv", en="Drop"),
}
NO_DATE = Text(sv="Datum saknas", en="No date")
DUE = Text(sv="Klar senast {day}", en="Due {day}")


def due_words(desk: Desk, due: date | None, due_days: int | None) -> str:
    """Return when something is due: the day, and its distance from the event."""
    hanging = relative_day(due_days) if due_days is not None else ""
    if due is None:
        return hanging or desk.say(NO_DATE)
    said = desk.say(DUE).format(day=day(due, desk.language))
    return f"{said}{NBSP}({hanging})" if hanging else said


def due_of(desk: Desk, action: Action) -> str:
    """Return when an action is due."""
    return due_words(desk, action.due_on(desk.dossier.event.first_day), action.due_days)
