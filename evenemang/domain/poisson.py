"""Counts that come by chance: how likely they are, and which means fit what was seen."""

from __future__ import annotations

from functools import lru_cache
from math import exp, lgamma, log, sqrt

NEGLIGIBLE = 1e-18  # of the sum so far; a term below it changes no figure that is shown
HALVINGS = 50  # leaves a part in 10^14 of where it began, finer than any figure that is shown


def at_most(count: int, mean: float) -> float:
    """Return the chance that a Poisson count is at most `count`.

    The shorter tail is summed, from its largest term outwards, so that a million is as quick as ten.
    """
    if count < 0:
        return 0.0
    if mean == 0:
        return 1.0
    if count < mean:
        return _tail(count, mean, downwards=True)
    return 1.0 - _tail(count + 1, mean, downwards=False)


def mean_where(count: int, share: float) -> float:
    """Return the Poisson mean at which `count` or fewer happen with probability `share`, by halving."""
    low, high = 0.0, count + 10.0 * sqrt(count + 1) + 10.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if at_most(count, middle) > share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


@lru_cache(maxsize=4096)  # a year of events has few counts, and asks for each again and again
def mean_between(count: int, level: float) -> tuple[float, float]:
    """Return the exact interval of the mean behind a count, at a level such as 0.95.

    Source:
        F. Garwood 1936, Biometrika 28:437–442 (norms.yaml `garwood`); docs/methods.md.
    """
    rest = (1 - level) / 2
    return (0.0 if count == 0 else mean_where(count - 1, 1 - rest)), mean_where(count, rest)


def count_where(mean: float, share: float) -> int:
    """Return the least count that a Poisson variable stays at or below with probability `share` or more."""
    low, high = -1, int(mean + 10.0 * sqrt(mean + 1) + 10.0)
    while high - low > 1:
        middle = (low + high) // 2
        if at_most(middle, mean) >= share:
            high = middle
        else:
            low = middle
    return high


def _tail(count: int, mean: float, *, downwards: bool) -> float:
    term = exp(count * log(mean) - mean - lgamma(count + 1))
    total = 0.0
    while count >= 0 and term > total * NEGLIGIBLE:
        total += term
        if downwards:
            term *= count / mean
            count -= 1
        else:
            count += 1
            term *= mean / count
    return total
