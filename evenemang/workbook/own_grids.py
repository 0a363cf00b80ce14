"""The tables of a workbook from our own folder, by calamine: the same as by `grids`, twelve times as fast.

From outside only `grids` is asked: openpyxl can be set to open no more than it must, and shows formulas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import cast

from python_calamine import load_workbook

from evenemang.workbook.cells import Plain
from evenemang.workbook.grids import Grid, add, row_number, table_begun, with_long_texts
from evenemang.workbook.layout import END, ROW, says_nothing
from evenemang.workbook.unzipping import checked

Row = Sequence[Plain]
MIDNIGHT = time()
FAR = re.compile(rb' r="(?:[A-Z]{3}[0-9]|[A-Z]{0,2}[0-9]{5})')
UNUSUAL = (b"='", b"\tr", b"\nr", b"\rr", b" =", b"= ")  # attributes written as no office program writes them


def own_grids(content: bytes, name: str = "xlsx") -> dict[str, Grid]:
    """Return every table of a workbook by its code; empty cells are left out.

    Raises:
        FileUnfit: If it is no workbook, too much, torn, or packed to deceive.
        CalamineError: If calamine cannot read it.
        LookupError: If it must not: it makes room for every cell up to the last, and ends the whole process
            where that is too much.
    """
    sheets = _Sheets()
    checked(content, name, sheets.take).close()
    if sheets.reach_far():
        msg = "a cell far away"
        raise LookupError(msg)
    found: dict[str, Grid] = {}
    with load_workbook(BytesIO(content)) as book:
        for title in book.sheet_names:
            rows = cast(list[Row], book.get_sheet_by_name(title).to_python())
            for grid in _on_sheet(title, rows):
                add(grid, found)
    with_long_texts(found)
    return found


class _Sheets:
    """The XML of a workbook, taken while it is checked: unpacking it once more would cost as much again."""

    def __init__(self) -> None:
        self._parts: dict[str, list[bytes]] = {}

    def take(self, part: str, piece: bytes) -> None:
        if part.startswith("xl/") and part.endswith(".xml"):
            self._parts.setdefault(part, []).append(piece)

    def reach_far(self) -> bool:
        """Whether a cell may stand beyond column ZZ or row 9 999, by a quick look at the bytes alone."""
        parts = map(b"".join, self._parts.values())
        return any(b"\0" in one[:4] or (b"sheetData" in one and _is_far(one)) for one in parts)


def _is_far(sheet: bytes) -> bool:
    cells = (
        sheet[sheet.find(b"sheetData") : sheet.rfind(b"sheetData")] or sheet
    )  # not what the page's head says
    return bool(FAR.search(cells)) or any(mark in cells for mark in UNUSUAL)


def _on_sheet(title: str, rows: list[Row]) -> Iterator[Grid]:
    at = 0
    while at < len(rows):
        grid = table_begun(title, rows[at])
        at += 1
        if grid:
            yield grid
            at = _filled(
                grid, rows, at + 1
            )  # the visible heading may be translated; the codes above it count


def _filled(grid: Grid, rows: list[Row], at: int) -> int:
    """Take the rows of a table, and return where the next may begin."""
    codes = [grid.columns.get(col) for col in range(max(grid.columns) + 1)]
    while at < len(rows):
        row = rows[at]
        mark = row[grid.mark]
        if mark == END:
            return at + 1
        is_record = isinstance(mark, str) and mark.startswith(ROW)
        if not is_record and table_begun(grid.sheet, row):
            return at
        cells = _cells(codes, row)
        if is_record or not all(says_nothing(*one) for one in cells.items()):
            grid.rows.append(cells)
            grid.numbers.append(row_number(mark))
        at += 1
    return at


def _cells(codes: list[str | None], row: Row) -> dict[str, Plain]:
    """Return what stands in the columns of a table, whole numbers and days as openpyxl tells them."""
    cells = {code: shown for code, shown in zip(codes, row, strict=False) if shown != "" and code}
    for code, shown in cells.items():
        if type(shown) is str:
            continue
        if type(shown) is float and shown.is_integer():
            cells[code] = int(shown)
        elif type(shown) is date:
            cells[code] = datetime.combine(shown, MIDNIGHT)
    return cells
