"""The head of the area in a book that came back: a form, with one fact a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl.utils import get_column_letter

from evenemang.domain.text import Text
from evenemang.workbook.twin.faults import Cell, Faults, meant
from evenemang.workbook.twin.form import Sheet
from evenemang.workbook.twin.line import Line, Raw, Rows
from evenemang.workbook.twin.naming import column_named, either, folded, names_in, nearest_heading
from evenemang.workbook.twin.sheets import FORM_HEADINGS
from evenemang.workbook.twin.tables import HEADING_WITHIN


def head_lines(sheet: Sheet, title: str, rows: Rows, faults: Faults) -> Iterator[Line]:
    """Return the head of the area as one row; each fact stands on a row of its own in the book."""
    at, columns = _form_heading(rows)
    if not columns:
        what = Text(sv="Rubrikerna Uppgift och Värde saknas.", en="The headings Fact and Value are missing.")
        faults.broken(Cell(title), what, Text(sv="Lägg tillbaka dem.", en="Put them back."))
        return
    label, value = columns
    letter = get_column_letter(value + 1)
    values: dict[str, Raw] = {}
    places: dict[str, tuple[int, str]] = {}
    nearly: list[Text] = []  # facts whose names are only misspelt
    for row, cells in rows[at + 1 :]:
        code = column_named(sheet.columns, cells.get(label, ("", "s"))[0])
        if code is None or code in places:
            cell = Cell(title, row, get_column_letter(label + 1))
            nearly += _strange_fact(sheet, cell, cells.get(label), code, faults)
            continue
        places[code] = (row, letter)
        if value in cells:
            values[code] = cells[value]
    for column in sheet.columns:
        if column.code not in places:
            faults.is_whole = False
        if column.code not in places and column.title not in nearly:
            name = column.title
            what = Text(sv=f"Raden ”{name.sv}” saknas.", en=f"The row “{name.en}” is missing.")
            faults.broken(Cell(title), what, Text(sv="Lägg tillbaka den.", en="Put it back."))
    yield Line(sheet, title, 0, values, places)


def _form_heading(rows: Rows) -> tuple[int, tuple[int, int] | None]:
    for at, (_, cells) in enumerate(rows[:HEADING_WITHIN]):
        named = {_heading_line(value, FORM_HEADINGS): col for col, (value, _) in cells.items()}
        if 0 in named and 1 in named:
            return at, (named[0], named[1])
    return 0, None


def _heading_line(value: Any, titles: Sequence[Text]) -> int | None:
    said = names_in(value)
    return next(
        (at for at, title in enumerate(titles) if said & {folded(one) for one in either(title)}), None
    )


def _strange_fact(
    sheet: Sheet, cell: Cell, label: Raw | None, code: str | None, faults: Faults
) -> list[Text]:
    """Tell a row that is no fact, or one told twice; return the fact that was meant, where it shows."""
    called = str(label[0]) if label else ""
    near = nearest_heading(sheet.columns, called) if called and code is None else None
    if not called:
        what = Text(sv="Raden saknar namn på uppgiften.", en="The row does not say which fact it is.")
    elif code is not None:
        what = Text(sv=f"”{called}” står redan ovanför.", en=f"“{called}” stands above already.")
    else:
        what = Text(sv=f"”{called}” är ingen uppgift om området.", en=f"“{called}” is no fact of the area.")
    faults.tell(cell, what, meant(near, Text(sv="Ta bort raden.", en="Remove the row.")))
    return [near] if near else []
