"""The sums of this area."""

from __future__ import annotations

from checklists.traffic.parking import PARKING
from checklists.traffic.rescue_access import RESCUE_ACCESS
from evenemang.domain.calculator import Calculator

CALCULATORS: tuple[Calculator, ...] = (RESCUE_ACCESS, PARKING)
