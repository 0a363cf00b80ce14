"""Removing by rule: values out of a record and its journal; digests and hashes stay, so the chain holds."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, delete, null, update

from evenemang.flow.storing import Redaction, Removal
from evenemang.store import journaling, outbox, projecting, recording, removing
from evenemang.store.tables import ballot, journal, returned

ROW = (
    (journal.c.kind == bindparam("k"))
    & (journal.c.record == bindparam("r"))
    & (journal.c.version == bindparam("v"))
    & (journal.c.number == bindparam("n"))
)
BARE = update(journal).where(ROW).values(before=null(), after=null(), salt=null())


def redact(connection: Connection, one: Redaction, columns: dict[str, Any] | None) -> None:
    """Remove what a redaction says; `columns` are those of what is left of the record.

    Raises:
        LostRace: If the record is not at its expected version.
    """
    if one.record is None or columns is None:
        removing.remove(connection, [Removal(one.kind, one.id, one.expected, one.deeds)])
    else:
        recording.replace(connection, one.kind, one.id, columns, one.expected)
        journaling.append(connection, one.kind, one.id, one.expected + 1, one.deeds)
        if one.projection:
            projecting.write(connection, one.projection)
        outbox.mark(connection, one.kind, one.id, one.expected + 1)
    if one.kind == "meeting":  # whoever judged alone and was never shown goes with the names
        connection.execute(delete(ballot).where(ballot.c.meeting == one.id))
    if one.rows:
        rows = [{"k": one.kind, "r": one.id, "v": version, "n": number} for version, number in one.rows]
        connection.execute(BARE, rows)
    if one.returned:
        connection.execute(delete(returned).where(returned.c.digest.in_(one.returned)))
