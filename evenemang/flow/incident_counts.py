"""How many incidents there were: when, at which event, of which kind, how bad, and whether foreseen."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from evenemang.domain.event import LOCAL
from evenemang.domain.incident import FORESEEN_BY_NONE, IncidentType
from evenemang.flow.listing import IncidentRow

Trait = Literal["dossier", "type", "severity", "foreseen"]


@dataclass(frozen=True, slots=True)
class IncidentCount:
    """How many were alike in what they were told apart by; the other traits are None. Secret ones count."""

    count: int
    since: date | None = None  # the first day of the days that are counted together; None where all days are
    dossier: str | None = None
    type: IncidentType | None = None
    severity: int | None = None
    foreseen: bool | None = None  # None where nobody has judged it, too


def count_rows(
    rows: Iterable[IncidentRow], by: Collection[Trait], spans: Sequence[date] = ()
) -> tuple[IncidentCount, ...]:
    """Return how many of some rows were alike: what a store answers, counted one by one.

    A span begins on one of the days `spans`, in order, and lasts until the next; what is before the first is
    left out. The days are those where the events are.
    """
    found: Counter[IncidentCount] = Counter()
    for row in rows:
        at = bisect(spans, row.at.astimezone(LOCAL).date())
        if spans and not at:
            continue
        found[
            IncidentCount(
                count=0,
                since=spans[at - 1] if spans else None,
                dossier=row.dossier if "dossier" in by else None,
                type=row.type if "type" in by else None,
                severity=row.severity if "severity" in by else None,
                foreseen=judged(row) if "foreseen" in by else None,
            )
        ] += 1
    return tuple(replace(one, count=count) for one, count in found.items())


def judged(row: IncidentRow) -> bool | None:
    """Return whether a risk had foreseen an incident; None where nobody has judged that yet."""
    return None if row.foreseen is None else row.foreseen != FORESEEN_BY_NONE
