"""The sums of this area."""

from __future__ import annotations

from checklists.food.drinking_water import DRINKING_WATER
from checklists.food.hand_wash import HAND_WASH
from checklists.food.toilets import TOILETS
from evenemang.domain.calculator import Calculator

CALCULATORS: tuple[Calculator, ...] = (TOILETS, DRINKING_WATER, HAND_WASH)
