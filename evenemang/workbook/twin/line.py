"""A row that somebody wrote, as raw cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evenemang.workbook.twin.faults import Cell
from evenemang.workbook.twin.form import Sheet

Raw = tuple[Any, str]
"""A cell's value and the letter for its kind: `f` is a formula, `e` an error."""

Rows = list[tuple[int, dict[int, Raw]]]
"""The rows in which something is written: their number, and their cells by column from 0."""


@dataclass(frozen=True)
class Line:
    """A row that somebody wrote: what stands in its columns, and where they are."""

    sheet: Sheet
    title: str
    row: int
    values: Mapping[str, Raw]
    places: Mapping[str, tuple[int, str]]  # row and letter of each column's cell

    def cell(self, code: str) -> Cell:
        """Return where a column's value stands, or ought to stand."""
        if code not in self.places:
            return Cell(self.title, self.row)
        row, letter = self.places[code]
        return Cell(self.title, row, letter, self.sheet.column(code).title)
