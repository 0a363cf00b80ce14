"""The forms, one value a line: those that may come back compared, changes to the others told."""

from __future__ import annotations

from evenemang.workbook.grids import Grid
from evenemang.workbook.layout import Table
from evenemang.workbook.returning import remarks
from evenemang.workbook.returning.comparing import Comparison, One, compare
from evenemang.workbook.returning.fields import coming_line
from evenemang.workbook.returning.rows import matched
from evenemang.workbook.sheets.forms import Line as Said
from evenemang.workbook.showing import cell

ELSEWHERE = ("event.organiser", "event.place", "event.series")  # a person chooses them in the app


def compare_lines(found: Comparison, table: Table, grid: Grid) -> None:
    """Compare every line of a form."""
    before = {one.path: one for one in table.rows(found.before)}
    now = {one.path: one for one in table.rows(found.now)}
    label, column = table.columns[0], table.columns[1]
    said = [str(cell(found.before, label, one).shown) for one in before.values()]
    rows = matched(grid, list(before), "path", label.code, said)
    for path, line in rows.rows.items():
        one: Said = before[path]
        heading = said[list(before).index(path)]
        comes = coming_line(table.code, path)
        if comes:
            at, field = comes
            compare(
                found,
                One(
                    line=line,
                    column=column,
                    record=one,
                    record_now=now.get(path),
                    path=at,
                    path_sent=at,
                    field=field,
                    about=found.say(table.title),
                    heading=heading,
                ),
            )
        elif not found.shows(column, (one, now.get(path)), line.cells.get(column.code)):
            kind = "elsewhere" if path in ELSEWHERE else "program-only"
            says = remarks.elsewhere(heading) if path in ELSEWHERE else remarks.program_only(heading)
            found.remark(kind, line.where(column.code), says)
