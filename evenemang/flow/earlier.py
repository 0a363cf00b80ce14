"""What was held before: the same event in other years, and what the place and the organiser have seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL
from evenemang.domain.past import ListNote
from evenemang.flow.listing import DossierRow
from evenemang.flow.past.making import base_name, series_of
from evenemang.flow.storing import Search
from evenemang.flow.workspace import Workspace

Why = Literal["series", "place", "organiser"]
LOOK_BACK = timedelta(days=5 * 366)  # at the place and by the organiser; the same event however long ago
MOST = 1000  # rows read of each kind
FEW = 8  # events shown


@dataclass(frozen=True)
class Earlier:
    """One event that was held before, why it is told of, and what is known of how it went."""

    row: DossierRow
    why: Why
    incidents: int | None  # None: nobody logged them here, which is not 0
    notes: tuple[ListNote, ...]  # of the list it came from


def earlier(workspace: Workspace, dossier: Dossier) -> tuple[Earlier, ...]:
    """Return what was held before an event: the same event first, the latest on top."""
    before = dossier.event.start or workspace.now()
    found: dict[str, tuple[Why, DossierRow]] = {}
    for why, row in _alike(workspace, dossier, before):
        held = row.starts is not None and row.starts < before and row.stage != "cancelled"
        if held and row.id != dossier.id:
            found.setdefault(row.id, (why, row))
    newest = sorted(found.values(), key=lambda one: one[1].starts or before, reverse=True)
    chosen = sorted(newest, key=lambda one: one[0] != "series")[:FEW]
    return tuple(_told(workspace, why, row) for why, row in chosen)


def _alike(workspace: Workspace, dossier: Dossier, before: datetime) -> Iterator[tuple[Why, DossierRow]]:
    event, store = dossier.event, workspace.store
    last = before.astimezone(LOCAL).date()
    # What a list told of has its series from its name: an event that nobody has put in one is found by that.
    for series in dict.fromkeys((event.series, series_of(base_name(event.name)))):
        if series:
            rows = store.dossiers(Search(series=series, starts_to=last, limit=MOST))
            yield from (("series", row) for row in rows)
    since = max(date(1, 1, 2), last - LOOK_BACK)
    if event.place:
        near = Search(place=event.place, starts_from=since, starts_to=last, limit=MOST)
        yield from (("place", row) for row in store.dossiers(near))
    if event.organiser:
        near = Search(organiser=event.organiser, starts_from=since, starts_to=last, limit=MOST)
        yield from (("organiser", row) for row in store.dossiers(near))


def _told(workspace: Workspace, why: Why, row: DossierRow) -> Earlier:
    told = workspace.dossier(row.id).record.from_list if row.from_list else None
    incidents = None if row.stage == "past" else len(workspace.store.incidents(dossiers=[row.id]))
    return Earlier(row, why, incidents, told.notes if told else ())
