"""Counting visitors on site: each tap is added to whatever is newest, so that many phones lose nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated

from pydantic import Field

from evenemang.domain.actor import Name
from evenemang.domain.counting import (
    Count,
    Counter,
    Entrance,
    Levels,
    Percent,
    Standing,
    Tally,
    levels,
)
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, ReasonMissing, Refused
from evenemang.domain.event import LOCAL
from evenemang.domain.place import Place
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text
from evenemang.flow.operation import Operation, Scene

OPENS_EARLY = timedelta(hours=6)  # people are let in before it begins, and leave after it has ended
CLOSES_LATE = timedelta(hours=4)
TOO_MANY = 5_000  # in one tap; more is a slip of the finger

ORDER = Text(
    sv="Nivån för att bevaka måste komma före stoppet. Sänk den, eller höj stoppet.",
    en="The watch level must come before the stop. Lower it, or raise the stop.",
)
UNLIKELY = Text(
    sv="Så många kan inte räknas på en gång. Rätta antalet i stället.",
    en="So many cannot be counted at once. Mend the number instead.",
)
COUNTED_ON = Text(
    sv="Räknaren har använts och står kvar. Ändra den i stället.",
    en="The counter has been used and stays. Change it instead.",
)


class NamedEntrance(Frozen):
    """An entrance as somebody names it; one that is there already has its id."""

    id: Id | None = None
    name: Required


class SetCounter(Operation):
    """Set up what is counted and where, against which number, and who decides; or change that."""

    counter: Id | None = None  # None: a new one
    called: Required
    zone: Id | None = None
    holds: int | None = None
    because: PersonText = ""
    watch: Percent
    stop: Percent
    decides: Name | None = None
    entrances: Annotated[tuple[NamedEntrance, ...], Field(min_length=1)]

    @property
    def subject(self) -> str | None:
        """Where the counter stands; a new one meets nobody."""
        return f"counters/{self.counter}" if self.counter else None

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the counter.

        Raises:
            NotFound: If the counter is not there.
            ReasonMissing: If a number is given and nothing says where it comes from.
            Refused: If the watch level does not come before the stop.
        """
        if self.watch >= self.stop:
            raise Refused("out of order", why=ORDER)
        if self.holds is not None and not self.because.strip():
            raise ReasonMissing("holds", deed=Text(sv="det högsta antalet", en="the highest number"))
        if self.counter:
            counter_id = counter_of(dossier, self.counter).id
        else:
            counter_id, dossier = dossier.numbered("C")
        entrances = []
        for one in self.entrances:
            entrance_id = one.id
            if entrance_id is None:
                entrance_id, dossier = dossier.numbered("E")
            entrances.append(Entrance(id=entrance_id, name=one.name))
        said = {name: getattr(self, name) for name in ("zone", "holds", "because", "watch", "stop")}
        counter = Counter(
            id=counter_id,
            name=self.called,
            **said,
            decides=self.decides,
            entrances=tuple(entrances),
            agreed=scene.stamp,
        )
        there = [one.id for one in dossier.counters]
        counters = (
            tuple(counter if one.id == counter_id else one for one in dossier.counters)
            if counter_id in there
            else (*dossier.counters, counter)
        )
        return dossier.model_copy(update={"counters": counters})


class DropCounter(Operation):
    """Take away a counter that nobody has counted on."""

    counter: Id

    @property
    def subject(self) -> str:
        """Where the counter stands."""
        return f"counters/{self.counter}"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier without it.

        Raises:
            NotFound: If it is not there.
            Refused: If somebody has counted on it.
        """
        found = counter_of(dossier, self.counter)
        if any(one.counter == found.id for one in dossier.counts):
            raise Refused("counted on", why=COUNTED_ON)
        left = tuple(one for one in dossier.counters if one.id != found.id)
        return dossier.model_copy(update={"counters": left})


class CountPersons(Operation):
    """Say that persons came in (or, below zero, went out) at an entrance since one last said it."""

    counter: Id
    entrance: Id
    change: int

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with them counted, on top of what anybody else has counted meanwhile.

        Raises:
            NotFound: If the counter or the entrance is not there.
            Refused: If they are too many at once.
        """
        counter = counter_of(dossier, self.counter)
        if counter.entrance(self.entrance) is None:
            raise NotFound("no such entrance", what=self.entrance)
        if abs(self.change) > TOO_MANY:
            raise Refused("too many at once", why=UNLIKELY)
        if self.change == 0:
            return dossier
        count = count_now(dossier, counter, scene)
        before = count.tally(self.entrance)
        after = Tally(
            entrance=self.entrance,
            came=before.came + max(0, self.change),
            went=before.went + max(0, -self.change),
        )
        tallies = [one for one in count.tallies if one.entrance != self.entrance]
        return _with(dossier, count.model_copy(update={"tallies": (*tallies, after)}), scene)


