"""Lists and statistics in memory, out of the same rows as a database has in its columns."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from datetime import date

from evenemang.domain.action import CLOSED
from evenemang.flow.action_counts import ActionCount, ActionTrait, count_actions
from evenemang.flow.incident_counts import IncidentCount, Trait, count_rows
from evenemang.flow.listing import ActionRow, DossierRow, IncidentRow, Projection, RiskRow
from evenemang.flow.risk_counts import RiskCount, count_risks
from evenemang.flow.storing import Search
from evenemang.store.sifting import between, fits, is_after, of, place_in_list

LATEST = date.max


class MemoryLists(ABC):
    """The part of the store in memory that lists and counts."""

    @abstractmethod
    def _rows(self) -> list[Projection]: ...

    def dossiers(self, search: Search) -> tuple[DossierRow, ...]:
        """Return rows, the soonest event first, those without a date last; or turned round."""
        after = place_in_list(*search.after) if search.after else None
        found = [
            row
            for row, fitting in ((one.row, fits(one, search)) for one in self._rows())
            if fitting
            and (after is None or is_after(place_in_list(row.starts, row.id), after, search.newest_first))
        ]
        found.sort(key=lambda row: place_in_list(row.starts, row.id), reverse=search.newest_first)
        return tuple(found[: search.limit])

    def actions(
        self,
        *,
        dossiers: Sequence[str] | None = None,
        open_only: bool = False,
        due_before: date | None = None,
    ) -> tuple[ActionRow, ...]:
        """Return actions, the soonest due first."""
        rows = of(dossiers, (row for one in self._rows() for row in one.actions))
        wanted = [
            row
            for row in rows
            if not (open_only and row.status in CLOSED)
            and (due_before is None or (row.due is not None and row.due < due_before))
        ]
        return tuple(sorted(wanted, key=lambda row: (row.due or LATEST, row.dossier, row.id)))

    def action_counts(
        self,
        *,
        by: Collection[ActionTrait],
        dossiers: Sequence[str] | Search | None = None,
        spans: Sequence[date] = (),
    ) -> tuple[ActionCount, ...]:
        """Return how many actions were alike in the traits `by`, days told apart by the spans they lie in."""
        return count_actions(self.actions(dossiers=self._ids(dossiers)), by, spans)

    def risks(self, *, dossiers: Sequence[str] | None = None) -> tuple[RiskRow, ...]:
        """Return accepted risks."""
        rows = of(dossiers, (row for one in self._rows() for row in one.risks))
        return tuple(sorted(rows, key=lambda row: (row.dossier, row.id)))

    def risk_counts(self, *, dossiers: Sequence[str] | Search | None = None) -> tuple[RiskCount, ...]:
        """Return how many accepted risks were judged alike."""
        return count_risks(self.risks(dossiers=self._ids(dossiers)))

    def incidents(
        self,
        *,
        dossiers: Sequence[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        open_only: bool = False,
    ) -> tuple[IncidentRow, ...]:
        """Return incidents, oldest first; `until` is included."""
        rows = of(dossiers, (row for one in self._rows() for row in one.incidents))
        dated = [row for row in rows if between(row.at, since, until)]
        wanted = (row for row in dated if row.closed is None or not open_only)
        return tuple(sorted(wanted, key=lambda row: (row.at, row.dossier, row.id)))

    def incident_counts(
        self,
        *,
        by: Collection[Trait],
        dossiers: Sequence[str] | Search | None = None,
        spans: Sequence[date] = (),
        until: date | None = None,
    ) -> tuple[IncidentCount, ...]:
        """Return how many incidents were alike in the traits `by`, in each span of days."""
        return count_rows(self.incidents(dossiers=self._ids(dossiers), until=until), by, spans)

    def _ids(self, dossiers: Sequence[str] | Search | None) -> Sequence[str] | None:
        if not isinstance(dossiers, Search):
            return dossiers
        return [one.row.id for one in self._rows() if fits(one, dossiers)]
