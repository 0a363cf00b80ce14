"""A list as it stands in a document: its cells in words, and no more rows than somebody reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evenemang.domain.text import Language, Text
from evenemang.flow.report.parts import Records, Value
from evenemang.flow.saying import number

MOST = 100  # rows of one list in a document; the workbook has them all
NONE = "–"
MORE = Text(
    sv="Ytterligare {count} poster står i arbetsboken.", en="{count} more records stand in the workbook."
)
ONE_MORE = Text(sv="Ytterligare 1 post står i arbetsboken.", en="1 more record stands in the workbook.")


@dataclass(frozen=True)
class Short:
    """The rows of a list in words, and what is told under it."""

    rows: list[list[str]]
    notes: list[str]


def shortened(found: Records, language: Language, most: int = MOST) -> Short:
    """Return a list with at most so many rows, and how many more there are."""
    rows = [[said(one, language) for one in entry.cells] for entry in found.entries[:most]]
    left = len(found.entries) - len(rows)
    more = (ONE_MORE if left == 1 else MORE).say(language).format(count=number(left, language))
    return Short(rows, [one for one in (more if left else "", found.untold) if one])


def said(value: Value, language: Language) -> str:
    """Return a value as it is read."""
    if value is None:
        return NONE
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    return number(value, language, 2 if isinstance(value, float) else 0)
