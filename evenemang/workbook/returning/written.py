"""The tables that only the program writes: a row that somebody changed is told of, and not taken."""

from __future__ import annotations

from collections import Counter
from typing import Any

from evenemang.workbook.grids import Grid
from evenemang.workbook.layout import Column, Page, Table
from evenemang.workbook.returning import remarks
from evenemang.workbook.returning.comparing import Comparison
from evenemang.workbook.returning.rows import Line, lines_of
from evenemang.workbook.returning.same import normal
from evenemang.workbook.showing import cell

Shown = tuple[str, ...]


def compare_written(found: Comparison, table: Table, grid: Grid) -> None:
    """Tell of each row that shows what no row did when the file was sent, nor does now."""
    columns = [
        one for one in table.columns if one.stored and not one.hidden and one.code in grid.columns.values()
    ]
    before = _rows(found.before, table, columns)
    left = Counter(before)
    now = set(_rows(found.now, table, columns))
    changed: list[tuple[Line, Shown]] = []
    for line in lines_of(grid):
        shows = tuple(normal(line.cells.get(one.code)) for one in columns)
        if not any(shows) or _is_ours(table, shows):
            continue
        if left[shows] > 0:
            left[shows] -= 1
        elif shows not in now:
            changed.append((line, shows))
    for line, shows in changed:
        _tell(found, columns, line, (shows, _as_sent(line, before)))


def _rows(page: Page, table: Table, columns: list[Column]) -> list[Shown]:
    return [_shown(page, columns, one) for one in table.rows(page)]


def _shown(page: Page, columns: list[Column], record: Any) -> Shown:
    return tuple(normal(cell(page, one, record).shown) for one in columns)


def _is_ours(table: Table, shows: Shown) -> bool:
    return table.empty is not None and shows[0] in (table.empty.sv, table.empty.en) and not any(shows[1:])


def _as_sent(line: Line, before: list[Shown]) -> Shown | None:
    number = line.number
    return before[number] if number is not None and number < len(before) else None


def _tell(found: Comparison, columns: list[Column], line: Line, shown: tuple[Shown, Shown | None]) -> None:
    shows, sent = shown
    for place, column in enumerate(columns):
        if shows[place] and (sent is None or shows[place] != sent[place]):
            heading = found.say(column.title)
            found.remark("program-only", line.where(column.code), remarks.program_only(heading))
            return
