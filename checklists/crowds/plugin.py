"""Crowds: its questions, its sums and the figures they rest on."""

from __future__ import annotations

from pathlib import Path

from checklists.crowds.calculators import CALCULATORS
from checklists.crowds.rules import RULES
from checklists.crowds.stopping import STOPS
from evenemang.domain.calculator import Calculator
from evenemang.domain.review import Rule
from evenemang.domain.stop import Stop
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


@hookimpl
def register_rules() -> list[Rule]:
    """Return what this area looks over."""
    return list(RULES)


@hookimpl
def register_stops() -> list[Stop]:
    """Return at what figures this area watches closer, or stops."""
    return list(STOPS)
