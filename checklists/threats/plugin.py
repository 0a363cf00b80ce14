"""Antagonistic threats: its questions, its sum and the figures they rest on."""

from __future__ import annotations

from pathlib import Path

from checklists.threats.calculators import CALCULATORS
from evenemang.domain.calculator import Calculator
from evenemang.hooks import AreaFile, NormsFile, hookimpl

HERE = Path(__file__).parent


@hookimpl
def register_areas() -> list[AreaFile]:
    """Return this area."""
    return [AreaFile(HERE / "checklist.yaml")]


@hookimpl
def register_norms() -> list[NormsFile]:
    """Return this area's figures."""
    return [NormsFile(HERE / "norms.yaml")]


@hookimpl
def register_calculators() -> list[Calculator]:
    """Return this area's sums."""
    return list(CALCULATORS)
