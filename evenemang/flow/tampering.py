"""What has been done to a journal afterwards: the first row that is not as it was written, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from evenemang.flow.journal import FIRST, REMOVALS, JournalEntry, follows, rows_of

How = Literal["changed", "removed", "inserted", "moved"]
MOST_LOST = 200  # rows of one version: a deed that touches more is one of ours no longer


@dataclass(frozen=True)
class Tampered:
    """The first row that is not as it was written: its place from the top, from 1, and what was done.

    `removed`: rows before it, or beside it in its version. `moved`: it stood elsewhere.
    """

    entry: JournalEntry
    row: int
    how: How


def tampered(entries: Sequence[JournalEntry]) -> Tampered | None:
    """Return the first row of a record's journal that is not as it was written, or None.

    That something was done is certain. How is the simplest deed that explains it; two deeds may look as one.
    """
    rows, previous = rows_of(entries), FIRST
    for at, entry in enumerate(entries):
        if not follows(entry, previous, rows[entry.version]):
            return Tampered(entry, at + 1, _how(entries, at, previous))
        previous = entry.hash
    return None


@dataclass(frozen=True)
class Bare:
    """The rows of a journal that have no values: how many by rule, and those that nothing tells of."""

    by_rule: int
    untold: tuple[JournalEntry, ...]


def bare(entries: Sequence[JournalEntry]) -> Bare:
    """Return which rows have lost their values: the removals in the same chain tell which ones they took."""
    told = {
        row
        for one in entries
        if one.deed.operation in REMOVALS
        for row in (one.deed.after or {}).get("emptied_rows", ())
    }
    without = [one for one in entries if one.salt is None]
    untold = tuple(one for one in without if f"{one.version}.{one.number}" not in told)
    return Bare(len(without) - len(untold), untold)


def _how(entries: Sequence[JournalEntry], at: int, previous: str) -> How:
    entry, rows = entries[at], rows_of(entries)
    beside = _rows_once(entry, previous, rows[entry.version])
    if beside:
        return "removed" if beside > rows[entry.version] else "inserted"
    after = entries[at + 1] if at + 1 < len(entries) else None
    if after and follows(after, previous, rows[after.version]):
        return "inserted"
    if _stood_elsewhere(entries, at):
        return "moved"
    before = entries[at - 1] if at else None
    return "removed" if _gap(before, entry) else "changed"


def _rows_once(entry: JournalEntry, previous: str, now: int) -> int | None:
    """Return how many rows the version had when this one was written, where that alone has changed."""
    counts = (*range(now + 1, now + MOST_LOST), *range(1, now))
    return next((count for count in counts if follows(entry, previous, count)), None)


def _gap(before: JournalEntry | None, entry: JournalEntry) -> bool:
    """Whether something is missing between two rows."""
    if before is None:
        return (entry.version, entry.number) != (1, 0)
    if before.version == entry.version:
        return entry.number != before.number + 1
    return entry.version != before.version + 1 or entry.number != 0


def _stood_elsewhere(entries: Sequence[JournalEntry], at: int) -> bool:
    """Whether a row is whole in the place of another: two have changed places."""
    rows = rows_of(entries)
    for place, other in enumerate(entries):
        moved = entries[at].model_copy(update={"version": other.version, "number": other.number})
        befores = {entries[place - 1].hash if place else FIRST, other.hash}
        if place != at and any(follows(moved, one, rows[other.version]) for one in befores):
            return True
    return False
