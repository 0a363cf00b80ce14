"""Lists and statistics, out of plain columns; no body is opened."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    Select,
    Table,
    case,
    func,
    literal,
    null,
    select,
    tuple_,
)

from evenemang.domain.action import CLOSED
from evenemang.domain.event import LOCAL
from evenemang.domain.incident import FORESEEN_BY_NONE
from evenemang.flow.action_counts import ACTION_DAYS, ActionTrait
from evenemang.flow.incident_counts import Trait
from evenemang.flow.listing import DossierRow
from evenemang.flow.risk_counts import RISK_TRAITS
from evenemang.flow.storing import Search
from evenemang.store.columns import moment_text
from evenemang.store.folding import folded
from evenemang.store.projecting import NEVER, sorts
from evenemang.store.tables import (
    action_row,
    dossier_row,
    dossier_search,
    incident_row,
    place_row,
    risk_row,
)

Listed = tuple[Column[Any], Column[Any]]
Of = Sequence[str] | Search | None  # which dossiers: their ids, or those that a search finds; None is all

DAY = timedelta(days=1)
EQUAL = ("officer", "series", "organiser")
TRAITS: Mapping[Trait, ColumnElement[Any]] = {  # what incidents are told apart by
    "dossier": incident_row.c.dossier,
    "type": incident_row.c.type,
    "severity": incident_row.c.severity,
    "foreseen": case(
        (incident_row.c.foreseen.is_(None), null()),
        (incident_row.c.foreseen == FORESEEN_BY_NONE, literal(0, Integer)),
        else_=literal(1, Integer),
    ),
}
COLUMNS = tuple(dossier_row.c[name] for name in DossierRow.model_fields)


def dossiers(search: Search) -> Select[Any]:
    """Return the query of a list of dossiers: one page, by start and id."""
    query, listed = _found(select(*COLUMNS), search)
    return _paged(query.limit(search.limit), search, listed)


def _found(query: Select[Any], search: Search) -> tuple[Select[Any], Listed]:
    """Narrow a query of dossiers to what is searched for; return what the list is sorted by, too."""
    c, text = dossier_row.c, folded(search.text)
    listed = c.sorts, c.id
    if text:  # looked for in the narrow table, in the order of the list; the rest is read of what fits
        listed = dossier_search.c.sorts, dossier_search.c.id
        query = query.join(dossier_search, dossier_search.c.id == c.id)
        query = query.where(dossier_search.c.searched.contains(text, autoescape=True))
    for name in EQUAL:
        wanted = getattr(search, name)
        if wanted is not None:
            query = query.where(c[name] == wanted)
    if search.place is not None:
        there = select(place_row.c.dossier).where(place_row.c.place == search.place)
        query = query.where(c.id.in_(there))
    if search.officers:
        query = query.where(c.officer.in_(search.officers))
    if search.stage:
        query = query.where(c.stage.in_(search.stage))
    if search.from_list:
        query = query.where(c.from_list.in_(search.from_list))
    if search.evaluated_from:
        query = query.where(c.evaluated_on >= search.evaluated_from)
    if search.among is not None:  # what a guest sees
        query = query.where(c.id.in_(search.among))
    return _dated(query, search, listed[0]), listed


def _paged(query: Select[Any], search: Search, listed: Listed) -> Select[Any]:
    back = search.newest_first
    if search.after:
        starts, last = search.after
        page = tuple_(sorts(moment_text(starts) if starts else None), last)
        query = query.where(tuple_(*listed) < page if back else tuple_(*listed) > page)
    return query.order_by(*(one.desc() if back else one for one in listed))


def _dated(query: Select[Any], search: Search, by: Column[Any]) -> Select[Any]:
    """Narrow by time on the column that the list is sorted by: what is before and after is not looked at."""
    if search.undated:
        query = query.where(by == NEVER)
    if search.starts_from or search.starts_to:
        query = query.where(by < NEVER)
    if search.starts_from:
        query = query.where(by >= moment_text(midnight(search.starts_from)))
    if search.starts_to:
        query = query.where(by < moment_text(midnight(search.starts_to + DAY)))
    return query


def actions(of: Sequence[str] | None, open_only: bool, due_before: date | None) -> Select[Any]:
    """Return the query of actions, the soonest due first, those without a day last."""
    c = action_row.c
    query = _of(action_row, of).order_by(c.due.asc().nulls_last(), c.dossier, c.id)
    if due_before:
        query = query.where(c.due < due_before)
    return query.where(c.status.not_in(CLOSED)) if open_only else query


def action_counts(by: Collection[ActionTrait], of: Of, spans: Sequence[date]) -> Select[Any]:
    """Return the query of how many actions were alike; each day by the number of its span, 0 before all."""
    c = action_row.c
    traits = ((one, _in_span(c[one], spans) if one in ACTION_DAYS else c[one]) for one in by)
    return _alike(action_row, of, [what.label(one) for one, what in traits])


def risks(of: Sequence[str] | None) -> Select[Any]:
    """Return the query of accepted risks."""
    return _of(risk_row, of).order_by(risk_row.c.dossier, risk_row.c.id)


def risk_counts(of: Of) -> Select[Any]:
    """Return the query of how many accepted risks were judged alike."""
    return _alike(risk_row, of, [risk_row.c[one] for one in RISK_TRAITS])


def incidents(
    of: Sequence[str] | None, since: date | None, until: date | None, open_only: bool
) -> Select[Any]:
    """Return the query of incidents, oldest first; `until` is included."""
    c = incident_row.c
    query = _between(_of(incident_row, of), since, until).order_by(c.at, c.dossier, c.id)
    return query.where(c.closed.is_(None)) if open_only else query


def incident_counts(by: Collection[Trait], of: Of, spans: Sequence[date], until: date | None) -> Select[Any]:
    """Return the query of how many incidents were alike, in each span of days by its number.

    Where there is but one span it is not told: what is grouped by a column alone need not be sorted.
    """
    told_apart: list[ColumnElement[Any]] = [TRAITS[one].label(one) for one in by]
    if len(spans) > 1 or not by:
        told_apart.append(_span(incident_row.c.at, [midnight(day) for day in spans[1:]]).label("span"))
    return _alike(incident_row, of, told_apart, spans[0] if spans else None, until)


def _alike(
    table: Table,
    of: Of,
    told_apart: Sequence[ColumnElement[Any]],
    since: date | None = None,
    until: date | None = None,
) -> Select[Any]:
    """Return the query of how many rows were alike.

    What they are told apart by is worked out inside: PostgreSQL groups by no expression that holds a value.
    """
    every = _of(table, of).with_only_columns(*told_apart, maintain_column_froms=True)
    alike = _between(every, since, until).subquery().c
    return select(*alike, func.count().label("together")).group_by(*alike)


def _in_span(day: Column[Any], spans: Sequence[date]) -> ColumnElement[Any]:
    return case((day.is_(None), null()), else_=_span(day, spans))


def _span(when: Column[Any], ends: Sequence[date]) -> ColumnElement[int]:
    """Return the number of the span that a day or a moment lies in: the first ends where `ends` begins."""
    last = literal(len(ends), Integer)
    return case(*((when < end, number) for number, end in enumerate(ends)), else_=last) if ends else last


def _between(query: Select[Any], since: date | None, until: date | None) -> Select[Any]:
    at = incident_row.c.at
    if since:
        query = query.where(at >= midnight(since))
    if until:
        query = query.where(at < midnight(until + DAY))
    return query


def midnight(day: date) -> datetime:
    """Return when a day begins, where the events are."""
    return datetime.combine(day, time.min, LOCAL)


def _of(table: Table, dossiers: Of) -> Select[Any]:
    query = select(table)
    if dossiers is None:
        return query
    ids = _found(select(dossier_row.c.id), dossiers)[0] if isinstance(dossiers, Search) else dossiers
    return query.where(table.c.dossier.in_(ids))
