"""Drop-downs: what may be chosen in a cell; a list too long for the cell itself stands on a hidden sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from evenemang.domain.text import Language, Text
from evenemang.workbook.cells import FIRST_YEAR
from evenemang.workbook.layout import Hint

LONGEST = 255  # characters Excel takes in the cell's own list
TITLE = Text(sv="Val", en="Choices")
PICK = Text(sv="Välj något ur listan.", en="Choose something from the list.")

ASKED = {
    "number": Text(
        sv="Här väntas ett tal. Ska det stå så ändå?", en="A number is expected here. Keep it all the same?"
    ),
    "day": Text(
        sv="Här väntas en dag, till exempel 2026-05-31. Ska det stå så ändå?",
        en="A day is expected here, such as 2026-05-31. Keep it all the same?",
    ),
}
EXPECTED: Mapping[str, Mapping[str, object]] = {
    "number": {"validate": "decimal", "criteria": "between", "minimum": -1e9, "maximum": 1e9},
    "day": {
        "validate": "date",
        "criteria": "between",
        "minimum": date(FIRST_YEAR, 1, 1),
        "maximum": date(9999, 12, 31),
    },
}

Words = tuple[str, ...]


class Choosing:
    """The drop-downs of one workbook."""

    def __init__(self, language: Language) -> None:
        """Offer what may be chosen, in a language."""
        self._language: Language = language
        self._columns: dict[Words, int] = {}  # on the hidden sheet

    def offer(self, sheet: Worksheet, col: int, rows: Mapping[Words, list[int]]) -> None:
        """Offer lists in cells of a column; `rows` says which list stands in which rows, ascending."""
        for words, each in rows.items():
            first, *others = [(top, col, bottom, col) for top, bottom in runs(each)]
            told = {"validate": "list", "source": self._source(words), "other_cells": others}
            sheet.data_validation(*first, {**told, "error_message": PICK.say(self._language)})

    def hint(self, sheet: Worksheet, col: int, rows: Mapping[Hint, list[int]]) -> None:
        """Tell what cells of a column wait for; what does not fit is asked about."""
        for one, each in rows.items():
            first, *others = [(top, col, bottom, col) for top, bottom in runs(each)]
            told: dict[str, object] = {"input_message": one.says[:LONGEST], "other_cells": others}
            if one.kind in EXPECTED:
                told |= {**EXPECTED[one.kind], "error_type": "warning"}
                told["error_message"] = ASKED[one.kind].say(self._language)
            sheet.data_validation(*first, {"validate": "any", **told})

    def _source(self, words: Words) -> list[str] | str:
        if len(",".join(words)) <= LONGEST and not any("," in one for one in words):
            return list(words)
        col = self._columns.setdefault(words, len(self._columns))
        return f"={quote_sheetname(TITLE.say(self._language))}!{xl_range_abs(0, col, len(words) - 1, col)}"

    def write(self, workbook: Workbook) -> None:
        """Add the hidden sheet with the long lists, where there are any."""
        if not self._columns:
            return
        sheet = workbook.add_worksheet(TITLE.say(self._language))
        for words, col in self._columns.items():
            for row, word in enumerate(words):
                sheet.write_string(row, col, word)
        sheet.hide()


def runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Return the first and the last of every unbroken run of ascending rows."""
    top: int | None = None
    bottom = -1
    for row in rows:
        if top is None:
            top = row
        elif row != bottom + 1:
            yield top, bottom
            top = row
        bottom = row
    if top is not None:
        yield top, bottom
