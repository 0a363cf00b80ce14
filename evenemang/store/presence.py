"""Who is where, and what is new: the part of the store that pages ask every few seconds."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select

from evenemang.flow.journal import JournalEntry, Kind
from evenemang.flow.presence import GONE_AFTER, Presence
from evenemang.store import journaling
from evenemang.store.part import SqlPart
from evenemang.store.tables import presence as presences
from evenemang.store.tables import record as records

c = presences.c
VERSION = select(records.c.version).where(
    records.c.kind == bindparam("k"), records.c.id == bindparam("r")
)  # built once: it is asked every few seconds by every page
PRESENT = (
    select(presences).where(c.dossier == bindparam("d"), c.at >= bindparam("since")).order_by(c.who, c.key)
)


class SqlPresences(SqlPart):
    """The part of the store in a database that tells what is new."""

    def version(self, kind: Kind, record_id: str) -> int:
        """Return the version of a record; 0 where it is not there."""
        with self._asking() as connection:
            return connection.execute(VERSION, {"k": kind, "r": record_id}).scalar() or 0

    def journal_after(self, kind: Kind, record_id: str, version: int) -> tuple[JournalEntry, ...]:
        """Return the rows of a record's journal after a version, oldest first."""
        with self._asking() as connection:
            return journaling.after(connection, kind, record_id, version)

    def be_present(self, presence: Presence) -> None:
        """Say where somebody is; those who have gone are forgotten."""
        with self._writing() as connection:
            gone = (c.key == presence.key) | (c.at < presence.at - GONE_AFTER)
            connection.execute(delete(presences).where(gone))
            connection.execute(insert(presences), vars(presence))

    def present(self, dossier: str, since: datetime) -> tuple[Presence, ...]:
        """Return who has been in a dossier since a moment, by name and key."""
        with self._asking() as connection:
            rows = connection.execute(PRESENT, {"d": dossier, "since": since})
            return tuple(Presence(**row._mapping) for row in rows)
