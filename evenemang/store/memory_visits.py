"""Visits in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from evenemang.flow.visits import Visit


class MemoryVisits:
    """The part of the store in memory that keeps visits."""

    def __init__(self) -> None:
        """Start empty."""
        self._visits: dict[str, Visit] = {}

    def visit(self, key: str) -> Visit | None:
        """Return a visit, or None where there is none."""
        return self._visits.get(key)

    def begin_visit(self, visit: Visit, forget_before: datetime) -> None:
        """Keep a new visit, unless it is there; what was last seen before a moment is forgotten."""
        kept = {key: one for key, one in self._visits.items() if one.seen >= forget_before}
        self._visits = {visit.key: visit} | kept

    def see_visit(self, key: str, at: datetime) -> None:
        """Say that somebody did something in a visit."""
        self._visits[key] = replace(self._visits[key], seen=at)

    def end_visit(self, key: str) -> None:
        """End a visit for good."""
        if key in self._visits:
            self._visits[key] = replace(self._visits[key], ended=True)
