"""The time plan of an event: permits, duties and actions by day, counted from its first day (T minus)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from evenemang.domain.action import CLOSED, Action
from evenemang.domain.condition import Facts
from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.permitting import PermitLine, is_over, permit_lines
from evenemang.flow.words import ACTION_STATUSES, PERMIT_OUTCOMES

TO_DO = Text(sv="att göra", en="to do")
NOT_NOTED = Text(sv="inte antecknat", en="not noted")
NOT_KNOWN = Text(sv="inte känt än", en="not known yet")
COVERED = Text(sv="ingår i ett annat tillstånd", en="part of another permit")
NOT_NEEDED = Text(sv="behövs inte", en="not needed")


@dataclass(frozen=True)
class Milestone:
    """Something with a day of its own: a permit or duty to file, or an action to have done."""

    kind: Literal["permit", "action"]
    id: str
    what: Text | str
    day: date | None  # None where nothing is counted from, or nothing is filed by a day
    days: int | None  # from the event's first day
    state: Text
    late: int  # days
    settled: bool  # nothing more to do about it
    line: PermitLine | None = None
    action: Action | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is not known yet if the event needs it at all."""
        return self.line is not None and self.line.standing == "not-known"


@dataclass(frozen=True)
class TimePlan:
    """Everything that has its day, the soonest first; what has none last."""

    milestones: tuple[Milestone, ...]
    first_day: date | None
    today: date
    over: bool  # the event has been held, or is cancelled

    @property
    def dated(self) -> tuple[Milestone, ...]:
        """Those that are known to be needed and have a day."""
        return tuple(one for one in self.milestones if one.day and not one.is_open)

    @property
    def left(self) -> tuple[Milestone, ...]:
        """Those that are known to be needed, and that somebody must still do something about."""
        return tuple(one for one in self.milestones if not one.settled and not one.is_open)

    @property
    def late(self) -> tuple[Milestone, ...]:
        """Those of them that are late."""
        return tuple(one for one in self.left if one.late)


def time_plan(dossier: Dossier, content: Content, facts: Facts, today: date) -> TimePlan:
    """Return the plan as it stands on a day: what is needed or may be, and every action not dropped."""
    lines = permit_lines(dossier, content, facts, today)
    shown = [one for one in lines if one.standing in ("to-do", "not-known", "kept")]
    over = is_over(dossier, today)
    found = [
        *(_of_permit(one, over=over) for one in shown),
        *(_of_action(one, dossier, today) for one in dossier.actions if one.status != "dropped"),
    ]
    ordered = sorted(
        found, key=lambda one: (one.day or date.max, one.days if one.days is not None else 10**6)
    )
    return TimePlan(tuple(ordered), dossier.event.first_day, today, over)


def permit_state(line: PermitLine, *, over: bool = False) -> Text:
    """Return how a permit stands, in words."""
    if line.standing == "kept" and line.kept and not (line.waits and line.is_duty):
        return PERMIT_OUTCOMES[line.kept.outcome]
    if line.waits:
        return NOT_NOTED if over else TO_DO
    if line.standing == "not-known":
        return NOT_KNOWN
    return COVERED if line.standing == "covered" else NOT_NEEDED


def _of_permit(line: PermitLine, *, over: bool) -> Milestone:
    return Milestone(
        kind="permit",
        id=line.id,
        what=line.title,
        day=line.last_day,
        days=line.days,
        state=permit_state(line, over=over),
        late=line.late,
        settled=over or not (line.waits or line.standing == "not-known"),
        line=line,
    )


def _of_action(action: Action, dossier: Dossier, today: date) -> Milestone:
    first = dossier.event.first_day
    due = action.due_on(first)
    counted = (due - first).days if due and first else action.due_days
    late = (today - due).days if due and action.is_overdue(first, today) else 0
    return Milestone(
        kind="action",
        id=action.id,
        what=action.do,
        day=due,
        days=counted,
        state=ACTION_STATUSES[action.status],
        late=late,
        settled=action.status in CLOSED,
        action=action,
    )
