"""What changed since last month: the last month beside the one before it, as counts to put into words."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from evenemang.domain.action import CLOSED
from evenemang.domain.event import LOCAL
from evenemang.flow.incident_counts import IncidentCount
from evenemang.flow.listing import ActionRow, DossierRow
from evenemang.flow.storing import Search, Store
from evenemang.flow.year_rows import PAGE, Whose, with_whose

AROUND = timedelta(days=400)  # events whose actions may be worked on in the month
SERIOUS = 3  # severity
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
    found = _near(store, until, place)
    near = [row for row in with_whose(store, found) if whose in (None, row.organiser_kind)]
    ids = [row.id for row in near]
    spans = start + DAY, middle + DAY
    actions = store.actions(dossiers=ids, alive_since=spans[0])
    happened = store.incident_counts(by=["severity"], dossiers=ids, spans=spans, until=until)
    return News(
        now=_span(middle, until, near, actions, happened),
        before=_span(start, middle, near, actions, happened),
    )


def month_before(day: date) -> date:
    """Return the same day a month earlier; the last of that month where it has no such day."""
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _near(store: Store, until: date, place: str | None) -> Iterator[DossierRow]:
    search = Search(starts_from=until - AROUND, starts_to=until + AROUND, place=place, limit=PAGE)
    while rows := store.dossiers(search):
        yield from (row for row in rows if row.stage != "cancelled")
        if len(rows) < PAGE:
            return
        search = search.model_copy(update={"after": (rows[-1].starts, rows[-1].id)})


def _span(
    after: date,
    last: date,
    events: Sequence[DossierRow],
    actions: Sequence[ActionRow],
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
        decided=sum(within(one.decided_on) for one in actions),
        done=sum(within(one.done_on) for one in actions),
        overdue=sum(_was_overdue(one, last) for one in actions),
        evaluated=sum(within(one.evaluated_on) for one in events),
    )


def _was_overdue(row: ActionRow, on: date) -> bool:
    """Whether it was open after its day; what is closed without a noted day is taken as closed in time."""
    if row.due is None or row.due >= on or row.status == "dropped":
        return False
    return row.done_on > on if row.done_on else row.status not in CLOSED
