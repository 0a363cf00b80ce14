"""How risks moved on the matrix: from which cell to which, and how many."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from evenemang.domain.checklist import Axis
from evenemang.flow.listing import RiskRow
from evenemang.flow.risk_counts import RiskCount
from evenemang.flow.year_rows import YearRows

Cell = tuple[int, int]  # likelihood (vulnerability for threats), consequence


@dataclass(frozen=True)
class Moves:
    """How many risks of one kind stood in each cell before and after their actions, and the ways between."""

    axis: Axis
    before: Counter[Cell]
    after: Counter[Cell]
    pairs: Counter[tuple[Cell, Cell]]  # before and after, also where they are the same

    @property
    def ways(self) -> Counter[tuple[Cell, Cell]]:
        """Only those that moved."""
        return Counter({way: count for way, count in self.pairs.items() if way[0] != way[1]})

    @property
    def moved(self) -> int:
        """Risks that stand in another cell after than before."""
        return self.ways.total()

    @property
    def lowered(self) -> int:
        """Risks whose product is lower after than before."""
        return sum(count for (was, now), count in self.ways.items() if now[0] * now[1] < was[0] * was[1])


def moves(rows: YearRows, axis: Axis) -> Moves:
    """Return the moves of the year's risks of one kind; at most 25 cells, however many risks."""
    pairs: Counter[tuple[Cell, Cell]] = Counter()
    for one in rows.judged:
        if one.axis == axis:
            pairs[was(one), now(one)] += one.count
    before: Counter[Cell] = Counter()
    after: Counter[Cell] = Counter()
    for (first, last), count in pairs.items():
        before[first] += count
        after[last] += count
    return Moves(axis, before, after, pairs)


def was(risk: RiskRow | RiskCount) -> Cell:
    """Return the cell of a risk before its actions."""
    return risk.likelihood_before, risk.consequence_before


def now(risk: RiskRow | RiskCount) -> Cell:
    """Return the cell of a risk after its actions."""
    return risk.likelihood_after, risk.consequence_after
