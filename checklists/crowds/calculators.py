"""The sums of this area."""

from __future__ import annotations

from checklists.crowds.crossing import CROSSING_FLOWS
from checklists.crowds.density import DENSITY
from checklists.crowds.exits import EXIT_CAPACITY
from checklists.crowds.holding import HOLDING_CAPACITY
from checklists.crowds.lanes import ENTRY_LANES
from checklists.crowds.service import LEVEL_OF_SERVICE
from checklists.crowds.staffing import STAFFING
from checklists.crowds.stops import STOP_LEVELS
from checklists.crowds.width import EXIT_WIDTH
from evenemang.domain.calculator import Calculator

CALCULATORS: tuple[Calculator, ...] = (
    HOLDING_CAPACITY,
    EXIT_CAPACITY,
    EXIT_WIDTH,
    DENSITY,
    LEVEL_OF_SERVICE,
    ENTRY_LANES,
    STAFFING,
    STOP_LEVELS,
    CROSSING_FLOWS,
)
