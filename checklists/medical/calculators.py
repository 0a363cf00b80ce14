"""The sums of this area."""

from __future__ import annotations

from checklists.medical.expected_patients import EXPECTED_PATIENTS
from checklists.medical.maurer import MAURER
from evenemang.domain.calculator import Calculator

CALCULATORS: tuple[Calculator, ...] = (MAURER, EXPECTED_PATIENTS)
