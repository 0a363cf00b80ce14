"""What the pages are given: the workspace, and the edges they must not know by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evenemang.domain.text import Language
from evenemang.flow.workspace import Workspace


@dataclass(frozen=True)
class House:
    """One data folder, opened. Made by bootstrap once per process, shared by all who work in it."""

    workspace: Workspace
    data: Path
    charts: (
        Any  # the module evenemang.charts: functions from plain rows to plotly figures
    )
    workbook: Callable[
        [str, Language], tuple[str, bytes]
    ]  # dossier → file name and content, open and internal parts
    workbook_file: Callable[
        [str], Path | None
    ]  # dossier → its file in the folder, where written
    changed: Callable[[], None]  # wakes the outbox after a change
    example_as_of: date | None  # the example year's today, while it is here
    remove_example: Callable[[], int]


_OPENED: list[House] = []


def install(house: House) -> None:
    """Give the pages their house; the last one counts."""
    _OPENED[:] = [house]


def current() -> House:
    """Return the house of this process."""
    return _OPENED[0]
