"""What the workbooks in the folders were when they were written, and what people have changed there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from typing import Any, cast, get_args

from sqlalchemy import Connection, delete, insert, select, tuple_, update

from evenemang.flow.books import Book, Footprint, Held, Key, Returned, Why
from evenemang.flow.journal import Kind
from evenemang.store.tables import returned, workbook, workbook_file

c, f, r = workbook.c, workbook_file.c, returned.c
BOOKS = select(c.kind, c.record, c.written, c.file, c.named, c.why, c.since, c.tries, c.queued)
FILES = select(f.kind, f.record, f.path, f.digest, f.cells, f.coming)
WHYS: tuple[Why, ...] = get_args(Why)


def announce(
    connection: Connection, kind: Kind, record: str, files: Sequence[Footprint], there: Sequence[str]
) -> None:
    """Keep what is about to be written; of what was announced before, only what was really written stays."""
    mine = (f.kind == kind, f.record == record)
    connection.execute(delete(workbook_file).where(*mine, f.coming, f.digest.not_in(there)))
    connection.execute(update(workbook_file).where(*mine).values(coming=False))
    for one in files:
        connection.execute(delete(workbook_file).where(*mine, f.path == one.path, f.digest == one.digest))
        row = {"kind": kind, "record": record, **asdict(one), "coming": True}
        connection.execute(insert(workbook_file), row)


def settle(connection: Connection, kind: Kind, record: str) -> None:
    """Say that what was coming is there now, and nothing else."""
    mine = (f.kind == kind, f.record == record)
    connection.execute(delete(workbook_file).where(*mine, f.coming.is_(False)))
    connection.execute(update(workbook_file).where(*mine).values(coming=False))


def book(connection: Connection, kind: Kind, record: str) -> Book:
    """Return what is known of one workbook."""
    row = connection.execute(BOOKS.where(c.kind == kind, c.record == record)).one_or_none()
    if row is None:
        return Book(kind, record)
    return _book(row, _files(connection, [(kind, record)]).get((kind, record), []))


def books(connection: Connection, after: Key | None, limit: int | None) -> tuple[Book, ...]:
    """Return what is known of the workbooks, in order."""
    query = BOOKS.order_by(c.kind, c.record).limit(limit)
    rows = connection.execute(
        query.where(tuple_(c.kind, c.record) > tuple_(*after)) if after else query
    ).all()
    files = _files(connection, [(row.kind, row.record) for row in rows] if limit else None)
    return tuple(_book(row, files.get((row.kind, row.record), [])) for row in rows)


def _files(connection: Connection, keys: Sequence[Key] | None) -> dict[Key, list[Footprint]]:
    query = FILES.order_by(f.path, f.digest)
    if keys is not None:
        if not keys:
            return {}
        first, last = min(keys), max(keys)
        query = query.where(
            tuple_(f.kind, f.record) >= tuple_(*first), tuple_(f.kind, f.record) <= tuple_(*last)
        )
    found: dict[Key, list[Footprint]] = {}
    for row in connection.execute(query):
        one = Footprint(row.path, row.digest, row.cells, row.coming)
        found.setdefault((row.kind, row.record), []).append(one)
    return found


def _book(row: Any, files: Iterable[Footprint]) -> Book:
    held = Held(row.since, cast(Why, row.why), row.tries) if row.why in WHYS and row.since else None
    named = row.named or row.file
    stale = row.queued is not None
    return Book(row.kind, row.record, row.written, row.file, named, tuple(files), held, stale)


def set_aside(connection: Connection, one: Returned) -> None:
    """Keep a workbook that was set aside; found again, it is the same."""
    same = (r.kind == one.kind, r.record == one.record, r.digest == one.digest)
    connection.execute(delete(returned).where(*same))
    connection.execute(insert(returned), asdict(one))


def returns(connection: Connection, kind: Kind | None, record: str | None) -> tuple[Returned, ...]:
    """Return what was set aside, oldest first."""
    query = select(*(r[one.name] for one in fields(Returned))).order_by(r.found, r.path)
    if kind:
        query = query.where(r.kind == kind)
    if record:
        query = query.where(r.record == record)
    return tuple(Returned(**row._mapping) for row in connection.execute(query))
