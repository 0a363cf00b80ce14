"""New rows of the journal, each chained to the row before it."""

from __future__ import annotations

from collections.abc import Sequence
from secrets import token_hex

from evenemang.flow.journal import Deed, JournalEntry, Kind, chain_hash, digest


def chained(
    previous: str, kind: Kind, record: str, version: int, deeds: Sequence[Deed]
) -> tuple[JournalEntry, ...]:
    """Return the deeds of one version as journal rows after the row with hash `previous`."""
    entries = []
    for number, deed in enumerate(deeds):
        salt = token_hex(16)
        digested = digest(deed, salt)
        previous = chain_hash(previous, kind, record, version, number, deed, digested, len(deeds))
        entries.append(
            JournalEntry(
                kind=kind,
                record=record,
                version=version,
                number=number,
                deed=deed,
                salt=salt,
                digest=digested,
                hash=previous,
            )
        )
    return tuple(entries)
