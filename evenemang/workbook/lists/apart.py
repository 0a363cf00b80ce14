"""The seam where a workbook from outside is parsed: bytes in, rows of plain cells out, and nothing else."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from evenemang.domain.errors import FileUnfit
from evenemang.flow.past.headings import Cell, Row
from evenemang.workbook.opening import open_book
from evenemang.workbook.twin.reading import UNREADABLE

Rows = tuple[Row, ...]


def rows_apart(content: bytes, name: str, most_rows: int, most_columns: int) -> list[tuple[str, Rows]]:
    """Return each sheet's title and rows; one row and column more than the most, so that it shows.

    A formula gives its kept value; one without is given as it was written, and so is never taken for empty.

    Raises:
        FileUnfit: If it cannot be parsed.
    """
    try:
        values, formulas = open_book(content), open_book(content, formulas=True)
        try:
            return [
                (sheet.title, _rows(sheet, formulas[sheet.title], most_rows, most_columns))
                for sheet in values.worksheets
            ]
        finally:
            values.close()
            formulas.close()
    except Exception as broken:  # openpyxl raises thirteen kinds (stack.md §3)
        raise FileUnfit("unreadable", file=name, why=UNREADABLE) from broken


def _rows(sheet: Any, written: Any, most_rows: int, most_columns: int) -> Rows:
    limits = {"max_row": most_rows + 1, "max_col": most_columns + 1, "values_only": True}
    for one in (sheet, written):
        one.reset_dimensions()
    both = zip_longest(sheet.iter_rows(**limits), written.iter_rows(**limits), fillvalue=())
    return _without_end(
        tuple(
            _without_end_of(tuple(_cell(value, said) for value, said in zip_longest(row, formulas)))
            for row, formulas in both
        )
    )


def _cell(value: Any, written: Any) -> Cell:
    if value is None:
        return str(written) if written is not None else None
    return value if isinstance(value, str | int | float | bool) or hasattr(value, "year") else str(value)


def _without_end_of(row: Row) -> Row:
    """Return a row without the empty cells at its end: a formatted sheet may have thousands."""
    last = max((number for number, one in enumerate(row, 1) if one not in (None, "")), default=0)
    return row[:last]


def _without_end(rows: Rows) -> Rows:
    last = max((number for number, row in enumerate(rows, 1) if row), default=0)
    return rows[:last]
