"""What members judge alone at a meeting: the part of the store that no journal tells of."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, delete, insert, select

from evenemang.flow.ballots import Ballot
from evenemang.flow.storing import REGISTER
from evenemang.store import outbox
from evenemang.store.part import SqlPart
from evenemang.store.tables import ballot as rows

c = rows.c


class SqlBallots(SqlPart):
    """The part of the store in a database that keeps ballots."""

    def cast(self, ballot: Ballot) -> None:
        """Keep somebody's judgement, in place of the one they gave; the meetings' workbook is stale."""
        with self._writing() as connection:
            same = _of(ballot.meeting, ballot.event, ballot.risk)
            connection.execute(delete(rows).where(same, c.who == ballot.who))
            connection.execute(insert(rows), vars(ballot))
            outbox.again(connection, "meeting", REGISTER)

    def ballots(self, meeting: str, event: str, risk: str) -> tuple[Ballot, ...]:
        """Return the judgements of a risk, by name."""
        asked = select(rows).where(_of(meeting, event, risk))
        with self._asking() as connection:
            found = [Ballot(**row._mapping) for row in connection.execute(asked)]
        return tuple(sorted(found, key=lambda one: one.who))

    def forget_ballots(self, meeting: str, event: str, risk: str) -> None:
        """Forget the judgements of a risk; the meetings' workbook is stale."""
        with self._writing() as connection:
            connection.execute(delete(rows).where(_of(meeting, event, risk)))
            outbox.again(connection, "meeting", REGISTER)


def _of(meeting: str, event: str, risk: str) -> ColumnElement[bool]:
    return and_(c.meeting == meeting, c.event == event, c.risk == risk)
