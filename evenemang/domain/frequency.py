"""Frequency: how often what was judged has happened, held against what a step of likelihood means."""

from __future__ import annotations

from math import exp
from typing import Annotated, Literal

from pydantic import Field

from evenemang.domain.matrix import Scale
from evenemang.domain.poisson import mean_between
from evenemang.domain.share import LEVEL, WIDE
from evenemang.domain.text import Frozen

Verdict = Literal["too-low", "in-line", "too-high", "too-few"]

CLEAR = 2  # steps that an interval may touch and still say that one of them is in line


class Band(Frozen):
    """What a step of likelihood means in figures: the chance that it happens at one event, from and up to."""

    step: int
    low: Annotated[float, Field(ge=0, lt=1)]
    high: Annotated[float, Field(gt=0, le=1)]


class Frequency(Frozen):
    """How often something happened: the chance at one event, with an exact 95 % interval."""

    happened: Annotated[int, Field(ge=0)]
    events: Annotated[int, Field(gt=0)]
    chance: float
    lower: float
    upper: float

    @property
    def says_little(self) -> bool:
        """Whether so few were judged that the chance may be nearly anything."""
        return self.upper - self.lower >= WIDE


def bands(scale: Scale) -> tuple[Band, ...] | None:
    """Return what each step means in figures; None where a matrix says it in words alone."""
    limits = [one.below for one in scale.steps[:-1]]
    if any(one is None for one in limits):
        return None
    known = [0.0, *(one for one in limits if one is not None), 1.0]
    return tuple(
        Band(step=step.step, low=low, high=high)
        for step, low, high in zip(scale.steps, known, known[1:], strict=False)
    )


def frequency(happened: int, events: int) -> Frequency | None:
    """Return how often something happens at an event; None where it was judged at none.

    Args:
        happened: How many times, 0 or more; several at one event count each.
        events: Events at which it was judged, one for each judgement.

    Source:
        F. Garwood 1936, Biometrika 28:437–442 for the mean; docs/methods.md for the chance.
    """
    if events == 0:
        return None
    low, high = mean_between(happened, LEVEL)
    return Frequency(
        happened=happened,
        events=events,
        chance=chance_of_any(happened / events),
        lower=chance_of_any(low / events),
        upper=chance_of_any(high / events),
    )


def chance_of_any(mean: float) -> float:
    """Return the chance that it happens at all at an event where it happens `mean` times in the mean."""
    return 1 - exp(-mean)


def touched(seen: Frequency, known: tuple[Band, ...]) -> tuple[int, ...]:
    """Return the steps that the interval reaches into; never none."""
    last = known[-1].step
    return tuple(
        one.step for one in known if seen.upper > one.low and (seen.lower < one.high or one.step == last)
    )


def verdict(step: int, seen: Frequency | None, known: tuple[Band, ...]) -> Verdict:
    """Return whether a step was judged too low, in line or too high by what was seen, or too few tell.

    It is wrong only where the whole interval lies outside the step; in line where the interval reaches into
    the step and at most one more.
    """
    if seen is None:
        return "too-few"
    steps = touched(seen, known)
    if step < steps[0]:
        return "too-low"
    if step > steps[-1]:
        return "too-high"
    return "in-line" if len(steps) <= CLEAR else "too-few"
