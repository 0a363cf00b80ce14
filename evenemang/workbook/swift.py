"""A worksheet that tells each row in one go: XlsxWriter looks for what XML cannot hold in every attribute.

But for the spans of rows the bytes are XlsxWriter's own (`tests/workbook/test_swift.py`), for what we write:
texts, numbers, dates and empty cells, each with its own format or none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import CellStringTuple, Worksheet


class SwiftWorksheet(Worksheet):  # type: ignore[misc]  # XlsxWriter's base is not typed
    """A worksheet of ours; its first cell is written before any other."""

    def write_text(self, row: int, col: int, text: str, look: Format) -> None:
        """Write a text that fits in a cell."""
        if row > self.dim_rowmax or col > self.dim_colmax:
            self._check_dimensions(row, col)
        self.table[row][col] = CellStringTuple(self.str_table._get_shared_string_index(text), look)

    def _write_rows(self) -> None:
        if self.dim_rowmax is None:
            return
        letters = [xl_col_to_name(col) for col in range(self.dim_colmax + 1)]
        for row in range(self.dim_rowmin, self.dim_rowmax + 1):
            cells = self.table.get(row)
            if not cells and row not in self.row_info:
                continue
            told = (row, None, self.row_info.get(row))  # without spans: they only spare a reader a guess
            if cells:
                self._write_row(*told)
                self.fh.write("".join(_cells(cells, letters, row + 1)))
                self._xml_end_tag("row")
            else:
                self._write_empty_row(*told)


def _cells(cells: dict[int, Any], letters: list[str], number: int) -> Iterator[str]:
    """Return the XML of a row's cells, from left to right."""
    for col in sorted(cells):
        one = cells[col]
        look = one.format
        place = f'r="{letters[col]}{number}"' + (f' s="{look._get_xf_index()}"' if look else "")
        kind = type(one).__name__
        if kind in ("String", "RichString"):
            yield f'<c {place} t="s"><v>{one.string}</v></c>'
        elif kind == "Blank":
            yield f"<c {place}/>"
        elif kind in ("Number", "Datetime"):
            yield f"<c {place}><v>{one.number:.16G}</v></c>"
        else:
            msg = f"a cell of kind {kind} is not written here"
            raise TypeError(msg)
