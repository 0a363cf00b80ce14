"""A u-chart: whether the rate of incidents, event after event, keeps within what chance gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from evenemang.domain.evaluation import CHANCE
from evenemang.domain.event import LOCAL
from evenemang.domain.poisson import count_where
from evenemang.flow.listing import DossierRow
from evenemang.flow.year_rows import YearRows

MOST = 24  # events that are shown one by one; more of them are taken together month by month
PER = 10_000


@dataclass(frozen=True)
class ControlPoint:
    """Some events taken together, most often one, with the limits of chance at their visits."""

    dossiers: tuple[str, ...]
    name: str  # of the event, where it is one
    on: date
    incidents: int
    visits: int
    lowest: int  # incidents that chance seldom goes below
    highest: int  # and seldom above

    @property
    def rate(self) -> float:
        """Incidents per 10 000 visits."""
        return self.incidents * PER / self.visits

    @property
    def limits(self) -> tuple[float, float]:
        """The lower and the upper limit, per 10 000 visits."""
        return self.lowest * PER / self.visits, self.highest * PER / self.visits

    @property
    def is_outside(self) -> bool:
        """Whether chance alone seldom gives this: more, or fewer."""
        return not self.lowest <= self.incidents <= self.highest


@dataclass(frozen=True)
class ControlChart:
    """The points in time order around their common rate, per 10 000 visits."""

    mean: float
    points: tuple[ControlPoint, ...]
    by_month: bool


def control_chart(rows: YearRows) -> ControlChart | None:
    """Return the chart of the year's counted events; None where nobody counted.

    Source:
        docs/methods.md#control-limits: the u-chart's three standard deviations, by the exact Poisson tail.
    """
    counted = sorted((one for one in rows.events if one.visits), key=lambda one: (_day(one), one.id))
    if not counted:
        return None
    happened = rows.happened_at
    visits = sum(one.visits or 0 for one in counted)
    mean = sum(happened[one.id] for one in counted) / visits
    by_month = len(counted) > MOST
    groups = (
        [tuple(group) for _, group in groupby(counted, key=lambda one: _day(one).month)]
        if by_month
        else [(one,) for one in counted]
    )
    return ControlChart(mean * PER, tuple(_point(one, happened, mean) for one in groups), by_month)


def _point(events: Sequence[DossierRow], happened: Counter[str], mean: float) -> ControlPoint:
    visits = sum(one.visits or 0 for one in events)
    return ControlPoint(
        dossiers=tuple(one.id for one in events),
        name=events[0].name if len(events) == 1 else "",
        on=_day(events[0]),
        incidents=sum(happened[one.id] for one in events),
        visits=visits,
        lowest=count_where(mean * visits, CHANCE),
        highest=count_where(mean * visits, 1 - CHANCE),
    )


def _day(event: DossierRow) -> date:
    return event.starts.astimezone(LOCAL).date() if event.starts else date.min
