"""Places: zones, the flows that cross them, and the standing risk picture that comes back at every event."""

from __future__ import annotations

from datetime import date
from math import floor
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from evenemang.domain.actor import Name
from evenemang.domain.matrix import Step
from evenemang.domain.personal import Holds
from evenemang.domain.text import Frozen, Id, PersonText, Required

Positive = Annotated[float, Field(gt=0)]
ClockTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$"), Holds("none")]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Point(Frozen):
    """A point on the sketch, metres from its lower left corner."""

    x: float
    y: float


class Zone(Frozen):
    """A part of a place. Areas in m², densities in persons per m², coordinates in WGS84 degrees."""

    id: Id
    name: Required
    area_m2: Positive
    net_m2: Positive
    planning_density: Positive
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    posted_limit: Annotated[int, Field(ge=0)] | None = None
    note: PersonText = ""
    sketch_m: tuple[Point, ...] = ()

    @property
    def holds(self) -> int:
        """How many persons fit: net area times planning density, never more than the posted limit."""
        fit = floor(round(self.net_m2 * self.planning_density, 6))
        return fit if self.posted_limit is None else min(fit, self.posted_limit)


class AroundOccasion(Frozen):
    """A time told from an occasion's start and end, in minutes."""

    minutes_before: Annotated[int, Field(ge=0)]
    minutes_after: Annotated[int, Field(ge=0)]


class Slot(BaseModel):
    """When a flow runs: always, around occasions, or between dates on some weekdays and hours."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    always: bool = False
    around_occasion: AroundOccasion | None = None
    start: Annotated[date | None, Field(alias="from")] = None
    to: date | None = None
    days: tuple[Weekday, ...] = ()
    starts: ClockTime | None = None
    ends: ClockTime | None = None


class PlaceFlow(Frozen):
    """Something that moves through a zone: vehicles, walkers or deliveries an hour along a path."""

    id: Id
    kind: Literal["traffic", "audience", "deliveries", "rescue"]
    zone: Id
    path: tuple[Point, ...]
    per_hour: Annotated[float, Field(ge=0)]
    slots: tuple[Slot, ...]


class StandingJudgement(Frozen):
    """How a standing risk was judged one day."""

    on: date
    likelihood: Step
    consequence: Step
    because: Required
    by: Name


class StandingRisk(Frozen):
    """A risk that belongs to the place; the last judgement counts."""

    id: Id
    title: Required
    zone: Id
    question: Id
    found_on: date
    found_at: Id
    history: Annotated[tuple[StandingJudgement, ...], Field(min_length=1)]

    @property
    def now(self) -> StandingJudgement:
        """The judgement that counts."""
        return self.history[-1]


class Verification(Frozen):
    """Somebody looked at the site and saw how it was."""

    on: date
    by: Name
    how: Required


class StandingMeasure(Frozen):
    """Something done once at the place, which every later event there leans on."""

    id: Id
    title: Required
    zone: Id
    question: Id
    decided_on: date
    done_on: date | None = None
    how: PersonText
    owner: Name
    verified: tuple[Verification, ...] = ()


class Place(Frozen):
    """A place where events are held."""

    id: Id
    name: Required
    invented_figures: bool = False
    zones: tuple[Zone, ...] = ()
    flows: tuple[PlaceFlow, ...] = ()
    standing_risks: tuple[StandingRisk, ...] = ()
    standing_measures: tuple[StandingMeasure, ...] = ()

    def zone(self, zone_id: str) -> Zone | None:
        """Return the zone, or None."""
        return next((zone for zone in self.zones if zone.id == zone_id), None)
