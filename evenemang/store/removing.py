"""Taking records away whole, and keeping lists from being read in twice at once."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, select

from evenemang.domain.errors import LostRace
from evenemang.flow.storing import Removal
from evenemang.store import journaling, outbox, projecting
from evenemang.store.tables import dossier_row, record, returned, workbook, workbook_file

LISTS = 28_001  # the key of the lock under which lists are read in, on a server
AT_ONCE = 500  # fingerprints asked for in one query


def remove(connection: Connection, removals: Sequence[Removal]) -> None:
    """Take records away with what hangs on them; their journals stay, and tell of it last.

    Raises:
        LostRace: If one of them is not at its expected version.
    """
    c = record.c
    for one in removals:
        mine = (c.kind == one.kind) & (c.id == one.id) & (c.version == one.expected)
        if connection.execute(delete(record).where(mine)).rowcount != 1:
            raise LostRace(f"{one.kind} {one.id} is not at {one.expected}")
        journaling.append(connection, one.kind, one.id, one.expected + 1, one.deeds)
        for table in (workbook, workbook_file, returned):
            connection.execute(delete(table).where(table.c.kind == one.kind, table.c.record == one.id))
    projecting.remove(connection, [one.id for one in removals if one.kind == "dossier"])
    for kind in sorted({one.kind for one in removals} - {"dossier"}):
        outbox.mark_register(connection, kind)


def once(connection: Connection, fingerprints: Sequence[str]) -> None:
    """Go on only where no dossier comes from these rows of a list; whoever reads one in waits for its turn.

    Raises:
        LostRace: If one does by now.
    """
    if fingerprints and connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(LISTS)))
    for at in range(0, len(fingerprints), AT_ONCE):
        some = fingerprints[at : at + AT_ONCE]
        if connection.execute(
            select(dossier_row.c.id).where(dossier_row.c.from_list.in_(some)).limit(1)
        ).first():
            raise LostRace("a row of the list is there already")
