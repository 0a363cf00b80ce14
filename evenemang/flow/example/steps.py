"""One step of the example year: a moment, a hand, and a deed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from functools import partial

from evenemang.domain.actor import Actor
from evenemang.domain.event import LOCAL
from evenemang.flow.example.year import ExampleEvent
from evenemang.flow.operation import Operation
from evenemang.flow.workspace import Workspace

MORNING = time(8, 0)


class Rank(IntEnum):
    """What comes first on one day."""

    REGISTER = 0
    PLACE = 1
    OPEN = 2
    CONTACT = 3
    QUESTION = 4
    NOTE = 5
    ANSWER = 6
    SILENT = 7
    LESSON_REPLY = 8
    PROPOSE = 9
    DISMISS = 10
    JUDGE = 11
    LINK = 12
    ADVANCE = 13
    ACCEPT = 14
    PERMIT = 15
    DECIDE = 16
    INCIDENT = 17
    EVALUATE = 18
    LESSON = 19
    MEETING = 20
    APPROVE = 21


@dataclass(frozen=True)
class Step:
    """Something somebody did at a moment."""

    at: datetime
    rank: Rank
    by: str
    deed: Callable[[Workspace, Actor], object]


def on(day: date, rank: Rank, by: str, deed: Callable[[Workspace, Actor], object]) -> Step:
    """Return a step of which only the day is told: later ranks come later in the day."""
    moment = datetime.combine(day, MORNING, LOCAL) + timedelta(minutes=10 * rank)
    return Step(at=moment, rank=rank, by=by, deed=deed)


def does(event: ExampleEvent, operation: Operation) -> Callable[[Workspace, Actor], object]:
    """Return the deed of doing an operation in the event's dossier."""
    return partial(_do, event.alias, operation)


def _do(alias: str, operation: Operation, workspace: Workspace, by: Actor) -> None:
    workspace.do(alias, operation, by)
