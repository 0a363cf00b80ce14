"""The event itself: what, where, when, by whom, and what is known about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, model_validator

from evenemang.domain.condition import Value
from evenemang.domain.place import ClockTime
from evenemang.domain.text import Frozen, Id, PersonText, Required

LOCAL = ZoneInfo("Europe/Stockholm")
Visitors = Annotated[int, Field(ge=0, le=5_000_000)]


class ProgrammeItem(Frozen):
    """A part of the programme."""

    at: ClockTime
    what: Required


class Occasion(Frozen):
    """One day or evening. An end before the start is past midnight."""

    date: date
    starts: ClockTime
    ends: ClockTime
    visitors: Visitors | None = None  # expected visits; None is not known yet, never 0
    programme: tuple[ProgrammeItem, ...] = ()

    @property
    def start(self) -> datetime:
        """The start, in local time."""
        return _local(self.date, self.starts)

    @property
    def end(self) -> datetime:
        """The end, in local time."""
        over_midnight = self.ends <= self.starts
        return _local(self.date + timedelta(days=over_midnight), self.ends)


class Hours(Frozen):
    """Opening hours of a day."""

    starts: ClockTime
    ends: ClockTime


class DailyOccasions(BaseModel):
    """An occasion every day from and with one date to and with another."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    first: Annotated[date, Field(alias="from")]
    to: date
    daily: Hours
    visitors_total: Visitors | None = None

    @model_validator(mode="after")
    def _runs_forward(self) -> DailyOccasions:
        if self.to < self.first:
            msg = "the last day comes before the first"
            raise ValueError(msg)
        return self

    def each(self) -> Iterator[Occasion]:
        """Return the occasions, a day at a time; their own visitors are not known."""
        for number in range((self.to - self.first).days + 1):
            yield Occasion(
                date=self.first + timedelta(days=number),
                starts=self.daily.starts,
                ends=self.daily.ends,
            )


class Held(Frozen):
    """When an event was held, told by days alone: nobody wrote the hours.

    Without `exact` it was some time from and with one day to and with another, a week, a month or a year,
    and `said` is how it was written.
    """

    first: date
    last: date
    exact: bool = True
    said: PersonText = ""

    @model_validator(mode="after")
    def _runs_forward(self) -> Held:
        if self.last < self.first:
            msg = "the last day comes before the first"
            raise ValueError(msg)
        return self

    @property
    def from_midnight(self) -> datetime:
        """When the first day begins, in local time."""
        return datetime.combine(self.first, time.min, LOCAL)

    @property
    def to_midnight(self) -> datetime:
        """The last moment of the last day, in local time."""
        return datetime.combine(self.last, time(23, 59), LOCAL)

    def moved(self, days: int) -> Held:
        """Return it so many days later."""
        step = timedelta(days=days)
        return self.model_copy(update={"first": self.first + step, "last": self.last + step})


def here(moment: datetime) -> datetime:
    """Return a moment in local time, with the offset that then holds written out.

    Two times of one zone are compared by the hands of its clock, which go wrong on the night when it is set
    back; a time with its own offset is compared as the moment it is.
    """
    local = moment.astimezone(LOCAL)
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))


def _local(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), LOCAL)


class Event(Frozen):
    """An event of one edition. `zones` are written place/zone, since an event may use several places."""

    name: Required
    series: Id | None = None
    organiser: Id | None = None
    place: Id | None = None
    zones: tuple[Id, ...] = ()
    application_received: date | None = None
    occasions: tuple[Occasion | DailyOccasions, ...] = ()
    held: Held | None = None  # counts where there are no occasions
    facts: dict[Id, Value] = Field(default_factory=dict)
    note: PersonText = ""

    @property
    def places(self) -> frozenset[str]:
        """The main place, and every place of which it uses a zone."""
        main = [self.place] if self.place else []
        return frozenset([*main, *(zone.split("/")[0] for zone in self.zones)])

    def each_occasion(self) -> tuple[Occasion, ...]:
        """Return every occasion, first first."""
        days = [
            one
            for entry in self.occasions
            for one in (entry.each() if isinstance(entry, DailyOccasions) else (entry,))
        ]
        return tuple(sorted(days, key=lambda one: one.start))

    @property
    def start(self) -> datetime | None:
        """When the first occasion or day begins; None while no date is set."""
        days = self.days_alone
        return min((one.start for one in self.each_occasion()), default=days.from_midnight if days else None)

    @property
    def end(self) -> datetime | None:
        """When the last occasion or day ends; None while no date is set."""
        days = self.days_alone
        return max((one.end for one in self.each_occasion()), default=days.to_midnight if days else None)

    @property
    def days_alone(self) -> Held | None:
        """The days it was held, where they are known and the hours are not."""
        return self.held if self.held and self.held.exact and not self.occasions else None

    @property
    def some_time(self) -> Held | None:
        """Between which days it was held, where no day is known."""
        return self.held if self.held and not self.held.exact and not self.occasions else None

    @property
    def first_day(self) -> date | None:
        """The day that T minus is counted from."""
        return self.start.date() if self.start else None

    def moved(self, days: int) -> Event:
        """Return the event with every occasion moved by a number of days."""
        step = timedelta(days=days)
        occasions = [
            one.model_copy(update={"first": one.first + step, "to": one.to + step})
            if isinstance(one, DailyOccasions)
            else one.model_copy(update={"date": one.date + step})
            for one in self.occasions
        ]
        held = self.held.moved(days) if self.held else None
        return self.model_copy(update={"occasions": tuple(occasions), "held": held})
