"""How many accepted risks there are of each kind and judgement, before and after their actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from evenemang.domain.checklist import Axis
from evenemang.domain.matrix import LevelId
from evenemang.flow.listing import RiskRow


@dataclass(frozen=True, slots=True)
class RiskCount:
    """How many were judged alike, before and after. Secret ones count."""

    count: int
    axis: Axis
    likelihood_before: int
    consequence_before: int
    level_before: LevelId
    likelihood_after: int
    consequence_after: int
    level_after: LevelId


RISK_TRAITS = tuple(one.name for one in fields(RiskCount) if one.name != "count")


def count_risks(rows: Iterable[RiskRow]) -> tuple[RiskCount, ...]:
    """Return how many of some rows were judged alike: what a store answers, counted one by one."""
    found = Counter(RiskCount(0, *(getattr(row, one) for one in RISK_TRAITS)) for row in rows)
    return tuple(replace(one, count=count) for one, count in found.items())
