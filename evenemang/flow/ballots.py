"""What members judge alone at a meeting, until it is shown to all: in no record and in no journal.

A workbook holds it in two halves, in two folders: each alone says nothing, both together bring it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from secrets import randbelow, token_hex
from typing import Protocol

STEPS = 5  # of each scale
PLACES = STEPS * STEPS


@dataclass(frozen=True)
class Ballot:
    """One member's judgement of a risk, which nobody else sees yet."""

    meeting: str
    event: str
    risk: str
    who: str
    likelihood: int
    consequence: int


@dataclass(frozen=True)
class Half:
    """One half of a ballot, of any judgement alike; `seal` says which other half it belongs to."""

    seal: str
    part: int


@dataclass(frozen=True)
class Sealed:
    """A ballot without what it says: whose it is, about what, and one half of the rest."""

    meeting: str
    event: str
    risk: str
    who: str
    seal: str
    part: int


def halved(ballot: Ballot) -> tuple[Sealed, Half]:
    """Return a ballot in two halves; the first is drawn by lot, so neither tells what was judged."""
    seal, lot = token_hex(4), randbelow(PLACES)
    place = (ballot.likelihood - 1) * STEPS + ballot.consequence - 1
    whose = Sealed(ballot.meeting, ballot.event, ballot.risk, ballot.who, seal, lot)
    return whose, Half(seal, (place - lot) % PLACES)


def joined(sealed: Iterable[Sealed], halves: Iterable[Half]) -> Iterator[Ballot | Sealed]:
    """Yield ballots whole again; one whose other half is not there stays sealed."""
    others = {one.seal: one.part for one in halves}
    for one in sealed:
        if one.seal not in others:
            yield one
            continue
        likelihood, consequence = divmod((one.part + others[one.seal]) % PLACES, STEPS)
        yield Ballot(one.meeting, one.event, one.risk, one.who, likelihood + 1, consequence + 1)


class Ballots(Protocol):
    """Keeps ballots for as long as they are nobody else's business."""

    def cast(self, ballot: Ballot) -> None:
        """Keep somebody's judgement, in place of the one they gave; the meetings' workbook is stale."""
        ...

    def ballots(self, meeting: str, event: str, risk: str) -> tuple[Ballot, ...]:
        """Return the judgements of a risk, by name."""
        ...

    def forget_ballots(self, meeting: str, event: str, risk: str) -> None:
        """Forget the judgements of a risk: they have been shown. The meetings' workbook is stale."""
        ...
