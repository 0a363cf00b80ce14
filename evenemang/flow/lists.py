"""What flow asks of a store about the rows of many dossiers at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from evenemang.flow.action_counts import ActionCount, ActionTrait
from evenemang.flow.incident_counts import IncidentCount, Trait
from evenemang.flow.listing import ActionRow, IncidentRow, RiskRow
from evenemang.flow.risk_counts import RiskCount

if TYPE_CHECKING:  # what asks a store is made of this
    from evenemang.flow.storing import Search


class Lists(Protocol):
    """Lists, and counts, out of the plain columns of all dossiers, or of some.

    What is counted may be of those that a search finds, all of them: its page and its order do not narrow it.
    """

    def actions(
        self,
        *,
        dossiers: Sequence[str] | None = None,
        open_only: bool = False,
        due_before: date | None = None,
    ) -> tuple[ActionRow, ...]:
        """Return actions, the soonest due first."""
        ...

    def action_counts(
        self,
        *,
        by: Collection[ActionTrait],
        dossiers: Sequence[str] | Search | None = None,
        spans: Sequence[date] = (),
    ) -> tuple[ActionCount, ...]:
        """Return how many actions were alike in the traits `by`, without a row for each, in no order.

        Days are told apart by the spans they lie in: each begins on one of the days `spans`, in order, and
        lasts until the next.
        """
        ...

    def risks(self, *, dossiers: Sequence[str] | None = None) -> tuple[RiskRow, ...]:
        """Return accepted risks."""
        ...

    def risk_counts(self, *, dossiers: Sequence[str] | Search | None = None) -> tuple[RiskCount, ...]:
        """Return how many accepted risks were judged alike, without a row for each, in no order."""
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
        dossiers: Sequence[str] | Search | None = None,
        spans: Sequence[date] = (),
        until: date | None = None,
    ) -> tuple[IncidentCount, ...]:
        """Return how many incidents were alike in the traits `by`, without a row for each, in no order.

        A span begins on one of the days `spans`, in order, and lasts until the next, the last one to `until`,
        which is included; what is before the first is left out. Without spans all days are one.
        """
        ...
