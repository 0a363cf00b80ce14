"""Visits: each time somebody has signed in, until they sign out or have been away for too long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Visit:
    """One sign-in, by a digest of what the directory said; kept after its end, so that it stays ended."""

    key: str
    member: str
    started: datetime
    seen: datetime
    ended: bool = False


class Visits(Protocol):
    """Keeps visits; the part of a store that sign-in uses."""

    def visit(self, key: str) -> Visit | None:
        """Return a visit, or None where there is none."""
        ...

    def begin_visit(self, visit: Visit, forget_before: datetime) -> None:
        """Keep a new visit, unless it is there; what was last seen before a moment is forgotten."""
        ...

    def see_visit(self, key: str, at: datetime) -> None:
        """Say that somebody did something in a visit."""
        ...

    def end_visit(self, key: str) -> None:
        """End a visit for good."""
        ...
