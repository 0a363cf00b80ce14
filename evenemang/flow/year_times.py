"""How long the year's actions took, and how many were opened, closed and left each month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from evenemang.flow.listing import ActionRow
from evenemang.flow.year_rows import YearRows


@dataclass(frozen=True)
class Durations:
    """How many were still open after so many days: the Kaplan–Meier curve, with its 95 % interval.

    A median is None where fewer than half are closed within the days seen: it is not known yet.
    """

    days: tuple[float, ...]  # where the curve steps down
    still_open: tuple[float, ...]  # shares, 1 to 0, after each of those days
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    median: float | None
    median_lower: float | None
    median_upper: float | None
    closed: int
    censored: int  # open still: known to have taken at least as long as they have been open


Estimate = Callable[[Sequence[int], Sequence[int]], Durations | None]
"""From days to close, and days that the open ones have been open so far; None where nothing is closed."""


@dataclass(frozen=True)
class Waited:
    """How long an action took from decision to done; or, while it is open, how long it has been so far."""

    row: ActionRow
    days: int
    closed: bool


@dataclass(frozen=True)
class MonthOfActions:
    """What came in and went out in a month, and what was left at its end, or today."""

    month: int
    opened: int
    closed: int
    left: int


def waited(rows: YearRows) -> tuple[Waited, ...]:
    """Return how long each decided action took or has been open; dropped ones wait for nothing."""
    return tuple(found for row in rows.actions if (found := _waited(row, rows.today)))


def _waited(row: ActionRow, today: date) -> Waited | None:
    if row.decided_on is None or row.status == "dropped" or row.decided_on > today:
        return None
    if row.done_on is not None:
        return Waited(row, max(0, (row.done_on - row.decided_on).days), closed=True)
    if row.status == "verified":
        return None  # it is done, and nobody noted when
    return Waited(row, (today - row.decided_on).days, closed=False)


def months_of_actions(rows: YearRows) -> tuple[MonthOfActions, ...]:
    """Return the months of the year that have begun; what was opened before the year is in what is left."""
    counted = [one.row for one in waited(rows)]
    return tuple(
        _month(counted, rows, number) for number in range(1, 13) if date(rows.year, number, 1) <= rows.today
    )


def _month(counted: Sequence[ActionRow], rows: YearRows, number: int) -> MonthOfActions:
    first = date(rows.year, number, 1)
    last = min(_end(first), rows.today)
    return MonthOfActions(
        month=number,
        opened=sum(first <= _decided(one) <= last for one in counted),
        closed=sum(one.done_on is not None and first <= one.done_on <= last for one in counted),
        left=sum(_decided(one) <= last and not (one.done_on and one.done_on <= last) for one in counted),
    )


def _decided(row: ActionRow) -> date:
    return row.decided_on or date.max


def _end(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
