"""Which rows a list shows and in what order, for the store in memory; a database does it by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar

from evenemang.domain.event import LOCAL
from evenemang.flow.listing import ActionRow, IncidentRow, Projection, RiskRow
from evenemang.flow.storing import Search
from evenemang.store.folding import folded, searched

Row = TypeVar("Row", ActionRow, RiskRow, IncidentRow)
EQUAL = ("officer", "series", "organiser")
NEVER = datetime.max.replace(tzinfo=LOCAL)


def fits(found: Projection, search: Search) -> bool:
    """Whether a dossier is among those searched for."""
    row = found.row
    dated = search.starts_from or search.starts_to
    return (
        folded(search.text) in searched(row)
        and all(getattr(search, name) in (None, getattr(row, name)) for name in EQUAL)
        and (search.place is None or search.place in found.places)
        and (not search.officers or row.officer in search.officers)
        and (not search.stage or row.stage in search.stage)
        and not (search.undated and row.starts)
        and (search.among is None or row.id in search.among)
        and (
            search.evaluated_from is None
            or (row.evaluated_on is not None and row.evaluated_on >= search.evaluated_from)
        )
        and (not search.from_list or row.from_list in search.from_list)
        and (
            not dated
            or (row.starts is not None and between(row.starts, search.starts_from, search.starts_to))
        )
    )


def between(moment: datetime, first: date | None, last: date | None) -> bool:
    """Whether a moment falls between two days, both included."""
    day = moment.astimezone(LOCAL).date()
    return (first is None or day >= first) and (last is None or day <= last)


def place_in_list(starts: datetime | None, record: str) -> tuple[bool, datetime, str]:
    """Return where a dossier stands in the list: the soonest first, those without a date last."""
    return (starts is None, starts or NEVER, record)


def is_after(place: tuple[bool, datetime, str], last: tuple[bool, datetime, str], newest_first: bool) -> bool:
    """Whether a place in the list comes after the last one shown."""
    return place < last if newest_first else place > last


def of(dossiers: Sequence[str] | None, rows: Iterable[Row]) -> list[Row]:
    """Return the rows of some dossiers, or of all."""
    return [row for row in rows if dossiers is None or row.dossier in dossiers]
