"""Animals: its questions."""

from __future__ import annotations

from pathlib import Path

from evenemang.hooks import AreaFile, hookimpl

HERE = Path(__file__).parent


@hookimpl
def register_areas() -> list[AreaFile]:
    """Return this area."""
    return [AreaFile(HERE / "checklist.yaml")]
