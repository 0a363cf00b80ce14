"""What was worked out of a dossier, kept so that the next deed works out only what it changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from evenemang.domain.assessment import Answer
from evenemang.domain.dossier import Dossier
from evenemang.flow.listing import Projection
from evenemang.flow.reading import ReadBy, Reading

KEPT = 32  # dossiers at work at the same time in one process


@dataclass(frozen=True)
class Worked:
    """A version of a dossier that was followed, read and listed by the content installed here."""

    version: int
    reading: Reading
    projection: Projection
    read_by: ReadBy


class Memory:
    """The last version of each dossier at work; what is not here is worked out from the beginning."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Worked] = OrderedDict()
        self._turn = Lock()

    def of(self, dossier: str, version: int) -> Worked | None:
        """Return what was worked out of this very version, or None."""
        with self._turn:
            worked = self._kept.get(dossier)
        return worked if worked and worked.version == version else None

    def keep(self, dossier: str, worked: Worked) -> None:
        """Keep what was worked out; the dossier that has rested longest gives way."""
        with self._turn:
            self._kept[dossier] = worked
            self._kept.move_to_end(dossier)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)


def answered_otherwise(before: Dossier, after: Dossier) -> frozenset[str] | None:
    """Return the questions answered otherwise; None where more has changed than answers can follow from.

    Facts, areas and depth decide what is asked, and risks that a deed changed are followed anew.
    """
    one, other = before.assessment, after.assessment
    same = (
        before.event is after.event,
        before.risks is after.risks,
        one.areas is other.areas,
        one.depth is other.depth,
    )
    if not all(same):
        return None
    return _differing(one.answers, other.answers)


def _differing(before: Mapping[str, Answer], after: Mapping[str, Answer]) -> frozenset[str]:
    if before is after:
        return frozenset()
    either = before.keys() | after.keys()
    return frozenset(key for key in either if before.get(key) is not after.get(key))