class MendCount(Operation):
    """Say how many are inside, counted by other means: the difference is kept, and what was counted stays."""

    counter: Id
    inside: int

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the count mended.

        Raises:
            NotFound: If the counter is not there.
        """
        count = count_now(dossier, counter_of(dossier, self.counter), scene)
        mended = count.mended + max(0, self.inside) - count.inside
        return _with(dossier, count.model_copy(update={"mended": mended}), scene)


@dataclass(frozen=True)
class Crowd:
    """How many are inside where something is counted, and what that means."""

    counter: Counter
    count: Count | None
    levels: Levels | None  # None: nobody has said how many there may be

    @property
    def inside(self) -> int:
        """How many are inside, as counted; never shown below nobody."""
        return max(0, self.count.inside) if self.count else 0

    @property
    def standing(self) -> Standing:
        """Where the number stands; calm where nobody has said how many there may be."""
        return self.levels.standing(self.inside) if self.levels else "calm"


def crowd(dossier: Dossier, counter: Counter, places: tuple[Place, ...], now: datetime) -> Crowd:
    """Return how many a counter says are inside now, against its levels."""
    day = counting_day(dossier, now)
    found = (one for one in dossier.counts if one.counter == counter.id and one.day == day)
    most = holds(counter, places)
    return Crowd(counter, next(found, None), levels(counter, most) if most else None)


def holds(counter: Counter, places: tuple[Place, ...]) -> int | None:
    """Return the highest number of persons: as agreed, else what the register says of the zone."""
    if counter.holds is not None:
        return counter.holds
    return zone_holds(counter.zone, places)


def zone_holds(zone: str | None, places: tuple[Place, ...]) -> int | None:
    """Return how many persons the register says that a place/zone holds; None where it does not say."""
    place_id, _, zone_id = (zone or "").partition("/")
    place = next((one for one in places if one.id == place_id), None)
    found = place.zone(zone_id) if place else None
    return found.holds if found and found.holds else None


def counting_day(dossier: Dossier, now: datetime) -> date:
    """Return the day that a count made now belongs to: an evening past midnight is still that evening."""
    open_now = [
        one
        for one in dossier.event.each_occasion()
        if one.start - OPENS_EARLY <= now <= one.end + CLOSES_LATE
    ]
    nearest = min(open_now, key=lambda one: abs(one.start - now), default=None)
    return nearest.date if nearest else now.astimezone(LOCAL).date()


def counter_of(dossier: Dossier, counter: str) -> Counter:
    """Return a counter.

    Raises:
        NotFound: If it is not there.
    """
    found = next((one for one in dossier.counters if one.id == counter), None)
    if found is None:
        raise NotFound("no such counter", what=counter)
    return found


def count_now(dossier: Dossier, counter: Counter, scene: Scene) -> Count:
    """Return what has been counted today, or a new count."""
    day = counting_day(dossier, scene.now)
    found = (one for one in dossier.counts if one.counter == counter.id and one.day == day)
    new = Count(id=f"{counter.id}-{day}", counter=counter.id, day=day, noted=scene.stamp)
    return next(found, new)


def _with(dossier: Dossier, count: Count, scene: Scene) -> Dossier:
    """Return the dossier with a count as it is now, and the most that there has been."""
    is_most = count.inside > count.most
    noted: dict[str, object] = {"noted": scene.stamp}
    if is_most:
        noted |= {"most": count.inside, "most_at": scene.now}
    count = count.model_copy(update=noted)
    there = any(one.id == count.id for one in dossier.counts)
    counts = (
        tuple(count if one.id == count.id else one for one in dossier.counts)
        if there
        else (*dossier.counts, count)
    )
    return dossier.model_copy(update={"counts": counts})
