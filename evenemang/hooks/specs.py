"""The hooks: each takes nothing and returns a list of small frozen things."""

from __future__ import annotations

import pluggy

from evenemang.domain.calculator import Calculator
from evenemang.domain.review import Rule
from evenemang.domain.stop import Stop
from evenemang.hooks.contributions import AreaFile, MatrixFile, NormsFile, PermitsFile, ProfileFile

PROJECT = "evenemang"  # also the name of the entry-point group

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def register_areas() -> list[AreaFile]:  # type: ignore[empty-body]  # a spec has no body
    """Return areas of risk: their questions, and what bad answers raise."""


@hookspec
def register_calculators() -> list[Calculator]:  # type: ignore[empty-body]  # a spec has no body
    """Return sums that stand beside questions."""


@hookspec
def register_matrices() -> list[MatrixFile]:  # type: ignore[empty-body]  # a spec has no body
    """Return risk matrices; exactly one must be installed."""


@hookspec
def register_norms() -> list[NormsFile]:  # type: ignore[empty-body]  # a spec has no body
    """Return figures, each with its unit and source."""


@hookspec
def register_permits() -> list[PermitsFile]:  # type: ignore[empty-body]  # a spec has no body
    """Return permits, notices and duties: when an event needs each, and how long before."""


@hookspec
def register_profiles() -> list[ProfileFile]:  # type: ignore[empty-body]  # a spec has no body
    """Return the facts asked about an event; exactly one profile must be installed."""


@hookspec
def register_rules() -> list[Rule]:  # type: ignore[empty-body]  # a spec has no body
    """Return rules that look an assessment over."""


@hookspec
def register_stops() -> list[Stop]:  # type: ignore[empty-body]  # a spec has no body
    """Return stop criteria: at what figures an event is watched closer, or stopped."""
