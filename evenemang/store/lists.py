"""Lists and statistics out of their plain columns: no body is opened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Row

from evenemang.domain.text import Frozen
from evenemang.flow.action_counts import ACTION_DAYS, ActionCount, ActionTrait
from evenemang.flow.incident_counts import IncidentCount, Trait
from evenemang.flow.listing import ActionRow, DossierRow, IncidentRow, RiskRow
from evenemang.flow.risk_counts import RiskCount
from evenemang.flow.storing import Search
from evenemang.store import searching
from evenemang.store.part import SqlPart

Told = TypeVar("Told", bound=Frozen)


class SqlLists(SqlPart):
    """The part of the store in a database that lists and counts."""

    def dossiers(self, search: Search) -> tuple[DossierRow, ...]:
        """Return rows, the soonest event first, those without a date last; or turned round."""
        rows = self._rows(searching.dossiers(search))
        return _told(DossierRow, rows)

    def actions(
        self,
        *,
        dossiers: Sequence[str] | None = None,
        open_only: bool = False,
        due_before: date | None = None,
    ) -> tuple[ActionRow, ...]:
        """Return actions, the soonest due first."""
        rows = self._rows(searching.actions(dossiers, open_only, due_before))
        return _told(ActionRow, rows)

    def action_counts(
        self,
        *,
        by: Collection[ActionTrait],
        dossiers: searching.Of = None,
        spans: Sequence[date] = (),
    ) -> tuple[ActionCount, ...]:
        """Return how many actions were alike in the traits `by`, days told apart by the spans they lie in."""
        rows = self._rows(searching.action_counts(by, dossiers, spans))
        return tuple(_action_count(row, by, spans) for row in rows)

    def risks(self, *, dossiers: Sequence[str] | None = None) -> tuple[RiskRow, ...]:
        """Return accepted risks."""
        rows = self._rows(searching.risks(dossiers))
        return _told(RiskRow, rows)

    def risk_counts(self, *, dossiers: searching.Of = None) -> tuple[RiskCount, ...]:
        """Return how many accepted risks were judged alike."""
        return tuple(
            RiskCount(count, *alike) for *alike, count in self._rows(searching.risk_counts(dossiers))
        )

    def incidents(
        self,
        *,
        dossiers: Sequence[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        open_only: bool = False,
    ) -> tuple[IncidentRow, ...]:
        """Return incidents, oldest first; `until` is included."""
        rows = self._rows(searching.incidents(dossiers, since, until, open_only))
        return _told(IncidentRow, rows)

    def incident_counts(
        self,
        *,
        by: Collection[Trait],
        dossiers: searching.Of = None,
        spans: Sequence[date] = (),
        until: date | None = None,
    ) -> tuple[IncidentCount, ...]:
        """Return how many incidents were alike in the traits `by`, in each span of days."""
        rows = self._rows(searching.incident_counts(by, dossiers, spans, until))
        return tuple(_count(row, spans) for row in rows)


def _count(row: Row[Any], spans: Sequence[date]) -> IncidentCount:
    alike = row._asdict()
    count, span = alike.pop("together"), alike.pop("span", 0)
    if alike.get("foreseen") is not None:
        alike["foreseen"] = bool(alike["foreseen"])  # no engine groups by a truth value as another does
    return IncidentCount(count=count, since=spans[span] if spans else None, **alike)


def _action_count(row: Sequence[Any], by: Collection[ActionTrait], spans: Sequence[date]) -> ActionCount:
    *traits, count = row
    firsts = (date.min, *spans)
    alike = {
        one: firsts[value] if one in ACTION_DAYS and value is not None else value
        for one, value in zip(by, traits, strict=True)
    }
    return ActionCount(count=count, **alike)


def _told(model: type[Told], rows: Sequence[Any]) -> tuple[Told, ...]:
    """Return rows of a table as its models; to check them is quicker than to build them unchecked."""
    names = rows[0]._fields if rows else ()
    return tuple(model.model_validate(dict(zip(names, row, strict=True))) for row in rows)
