"""The sums of this area."""

from __future__ import annotations

from checklists.threats.vehicle_energy import VEHICLE_ENERGY
from evenemang.domain.calculator import Calculator

CALCULATORS: tuple[Calculator, ...] = (VEHICLE_ENERGY,)
