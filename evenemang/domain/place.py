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


class Exit(Frozen):
    """A way out of a zone; its free width in metres, where it is narrowest."""

    id: Id
    name: Required
    width_m: Positive
    note: PersonText = ""


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
    exits: tuple[Exit, ...] = ()

    @property
    def exit_width_m(self) -> float:
        """The free width of all its exits together, in metres."""
        return round(sum(one.width_m for one in self.exits), 6)

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
    found_at: Id | None = None  # the event; None: at no event
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
    ended_on: date | None = None  # it no longer stands
    ended_because: PersonText = ""

    def last_seen(self, today: date) -> Verification | None:
        """Return the last time that somebody saw it on site, up to a day."""
        return max((one for one in self.verified if one.on <= today), key=lambda one: one.on, default=None)

    def stands_on(self, today: date) -> bool:
        """Whether it is still to be leant on."""
        return self.ended_on is None or self.ended_on > today


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

    def risk(self, risk_id: str) -> StandingRisk | None:
        """Return the standing risk, or None."""
        return next((one for one in self.standing_risks if one.id == risk_id), None)

    def measure(self, measure_id: str) -> StandingMeasure | None:
        """Return the standing measure, or None."""
        return next((one for one in self.standing_measures if one.id == measure_id), None)
