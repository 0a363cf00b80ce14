"""The year day by day: how many events are held, and where they compete for a place, guards or ambulances."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from evenemang.flow.circumstances import from_runs
from evenemang.flow.listing import DossierRow
from evenemang.flow.year_rows import YearRows

Reason = Literal["place", "guards", "ambulance", "day"]
REASONS: tuple[Reason, ...] = ("place", "guards", "ambulance", "day")


@dataclass(frozen=True)
class Stretch:
    """The same events on one day or several in a row; where they are two or more, what they compete for."""

    first: date
    last: date
    events: tuple[DossierRow, ...]
    reasons: tuple[Reason, ...]  # at least the day itself, where there are two

    @property
    def is_clash(self) -> bool:
        """Whether they compete for something besides people's attention."""
        return len(self.reasons) > 1

    @property
    def days(self) -> Iterator[date]:
        """Each of its days."""
        return (self.first + timedelta(days=one) for one in range((self.last - self.first).days + 1))


@dataclass(frozen=True)
class Calendar:
    """How many events are held on each day of a year that has any, and which, in time order."""

    year: int
    held: dict[date, int]
    stretches: tuple[Stretch, ...]

    @property
    def contested(self) -> frozenset[date]:
        """The days with a clash for a place, guards or ambulances."""
        return frozenset(day for one in self.stretches if one.is_clash for day in one.days)


def calendar(rows: YearRows) -> Calendar:
    """Return the calendar of a year: what has been held, and what is to come."""
    on: dict[date, list[DossierRow]] = {}
    for event in sorted(rows.dated, key=lambda one: one.id):
        for day in from_runs(event.days):
            if day.year == rows.year:
                on.setdefault(day, []).append(event)
    days = sorted(on)
    held = {day: len(on[day]) for day in days}
    return Calendar(rows.year, held, tuple(_in_runs([_stretch(day, on[day]) for day in days])))


def _stretch(day: date, events: Sequence[DossierRow]) -> Stretch:
    places = [one.place for one in events if one.place]
    found: dict[Reason, bool] = {
        "place": len(set(places)) < len(places),
        "guards": sum(one.guards for one in events) > 1,
        "ambulance": sum(one.ambulances > 0 for one in events) > 1,
        "day": len(events) > 1,
    }
    return Stretch(day, day, tuple(events), tuple(one for one in REASONS if found[one]))


def _in_runs(days: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the days, those in a row with the same events and reasons as one."""
    standing: Stretch | None = None
    for one in days:
        if standing and _goes_on(standing, one):
            standing = replace(standing, last=one.last)
            continue
        if standing:
            yield standing
        standing = one
    if standing:
        yield standing


def _goes_on(before: Stretch, then: Stretch) -> bool:
    same = (before.events, before.reasons) == (then.events, then.reasons)
    return same and then.first - before.last == timedelta(days=1)
