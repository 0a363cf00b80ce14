"""What flow asks of a store about the rows of many dossiers at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from evenemang.flow.incident_counts import IncidentCount, Trait
from evenemang.flow.listing import ActionRow, IncidentRow, RiskRow


class Lists(Protocol):
    """Lists, and counts, out of the plain columns of all dossiers, or of some."""

    def actions(
        self,
        *,
        dossiers: Sequence[str] | None = None,
        open_only: bool = False,
        due_before: date | None = None,
        alive_since: date | None = None,
    ) -> tuple[ActionRow, ...]:
        """Return actions, the soonest due first; `alive_since` a day: decided or done from it on, or open."""
        ...

    def risks(self, *, dossiers: Sequence[str] | None = None) -> tuple[RiskRow, ...]:
        """Return accepted risks."""
        ...

    def incidents(
        self,
        *,
        dossiers: Sequence[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        open_only: bool = False,
    ) -> tuple[IncidentRow, ...]:
        """Return incidents, oldest first; `until` is included."""
        ...

    def incident_counts(
        self,
        *,
        by: Collection[Trait],
        dossiers: Sequence[str] | None = None,
        spans: Sequence[date] = (),
        until: date | None = None,
    ) -> tuple[IncidentCount, ...]:
        """Return how many incidents were alike in the traits `by`, without a row for each.

        A span begins on one of the days `spans`, in order, and lasts until the next, the last one to `until`,
        which is included; what is before the first is left out. Without spans all days are one.
        """
        ...
