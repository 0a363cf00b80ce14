"""Near misses and foreseen incidents out of all, quarter by quarter: signs of reporting and of judgement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from evenemang.domain.event import LOCAL
from evenemang.flow.incident_counts import IncidentCount
from evenemang.flow.listing import IncidentRow
from evenemang.flow.year_rows import YearRows

QUARTERS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Quarter:
    """What happened in three months; `foreseen` and `unforeseen` leave out what nobody has judged yet."""

    number: int
    incidents: int
    near_misses: int
    foreseen: int
    unforeseen: int

    @property
    def not_judged(self) -> int:
        """Those of which nobody has said whether a risk had foreseen them."""
        return self.incidents - self.foreseen - self.unforeseen


def quarters(rows: YearRows) -> tuple[Quarter, ...]:
    """Return the quarters that have begun; one without incidents has no shares, which is not 0 percent."""
    happened: dict[int, list[IncidentCount]] = {number: [] for number in QUARTERS}
    for one in rows.happened:
        if one.since:
            happened[_quarter_with(one.since.month)].append(one)
    begun = [one for one in QUARTERS if date(rows.year, 3 * one - 2, 1) <= rows.today]
    return tuple(_quarter(one, happened[one]) for one in begun)


def quarter_of(incident: IncidentRow) -> int:
    """Return the quarter of the year that it happened in, where the events are."""
    return _quarter_with(incident.at.astimezone(LOCAL).month)


def _quarter_with(month: int) -> int:
    return (month + 2) // 3


def _quarter(number: int, happened: Sequence[IncidentCount]) -> Quarter:
    return Quarter(
        number=number,
        incidents=sum(one.count for one in happened),
        near_misses=sum(one.count for one in happened if one.severity == 0),
        foreseen=sum(one.count for one in happened if one.foreseen),
        unforeseen=sum(one.count for one in happened if one.foreseen is False),
    )
