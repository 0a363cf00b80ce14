"""Trying again where somebody else was faster."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from evenemang.domain.errors import LostRace

Done = TypeVar("Done")


def tried_again(attempts: int, once: Callable[[], Done]) -> Done:
    """Return what was done at the first try that was not overtaken; each looks anew at how things stand.

    Raises:
        LostRace: If every one was.
    """
    for _ in range(attempts):
        try:
            return once()
        except LostRace:
            continue
    raise LostRace(f"{attempts} times")
