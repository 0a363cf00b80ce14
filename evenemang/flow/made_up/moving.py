"""A dossier moved to another year: every day and moment in it by as many days, by the local clock."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL

DATED = re.compile(
    r'"(\d{4}-\d\d-\d\d)(T[^"]{5,30})?"'
)  # a whole text that is a day or a moment, and no words


def moved(dossier: Dossier, days: int) -> Dossier:
    """Return the dossier so many days later. Texts that people wrote stay as they are."""
    step = timedelta(days=days)

    def later(found: re.Match[str]) -> str:
        day, clock = found.groups()
        if clock is None:
            return f'"{date.fromisoformat(day) + step}"'
        wall = datetime.fromisoformat(day + clock).astimezone(LOCAL).replace(tzinfo=None)
        return f'"{(wall + step).replace(tzinfo=LOCAL).isoformat()}"'

    return Dossier.model_validate_json(DATED.sub(later, dossier.model_dump_json()))
