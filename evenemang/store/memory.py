"""A store in memory: real code under the same contract, for tests and for trying things out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import cast

from evenemang.domain.errors import LostRace, NotFound
from evenemang.domain.lesson import Lesson
from evenemang.domain.text import Text
from evenemang.flow.books import Key
from evenemang.flow.journal import FIRST, Deed, JournalEntry, Kind
from evenemang.flow.listing import Projection
from evenemang.flow.sides import emptied
from evenemang.flow.storing import (
    REGISTER,
    WITHOUT_WORKBOOK,
    Record,
    Redaction,
    Removal,
    Save,
    Store,
    Stored,
)
from evenemang.store.chaining import chained
from evenemang.store.example import IS_LOADING, LOADING, is_example
from evenemang.store.handles import only
from evenemang.store.memory_ballots import MemoryBallots
from evenemang.store.memory_books import MemoryBooks
from evenemang.store.memory_files import MemoryFiles
from evenemang.store.memory_lists import MemoryLists
from evenemang.store.memory_presence import MemoryPresences
from evenemang.store.memory_visits import MemoryVisits
from evenemang.store.verifying import broken_chains


class MemoryStore(MemoryBooks, MemoryVisits, MemoryPresences, MemoryBallots, MemoryFiles, MemoryLists):
    """Keeps records for as long as it lives itself."""

    def __init__(self) -> None:
        MemoryBooks.__init__(self)
        MemoryVisits.__init__(self)
        MemoryPresences.__init__(self)
        MemoryBallots.__init__(self)
        MemoryFiles.__init__(self)
        self._records: dict[Key, Stored[Record]] = {}
        self._examples: list[Key] = []
        self._journal: dict[Key, list[JournalEntry]] = {}
        self._settings: dict[str, str] = {}

    def identify(self, kind: Kind, handle: str) -> str:
        """Return the id behind an id, an alias or a unique prefix of an id."""
        with self._lock:
            mine = [one.record for key, one in self._records.items() if key[0] == kind]
        by_alias = [one.id for one in mine if handle and getattr(one, "alias", None) == handle]
        by_prefix = [one.id for one in mine if handle and one.id.startswith(handle)]
        if any(one.id == handle for one in mine):
            return handle
        return only(handle, by_alias or by_prefix)

    def load(self, kind: Kind, record_id: str) -> Stored[Record]:
        """Return the newest version of a record."""
        try:
            return self._records[(kind, record_id)]
        except KeyError:
            raise NotFound("no such record", what=record_id) from None

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
        self.save_all([Save(kind, record, expected, deeds, projection)])
        return expected + 1

    def save_all(
        self, saves: Sequence[Save], *, once: Sequence[str] = (), without: Sequence[Removal] = ()
    ) -> None:
        """Write several records, and take those `without` away: all of it, or nothing."""
        with self._lock:
            if once and any(one.row.from_list in once for one in self._projections.values()):
                raise LostRace("a row of the list is there already")
            at = {(one.kind, one.record.id): one for one in saves}
            for key, one in at.items():
                stored = self._records.get(key)
                if (stored.version if stored else 0) != one.expected or len(at) < len(saves):
                    raise LostRace(f"{one.kind} {one.record.id} is not at {one.expected}")
            self._expect(without)
            for one in saves:
                self._write(one)
            self._remove(without)

    def _write(self, one: Save) -> None:
        key, expected = (one.kind, one.record.id), one.expected
        rows = self._journal.setdefault(key, [])
        previous = rows[-1].hash if rows else FIRST
        rows.extend(chained(previous, one.kind, one.record.id, expected + 1, one.deeds))
        self._records[key] = Stored(one.record, expected + 1)
        if expected == 0 and is_example(one.record, self._settings.get(LOADING)):
            self._examples.append(key)
        if one.projection:
            self.forget_files(self._projections.get(one.record.id), one.projection)
            self._projections[one.record.id] = one.projection
        self._wanted(key)

    def remove_all(self, removals: Sequence[Removal]) -> None:
        """Take several records away, with all but their journals: all of them, or none."""
        with self._lock:
            self._expect(removals)
            self._remove(removals)

    def _expect(self, removals: Sequence[Removal]) -> None:
        for one in removals:
            stored = self._records.get((one.kind, one.id))
            if stored is None or stored.version != one.expected:
                raise LostRace(f"{one.kind} {one.id} is not at {one.expected}")

    def _remove(self, removals: Sequence[Removal]) -> None:
        for one in removals:
            key = (one.kind, one.id)
            rows = self._journal[key]
            rows.extend(chained(rows[-1].hash, one.kind, one.id, one.expected + 1, one.deeds))
            del self._records[key]
            self.forget(key)
            self.forget_files(self._projections.pop(one.id, None))
        for kind in sorted({one.kind for one in removals} - {"dossier"}):
            self._wanted((kind, REGISTER))

    def redact(self, redaction: Redaction) -> None:
        """Remove by rule: all of it, or nothing."""
        with self._lock:
            one, key = redaction, (redaction.kind, redaction.id)
            if one.record is None:
                self.remove_all([Removal(one.kind, one.id, one.expected, one.deeds)])
            else:
                self.save_all([Save(one.kind, one.record, one.expected, one.deeds, one.projection)])
            self._journal[key] = emptied(self._journal[key], one.rows)
            self.forget_returned(one.returned)
            if one.kind == "meeting":
                self.forget_meeting(one.id)

    def scrub(self) -> bool:
        """Nothing is kept but what is there."""
        return True

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
        key = (kind, record.id)
        with self._lock:
            if key in self._records:
                raise LostRace(f"{kind} {record.id} is there already")
            self._records[key] = Stored(record, version)
            self._journal[key] = list(journal)
            if is_example(record, IS_LOADING if example else None):
                self._examples.append(key)
            if projection:
                self._projections[record.id] = projection
            self._wanted(key)

    def examples(self, kind: Kind) -> frozenset[str]:
        """Return the ids of a kind that belong to the example year."""
        with self._lock:
            return frozenset(record for one, record in self._examples if one == kind)

    def all(self, kind: Kind) -> tuple[Stored[Record], ...]:
        """Return every record of a small register, by id."""
        with self._lock:
            mine = [one for key, one in self._records.items() if key[0] == kind]
        return tuple(sorted(mine, key=lambda one: one.record.id))

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids of a kind, oldest first."""
        with self._lock:
            return tuple(record for one, record in self._records if one == kind)

    def lessons_for(self, places: Sequence[str], organiser: str | None) -> tuple[Lesson, ...]:
        """Return lessons that name none but these places and this organiser, oldest first."""
        lessons = [cast(Lesson, one.record) for one in self.all("lesson")]
        fit = [
            one
            for one in lessons
            if (one.concerns.place is None or one.concerns.place in places)
            and one.concerns.organiser in (None, organiser)
        ]
        return tuple(sorted(fit, key=lambda one: (one.noted.at, one.id)))

    def stamps(self, kind: Kind, ids: Sequence[str]) -> dict[str, str]:
        """Return the hash of the last row of each one's journal."""
        there = [(one, self._journal[(kind, one)]) for one in ids if (kind, one) in self._records]
        return {one: rows[-1].hash for one, rows in there if rows}

    def journal(self, kind: Kind, record_id: str) -> tuple[JournalEntry, ...]:
        """Return a record's journal, oldest first."""
        with self._lock:
            return tuple(self._journal.get((kind, record_id), ()))

    def version(self, kind: Kind, record_id: str) -> int:
        """Return the version of a record; 0 where it is not there."""
        stored = self._records.get((kind, record_id))
        return stored.version if stored else 0

    def journal_after(self, kind: Kind, record_id: str, version: int) -> tuple[JournalEntry, ...]:
        """Return the rows of a record's journal after a version, oldest first."""
        return tuple(one for one in self.journal(kind, record_id) if one.version > version)

    def setting(self, name: str) -> str | None:
        """Return a setting, or None."""
        return self._settings.get(name)

    def set(self, name: str, value: str | None) -> None:
        """Write a setting; None takes it away."""
        with self._lock:
            if value is None:
                self._settings.pop(name, None)
            else:
                self._settings[name] = value

    def remove_example(self) -> int:
        """Take away every record of the example year, and return how many."""
        with self._lock:
            for key in self._examples:
                del self._records[key]
                self._journal.pop(key, None)
                self.forget(key)
                if key[0] == "dossier":
                    self.forget_files(self._projections.pop(key[1], None))
            count = len(self._examples)
            changed = {key[0] for key in self._examples} - {"dossier"}
            self._examples.clear()
            for kind in changed:
                self._wanted((kind, REGISTER))
        return count

    def verify(self, removed: Counter[Key] | None = None) -> list[Text]:
        """Return what is not whole: journals whose chain is broken."""
        return list(broken_chains(self, removed))

    def _wanted(self, key: Key) -> None:
        """Say that the workbook of a record is wanted as it now is: its own, or its register's."""
        kind = key[0]
        if kind in WITHOUT_WORKBOOK:
            return
        if kind == "dossier":
            self.want(key, self._records[key].version)
            return
        versions = [one.version for (each, _), one in self._records.items() if each == kind]
        self.want((kind, REGISTER), sum(versions))

    def _rows(self) -> list[Projection]:
        with self._lock:
            return list(self._projections.values())


_CONTRACT: type[Store] = MemoryStore
