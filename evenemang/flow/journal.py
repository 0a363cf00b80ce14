"""The journal: who did what when, from what to what; each row chained to the row before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from json import JSONEncoder
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime

from evenemang.domain.actor import Name
from evenemang.domain.personal import Holds
from evenemang.domain.text import Frozen, Id, PersonText, Required

Kind = Literal["dossier", "place", "organiser", "lesson", "meeting", "function", "setting", "member"]
Json = Any  # what json.dumps takes

FIRST = "0" * 64
REMOVED_BY_RULE = "remove-by-rule"  # a lawful removal: parts of a record
REMOVED_WHOLE = "remove-whole-by-rule"  # all of it; its journal stays, without values
REMOVALS = (REMOVED_BY_RULE, REMOVED_WHOLE)
CANONICAL = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Source(Frozen):
    """The file that a change came in by, who sent it, and the cells that say it (Risker!B5, C5)."""

    file: Required
    sender: Annotated[PersonText, Holds("name")] = ""
    cells: PersonText = ""
    checksum: Annotated[str, Holds("none")] = ""  # of the file's bytes; empty in rows from before it was kept


class Deed(Frozen):
    """A change about to be written: the operation, what it touched, from and to; its source if a file."""

    operation: Id
    touched: Annotated[str, Holds("none")]
    before: Annotated[Json, Holds("free")] = None  # whatever the record held
    after: Annotated[Json, Holds("free")] = None
    by: Name
    at: AwareDatetime
    source: Source | None = None

    def with_source(self, source: Source | None) -> Deed:
        """Return the deed as it came in by a file; as it is where it did not."""
        return self.model_copy(update={"source": source}) if source else self


class JournalEntry(Frozen):
    """A deed as written. `digest` covers from and to with the salt, `hash` the row and the row before.

    A lawful removal takes salt, before and after away; the chain stays whole.
    """

    kind: Kind
    record: Id
    version: int
    number: int  # within the version, from 0
    deed: Deed
    salt: Annotated[str, Holds("none")] | None
    digest: Annotated[str, Holds("none")]
    hash: Annotated[str, Holds("none")]


class RowUnreadable(ValueError):
    """A row of a journal is no longer what the program writes; `row` is its place from the top, from 1."""

    def __init__(self, row: int) -> None:
        super().__init__(f"row {row}")
        self.row = row


def canonical(value: Json) -> str:
    """Return a value as text that is the same every time."""
    return CANONICAL.encode(value)


def digest(deed: Deed, salt: str) -> str:
    """Return the salted digest of from and to."""
    return sha256(f"{salt}\n{canonical(deed.before)}\n{canonical(deed.after)}".encode()).hexdigest()


def chain_hash(  # noqa: PLR0917  # the row, in the order it is hashed
    previous: str,
    kind: Kind,
    record: str,
    version: int,
    number: int,
    deed: Deed,
    digested: str,
    rows: int | None = None,
) -> str:
    """Return the hash of a row that follows the row with hash `previous`.

    `rows` is how many rows its version has: the last ones cannot be cut away unseen. A source and `rows`
    stand in it only where there are any: rows from before keep their hashes.
    """
    row: list[Json] = [
        previous,
        kind,
        record,
        version,
        number,
        deed.operation,
        deed.touched,
        deed.by,
        _utc(deed.at),
        digested,
    ]
    if deed.source:
        row.append(_file_of(deed.source))
    if rows is not None:
        row.append(rows)
    return sha256(canonical(row).encode()).hexdigest()


def _file_of(source: Source) -> list[str]:
    """Return what is hashed of a source; without a checksum as before there was any."""
    said = [source.file, source.sender, source.cells]
    return [*said, source.checksum] if source.checksum else said


def _utc(moment: datetime) -> str:
    return f"{moment.timestamp():.6f}"


def follows(entry: JournalEntry, previous: str, rows: int) -> bool:
    """Whether a row is as it was written, after the row with hash `previous`, as one of so many."""
    deed = entry.deed
    if entry.salt is None:
        if deed.before is not None or deed.after is not None:
            return False  # a lawful removal takes the values away with the salt
    elif digest(deed, entry.salt) != entry.digest:
        return False
    row = (previous, entry.kind, entry.record, entry.version, entry.number, deed, entry.digest)
    return entry.hash in (chain_hash(*row, rows), chain_hash(*row))


def rows_of(entries: Iterable[JournalEntry]) -> Counter[int]:
    """Return how many rows each version has."""
    return Counter(one.version for one in entries)


def first_broken(entries: Iterable[JournalEntry]) -> JournalEntry | None:
    """Return the first row of a record's journal that does not fit the one before, or None."""
    found = tuple(entries)
    rows, previous = rows_of(found), FIRST
    for entry in found:
        if not follows(entry, previous, rows[entry.version]):
            return entry
        previous = entry.hash
    return None
