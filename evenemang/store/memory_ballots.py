"""What members judge alone, in memory."""

from __future__ import annotations

from evenemang.flow.ballots import Ballot
from evenemang.flow.journal import Kind
from evenemang.flow.storing import REGISTER


class MemoryBallots:
    """The part of the store in memory that keeps ballots."""

    def __init__(self) -> None:
        """Start empty."""
        self._ballots: dict[tuple[str, str, str, str], Ballot] = {}

    def cast(self, ballot: Ballot) -> None:
        """Keep somebody's judgement, in place of the one they gave; the meetings' workbook is stale."""
        self._ballots[ballot.meeting, ballot.event, ballot.risk, ballot.who] = ballot
        self.restale("meeting", REGISTER)

    def ballots(self, meeting: str, event: str, risk: str) -> tuple[Ballot, ...]:
        """Return the judgements of a risk, by name."""
        found = [one for key, one in self._ballots.items() if key[:3] == (meeting, event, risk)]
        return tuple(sorted(found, key=lambda one: one.who))

    def forget_ballots(self, meeting: str, event: str, risk: str) -> None:
        """Forget the judgements of a risk; the meetings' workbook is stale."""
        for key in [key for key in self._ballots if key[:3] == (meeting, event, risk)]:
            del self._ballots[key]
        self.restale("meeting", REGISTER)

    def forget_meeting(self, meeting: str) -> None:
        """Forget all that was judged at a meeting and never shown."""
        self._ballots = {key: one for key, one in self._ballots.items() if key[0] != meeting}

    def restale(self, kind: Kind, record_id: str) -> None:
        """Say that a workbook must be written anew; the part that keeps workbooks knows how."""
        raise NotImplementedError
