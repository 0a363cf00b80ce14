"""The clock of a data folder that holds the example year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from evenemang.domain.event import LOCAL


@dataclass(frozen=True)
class ExampleClock:
    """A clock whose today is the day the example year stops, while the time of day is the real one."""

    as_of: date

    def now(self) -> datetime:
        """Return the example's day at this time of day."""
        return datetime.combine(self.as_of, datetime.now(LOCAL).time(), LOCAL)
