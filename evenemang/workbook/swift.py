"""Sheets and texts told in one go: XlsxWriter looks for what XML cannot hold in every attribute and text.

But for the spans of rows the bytes are XlsxWriter's own (`tests/workbook/test_swift.py`), for what we write:
texts, numbers, dates and empty cells, each with its own format or none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.utility import _datetime_to_excel_datetime, xl_col_to_name
from xlsxwriter.worksheet import RowInfo, Worksheet

from evenemang.workbook.text import Texts


class SwiftWorksheet(Worksheet):  # type: ignore[misc]  # XlsxWriter's base is not typed
    """A worksheet of ours; its first cell is written before any other."""

    def write_text(self, row: int, col: int, text: str, look: Format) -> None:
        """Write a text that fits in a cell."""
        if row > self.dim_rowmax or col > self.dim_colmax:
            self._check_dimensions(row, col)
        self.table[row][col] = look, f' t="s"><v>{self.str_table._get_shared_string_index(text)}</v></c>'

    def write_nothing(self, row: int, col: int, look: Format) -> None:
        """Give an empty cell its look."""
        if row > self.dim_rowmax or col > self.dim_colmax:
            self._check_dimensions(row, col)
        self.table[row][col] = look, "/>"

    def set_height(self, row: int, points: float) -> None:
        """Give a row with cells in it a height."""
        self.row_info[row] = RowInfo(int(points * 4 / 3 + 0.5))  # pixels

    def _convert_date_time(self, moment: date) -> float:
        return _number_of(moment)

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


@lru_cache(maxsize=1024)  # a day's deadline, and a deed's moment, stand on many rows
def _number_of(moment: date) -> float:
    number: float = _datetime_to_excel_datetime(moment, date_1904=False, remove_timezone=False)
    return number


def _cells(cells: dict[int, Any], letters: list[str], number: int) -> Iterator[str]:
    """Return the XML of a row's cells, from left to right; ours are told but for their place and look."""
    for col in sorted(cells):
        one = cells[col]
        look, told = one if type(one) is tuple else (one.format, _told(one))
        if look:
            yield f'<c r="{letters[col]}{number}" s="{look.xf_index or look._get_xf_index()}"{told}'
        else:
            yield f'<c r="{letters[col]}{number}"{told}'


def _told(one: Any) -> str:
    """Return the end of the XML of a cell that XlsxWriter keeps."""
    kind = type(one).__name__
    if kind in ("String", "RichString"):
        return f' t="s"><v>{one.string}</v></c>'
    if kind == "Blank":
        return "/>"
    if kind in ("Number", "Datetime"):
        return f"><v>{one.number:.16G}</v></c>"
    msg = f"a cell of kind {kind} is not written here"
    raise TypeError(msg)


class SwiftPackager(Packager):  # type: ignore[misc]  # as above
    """Puts the files of a workbook together, with its texts told by us."""

    def _write_shared_strings_file(self) -> None:
        if self.workbook.str_table.count:
            texts = Texts()
            texts.string_table = self.workbook.str_table
            texts._set_xml_writer(self._filename("xl/sharedStrings.xml"))
            texts._assemble_xml_file()
