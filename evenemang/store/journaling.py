"""The journal in its table: appended to, never changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select

from evenemang.flow.journal import (
    FIRST,
    REMOVED_WHOLE,
    Deed,
    JournalEntry,
    Kind,
    RowUnreadable,
    Source,
    canonical,
)
from evenemang.store.chaining import chained
from evenemang.store.tables import journal
from evenemang.store.tables import record as records

ENDS = ("take-back-list", "take-back-update", REMOVED_WHOLE)
"""The deeds that take a record away: its journal stays, and is no sign that somebody meddled."""

aliased_journal = journal.alias()
MINE = (journal.c.kind == bindparam("k")) & (journal.c.record == bindparam("r"))
ENTRIES = select(journal).where(MINE).order_by(journal.c.version, journal.c.number)
AFTER = ENTRIES.where(journal.c.version > bindparam("v"))
LAST = select(journal.c.hash).where(MINE).order_by(journal.c.version.desc(), journal.c.number.desc()).limit(1)


def append(connection: Connection, kind: Kind, record: str, version: int, deeds: Sequence[Deed]) -> None:
    """Write the deeds of one version after those that are there."""
    if not deeds:
        return
    last = None if version == 1 else connection.execute(LAST, {"k": kind, "r": record}).scalar()
    entries = chained(last or FIRST, kind, record, version, deeds)
    connection.execute(insert(journal), [columns(entry) for entry in entries])


def take(connection: Connection, rows: Sequence[JournalEntry]) -> None:
    """Write rows that were chained elsewhere, as they are."""
    if rows:
        connection.execute(insert(journal), [columns(entry) for entry in rows])


def entries(connection: Connection, kind: Kind, record: str) -> tuple[JournalEntry, ...]:
    """Return a record's journal, oldest first.

    Raises:
        RowUnreadable: If somebody has put something into a row that cannot be one of ours.
    """
    return _entries(connection.execute(ENTRIES, {"k": kind, "r": record}))


def after(connection: Connection, kind: Kind, record: str, version: int) -> tuple[JournalEntry, ...]:
    """Return the rows of a record's journal after a version, oldest first."""
    return _entries(connection.execute(AFTER, {"k": kind, "r": record, "v": version}))


def _entries(rows: Iterable[Row[Any]]) -> tuple[JournalEntry, ...]:
    found: list[JournalEntry] = []
    try:
        found.extend(_entry(row) for row in rows)
    except (ValueError, TypeError) as unreadable:
        raise RowUnreadable(len(found) + 1) from unreadable
    return tuple(found)


def orphans(connection: Connection) -> list[tuple[str, str, int]]:
    """Return the kind and id of records that have a journal but are not there, and how many rows."""
    here = select(records.c.id).where(records.c.kind == journal.c.kind, records.c.id == journal.c.record)
    ends = aliased_journal.c
    ended = select(ends.record).where(
        ends.kind == journal.c.kind, ends.record == journal.c.record, ends.operation.in_(ENDS)
    )
    gone = (~here.exists(), ~ended.exists())
    query = select(journal.c.kind, journal.c.record, func.count()).where(*gone)
    by = (journal.c.kind, journal.c.record)
    return [(kind, one, rows) for kind, one, rows in connection.execute(query.group_by(*by).order_by(*by))]


def columns(entry: JournalEntry) -> dict[str, Any]:
    """Return the columns of a row."""
    deed = entry.deed
    return {
        "kind": entry.kind,
        "record": entry.record,
        "version": entry.version,
        "number": entry.number,
        "operation": deed.operation,
        "touched": deed.touched,
        "by": deed.by,
        "at": deed.at,
        "before": canonical(deed.before),
        "after": canonical(deed.after),
        "salt": entry.salt,
        "digest": entry.digest,
        "hash": entry.hash,
        "source": deed.source.model_dump_json() if deed.source else None,
    }


def _entry(row: Row[Any]) -> JournalEntry:
    return JournalEntry(
        kind=row.kind,
        record=row.record,
        version=row.version,
        number=row.number,
        deed=Deed(
            operation=row.operation,
            touched=row.touched,
            by=row.by,
            at=row.at,
            before=_value(row.before),
            after=_value(row.after),
            source=Source.model_validate_json(row.source) if row.source else None,
        ),
        salt=row.salt,
        digest=row.digest,
        hash=row.hash,
    )


def _value(stored: str | None) -> Any:
    return None if stored is None else json.loads(stored)
