"""A whole database copied to another, whatever the engines: everything, compared, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, MetaData, Row, Table, func, insert, select
from sqlalchemy.types import TypeDecorator, TypeEngine

from evenemang.domain.errors import NotEmpty
from evenemang.domain.text import Text
from evenemang.store import engines
from evenemang.store.opening import open_engine
from evenemang.store.refusing import refusal, told
from evenemang.store.tables import metadata, record

BATCH = 500  # rows of at most a few hundred kB each
NOTHING = Text(sv="där finns ingen databas att kopiera.", en="there is no database to copy.")

Advance = Callable[[int, int], None]
"""Told how many of how many rows are done; each is counted twice, when copied and when compared."""


@dataclass(frozen=True)
class Copied:
    """How many rows were copied, by table, and whether somebody has written in the source meanwhile."""

    rows: dict[str, int]
    moved_on: bool


def copy_all(source: str | Path, target: str | Path, advance: Advance) -> Copied:
    """Copy every row of every table to an empty database, in one transaction that ends with a comparison.

    Raises:
        NotEmpty: If the target holds something.
        StoreUnfit: If one of them cannot be used, or the copy is not equal; the target is left empty.
    """
    if isinstance(source, Path) and not source.exists():
        raise refusal(source, NOTHING)
    here, there = open_engine(source), None
    try:
        there = open_engine(target)
        with told(engines.shown(source)), engines.reader(here).connect() as reading:
            moment = _moment(reading)
            with told(engines.shown(target)), engines.writer(there).begin() as writing:
                engines.alone(writing)
                _refuse_full(writing, target)
                rows = _copied(reading, writing, target, advance)
        engines.take_stock(there)
        return Copied(rows, moved_on=_now(here) != moment)
    finally:
        here.dispose()
        if there is not None:
            there.dispose()


def _copied(reading: Connection, writing: Connection, target: str | Path, advance: Advance) -> dict[str, int]:
    tables = [_plain(one) for one in metadata.sorted_tables]
    rows = {one.name: reading.execute(select(func.count()).select_from(one)).scalar_one() for one in tables}
    done, total = 0, 2 * sum(rows.values())
    for table in tables:
        for batch in _read(reading, table).partitions(BATCH):
            writing.execute(insert(table), [dict(row._mapping) for row in batch])
            advance(done := done + len(batch), total)
    for table in tables:
        for count in _compared(reading, writing, table, target):
            advance(done := done + count, total)
    return rows


def _compared(reading: Connection, writing: Connection, table: Table, target: str | Path) -> Iterator[int]:
    """Hold each row against its copy, in the order of their keys."""
    keys = [one.name for one in table.primary_key]
    pairs = zip_longest(
        chain.from_iterable(_read(reading, table).partitions(BATCH)),
        chain.from_iterable(_read(writing, table).partitions(BATCH)),
    )
    for one, copy in pairs:
        if one is None or copy is None or tuple(one) != tuple(copy):
            found = one if one is not None else copy
            raise refusal(engines.shown(target), _unlike(table.name, found, keys))
        yield 1


def _read(connection: Connection, table: Table) -> Any:
    order = (engines.in_bytes(connection, key) for key in table.primary_key)
    return connection.execute(select(table).order_by(*order), execution_options={"yield_per": BATCH})


def _refuse_full(connection: Connection, target: str | Path) -> None:
    if any(connection.execute(select(one).limit(1)).first() for one in metadata.sorted_tables):
        raise NotEmpty("the target holds something", where=engines.shown(target))


def _moment(connection: Connection) -> Row[Any]:
    return connection.execute(select(func.count(), func.sum(record.c.version))).one()


def _now(engine: Engine) -> Row[Any]:
    with engine.connect() as connection:
        return _moment(connection)


def _plain(table: Table) -> Table:
    """Return the table with what is stored in it as it is stored: nothing is understood on the way."""
    return Table(
        table.name,
        MetaData(),
        *(Column(one.name, _stored(one.type), primary_key=one.primary_key) for one in table.columns),
    )


def _stored(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


def _unlike(table: str, row: Any, keys: Sequence[str]) -> Text:
    which = ", ".join(str(row._mapping[key]) for key in keys)
    return Text(
        sv=f"kopian blev inte lik: {table} {which}. Inget är kopierat. Försök igen.",
        en=f"the copy is not equal: {table} {which}. Nothing is copied. Try again.",
    )
