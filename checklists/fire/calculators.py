"""The sums of this area."""

from __future__ import annotations

from checklists.fire.lpg import LPG_VOLUME
from checklists.fire.premises import PREMISES_CAPACITY
from evenemang.domain.calculator import Calculator

CALCULATORS: tuple[Calculator, ...] = (PREMISES_CAPACITY, LPG_VOLUME)
