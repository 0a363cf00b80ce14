"""A workbook as tables of raw cells, found by their hidden marks: never by a sheet's name or place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text
from evenemang.workbook.apart import cells_apart
from evenemang.workbook.cells import Plain
from evenemang.workbook.decoding import MORE
from evenemang.workbook.layout import END, MARK, ROW, says_nothing
from evenemang.workbook.opening import Sheet
from evenemang.workbook.organiser.sheets import ORGANISER_SHEETS
from evenemang.workbook.refusals import refusal
from evenemang.workbook.registers import SECRET_SHEETS as SECRET_REGISTERS
from evenemang.workbook.registers import SHEETS as REGISTERS
from evenemang.workbook.sheets import SHEETS

LONG_TEXTS = "long-texts"
OWN_SHEETS = (
    *SHEETS,
    *(sheet for kept in (REGISTERS, SECRET_REGISTERS) for each in kept.values() for sheet in each),
)
CODES: dict[str, frozenset[str]] = {LONG_TEXTS: frozenset({"table", "row", "column", "number", "text"})}
for _table in (table for sheet in (*OWN_SHEETS, *ORGANISER_SHEETS) for table in sheet.tables):
    CODES[_table.code] = CODES.get(_table.code, frozenset()).union(
        *({one.code, f"{one.code}#"} for one in _table.columns)
    )


@dataclass
class Grid:
    """One table as it stands in the file: its code, its column codes, and its rows by column code."""

    code: str
    sheet: str
    columns: dict[int, str]
    mark: int  # the column that numbers the rows
    rows: list[dict[str, Plain]] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)  # as written; None is a row somebody added
    lines: list[int] = field(
        default_factory=list, compare=False
    )  # where each row stands on the sheet, from 1
    below: dict[int, dict[str, Plain]] = field(
        default_factory=dict, compare=False
    )  # written under the end, by line


def grids(content: bytes, name: str = "xlsx") -> dict[str, Grid]:
    """Return every table of a workbook from outside by its code, with long texts put together.

    Raises:
        FileUnfit: If it is no workbook, takes too much to read, or makes no sense.
    """
    return grids_of(cells_apart(content, name), name)


def grids_of(sheets: list[Sheet], name: str = "xlsx") -> dict[str, Grid]:
    """Return every table on some sheets.

    Raises:
        FileUnfit: If a table stands there twice, or a long text belongs nowhere.
    """
    found: dict[str, Grid] = {}
    for sheet in sheets:
        for grid in _on_sheet(sheet.title, cast(Iterator[tuple[Plain, ...]], sheet.dense())):
            add(grid, found, name)
    try:
        with_long_texts(found)
    except (LookupError, ValueError) as unfit:
        raise refusal("sense", f"a long text: {unfit}", name) from unfit
    return found


def add(grid: Grid, found: dict[str, Grid], name: str = "xlsx") -> None:
    """Add a table to those that are found; which of two on a copied sheet counts is for a person to say.

    Raises:
        FileUnfit: If it is there already.
    """
    if grid.code in found:
        first, second = found[grid.code].sheet, grid.sheet
        why = Text(
            sv=f"samma tabell står två gånger, på bladen {first} och {second}. "
            "Ta bort det ena och försök igen.",
            en=f"the same table stands twice, on the sheets {first} and {second}. Remove one and try again.",
        )
        raise FileUnfit("a table twice", file=name, why=why)
    found[grid.code] = grid


def _on_sheet(title: str, rows: Iterator[tuple[Plain, ...]]) -> Iterator[Grid]:
    grid: Grid | None = None
    heading = ended = False
    for line, row in enumerate(rows, 1):
        begun = table_begun(title, row)
        if begun:
            if grid is not None and ended:
                grid.below.pop(line - 1, None)  # the title of the table that begins here
            grid, heading, ended = begun, True, False
            yield grid
        elif heading:
            heading = False  # the visible heading may be translated; the codes above it count
        elif grid is not None:
            mark = row[grid.mark] if grid.mark < len(row) else None
            ended = ended or mark == END
            _take(grid, line, row, mark, ended=ended)


def _take(grid: Grid, line: int, row: tuple[Plain, ...], mark: Plain, *, ended: bool) -> None:
    """Take a row with something in it; what stands at the end or under it is kept apart."""
    cells = {code: row[col] for col, code in grid.columns.items() if col < len(row)}
    if all(says_nothing(*one) for one in cells.items()):
        return
    if ended:
        grid.below[line] = cells
    else:
        grid.rows.append(cells)
        grid.numbers.append(row_number(mark))
        grid.lines.append(line)


def row_number(mark: Plain) -> int | None:
    """Return a row's number by its mark; None for a row that somebody added."""
    digits = str(mark).removeprefix(ROW)
    return int(digits) if str(mark).startswith(ROW) and digits.isdecimal() else None


def table_begun(title: str, row: Sequence[Plain]) -> Grid | None:
    """Return the table that a row of codes begins; a person's text beside anything else begins none."""
    for col, one in enumerate(row):
        if isinstance(one, str) and one.startswith(MARK):
            columns = {at: str(code) for at, code in enumerate(row) if code not in (None, "") and at != col}
            code = one.removeprefix(MARK)
            if columns and set(columns.values()) <= CODES.get(code, frozenset()):
                return Grid(code, title, columns, col)
    return None


def with_long_texts(found: dict[str, Grid]) -> None:
    """Put the ends of long texts back where they belong."""
    long = found.pop(LONG_TEXTS, None)
    if long is None:
        return
    begun: set[tuple[object, ...]] = set()
    for piece in sorted(long.rows, key=_place):
        grid = found[str(piece["table"])]
        row = grid.rows[grid.numbers.index(int(str(piece["row"])))]
        column = str(piece["column"])
        cell = (piece["table"], piece["row"], column)
        if cell not in begun and not str(row[column]).endswith(MORE):
            continue  # somebody wrote the cell anew: its old end says nothing any more
        begun.add(cell)
        row[column] = str(row[column]).removesuffix(MORE) + str(piece["text"])


def _place(piece: dict[str, Plain]) -> int:
    """Return where a piece comes in its text; somebody may have sorted the sheet."""
    return int(str(piece["number"]))
