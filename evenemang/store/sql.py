"""The store in a database: SQLite in the data folder, PostgreSQL by URL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from evenemang.domain.errors import NotFound
from evenemang.domain.lesson import Lesson
from evenemang.domain.text import Text
from evenemang.flow.books import Book, Footprint, Key, Lease, Returned, Why
from evenemang.flow.journal import Deed, JournalEntry, Kind
from evenemang.flow.listing import Projection
from evenemang.flow.storing import Record, Redaction, Removal, Save, Store, Stored
from evenemang.store import (
    engines,
    footprints,
    journaling,
    outbox,
    projecting,
    recording,
    redacting,
    removing,
)
from evenemang.store.ballots import SqlBallots
from evenemang.store.example import IS_LOADING, LOADING, is_example
from evenemang.store.files import SqlFiles
from evenemang.store.handles import only
from evenemang.store.lifting import remember
from evenemang.store.lists import SqlLists
from evenemang.store.opening import open_engine
from evenemang.store.presence import SqlPresences
from evenemang.store.refusing import told
from evenemang.store.stamps import SqlStamps
from evenemang.store.tables import setting
from evenemang.store.verifying import broken_chains, orphaned
from evenemang.store.visits import SqlVisits


class SqlStore(SqlVisits, SqlPresences, SqlBallots, SqlLists, SqlStamps, SqlFiles):
    """Keeps records in a database. One for all threads of a process; nothing is kept in it."""

    def __init__(self, where: str | Path) -> None:
        """Open the database at a path or a URL, and bring its tables to the newest form.

        Raises:
            StoreUnfit: If it cannot be used.
        """
        self.where = engines.shown(where)
        self._engine = open_engine(where)
        self._reader = engines.reader(self._engine)
        self._asker = engines.asker(self._engine)
        self._writer = engines.writer(self._engine)
        self._turn = engines.turn(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def identify(self, kind: Kind, handle: str) -> str:
        """Return the id behind an id, an alias or a unique prefix of an id."""
        with self._reading() as connection:
            if recording.is_id(connection, kind, handle):
                return handle
            return only(handle, recording.answering(connection, kind, handle))

    def load(self, kind: Kind, record_id: str) -> Stored[Record]:
        """Return the newest version of a record."""
        with self._asking() as connection:
            found = recording.load(connection, kind, record_id)
        if found is None:
            raise NotFound("no such record", what=record_id)
        return recording.stored(kind, found)

    def save(
        self,
        kind: Kind,
        record: Record,
        *,
        expected: int,
        deeds: Sequence[Deed],
        projection: Projection | None = None,
    ) -> int:
        """Write a record as version `expected` + 1, and mark its workbook stale."""
        one = Save(kind, record, expected, deeds, projection)
        columns = recording.columns(record)
        with self._writing() as connection:
            version = _write(connection, one, columns)
        if kind == "dossier":
            remember(record.id, columns["body"], record)
        return version

    def save_all(
        self, saves: Sequence[Save], *, once: Sequence[str] = (), without: Sequence[Removal] = ()
    ) -> None:
        """Write several records in one transaction, and take those `without` away: all of it, or nothing."""
        columns = [recording.columns(one.record) for one in saves]
        with self._writing() as connection:
            removing.once(connection, once)
            for one, of in zip(saves, columns, strict=True):
                _write(connection, one, of)
            removing.remove(connection, without)

    def remove_all(self, removals: Sequence[Removal]) -> None:
        """Take several records away in one transaction, with all but their journals: all of them, or none."""
        with self._writing() as connection:
            removing.remove(connection, removals)

    def redact(self, redaction: Redaction) -> None:
        """Remove by rule, in one transaction."""
        columns = recording.columns(redaction.record) if redaction.record else None
        with self._writing() as connection:
            redacting.redact(connection, redaction, columns)

    def scrub(self) -> bool:
        """Write over what the database's own files keep of what was removed; False: in use, or no room."""
        with told(self.where), self._turn:
            return engines.scrub(self._engine)

    def take(
        self,
        kind: Kind,
        record: Record,
        *,
        version: int,
        journal: Sequence[JournalEntry],
        example: bool = False,
        projection: Projection | None = None,
    ) -> None:
        """Write a record that is not here, with its version and its journal as they were elsewhere."""
        columns = recording.columns(record)
        example = is_example(record, IS_LOADING if example else None)
        with self._writing() as connection:
            recording.add(connection, kind, record, columns, example=example, version=version)
            journaling.take(connection, journal)
            if projection:
                projecting.write(connection, projection)
            outbox.mark(connection, kind, record.id, version)

    def examples(self, kind: Kind) -> frozenset[str]:
        """Return the ids of a kind that belong to the example year."""
        return frozenset(row.id for row in self._rows(recording.examples(kind)))

    def all(self, kind: Kind) -> tuple[Stored[Record], ...]:
        """Return every record of a small register, by id."""
        return tuple(recording.stored(kind, row) for row in self._rows(recording.every(kind)))

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids of a kind, oldest first."""
        return tuple(row.id for row in self._rows(recording.ids(kind)))

    def lessons_for(self, places: Sequence[str], organiser: str | None) -> tuple[Lesson, ...]:
        """Return lessons that name none but these places and this organiser, oldest first."""
        with self._asking() as connection:
            return recording.lessons(connection, places, organiser)

    def journal(self, kind: Kind, record_id: str) -> tuple[JournalEntry, ...]:
        """Return a record's journal, oldest first."""
        with self._asking() as connection:
            return journaling.entries(connection, kind, record_id)

    def setting(self, name: str) -> str | None:
        """Return a setting, or None."""
        with self._asking() as connection:
            return _setting(connection, name)

    def set(self, name: str, value: str | None) -> None:
        """Write a setting; None takes it away."""
        with self._writing() as connection:
            connection.execute(delete(setting).where(setting.c.name == name))
            if value is not None:
                connection.execute(insert(setting), {"name": name, "value": value})

    def remove_example(self) -> int:
        """Take away every record of the example year, and return how many."""
        with self._writing() as connection:
            return recording.remove_example(connection)

    def stale(self) -> int:
        """Return how many workbooks wait to be written."""
        with self._asking() as connection:
            return connection.execute(outbox.COUNT).scalar_one()

    def restale(self, kind: Kind, record_id: str) -> None:
        """Say that a workbook must be written anew though its record stands: something around it changed."""
        with self._writing() as connection:
            outbox.again(connection, kind, record_id)

    def lease(self, now: datetime, seconds: int) -> Lease | None:
        """Take the oldest stale workbook that nobody holds, or None."""
        if not self.stale():
            return None
        with self._writing() as connection:
            return outbox.lease(connection, now, seconds)

    def about_to_write(self, lease: Lease, files: Sequence[Footprint], there: Sequence[str]) -> bool:
        """Keep what a leased workbook's files will be; False where the lease is somebody else's by now."""
        with self._writing() as connection:
            return outbox.about_to_write(connection, lease, files, there)

    def written(self, lease: Lease, file: str, named: str | None = None) -> None:
        """Say that a leased workbook is written as `file`; it stays stale if it changed meanwhile."""
        with self._writing() as connection:
            outbox.written(connection, lease, file, named or file)

    def postpone(self, lease: Lease, until: datetime, why: Why, now: datetime) -> None:
        """Say that a leased workbook could not be written, and is not tried again before `until`."""
        with self._writing() as connection:
            outbox.postpone(connection, lease, until, why, now)

    def book(self, kind: Kind, record_id: str) -> Book:
        """Return what is known of one workbook; an empty one where nothing is."""
        with self._reading() as connection:
            return footprints.book(connection, kind, record_id)

    def books(self, after: Key | None = None, limit: int | None = None) -> tuple[Book, ...]:
        """Return what is known of the workbooks, in order, from the one that follows `after`."""
        with self._reading() as connection:
            return footprints.books(connection, after, limit)

    def set_aside(self, returned: Returned) -> None:
        """Keep that a changed workbook was set aside; the same file once."""
        with self._writing() as connection:
            footprints.set_aside(connection, returned)

    def returns(self, kind: Kind | None = None, record_id: str | None = None) -> tuple[Returned, ...]:
        """Return the workbooks that were set aside, oldest first: of one record, or all."""
        with self._reading() as connection:
            return footprints.returns(connection, kind, record_id)

    def file_of(self, kind: Kind, record_id: str) -> tuple[int, str] | None:
        """Return the version and file of one workbook, or None where it is not written."""
        rows = self._rows(outbox.file_of(kind, record_id))
        return next(((row.written, row.file) for row in rows), None)

    def files(self) -> dict[tuple[Kind, str], tuple[int, str]]:
        """Return the version and file of each workbook written."""
        return {(row.kind, row.record): (row.written, row.file) for row in self._rows(outbox.FILES)}

    def verify(self, removed: Counter[Key] | None = None) -> list[Text]:
        """Return what is not whole: the engine's own files, and journals whose chain is broken."""
        with told(self.where):
            broken = engines.faults(self._engine)
        faults = [
            Text(sv=f"Databasfilen är skadad: {one}", en=f"The database file is damaged: {one}")
            for one in broken
        ]
        with self._reading() as connection:
            orphans = [orphaned(kind, one, rows) for kind, one, rows in journaling.orphans(connection)]
        return faults or [*broken_chains(self, removed), *orphans]

    def backup(self, path: Path) -> None:
        """Copy the database to a new file while others work.

        Raises:
            StoreUnfit: If it is on a server, or the copy cannot be written.
        """
        with told(self.where):
            engines.copy(self._engine, path)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.where), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        with told(self.where), self._asker.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.where), self._turn, self._writer.begin() as connection:
            yield connection


def _write(connection: Connection, one: Save, columns: dict[str, Any]) -> int:
    version = one.expected + 1
    if one.expected == 0:
        example = is_example(one.record, _setting(connection, LOADING))
        recording.add(connection, one.kind, one.record, columns, example=example)
    else:
        recording.replace(connection, one.kind, one.record.id, columns, one.expected)
    journaling.append(connection, one.kind, one.record.id, version, one.deeds)
    if one.projection:
        projecting.write(connection, one.projection)
    outbox.mark(connection, one.kind, one.record.id, version)
    return version


def _setting(connection: Connection, name: str) -> str | None:
    return connection.execute(select(setting.c.value).where(setting.c.name == name)).scalar()


_CONTRACT: type[Store] = SqlStore
