"""The tables whose rows have no number, occasions and contacts: a row is known by how it looks."""

from __future__ import annotations

from typing import Any

from evenemang.flow.returning.looking import Where
from evenemang.flow.returning.unnumbered import Unnumbered, aligned, path_of
from evenemang.workbook.grids import Grid
from evenemang.workbook.layout import Part, Table
from evenemang.workbook.returning import remarks
from evenemang.workbook.returning.comparing import UNNUMBERED, Comparison
from evenemang.workbook.returning.fields import COMING
from evenemang.workbook.returning.records import compare_added, compare_row, is_cleared, named
from evenemang.workbook.returning.rows import Known, Line, is_bare, lines_of
from evenemang.workbook.returning.same import normal
from evenemang.workbook.showing import cell

Look = tuple[str, ...]


def compare_unnumbered(found: Comparison, table: Table, grid: Grid) -> None:
    """Compare every row, and keep those that somebody added."""
    kind, coming = UNNUMBERED[table.code], COMING[table.code]
    before, now = list(table.rows(found.before)), list(table.rows(found.now))
    codes = [one.code for one in table.columns if not one.hidden and one.code in grid.columns.values()]
    looks = [_look(found, table, codes, one) for one in before]
    rows, added = _matched(grid, codes, looks)
    pairs = aligned(found.before.whole.dossier, found.now.whole.dossier, kind)
    for place, line in sorted(rows.items()):
        if is_cleared(line, table):
            continue
        record_now = pairs.get(place)
        path = path_of(kind, record_now or _record(before[place]))
        row_now = next((one for one in now if _record(one) is record_now), None)
        known = Known(path, path_of(kind, _record(before[place])), named(found, table, before[place]))
        compare_row(found, table, line, known, (before[place], row_now))
    for line in added:
        compare_added(found, table, coming, line)
    for place, one in enumerate(before):
        if place not in rows:
            where = Where(sheet=grid.sheet, cell="")
            found.remark("removed", where, remarks.removed(named(found, table, one)))


def _record(row: Any) -> Unnumbered:
    """Return the record of a row, which may say its place in the order too."""
    record: Unnumbered = row.one if isinstance(row, Part) else row
    return record


def _look(found: Comparison, table: Table, codes: list[str], row: object) -> Look:
    columns = {one.code: one for one in table.columns}
    return tuple(normal(cell(found.before, columns[code], row).shown) for code in codes)


def _matched(grid: Grid, codes: list[str], looks: list[Look]) -> tuple[dict[int, Line], list[Line]]:
    """Return the row of each record, and the rows that somebody added.

    What looks just as it did is that record, its own number first where two look alike. Of the rest, one that
    has a number is the record it is most like: a sort may leave the hidden numbers where they were.
    """
    lines = [(one, tuple(normal(one.cells.get(code)) for code in codes)) for one in lines_of(grid)]
    lines = [(line, look) for line, look in lines if not is_bare(line)]
    left = dict(enumerate(looks))
    rows: dict[int, Line] = {}
    changed: list[tuple[Line, Look]] = []
    for line, look in lines:
        just_so = [place for place, one in left.items() if one == look]
        if just_so:
            place = line.number if line.number in just_so else just_so[0]
            rows[place] = line
            del left[place]
        else:
            changed.append((line, look))
    added: list[Line] = []
    for line, look in changed:
        if line.number is None or not left:
            added.append(line)
            continue
        place = max(left, key=lambda one: (_alike(look, left[one]), one == line.number))
        rows[place] = line
        del left[place]
    return rows, added


def _alike(one: Look, other: Look) -> int:
    return sum(here == there for here, there in zip(one, other, strict=True))
