"""The sums of this area."""

from __future__ import annotations

from checklists.crowds.exits import EXIT_CAPACITY
from checklists.crowds.holding import HOLDING_CAPACITY
from evenemang.domain.calculator import Calculator

CALCULATORS: tuple[Calculator, ...] = (HOLDING_CAPACITY, EXIT_CAPACITY)
