"""What members judge alone, in memory."""

from __future__ import annotations

from evenemang.flow.ballots import Ballot


class MemoryBallots:
    """The part of the store in memory that keeps ballots."""

    def __init__(self) -> None:
        """Start empty."""
        self._ballots: dict[tuple[str, str, str, str], Ballot] = {}

    def cast(self, ballot: Ballot) -> None:
        """Keep somebody's judgement, in place of the one they gave before."""
        self._ballots[ballot.meeting, ballot.event, ballot.risk, ballot.who] = ballot

    def ballots(self, meeting: str, event: str, risk: str) -> tuple[Ballot, ...]:
        """Return the judgements of a risk, by name."""
        found = [one for key, one in self._ballots.items() if key[:3] == (meeting, event, risk)]
        return tuple(sorted(found, key=lambda one: one.who))

    def forget_ballots(self, meeting: str, event: str, risk: str) -> None:
        """Forget the judgements of a risk."""
        for key in [key for key in self._ballots if key[:3] == (meeting, event, risk)]:
            del self._ballots[key]
