"""Plain columns of a dossier: written with its body, read by lists and statistics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from evenemang.flow.listing import ActionRow, DossierRow, IncidentRow, Projection, RiskRow
from evenemang.store.columns import moment_text
from evenemang.store.files import note_let_go
from evenemang.store.folding import searched
from evenemang.store.tables import (
    action_row,
    attachment_row,
    dossier_row,
    dossier_search,
    incident_row,
    place_row,
    risk_row,
)

NEVER = "~"  # sorts after every moment

PARTS: dict[str, tuple[Table, TypeAdapter[Any]]] = {
    "actions": (action_row, TypeAdapter(tuple[ActionRow, ...])),
    "risks": (risk_row, TypeAdapter(tuple[RiskRow, ...])),
    "incidents": (incident_row, TypeAdapter(tuple[IncidentRow, ...])),
    "attachments": (attachment_row, TypeAdapter(tuple[str, ...])),
    "places": (place_row, TypeAdapter(tuple[str, ...])),
}
NAMES = {attachment_row.name: "file", place_row.name: "place"}  # the column of what is only named
THIS = dossier_row.c.id == bindparam("dossier")
NAMED = ("name", "diary_number", "alias")  # what is searched
DIGESTS = select(
    *(dossier_row.c[f"{part}_digest"] for part in PARTS), *(dossier_row.c[one] for one in ("sorts", *NAMED))
).where(THIS)
REPLACE = update(dossier_row).where(THIS)
FORGET = delete(dossier_search).where(
    dossier_search.c.sorts == bindparam("old"), dossier_search.c.id == bindparam("dossier")
)


def write(connection: Connection, projection: Projection) -> None:
    """Write the rows of a dossier; the parts that are as they were are left alone."""
    dossier = projection.row.id
    digests = {part: _digest(part, projection) for part in PARTS}
    there = connection.execute(DIGESTS, {"dossier": dossier}).one_or_none()
    values = columns(projection, digests)
    if there is None:
        connection.execute(insert(dossier_row), values)
        connection.execute(insert(dossier_search), search_columns(projection))
    else:
        connection.execute(REPLACE, {"dossier": dossier, **values})
        if any(getattr(there, one) != values[one] for one in ("sorts", *NAMED)):
            connection.execute(FORGET, {"old": there.sorts, "dossier": dossier})
            connection.execute(insert(dossier_search), search_columns(projection))
    for position, (part, digest) in enumerate(digests.items()):
        if there is None or there[position] != digest:
            _rewrite(connection, part, dossier, getattr(projection, part))


def remove(connection: Connection, dossiers: Sequence[str]) -> None:
    """Take away the rows of dossiers."""
    note_let_go(connection, dossiers)
    for table, _ in PARTS.values():
        connection.execute(delete(table).where(table.c.dossier.in_(dossiers)))
    for table in (dossier_search, dossier_row):
        connection.execute(delete(table).where(table.c.id.in_(dossiers)))


def sorts(starts: str | None) -> str:
    """Return the column that dossiers are listed by."""
    return starts or NEVER


def columns(projection: Projection, digests: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the columns of a dossier's row, with what its parts are known by."""
    row = projection.row
    known = digests or {part: _digest(part, projection) for part in PARTS}
    return {
        **{f"{part}_digest": digest for part, digest in known.items()},
        **row.__dict__,
        "sorts": _sorts(row),
    }


def search_columns(projection: Projection) -> dict[str, Any]:
    """Return what a dossier is found by."""
    row = projection.row
    return {"sorts": _sorts(row), "id": row.id, "searched": searched(row)}


def _sorts(row: DossierRow) -> str:
    return sorts(moment_text(row.starts) if row.starts else None)


def _digest(part: str, projection: Projection) -> str:
    rows = getattr(projection, part)
    return sha256(PARTS[part][1].dump_json(rows)).hexdigest()


def _rewrite(connection: Connection, part: str, dossier: str, rows: Sequence[Any]) -> None:
    table = PARTS[part][0]
    if table is attachment_row:
        note_let_go(connection, (dossier,))
    connection.execute(delete(table).where(table.c.dossier == dossier))
    if rows:
        connection.execute(insert(table), [_columns(table, dossier, row) for row in rows])


def _columns(table: Table, dossier: str, row: Any) -> dict[str, Any]:
    if isinstance(row, str):
        return {"dossier": dossier, NAMES[table.name]: row}
    columns: dict[str, Any] = row.__dict__
    return columns
