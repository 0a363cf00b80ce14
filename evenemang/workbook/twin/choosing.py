"""What may be chosen in a cell: a drop-down where there is a set, and always a line that helps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_range_abs

from evenemang.domain.text import Language, Text
from evenemang.workbook.twin.form import Column

LONGEST_HELP = 255  # characters Excel shows
MOST_LISTED = 9  # numbers in a drop-down
FARTHEST = 3650  # days from the event

PICK = Text(sv="Välj något ur listan.", en="Choose something from the list.")
A_DAY = Text(sv="Skriv en dag som 2026-11-22.", en="Write a day such as 2026-11-22.")
A_NUMBER = Text(sv="Skriv ett tal.", en="Write a number.")
WHOLE = Text(sv="Skriv ett heltal.", en="Write a whole number.")


@dataclass(frozen=True)
class Choosing:
    """The drop-downs of one book; `ranges` says in which cells a list stands, by the list's name."""

    language: Language
    ranges: Mapping[str, str]

    def options(self, column: Column) -> dict[str, Any]:
        """Return what Excel is told about the cells of a column."""
        told: dict[str, Any] = {
            "input_title": column.title.say(self.language)[:32],
            "input_message": column.help.say(self.language)[:LONGEST_HELP],
            "error_title": column.title.say(self.language)[:32],
        }
        return told | self._validation(column)

    def _validation(self, column: Column) -> dict[str, Any]:
        if column.words is not None:
            return self._listed([word.say(self.language) for word in column.words.values()])
        if column.low is not None and column.high is not None and column.high <= MOST_LISTED:
            return self._listed(list(range(column.low, column.high + 1)))
        among = "when" if column.kind == "when" else column.among
        if among is not None:
            # The thing pointed at may be written later, and a condition may stand instead of a word.
            return {"validate": "list", "source": self.ranges[among], "show_error": False}
        return self._free(column)

    def _listed(self, source: list[Any]) -> dict[str, Any]:
        return {"validate": "list", "source": source, "error_message": PICK.say(self.language)}

    def _free(self, column: Column) -> dict[str, Any]:
        if column.kind == "day":
            say = A_DAY.say(self.language)
            return {"validate": "date", "criteria": ">=", "value": date(1901, 1, 1), "error_message": say}
        if column.kind == "whole":
            low, high = column.low or -FARTHEST, column.high or FARTHEST
            bounds = {"criteria": "between", "minimum": low, "maximum": high}
            return {"validate": "integer", **bounds, "error_message": WHOLE.say(self.language)}
        if column.kind == "number":
            bounds = {"criteria": "between", "minimum": -1e14, "maximum": 1e14}
            return {"validate": "decimal", **bounds, "error_message": A_NUMBER.say(self.language)}
        return {"validate": "any"}


def fixed_range(sheet: str, column: int, first: int, count: int) -> str:
    """Return the cells of a list that stays as long as it is; `first` counts from 0."""
    return f"={quote_sheetname(sheet)}!{xl_range_abs(first, column, first + max(1, count) - 1, column)}"


def growing_range(sheet: str, column: int, first: int, last: int) -> str:
    """Return the cells of a list that people add to: as many as hold something."""
    title = quote_sheetname(sheet)
    top, whole = (f"{title}!{xl_range_abs(first, column, row, column)}" for row in (first, last))
    return f"=OFFSET({top},0,0,MAX(1,COUNTA({whole})),1)"
