"""What members judge alone at a meeting, until it is shown to all: in no record, journal or workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Ballot:
    """One member's judgement of a risk, which nobody else sees yet."""

    meeting: str
    event: str
    risk: str
    who: str
    likelihood: int
    consequence: int


class Ballots(Protocol):
    """Keeps ballots for as long as they are nobody else's business."""

    def cast(self, ballot: Ballot) -> None:
        """Keep somebody's judgement, in place of the one they gave before."""
        ...

    def ballots(self, meeting: str, event: str, risk: str) -> tuple[Ballot, ...]:
        """Return the judgements of a risk, by name."""
        ...

    def forget_ballots(self, meeting: str, event: str, risk: str) -> None:
        """Forget the judgements of a risk: they have been shown, or nobody asks any more."""
        ...
