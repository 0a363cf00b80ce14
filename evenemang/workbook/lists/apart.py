"""A list from outside as rows of plain cells, read in a process apart."""

from __future__ import annotations

from datetime import time, timedelta

from evenemang.flow.past.headings import Cell, Row
from evenemang.workbook.apart import cells_apart
from evenemang.workbook.opening import Sheet, Value

Rows = tuple[Row, ...]


def rows_apart(content: bytes, name: str, most_rows: int, most_columns: int) -> list[tuple[str, Rows]]:
    """Return each sheet's title and rows; one row and column more than the most, so that it shows.

    A formula gives its kept value; one without is given as it was written, and so is never taken for empty.

    Raises:
        FileUnfit: If it is no workbook, takes too much to read, or makes no sense.
    """
    return [(sheet.title, _rows(sheet, most_rows, most_columns)) for sheet in cells_apart(content, name)]


def _rows(sheet: Sheet, most_rows: int, most_columns: int) -> Rows:
    """Return the rows without the empty cells at their ends, and without the empty rows at the end."""
    written = {
        number: {at: cell.value for at, cell in row.items() if cell.value != "" and at <= most_columns + 1}
        for number, row in sheet.rows.items()
        if number <= most_rows + 1
    }
    last = max((number for number, row in written.items() if row), default=0)
    return tuple(_row(written.get(number, {})) for number in range(1, last + 1))


def _row(cells: dict[int, Value]) -> Row:
    return tuple(_cell(cells.get(at)) for at in range(1, max(cells, default=0) + 1))


def _cell(value: Value) -> Cell:
    return str(value) if isinstance(value, time | timedelta) else value
