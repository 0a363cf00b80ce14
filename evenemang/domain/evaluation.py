"""Evaluation: how it went, how many came, and rates with honest denominators."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from evenemang.domain.actor import Stamp
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.event import Occasion
from evenemang.domain.personal import Holds
from evenemang.domain.poisson import at_most, mean_between
from evenemang.domain.source import Sure
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text

CountMethod = Literal[
    "door-counter",
    "hand-counter",
    "entrance-counters",
    "fixed-counter",
    "photo-count",
    "estimate",
    "not-counted",
]
Count = Annotated[int, Field(ge=0)]
SEK = Annotated[int, Field(ge=0, le=10_000_000_000)]  # whole kronor

DAYS_TO_EVALUATE = 30
"""From the end of an event, or of one of its many occasions, to when it should be evaluated."""

MANY_OCCASIONS = 5
"""From so many each occasion is evaluated by itself: a weekend is one evaluation, a month of evenings not."""


class OccasionCount(Frozen):
    """How many came on one day."""

    date: date
    visitors: Count


class VisitorCount(Frozen):
    """How many came, visits over all days; without a total nobody counted, which is not 0."""

    method: CountMethod
    total: Count | None = None
    by_occasion: tuple[OccasionCount, ...] = ()
    sure: Sure | None = None
    note: PersonText = ""


class Peak(Frozen):
    """The fullest moment."""

    people: Count
    at: AwareDatetime | None = None
    zone: Id | None = None
    note: PersonText = ""


class WeatherSeen(Frozen):
    """The weather in words, and in °C and m/s where noted."""

    text: PersonText = ""
    temperature_c: float | None = None
    gust_m_s: float | None = None


class Weather(Frozen):
    """Forecast and outcome."""

    forecast: WeatherSeen | None = None
    actual: WeatherSeen | None = None


class Medical(Frozen):
    """Patients and transports; `counted` false means that nobody counted, never 0."""

    counted: bool
    patients: Count | None = None
    transports: Count | None = None


class Costs(Frozen):
    """What it cost, in whole kronor; empty is not known, never 0. What a figure covers stands in the note."""

    safety_sek: SEK | None = None  # guards, barriers, care: what was done so that nothing would happen
    damage_sek: SEK | None = None  # what happened cost
    note: PersonText = ""


class RiskOutcome(Frozen):
    """Whether a risk came true."""

    risk: Id
    happened: Literal["yes", "near-miss", "no"]
    note: PersonText = ""


class ActionOutcome(Frozen):
    """Whether an action helped."""

    action: Id
    helped: Literal["yes", "partly", "no", "unknown"]
    note: PersonText = ""


class Evaluation(Frozen):
    """What the group and the organiser say afterwards."""

    given: Stamp
    nothing_happened: bool = False
    visitors: VisitorCount
    peaks: tuple[Peak, ...] = ()
    weather: Weather | None = None
    medical: Medical | None = None
    worked: tuple[Required, ...] = ()
    change: tuple[Required, ...] = ()
    risks: tuple[RiskOutcome, ...] = ()
    actions: tuple[ActionOutcome, ...] = ()
    costs: Costs | None = None


class OccasionReview(Frozen):
    """What was said of one of many occasions after it ended; one that nobody spoke of has none.

    `id` is its day and start, as `occasion_id` makes it.
    """

    id: Id
    happened: bool  # False: somebody has said that nothing happened
    visitors: Count | None = None  # counted; None is not known
    note: Annotated[PersonText, Holds("health")] = ""
    given: Stamp


def occasion_id(one: Occasion) -> str:
    """Return what an occasion is called by its review: 2023-11-24T16.00."""
    return f"{one.date.isoformat()}T{one.starts.replace(':', '.')}"


def occasion_words(occasion: str) -> str:
    """Return an occasion's id as a person reads it: 2023-11-24 16:00."""
    return occasion.replace("T", " ").replace(".", ":")


class OccasionVisits(Frozen):
    """How many came to one occasion, as the organiser says; `id` is its day and start."""

    id: Id
    visitors: Count


class OrganiserEvaluation(Frozen):
    """What the organiser says afterwards, kept beside the group's own evaluation and never mixed with it."""

    given: Stamp  # who took it in, and when; from whom it came stands in the journal
    nothing_happened: bool | None = None  # None: not said
    visitors: Count | None = None
    method: CountMethod | None = None
    peak: Count | None = None  # most at one time
    weather: PersonText = ""
    happened: tuple[Annotated[Required, Holds("health")], ...] = ()  # what happened, one thing each
    worked: tuple[Required, ...] = ()
    change: tuple[Required, ...] = ()
    safety_sek: SEK | None = None
    note: PersonText = ""
    by_occasion: tuple[OccasionVisits, ...] = ()  # those that somebody counted, in their order


class Rate(Frozen):
    """Incidents per 10 000 visits, with a 95 % interval."""

    incidents: Count
    visits: Annotated[int, Field(gt=0)]
    per_10_000: float
    lower: float
    upper: float


def rate(incidents: int, visits: int) -> Rate:
    """Return incidents per 10 000 visits with an exact 95 % Poisson interval.

    Args:
        incidents: Incidents and near misses, 0 or more.
        visits: Counted visits, more than 0.

    Raises:
        CalculationRefused: If nobody was counted, or a number is negative.

    Source:
        F. Garwood 1936, Biometrika 28:437–442 (norms.yaml `garwood`); docs/methods.md.
    """
    if visits <= 0 or incidents < 0:
        raise CalculationRefused(
            "no denominator",
            why=Text(
                sv="Utan räknade besök går det inte att räkna händelser per besök. "
                "Ange besöken i utvärderingen.",
                en="Without counted visits there is no rate. Enter the visits in the evaluation.",
            ),
        )
    per = 10_000 / visits
    lower, upper = mean_between(incidents, 0.95)
    return Rate(
        incidents=incidents,
        visits=visits,
        per_10_000=incidents * per,
        lower=lower * per,
        upper=upper * per,
    )


CHANCE = 0.00135  # what a normal distribution leaves above three standard deviations, as on a u-chart


def beyond_chance(incidents: int, visits: int, per_10_000: float) -> bool:
    """Return whether chance alone would seldom (1 time in 740) give as many incidents at this rate.

    Args:
        incidents: Incidents and near misses, 0 or more.
        visits: Counted visits, more than 0.
        per_10_000: The rate to compare with, incidents per 10 000 visits.

    Source:
        The u-chart's limit of three standard deviations (reference.md §8), with the exact Poisson tail
        instead of the normal one: a small event with one near miss does not stand out.
    """
    return incidents > 0 and 1 - at_most(incidents - 1, per_10_000 * visits / 10_000) < CHANCE
