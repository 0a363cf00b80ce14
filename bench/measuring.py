"""A ratio: our way and the floor's, timed by turns, so that a busy machine slows both."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Timed = Callable[[], float]
"""Does the work once and returns what it cost."""


@dataclass(frozen=True)
class Ratio:
    """What was measured: medians of ours and of the floor, and the median of the pairs' ratios."""

    name: str
    ours: float
    floor: float
    ratio: float
    target: float | None  # None: shown, not judged
    unit: str = "ms"

    @property
    def is_met(self) -> bool:
        """Whether the ratio is within its target; one without a target always is."""
        return self.target is None or self.ratio <= self.target


def compare(name: str, ours: Timed, floor: Timed, *, times: int, target: float | None = None) -> Ratio:
    """Return the ratio of two works that return seconds: once each untimed, then by turns."""
    ours(), floor()
    pairs = []
    for turn in range(times):
        first, second = (ours, floor) if turn % 2 else (floor, ours)  # neither always comes first
        costs = first(), second()
        pairs.append(costs if turn % 2 else costs[::-1])
        say(f"  {name} {turn + 1}/{times}: {pairs[-1][0] * 1e3:.1f} / {pairs[-1][1] * 1e3:.1f} ms")
    return ratio_of(name, pairs, target)


def ratio_of(name: str, pairs: Sequence[tuple[float, float]], target: float | None) -> Ratio:
    """Return the ratio of pairs of seconds, ours and the floor's."""
    return Ratio(
        name=name,
        ours=median(one for one, _ in pairs) * 1e3,
        floor=median(one for _, one in pairs) * 1e3,
        ratio=median(one / other for one, other in pairs),
        target=target,
    )


def timed(work: Callable[[], object], ready: Callable[[], object] = lambda: None) -> Timed:
    """Return a work that tells how many seconds it took, without clearing up after the one before.

    What is made `ready` before is not counted: what a process keeps decides what is measured, so both works
    of a pair must begin with as much kept.
    """

    def once() -> float:
        ready()
        gc.collect()  # else whichever comes second in a pair pays for what the first left behind
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return once


def say(line: str) -> None:
    """Tell how far it has come, beside the figures."""
    print(line, file=sys.stderr, flush=True)
