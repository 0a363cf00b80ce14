"""The two readers of one file: openpyxl for what comes from outside, calamine for our own folder."""

from __future__ import annotations

from typing import Any

from evenemang.workbook.grids import Grid, grids
from evenemang.workbook.own_grids import own_grids


def assert_same_grids(content: bytes) -> None:
    """Every table, row, number and value, to its type."""
    by_openpyxl, by_calamine = grids(content), own_grids(content)
    assert list(by_calamine) == list(by_openpyxl)
    for code, grid in by_openpyxl.items():
        assert _seen(by_calamine[code]) == _seen(grid)


def _seen(grid: Grid) -> tuple[Any, ...]:
    rows = [
        {code: (type(shown), shown) for code, shown in row.items() if shown is not None} for row in grid.rows
    ]
    return grid.sheet, grid.columns, grid.mark, rows, grid.numbers
