"""Which dossiers name which files of attachments, and which files a dossier has let go of and when."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, ColumnElement, Connection, delete, func, insert, literal, select

from evenemang.store.part import SqlPart
from evenemang.store.tables import attachment_row, file_let_go

ATTACHED = select(attachment_row).order_by(attachment_row.c.dossier, attachment_row.c.file)
NANOSECONDS = 1_000_000_000


class SqlFiles(SqlPart):
    """The part of the store in a database that knows the files of attachments by their names."""

    def attached(self) -> tuple[tuple[str, str], ...]:
        """Return each dossier with each file that it names, in order."""
        return tuple((row.dossier, row.file) for row in self._rows(ATTACHED))

    def let_go(self, file: str) -> None:
        """Say that a file was brought, and that no dossier came to name it."""
        with self._writing() as connection:
            _note(connection, select(literal(file).label("file")).subquery().c.file)

    def unnamed(self, since: datetime) -> tuple[str, ...]:
        """Return the files that were let go of before a moment, and that no dossier names."""
        c = file_let_go.c
        is_named = select(attachment_row.c.file).where(attachment_row.c.file == c.file).exists()
        before = int(since.timestamp() * NANOSECONDS)
        query = select(c.file).where(~is_named).group_by(c.file).having(func.max(c.at) < before)
        return tuple(row.file for row in self._rows(query.order_by(c.file)))

    def thrown_away(self, file: str) -> None:
        """Say that a file is no more."""
        with self._writing() as connection:
            connection.execute(delete(file_let_go).where(file_let_go.c.file == file))


def note_let_go(connection: Connection, dossiers: Sequence[str]) -> None:
    """Say that dossiers let go of the files that they name; what they name afterwards is named again."""
    named = select(attachment_row.c.file).where(attachment_row.c.dossier.in_(dossiers)).distinct().subquery()
    _note(connection, named.c.file)


def _note(connection: Connection, file: ColumnElement[str]) -> None:
    at = literal(time.time_ns(), BigInteger)
    connection.execute(insert(file_let_go).from_select(("file", "at"), select(file, at)))
