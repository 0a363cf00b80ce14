"""How many actions there are: in which state, whether they helped, when they are due, decided and done."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from evenemang.domain.action import ActionStatus
from evenemang.flow.listing import ActionRow

ActionTrait = Literal["status", "helped", "due", "decided_on", "done_on"]
ACTION_DAYS: tuple[ActionTrait, ...] = ("due", "decided_on", "done_on")


@dataclass(frozen=True, slots=True)
class ActionCount:
    """How many were alike in what they were told apart by; the other traits are None. Secret ones count.

    A day is told as the first day of the span it lies in; `date.min` where it lies before all of them.
    """

    count: int
    status: ActionStatus | None = None
    helped: str | None = None
    due: date | None = None
    decided_on: date | None = None
    done_on: date | None = None


def count_actions(
    rows: Iterable[ActionRow], by: Collection[ActionTrait], spans: Sequence[date] = ()
) -> tuple[ActionCount, ...]:
    """Return how many of some rows were alike: what a store answers, counted one by one.

    A span begins on one of the days `spans`, in order, and lasts until the next.
    """
    found: Counter[ActionCount] = Counter()
    for row in rows:
        traits = {one: getattr(row, one) for one in by}
        days = {one: span_of(day, spans) for one, day in traits.items() if one in ACTION_DAYS and day}
        found[ActionCount(0, **{**traits, **days})] += 1
    return tuple(replace(one, count=count) for one, count in found.items())


def span_of(day: date, spans: Sequence[date]) -> date:
    """Return the first day of the span that a day lies in; `date.min` before the first."""
    at = bisect(spans, day)
    return spans[at - 1] if at else date.min
