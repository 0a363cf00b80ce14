"""Shares: how many of how many, and between which shares the true one may well lie."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
from typing import Annotated

from pydantic import Field

from evenemang.domain.text import Frozen

LEVEL = 0.95
WIDE = 0.3  # an interval this wide says little: from nobody out of nine on, none out of n is narrower


class Share(Frozen):
    """A part of a whole, with an interval of the share behind it at 95 %."""

    part: Annotated[int, Field(ge=0)]
    whole: Annotated[int, Field(gt=0)]
    lower: float
    upper: float

    @property
    def share(self) -> float:
        """The part of the whole, 0 to 1."""
        return self.part / self.whole

    @property
    def says_little(self) -> bool:
        """Whether so few were counted that the share may be nearly anything."""
        return self.upper - self.lower >= WIDE


def share(part: int, whole: int) -> Share | None:
    """Return a share with Wilson's interval at 95 %; None out of nothing, which is not a share of 0.

    Args:
        part: How many, from 0 to `whole`.
        whole: Out of how many.

    Source:
        E. B. Wilson 1927, Journal of the American Statistical Association 22:209–212; docs/methods.md.
    """
    if whole == 0:
        return None
    z = NormalDist().inv_cdf((1 + LEVEL) / 2)
    seen, squared = part / whole, z * z / whole
    middle = (seen + squared / 2) / (1 + squared)
    half = z * sqrt(seen * (1 - seen) / whole + squared / (4 * whole)) / (1 + squared)
    return Share(
        part=part,
        whole=whole,
        lower=0.0 if part == 0 else max(0.0, middle - half),
        upper=1.0 if part == whole else min(1.0, middle + half),
    )
