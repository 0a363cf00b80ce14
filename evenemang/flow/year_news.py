"""What changed since last month: the last month beside the one before it, as counts to put into words."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from evenemang.domain.action import CLOSED
from evenemang.domain.dossier import Stage
from evenemang.domain.event import LOCAL
from evenemang.flow.action_counts import ACTION_DAYS, ActionCount
from evenemang.flow.incident_counts import IncidentCount
from evenemang.flow.listing import DossierRow
from evenemang.flow.storing import Search, Store
from evenemang.flow.year_rows import PAGE, Whose, theirs

AROUND = timedelta(days=400)  # events whose actions may be worked on in the month
SERIOUS = 3  # severity
NOT_CANCELLED = tuple(one for one in get_args(Stage) if one != "cancelled")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """What happened in a month: days from `first` to `last`, both included."""

    first: date
    last: date
    incidents: int
    serious: int  # and worse
    held: int  # events that began
    decided: int  # actions
    done: int
    overdue: int  # actions that were open after their day, at the end of the month
    evaluated: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened and nothing waits."""
        return not any((self.incidents, self.held, self.decided, self.done, self.overdue, self.evaluated))


@dataclass(frozen=True)
class News:
    """The last month, and the one before it."""

    now: Span
    before: Span


def news(store: Store, until: date, whose: Whose | None = None, place: str | None = None) -> News:
    """Return the month that ends on a day, that day included, and the month before it."""
    middle = month_before(until)
    start = month_before(middle)
    around = Search(
        starts_from=until - AROUND, starts_to=until + AROUND, stage=NOT_CANCELLED, place=place, limit=PAGE
    )
    near = around if whose is None else [row.id for row in theirs(store, around, whose)]
    first, second = start + DAY, middle + DAY
    held = around.model_copy(update={"starts_from": first, "starts_to": until})
    evaluated = around.model_copy(update={"evaluated_from": first})
    events = {row.id: row for search in (held, evaluated) for row in theirs(store, search, whose)}.values()
    days = first, middle, second, until, until + DAY
    actions = store.action_counts(by=("status", *ACTION_DAYS), dossiers=near, spans=days)
    happened = store.incident_counts(by=["severity"], dossiers=near, spans=(first, second), until=until)
    return News(
        now=_span(middle, until, events, actions, happened),
        before=_span(start, middle, events, actions, happened),
    )


def month_before(day: date) -> date:
    """Return the same day a month earlier; the last of that month where it has no such day."""
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _span(
    after: date,
    last: date,
    events: Collection[DossierRow],
    actions: Sequence[ActionCount],
    happened: Sequence[IncidentCount],
) -> Span:
    def within(day: date | None) -> bool:
        return day is not None and after < day <= last

    mine = [one for one in happened if within(one.since)]
    return Span(
        first=after + DAY,
        last=last,
        incidents=sum(one.count for one in mine),
        serious=sum(one.count for one in mine if (one.severity or 0) >= SERIOUS),
        held=sum(one.starts is not None and within(one.starts.astimezone(LOCAL).date()) for one in events),
        decided=sum(one.count for one in actions if within(one.decided_on)),
        done=sum(one.count for one in actions if within(one.done_on)),
        overdue=sum(one.count for one in actions if _was_overdue(one, last)),
        evaluated=sum(within(one.evaluated_on) for one in events),
    )


def _was_overdue(row: ActionCount, on: date) -> bool:
    """Whether it was open after its day; what is closed without a noted day is taken as closed in time."""
    if row.due is None or row.due >= on or row.status == "dropped":
        return False
    return row.done_on > on if row.done_on else row.status not in CLOSED
