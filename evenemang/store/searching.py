"""Lists and statistics, out of plain columns; no body is opened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, Table, select, tuple_

from evenemang.domain.action import CLOSED
from evenemang.domain.event import LOCAL
from evenemang.flow.listing import DossierRow
from evenemang.flow.storing import Search
from evenemang.store.columns import moment_text
from evenemang.store.folding import folded
from evenemang.store.projecting import sorts
from evenemang.store.tables import action_row, dossier_row, incident_row, risk_row

DAY = timedelta(days=1)
EQUAL = ("officer", "series", "place", "organiser")
COLUMNS = tuple(dossier_row.c[name] for name in DossierRow.model_fields)


def dossiers(search: Search) -> Select[Any]:
    """Return the query of a list of dossiers: one page, by start and id."""
    c = dossier_row.c
    query = select(*COLUMNS).order_by(c.sorts, c.id).limit(search.limit)
    for name in EQUAL:
        wanted = getattr(search, name)
        if wanted is not None:
            query = query.where(c[name] == wanted)
    if search.stage:
        query = query.where(c.stage.in_(search.stage))
    if folded(search.text):
        query = query.where(c.searched.contains(folded(search.text), autoescape=True))
    if search.undated:
        query = query.where(c.starts.is_(None))
    if search.from_list:
        query = query.where(c.from_list.in_(search.from_list))
    if search.among is not None:
        query = query.where(c.id.in_(search.among))
    if search.after:
        starts, last = search.after
        page = (sorts(moment_text(starts) if starts else None), last)
        query = query.where(tuple_(c.sorts, c.id) > tuple_(*page))
    return _dated(query, search)


def _dated(query: Select[Any], search: Search) -> Select[Any]:
    c = dossier_row.c
    if search.starts_from:
        query = query.where(c.starts >= midnight(search.starts_from))
    if search.starts_to:
        query = query.where(c.starts < midnight(search.starts_to + DAY))
    return query


def actions(of: Sequence[str] | None, open_only: bool) -> Select[Any]:
    """Return the query of actions, the soonest due first, those without a day last."""
    c = action_row.c
    query = _of(action_row, of).order_by(c.due.asc().nulls_last(), c.dossier, c.id)
    return query.where(c.status.not_in(CLOSED)) if open_only else query


def risks(of: Sequence[str] | None) -> Select[Any]:
    """Return the query of accepted risks."""
    return _of(risk_row, of).order_by(risk_row.c.dossier, risk_row.c.id)


def incidents(of: Sequence[str] | None, since: date | None, until: date | None) -> Select[Any]:
    """Return the query of incidents, oldest first; `until` is included."""
    c = incident_row.c
    query = _of(incident_row, of).order_by(c.at, c.dossier, c.id)
    if since:
        query = query.where(c.at >= midnight(since))
    if until:
        query = query.where(c.at < midnight(until + DAY))
    return query


def midnight(day: date) -> datetime:
    """Return when a day begins, where the events are."""
    return datetime.combine(day, time.min, LOCAL)


def _of(table: Table, dossiers: Sequence[str] | None) -> Select[Any]:
    query = select(table)
    return query if dossiers is None else query.where(table.c.dossier.in_(dossiers))
