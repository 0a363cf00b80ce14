"""Which record each row of a returned table is: by its code, by its number, or by what a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from evenemang.flow.returning.looking import Where
from evenemang.workbook.cells import Plain
from evenemang.workbook.grids import Grid
from evenemang.workbook.returning.reading import is_empty

Row = dict[str, Plain]


@dataclass(frozen=True)
class Line:
    """One row of a returned table, and where it stands."""

    grid: Grid
    line: int
    cells: Row
    number: int | None  # as it was written; None for a row that somebody added

    def where(self, code: str) -> Where:
        """Return the cell of a column in this row."""
        at = next((col for col, one in self.grid.columns.items() if one == code), 0)
        return Where(sheet=self.grid.sheet, cell=f"{get_column_letter(at + 1)}{self.line}")

    def has(self, code: str) -> bool:
        """Whether the file has the column at all."""
        return code in self.grid.columns.values()


@dataclass(frozen=True)
class Known:
    """Which record a row is: where it stands now, where it stood as sent, and as a person knows it."""

    path: str
    path_sent: str
    about: str


@dataclass
class Matched:
    """The rows of a returned table: each record's row, the rows added, and second rows of one record."""

    rows: dict[str, Line] = field(default_factory=dict)
    added: list[Line] = field(default_factory=list)
    doubles: list[tuple[str, Line, Line]] = field(default_factory=list)  # record, its row, the other row


def lines_of(grid: Grid) -> Iterator[Line]:
    """Return the rows of a table, and what somebody wrote under its end."""
    for line, cells, number in zip(grid.lines, grid.rows, grid.numbers, strict=True):
        yield Line(grid, line, cells, number)
    for line, cells in grid.below.items():
        yield Line(grid, line, cells, None)


def matched(grid: Grid, keys: list[str], names: str, shows: str, shown: list[str]) -> Matched:
    """Return the rows of a table by record.

    `keys` are the records as they were written, in that order, and `shown` what the column `shows` said of
    each. What a person reads counts first, since a sort may leave hidden columns where they were; then the
    code in the column `names`, then the hidden number of the row.
    """
    found = Matched()
    once = {_bare(one): key for key, one in zip(keys, shown, strict=True)}
    for one in lines_of(grid):
        if is_bare(one):
            continue
        key = _key(one, keys, names, once if len(once) == len(keys) else _unlike(keys, shown), shows)
        if key is None:
            found.added.append(one)
        elif key in found.rows:
            found.doubles.append((key, found.rows[key], one))
        else:
            found.rows[key] = one
    return found


def is_bare(line: Line) -> bool:
    """Whether a row has nothing in it but what is hidden."""
    return all(is_empty(value) for code, value in line.cells.items() if not code.endswith("#"))


def _unlike(keys: list[str], shown: list[str]) -> dict[str, str]:
    """Return the records by what is shown, but for those that show the same."""
    said = [_bare(one) for one in shown]
    return {one: key for one, key in zip(said, keys, strict=True) if said.count(one) == 1}


def _key(one: Line, keys: list[str], names: str, once: dict[str, str], shows: str) -> str | None:
    said = _bare(one.cells.get(shows))
    if said and said in once:
        return once[said]
    code = str(one.cells.get(names) or "").strip()
    if code in keys:
        return code
    return keys[one.number] if one.number is not None and one.number < len(keys) else None


def _bare(shown: Plain) -> str:
    return " ".join(str(shown or "").casefold().split())
