"""A year in rows: what each chart and its table show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

from evenemang.domain.checklist import Axis
from evenemang.domain.evaluation import Rate, beyond_chance, rate
from evenemang.domain.incident import IncidentType
from evenemang.domain.matrix import LEVELS, LevelId
from evenemang.flow.incident_counts import IncidentCount
from evenemang.flow.listing import ActionRow
from evenemang.flow.risk_counts import RiskCount
from evenemang.flow.year import by_severity, open_actions_of, visit_figures
from evenemang.flow.year_rows import YearRows

Age = Literal["week", "month", "two-months", "three-months", "older", "undecided"]
LIMITS: tuple[tuple[Age, int], ...] = (("week", 7), ("month", 30), ("two-months", 60), ("three-months", 90))
AGES: tuple[Age, ...] = ("week", "month", "two-months", "three-months", "older", "undecided")


@dataclass(frozen=True)
class MonthCount:
    """What happened in a month. A month that has not begun has no count, which is not 0."""

    month: int
    by_severity: tuple[int, int, int, int, int] | None

    @property
    def total(self) -> int:
        """All of them, near misses too."""
        return sum(self.by_severity or ())


@dataclass(frozen=True)
class EventRate:
    """How often something happened at an event; unusual: chance at the year's rate seldom gives as much."""

    dossier: str
    name: str
    rate: Rate
    unusual: bool


@dataclass(frozen=True)
class LevelChange:
    """How many risks stood at a level, before and after their actions."""

    axis: Axis
    level: LevelId
    before: int
    after: int


@dataclass(frozen=True)
class OpenAction:
    """An action that remains, how long ago it was decided and how late it is, in days."""

    row: ActionRow
    event: str
    age: Age
    days: int | None  # since it was decided; None while it is only proposed
    late: int  # days over time, 0 or less where there is time left or no day is set


@dataclass(frozen=True)
class KindCount:
    """How often one kind of incident happened, and how many that kind and those before it make together."""

    kind: IncidentType
    count: int
    running: int


def months(rows: YearRows) -> tuple[MonthCount, ...]:
    """Return all twelve months; an empty one is 0, one that has not begun is not counted."""
    happened: dict[int, list[IncidentCount]] = {number: [] for number in range(1, 13)}
    for one in rows.happened:
        if one.since:
            happened[one.since.month].append(one)
    begun = {number for number in happened if date(rows.year, number, 1) <= rows.today}
    return tuple(
        MonthCount(number, by_severity(of_month) if number in begun else None)
        for number, of_month in happened.items()
    )


def event_rates(rows: YearRows) -> tuple[EventRate, ...]:
    """Return the rate of each event where visits were counted, the highest first."""
    visits = visit_figures(rows)
    happened = rows.happened_at
    of_year = visits.rate.per_10_000 if visits.rate else 0.0
    found = [
        EventRate(
            dossier=one.id,
            name=one.name,
            rate=rate(happened[one.id], one.visits or 0),
            unusual=beyond_chance(happened[one.id], one.visits or 0, of_year),
        )
        for one in visits.counted
    ]
    return tuple(sorted(found, key=lambda one: (-one.rate.per_10_000, -one.rate.visits, one.dossier)))


def level_changes(rows: YearRows) -> tuple[LevelChange, ...]:
    """Return how many risks stood at each level before and after, threats apart where there are any."""
    axes: tuple[Axis, ...] = ("accident", "threat")
    before: Counter[tuple[Axis, LevelId]] = Counter()
    after: Counter[tuple[Axis, LevelId]] = Counter()
    for one in rows.judged:
        before[one.axis, one.level_before] += one.count
        after[one.axis, one.level_after] += one.count
    there = {axis for axis, _ in before}
    return tuple(
        LevelChange(axis, level, before[axis, level], after[axis, level])
        for axis in axes
        if axis in there
        for level in LEVELS
    )


def worst_after(rows: YearRows, axis: Axis) -> RiskCount | None:
    """Return how the risks of one kind that remain highest are judged, the worse consequence first."""
    return max(
        (one for one in rows.judged if one.axis == axis),
        key=lambda one: (one.likelihood_after * one.consequence_after, one.consequence_after),
        default=None,
    )


def open_actions(rows: YearRows) -> tuple[OpenAction, ...]:
    """Return the actions that remain, the latest first."""
    found = [_open(row, rows) for row in open_actions_of(rows)]
    return tuple(sorted(found, key=lambda one: (-one.late, one.row.due or date.max, one.row.id)))


def _open(row: ActionRow, rows: YearRows) -> OpenAction:
    days = (rows.today - row.decided_on).days if row.decided_on else None
    return OpenAction(
        row=row,
        event=rows.name(row.dossier),
        age=_age(days),
        days=days,
        late=(rows.today - row.due).days if row.due else 0,
    )


def _age(days: int | None) -> Age:
    if days is None:
        return "undecided"
    return next((age for age, limit in LIMITS if days <= limit), "older")


def kinds(rows: YearRows) -> tuple[KindCount, ...]:
    """Return the kinds of incident, the commonest first, with how many they make together."""
    found: list[KindCount] = []
    counts: Counter[IncidentType] = Counter()
    for one in rows.happened_as:
        if one.type:
            counts[one.type] += one.count
    for kind, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        found.append(KindCount(kind, count, count + (found[-1].running if found else 0)))
    return tuple(found)
