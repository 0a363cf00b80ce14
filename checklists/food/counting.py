"""What the sums of this area share: visitors at once, pieces, and so many for each started number."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import Literal

from pydantic import Field

from evenemang.domain.calculator import Shown
from evenemang.domain.text import Text

PIECES = Text(sv="st", en="pcs")
UP: tuple[Literal["up"], float] = ("up", 1)
HAVE_LEAST = Field(ge=0)
Visitors = Field(ge=1, le=1_000_000)
VISITORS = Shown(
    Text(sv="Besökare samtidigt som mest", en="Visitors at the same time at most"),
    Text(sv="personer", en="persons"),
    starts="event.peak_visitors",
    below=Text(
        sv="Ange hur många som är där samtidigt.",
        en="Enter how many are there at the same time.",
    ),
)


def one_per(many: int | Decimal, each: float) -> int:
    """Return how many are needed where one serves `each`; a started number takes one more."""
    return int((many / Decimal(str(each))).to_integral_value(ROUND_CEILING))
