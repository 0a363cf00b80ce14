"""Visits in their table."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select, update

from evenemang.flow.visits import Visit
from evenemang.store.part import SqlPart
from evenemang.store.tables import visit as visits

c = visits.c


class SqlVisits(SqlPart):
    """The part of the store in a database that keeps visits."""

    def visit(self, key: str) -> Visit | None:
        """Return a visit, or None where there is none."""
        with self._asking() as connection:
            row = connection.execute(select(visits).where(c.key == key)).one_or_none()
        return Visit(**row._mapping) if row else None

    def begin_visit(self, visit: Visit, forget_before: datetime) -> None:
        """Keep a new visit, unless it is there; what was last seen before a moment is forgotten."""
        with self._writing() as connection:
            connection.execute(delete(visits).where(c.seen < forget_before))
            if connection.execute(select(c.key).where(c.key == visit.key)).first() is None:
                connection.execute(insert(visits), vars(visit))

    def see_visit(self, key: str, at: datetime) -> None:
        """Say that somebody did something in a visit."""
        with self._writing() as connection:
            connection.execute(update(visits).where(c.key == key).values(seen=at))

    def end_visit(self, key: str) -> None:
        """End a visit for good."""
        with self._writing() as connection:
            connection.execute(update(visits).where(c.key == key).values(ended=True))
