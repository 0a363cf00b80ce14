"""A database made again from what its workbooks say: parts chosen, joined, and taken in order of arrival."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Generic, TypeVar
from zlib import compress, decompress

from pydantic import TypeAdapter

from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Text
from evenemang.flow import rebuilding_words as words
from evenemang.flow.ballots import Ballot, Half, Sealed
from evenemang.flow.ballots import joined as joined_ballots
from evenemang.flow.joining import Among, joined, joined_journal, joined_place
from evenemang.flow.journal import JournalEntry, Kind, first_broken
from evenemang.flow.listing import project
from evenemang.flow.registers import REGISTERS, Entry
from evenemang.flow.tampering import bare
from evenemang.flow.workspace import Workspace

JOURNAL = TypeAdapter(tuple[JournalEntry, ...])


@dataclass(frozen=True)
class DossierPart:
    """What one workbook says of a dossier. It is packed: thousands are held at once."""

    file: str
    id: str
    version: int
    secret: bool
    began: tuple[bool, datetime]  # no row of its journal: when opened; else when the first was written
    among: Among
    packed: bytes

    def dossier_and_journal(self) -> tuple[Dossier, tuple[JournalEntry, ...]]:
        """Return what the workbook says."""
        dossier, _, journal = decompress(self.packed).partition(b"\n")
        return Dossier.model_validate_json(dossier), JOURNAL.validate_json(journal)

    def says_as(self, other: DossierPart) -> bool:
        """Whether another workbook says the same."""
        return self.packed == other.packed


def packed(  # noqa: PLR0917  # a part, from its name to its content
    file: str, dossier: Dossier, version: int, secret: bool, journal: tuple[JournalEntry, ...], among: Among
) -> DossierPart:
    """Return what a workbook says, packed."""
    body = dossier.model_dump_json().encode() + b"\n" + JOURNAL.dump_json(journal)
    began = (not journal, journal[0].deed.at if journal else dossier.opened.at)
    return DossierPart(file, dossier.id, version, secret, began, among, compress(body, 1))


@dataclass(frozen=True)
class RegisterPart:
    """What one workbook says of a register."""

    file: str
    id: Kind  # of its records
    secret: bool
    entries: tuple[Entry, ...]
    example_as_of: str | None
    sealed: tuple[Sealed, ...] = ()
    halves: tuple[Half, ...] = ()

    @property
    def version(self) -> int:
        """The versions of its records together."""
        return sum(one.version for one in self.entries)

    def says_as(self, other: RegisterPart) -> bool:
        """Whether another workbook says the same."""
        return self.entries == other.entries and self.sealed == other.sealed and self.halves == other.halves


P = TypeVar("P", DossierPart, RegisterPart)


@dataclass
class Told:
    """What is to be said of a rebuilding: what is missing or wrong, and what was chosen."""

    faults: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)


@dataclass(frozen=True)
class Pair(Generic[P]):
    """The newest workbooks of one thing: the open one, and the secret one where there is one."""

    plain: P | None
    secret: P | None


def pairs(parts: Iterable[P], told: Told) -> dict[str, Pair[P]]:
    """Return the newest open and secret part by id; of two files of one thing the newer counts."""
    newest: dict[tuple[str, bool], P] = {}
    for part in sorted(parts, key=lambda one: one.file):
        key = (part.id, part.secret)
        before = newest.setdefault(key, part)
        if before is part:
            continue
        kept, left = (part, before) if part.version > before.version else (before, part)
        newest[key] = kept
        if kept.version > left.version:
            told.notes.append(words.older(kept.id, kept.file, left.file))
        elif not kept.says_as(left):
            told.faults.append(words.two_of_one(kept.id, kept.file, left.file))
    ids = dict.fromkeys(one for one, _ in newest)
    return {one: Pair(newest.get((one, False)), newest.get((one, True))) for one in ids}


def take_registers(workspace: Workspace, parts: Iterable[RegisterPart], told: Told) -> int:
    """Take the records of every register, oldest first, and return how many."""
    found = pairs(parts, told)
    count = 0
    for kind in REGISTERS:
        pair = found.get(kind)
        if pair is None or pair.plain is None:
            told.faults.append(words.no_register(kind))
        for entry in _entries(pair, told) if pair else ():
            _tell_of_journal(entry.record.id, entry.journal, entry.version, told)
            workspace.store.take(
                kind, entry.record, version=entry.version, journal=entry.journal, example=entry.example
            )
            count += 1
        if pair:
            _cast(workspace, pair, told)
    return count


def _cast(workspace: Workspace, pair: Pair[RegisterPart], told: Told) -> None:
    """Take what was judged alone and waits to be shown; say where one half is not there."""
    halves = pair.secret.halves if pair.secret else ()
    for one in joined_ballots(pair.plain.sealed if pair.plain else (), halves):
        if isinstance(one, Ballot):
            workspace.store.cast(one)
        else:
            told.faults.append(words.still_sealed(one))


def _entries(pair: Pair[RegisterPart], told: Told) -> list[Entry]:
    """Return the records of a register in order of arrival, from both parts."""
    whole = {one.record.id: one for one in (pair.plain.entries if pair.plain else ())}
    for one in pair.secret.entries if pair.secret else ():
        before = whole.get(one.record.id)
        if before and pair.secret and pair.secret.id == "place":
            record = joined_place(before.record, one.record, one.among)
            whole[one.record.id] = replace(
                before, record=record, journal=joined_journal(before.journal, one.journal)
            )
        else:
            whole[one.record.id] = one
    return sorted(whole.values(), key=lambda one: (one.order, one.record.id))


def take_dossiers(workspace: Workspace, parts: Iterable[DossierPart], told: Told) -> Iterator[str]:
    """Take every dossier with its lists worked out anew, the one that was opened first first; return ids."""
    found = pairs(parts, told).values()
    whole = [one for one in found if one.plain]
    told.faults += [
        words.no_open_part(one.secret.id, one.secret.file) for one in found if not one.plain and one.secret
    ]
    for pair in sorted(whole, key=_order):
        dossier, version, journal = _joined(pair, told)
        _tell_of_journal(dossier.id, journal, version, told)
        projection = project(dossier, workspace.content_for(dossier), workspace.read(dossier))
        workspace.store.take("dossier", dossier, version=version, journal=journal, projection=projection)
        yield dossier.id


def _order(pair: Pair[DossierPart]) -> tuple[datetime, str]:
    both = [one for one in (pair.plain, pair.secret) if one]
    return min(one.began for one in both)[1], both[0].id


def _joined(pair: Pair[DossierPart], told: Told) -> tuple[Dossier, int, tuple[JournalEntry, ...]]:
    assert pair.plain
    dossier, journal = pair.plain.dossier_and_journal()
    if pair.secret is None:
        return dossier, pair.plain.version, journal
    if pair.secret.version != pair.plain.version:
        told.faults.append(words.not_the_same_day(dossier.id, pair.plain.version, pair.secret.version))
    hidden, rows = pair.secret.dossier_and_journal()
    return joined(dossier, hidden, pair.secret.among), pair.plain.version, joined_journal(journal, rows)


def _tell_of_journal(record: str, journal: tuple[JournalEntry, ...], version: int, told: Told) -> None:
    """Say where a past is not whole: rows that are nowhere, or that stand without their values."""
    newest = journal[-1].version if journal else 0
    if first_broken(journal) or newest != version:
        told.faults.append(words.broken_past(record))
    elif untold := bare(journal).untold:
        told.notes.append(words.without_values(record, len(untold)))
