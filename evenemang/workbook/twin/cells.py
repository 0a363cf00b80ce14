"""The sheets of a book that came back, found by their names, as rows of raw cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text
from evenemang.workbook.opening import Cell as ReadCell
from evenemang.workbook.opening import Sheet as Read
from evenemang.workbook.refusals import TOO_LARGE
from evenemang.workbook.twin.faults import Cell, Faults
from evenemang.workbook.twin.form import Sheet
from evenemang.workbook.twin.head import head_lines
from evenemang.workbook.twin.line import Line, Raw, Rows
from evenemang.workbook.twin.naming import blank, either, folded, nearest_to
from evenemang.workbook.twin.sheets import GUIDE, LISTS, SHEETS
from evenemang.workbook.twin.tables import table_lines

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = (
    3_000,
    200,
    100_000,
)  # a sheet of ours has about 60 rows, a book 1 500 cells


def lines_of(book: Sequence[Read], name: str, faults: Faults) -> tuple[dict[str, list[Line]], dict[str, str]]:
    """Return the rows of every sheet by its code, and what the sheets are called in this book.

    What is missing or misspelt is told.

    Raises:
        FileUnfit: If there is more in it than an area can have.
    """
    titles = _titles([one.title for one in book], faults)
    sheets = {one.title: one for one in book}
    found: dict[str, list[Line]] = {sheet.code: [] for sheet in SHEETS}
    budget = MOST_CELLS
    for sheet in SHEETS:
        if sheet.code in titles:
            title = titles[sheet.code]
            rows = _rows(sheets[title], name, budget)
            budget -= sum(len(cells) for _, cells in rows)
            read = head_lines if sheet.is_form else table_lines
            found[sheet.code] = list(read(sheet, title, rows, faults))
    return found, titles


def _titles(names: Sequence[str], faults: Faults) -> dict[str, str]:
    """Return what each sheet is called in this book, in whichever language."""
    there = {folded(title): title for title in names}
    found: dict[str, str] = {}
    for sheet in SHEETS:
        named = [there.pop(folded(one)) for one in either(sheet.title) if folded(one) in there]
        if len(named) > 1:
            faults.broken(
                Cell(named[1]),
                Text(sv=f"Bladet är samma som {named[0]}.", en=f"The sheet is the same as {named[0]}."),
                Text(sv="Ta bort det ena.", en="Remove one of them."),
            )
        if named:
            found[sheet.code] = named[0]
        else:
            _missing_sheet(sheet, there, faults)
    _strange_sheets(there, faults)
    return found


def _missing_sheet(sheet: Sheet, there: dict[str, str], faults: Faults) -> None:
    found = next((near for one in either(sheet.title) if (near := nearest_to(folded(one), there))), None)
    title = there.pop(found) if found else None
    what = Text(sv=f"Bladet {sheet.title.sv} saknas.", en=f"The sheet {sheet.title.en} is missing.")
    do = Text(
        sv=f"Byt namn på {title} till {sheet.title.sv}." if title else "Lägg tillbaka det.",
        en=f"Rename {title} to {sheet.title.en}." if title else "Put it back.",
    )
    faults.broken(Cell(title or ""), what, do)


def _strange_sheets(there: Mapping[str, str], faults: Faults) -> None:
    """A sheet of somebody's own is left alone; one whose name is nearly ours holds rows that nobody reads."""
    titles = (GUIDE, LISTS, *(sheet.title for sheet in SHEETS))
    ours = {folded(one): one for title in titles for one in either(title)}
    for name, title in there.items():
        near = None if name in ours else nearest_to(name, ours)
        if near:
            do = Text(
                sv=f"Flytta raderna till {ours[near]}, eller döp bladet till något annat.",
                en=f"Move the rows to {ours[near]}, or call the sheet something else.",
            )
            faults.tell(Cell(title), Text(sv="Bladet läses inte.", en="The sheet is not read."), do)


def _rows(sheet: Read, name: str, budget: int) -> Rows:
    """Return the rows in which something is written, by columns from 0."""
    found: Rows = []
    for number, row in sheet.rows.items():
        if number > MOST_ROWS:
            break
        written = {at - 1: _raw(cell) for at, cell in row.items() if at <= MOST_COLUMNS}
        written = {at: raw for at, raw in written.items() if not blank(raw[0])}
        budget -= len(written)
        if budget < 0 or (written and number == MOST_ROWS):
            raise FileUnfit("too many cells", file=name, why=TOO_LARGE)
        if written:
            found.append((number, written))
    return found


def _raw(cell: ReadCell) -> Raw:
    """Return a cell; one with a formula is written in, whatever it came to."""
    return ("=", "f") if cell.kind in ("f", "u") else (cell.value, cell.kind)
