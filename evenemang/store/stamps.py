"""What each of many records is at, asked at once: the hash of its journal's last row."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from evenemang.flow.journal import Kind
from evenemang.store.part import SqlPart
from evenemang.store.tables import journal, record

AT_ONCE = 500  # ids in a question
LAST_ROWS = (
    select(journal.c.record, journal.c.hash)
    .join(
        record,
        (record.c.kind == journal.c.kind)
        & (record.c.id == journal.c.record)
        & (record.c.version == journal.c.version),
    )
    .order_by(journal.c.record, journal.c.number)
)


class SqlStamps(SqlPart):
    """The part of the store in a database that tells whether many records are as they were."""

    def stamps(self, kind: Kind, ids: Sequence[str]) -> dict[str, str]:
        """Return the hash of the last row of each one's journal."""
        found: dict[str, str] = {}
        with self._reading() as connection:
            for at in range(0, len(ids), AT_ONCE):
                some = journal.c.record.in_(ids[at : at + AT_ONCE])
                rows = connection.execute(LAST_ROWS.where(journal.c.kind == kind, some))
                found.update((row.record, row.hash) for row in rows)
        return found
