"""What the domain asks of the world around it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; the example year has one of its own."""

    def now(self) -> datetime:
        """Return the time now, with its zone."""
        ...
