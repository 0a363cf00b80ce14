"""Likelihood as it was judged, held against how often it came true; and the high risks that never did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evenemang.domain.frequency import Band, Frequency, Verdict, bands, frequency, verdict
from evenemang.domain.matrix import LEVELS, LevelId, Matrix
from evenemang.domain.text import Text
from evenemang.flow.foresight.gathering import LookedBack
from evenemang.flow.foresight.imprint import Foretold, Imprint

SEVERE: tuple[LevelId, ...] = ("high", "very-high")


@dataclass(frozen=True)
class ByStep:
    """All risks that were judged to one step, and how often they came true."""

    step: int
    band: Band
    risks: int  # judgements: a risk judged at three events is three
    near: int  # of what happened, near misses
    seen: Frequency | None
    verdict: Verdict
    without_near: Verdict  # the same where near misses do not count


@dataclass(frozen=True)
class SameRisk:
    """One risk over several events: the same question's, or of the same name where somebody added it."""

    what: tuple[str, str, int]  # as `Foretold.what`
    title: Text | str
    area: str
    question: str | None
    dossiers: tuple[str, ...]
    occasions: int
    treated: int  # events at which it had an action in force
    level: LevelId  # the worst that it was judged to before treatment
    score: int
    seen: Frequency
    near: int
    came_true_at: int  # events


@dataclass(frozen=True)
class JudgedAndSeen:
    """How judgements have stood up. `steps` is None where the matrix says its steps in words alone."""

    steps: tuple[ByStep, ...] | None
    risks: tuple[SameRisk, ...]
    never: tuple[SameRisk, ...]  # high before treatment, and never came true; the most judged first
    not_evaluated: int  # events left out: nobody has said that nothing happened
    threats: int  # judgements left out: their axis is not likelihood
    secret: int  # judgements left out


def judged_and_seen(looked: LookedBack, matrix: Matrix) -> JudgedAndSeen:
    """Return how what was judged has come true, at events that are evaluated."""
    evaluated = [one for one in looked.imprints if one.evaluated]
    judged = [(one, risk) for one in evaluated for risk in one.risks]
    accidents = [(one, risk) for one, risk in judged if risk.axis == "accident"]
    known = bands(matrix.likelihood)
    risks = tuple(_same(accidents))
    return JudgedAndSeen(
        steps=tuple(_step(band, [risk for _, risk in accidents], known) for band in known) if known else None,
        risks=risks,
        never=_never(risks, looked),
        not_evaluated=sum(not one.evaluated and bool(one.risks) for one in looked.imprints),
        threats=len(judged) - len(accidents),
        secret=sum(one.secret_risks for one in evaluated),
    )


def _step(band: Band, risks: list[Foretold], known: tuple[Band, ...]) -> ByStep:
    mine = [one for one in risks if one.likelihood == band.step]
    happened, near = sum(one.happened for one in mine), sum(one.near for one in mine)
    seen = frequency(happened, len(mine))
    return ByStep(
        step=band.step,
        band=band,
        risks=len(mine),
        near=near,
        seen=seen,
        verdict=verdict(band.step, seen, known),
        without_near=verdict(band.step, frequency(happened - near, len(mine)), known),
    )


def _same(judged: list[tuple[Imprint, Foretold]]) -> Iterator[SameRisk]:
    found: dict[tuple[str, str, int], list[tuple[Imprint, Foretold]]] = {}
    for one, risk in judged:
        found.setdefault(risk.what, []).append((one, risk))
    for what, those in found.items():
        risks = [risk for _, risk in those]
        worst = max(risks, key=lambda one: (LEVELS.index(one.level), one.score))
        seen = frequency(sum(one.happened for one in risks), len(risks))
        if seen:
            yield SameRisk(
                what=what,
                title=risks[0].title,
                area=risks[0].area,
                question=risks[0].question,
                dossiers=tuple(one.dossier for one, _ in those),
                occasions=sum(one.occasions for one, _ in those),
                treated=sum(one.treated for one in risks),
                level=worst.level,
                score=worst.score,
                seen=seen,
                near=sum(one.near for one in risks),
                came_true_at=sum(one.happened > 0 for one in risks),
            )


def _never(risks: tuple[SameRisk, ...], looked: LookedBack) -> tuple[SameRisk, ...]:
    """What came true at an event that is not evaluated yet has come true all the same."""
    came = {one.what for each in looked.imprints for one in each.risks if one.happened}
    rows = [one for one in risks if one.level in SEVERE and one.what not in came]
    return tuple(sorted(rows, key=lambda one: (-one.seen.events, -one.score, one.what)))
