"""The sums of this area."""

from __future__ import annotations

from checklists.noise.distance import DISTANCE
from checklists.noise.exposure import EXPOSURE
from checklists.noise.limits import LIMITS
from evenemang.domain.calculator import Calculator

CALCULATORS: tuple[Calculator, ...] = (DISTANCE, LIMITS, EXPOSURE)
