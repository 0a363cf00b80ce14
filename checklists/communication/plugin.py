"""Communication and leadership: its questions and the figures they rest on."""

from __future__ import annotations

from pathlib import Path

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
