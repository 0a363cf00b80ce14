"""A table of a book that came back: its columns found by their headings, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from evenemang.domain.text import Text
from evenemang.workbook.twin.faults import Cell, Faults, meant
from evenemang.workbook.twin.form import Sheet
from evenemang.workbook.twin.line import Line, Raw, Rows
from evenemang.workbook.twin.naming import column_named, nearest_heading
from evenemang.workbook.twin.questions import with_sources

HEADING_WITHIN = 20  # rows from the top

MOVE = Text(
    sv="Ta bort det som står där, eller flytta det till ett eget blad.",
    en="Remove what stands there, or move it to a sheet of your own.",
)


def table_lines(sheet: Sheet, title: str, rows: Rows, faults: Faults) -> Iterator[Line]:
    """Return the rows below the heading; what is missing, or stands where nothing is read, is told."""
    at, columns = _heading(with_sources(sheet, 1), rows)
    if not columns:
        what = Text(sv="Raden med rubriker saknas.", en="The row of headings is missing.")
        faults.broken(Cell(title), what, Text(sv="Lägg tillbaka den.", en="Put it back."))
        return
    table = _Table(with_sources(sheet, _last_source(columns)), title, rows[at], columns, faults)
    table.look_for_columns()
    for row, cells in rows[at + 1 :]:
        table.look_for_strangers(row, cells)
        values = {columns[col]: raw for col, raw in cells.items() if col in columns}
        if values:
            places = {code: (row, get_column_letter(col + 1)) for col, code in columns.items()}
            yield Line(table.sheet, title, row, values, places)


def _heading(sheet: Sheet, rows: Rows) -> tuple[int, dict[int, str]]:
    """Return which row is the heading, and which column stands where: the row that knows most of them."""
    best: tuple[int, dict[int, str]] = (0, {})
    for at, (number, cells) in enumerate(rows):
        if number > HEADING_WITHIN:
            break
        known: dict[int, str] = {}
        for col, (value, _) in cells.items():
            code = column_named(sheet.columns, value)
            if code and code not in known.values():
                known[col] = code
        if len(known) > len(best[1]):
            best = (at, known)
    return best


def _last_source(columns: Mapping[int, str]) -> int:
    numbers = [int(code.partition(".")[2]) for code in columns.values() if code.startswith("source.")]
    return max(numbers, default=1)


@dataclass
class _Table:
    """A table whose heading has been found."""

    sheet: Sheet
    title: str
    heading: tuple[int, Mapping[int, Raw]]
    columns: Mapping[int, str]
    faults: Faults
    told: set[int] = field(default_factory=set)  # columns of strangers that have been told

    def look_for_columns(self) -> None:
        """Tell the headings that are missing; one that is only misspelt is told where it stands."""
        row, headings = self.heading
        missing = {one.code: one.title for one in with_sources(self.sheet, 1).columns}
        for code in self.columns.values():
            missing.pop(code, None)
        for col, (value, _) in headings.items():
            near = nearest_heading(self.sheet.columns, str(value)) if col not in self.columns else None
            meant_code = next((code for code, title in missing.items() if title == near), None)
            if near is not None and meant_code is not None:
                del missing[meant_code]
                self.told.add(col)
                cell = Cell(self.title, row, get_column_letter(col + 1))
                self.faults.broken(cell, self._not_read(str(value)), meant(near, MOVE))
        for title in missing.values():
            what = Text(sv=f"Kolumnen ”{title.sv}” saknas.", en=f"The column “{title.en}” is missing.")
            do = Text(sv="Lägg tillbaka den, eller rätta rubriken.", en="Put it back, or mend its heading.")
            self.faults.broken(Cell(self.title, row, "", title), what, do)

    def look_for_strangers(self, row: int, cells: Mapping[int, Raw]) -> None:
        """Tell, once a column, what is written where nothing is read, so that it is not lost unseen."""
        for col in cells:
            if col in self.columns or col in self.told:
                continue
            self.told.add(col)
            called = self.heading[1].get(col)
            letter = get_column_letter(col + 1)
            if called:
                self.faults.tell(
                    Cell(self.title, self.heading[0], letter), self._not_read(str(called[0])), MOVE
                )
            else:
                what = Text(sv="Kolumnen har ingen rubrik.", en="The column has no heading.")
                self.faults.tell(Cell(self.title, row, letter), what, MOVE)

    def _not_read(self, called: str) -> Text:
        return Text(sv=f"Kolumnen ”{called}” läses inte.", en=f"The column “{called}” is not read.")
