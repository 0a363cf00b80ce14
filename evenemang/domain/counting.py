"""Counting visitors: where it is done, at what numbers entry is slowed and stopped, how many there are."""

from __future__ import annotations

from datetime import date
from math import floor
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from evenemang.domain.actor import Name, Stamp
from evenemang.domain.text import Frozen, Id, PersonText, Required

Percent = Annotated[int, Field(ge=1, le=100)]
People = Annotated[int, Field(ge=0, le=5_000_000)]
Standing = Literal["calm", "watch", "stop"]


class Entrance(Frozen):
    """A way in or out where somebody counts."""

    id: Id
    name: Required


class Counter(Frozen):
    """A part of the event whose visitors are counted at its entrances.

    `holds` is the highest number that the group has agreed on; None: what the register says of the zone.
    `watch` and `stop` are shares of it in percent.
    """

    id: Id
    name: Required
    zone: Id | None = None  # place/zone
    holds: Annotated[int, Field(ge=1, le=5_000_000)] | None = None
    because: PersonText = ""
    watch: Percent
    stop: Percent
    decides: Name | None = None
    entrances: Annotated[tuple[Entrance, ...], Field(min_length=1)]
    agreed: Stamp

    def entrance(self, entrance: str) -> Entrance | None:
        """Return an entrance, or None."""
        return next((one for one in self.entrances if one.id == entrance), None)


class Tally(Frozen):
    """How many came and how many went at one entrance."""

    entrance: Id
    came: People = 0
    went: People = 0


class Count(Frozen):
    """What was counted one day; `mended` is the difference that a count by other means has made."""

    id: Id
    counter: Id
    day: date
    tallies: tuple[Tally, ...] = ()
    mended: int = 0
    most: People = 0
    most_at: AwareDatetime | None = None
    noted: Stamp

    @property
    def inside(self) -> int:
        """How many are inside, as counted; less than nobody where somebody was missed on the way in."""
        return self.mended + sum(one.came - one.went for one in self.tallies)

    @property
    def came(self) -> int:
        """How many have come in all."""
        return sum(one.came for one in self.tallies)

    def tally(self, entrance: str) -> Tally:
        """Return what was counted at an entrance."""
        return next((one for one in self.tallies if one.entrance == entrance), Tally(entrance=entrance))


class Levels(Frozen):
    """At which numbers of persons to watch and to stop, and the highest number."""

    holds: int
    watch: int
    stop: int

    def standing(self, inside: int) -> Standing:
        """Return where a number stands; a level is reached at its number."""
        if inside >= self.stop:
            return "stop"
        return "watch" if inside >= self.watch else "calm"

    def share(self, inside: int) -> int:
        """Return how many percent of the highest number are inside, rounded down: 94.9 is not yet 95."""
        return floor(100 * max(0, inside) / self.holds)


def levels(counter: Counter, holds: int) -> Levels:
    """Return the levels of a counter in persons, rounded down so that a share is never passed unseen."""
    return Levels(
        holds=holds, watch=max(1, holds * counter.watch // 100), stop=max(1, holds * counter.stop // 100)
    )
