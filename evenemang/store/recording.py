"""Records in their table: one row each, whole, with a version that only goes up."""

from __future__ import annotations

from collections.abc import Sequence
from time import time_ns
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from evenemang.domain.dossier import SCHEMA
from evenemang.domain.errors import LostRace
from evenemang.domain.lesson import Lesson
from evenemang.flow.journal import Kind
from evenemang.flow.storing import Record, Stored
from evenemang.store import outbox, projecting
from evenemang.store.lifting import opened
from evenemang.store.tables import journal, record, returned, workbook, workbook_file

c = record.c
AFTER_PREFIX = "~"  # sorts after every character that an id may have
NUL = "\0"  # a server takes no text with it in, not even to look for
CANDIDATES = 5  # named when a prefix fits several
THIS = (c.kind == bindparam("k")) & (c.id == bindparam("i"))
WHOLE = (c.id, c.version, c.schema, c.body)
LOAD = select(*WHOLE).where(THIS)
IS_ID = select(c.id).where(THIS)
CONCERNING: Select[Any] = select(*WHOLE).where(
    c.kind == "lesson",
    or_(c.place.is_(None), c.place.in_(bindparam("places", expanding=True))),
    or_(c.organiser.is_(None), c.organiser == bindparam("organiser")),
)
REPLACE = update(record).where(THIS, c.version == bindparam("expected"))


def columns(one: Record) -> dict[str, Any]:
    """Return the columns of a record, all but what it has from its first day."""
    about = one.concerns if isinstance(one, Lesson) else None
    return {
        "schema": SCHEMA,
        "alias": getattr(one, "alias", None),
        "place": about.place if about else None,
        "organiser": about.organiser if about else None,
        "body": one.model_dump_json(),
    }


def add(
    connection: Connection,
    kind: Kind,
    one: Record,
    values: dict[str, Any],
    *,
    example: bool,
    version: int = 1,
) -> None:
    """Write a new record.

    Raises:
        LostRace: If somebody has written one with that id.
    """
    first = {"kind": kind, "id": one.id, "version": version, "created": time_ns(), "example": example}
    try:
        connection.execute(insert(record), {**first, **values})
    except IntegrityError as taken:
        raise LostRace(f"{kind} {one.id} is there already") from taken


def replace(
    connection: Connection, kind: Kind, record_id: str, values: dict[str, Any], expected: int
) -> None:
    """Write the next version of a record.

    Raises:
        LostRace: If the stored version is not `expected`.
    """
    named = {"k": kind, "i": record_id, "expected": expected}
    done = connection.execute(REPLACE, {**named, **values, "version": expected + 1})
    if done.rowcount != 1:
        raise LostRace(f"{kind} {record_id} is not at {expected}")


def load(connection: Connection, kind: Kind, record_id: str) -> Row[*tuple[Any, ...]] | None:
    """Return the row of a record, or None."""
    if NUL in record_id:
        return None
    return connection.execute(LOAD, {"k": kind, "i": record_id}).one_or_none()


def stored(kind: Kind, row: Row[Any]) -> Stored[Record]:
    """Return the record of a row."""
    return Stored(opened(kind, row.id, row.schema, row.body), row.version)


def is_id(connection: Connection, kind: Kind, handle: str) -> bool:
    """Whether a record has this id."""
    return NUL not in handle and connection.execute(IS_ID, {"k": kind, "i": handle}).first() is not None


def answering(connection: Connection, kind: Kind, handle: str) -> Sequence[str]:
    """Return the ids with this alias; without any, some of those that begin so."""
    if not handle or NUL in handle:
        return ()
    mine = select(c.id).where(c.kind == kind).order_by(c.id).limit(CANDIDATES)
    by_alias = connection.execute(mine.where(c.alias == handle)).scalars().all()
    begins = (c.id >= handle) & (c.id < handle + AFTER_PREFIX)
    return by_alias or connection.execute(mine.where(begins)).scalars().all()


def examples(kind: Kind) -> Select[Any]:
    """Return the query of the ids that belong to the example year."""
    return select(c.id).where(c.kind == kind, c.example)


def every(kind: Kind) -> Select[Any]:
    """Return the query of all records of a kind, by id."""
    return select(*WHOLE).where(c.kind == kind).order_by(c.id)


def ids(kind: Kind) -> Select[Any]:
    """Return the query of all ids of a kind, oldest first."""
    return select(c.id).where(c.kind == kind).order_by(c.created, c.id)


def lessons(connection: Connection, places: Sequence[str], organiser: str | None) -> tuple[Lesson, ...]:
    """Return the lessons that name none but these places and this organiser, oldest first."""
    rows = connection.execute(CONCERNING, {"places": list(places), "organiser": organiser})
    found = [cast(Lesson, stored("lesson", row).record) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.noted.at, one.id)))


def remove_example(connection: Connection) -> int:
    """Take away every record of the example year with all that hangs on it, and return how many."""
    found = connection.execute(select(c.kind, c.id).where(c.example)).all()
    for kind in {row.kind for row in found}:
        mine = [row.id for row in found if row.kind == kind]
        for table in (journal, workbook, workbook_file, returned):
            connection.execute(delete(table).where(table.c.kind == kind, table.c.record.in_(mine)))
        if kind == "dossier":
            projecting.remove(connection, mine)
    connection.execute(delete(record).where(c.example))
    for kind in {row.kind for row in found} - {"dossier"}:
        outbox.mark_register(connection, kind)
    return len(found)
