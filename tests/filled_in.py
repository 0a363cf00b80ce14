"""A workbook as a person fills it in: cells found by the heading and the row that one sees."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet


class Filled:
    """A workbook opened to be written in; what is hidden stays as it is, as in a person's program."""

    def __init__(self, content: bytes) -> None:
        self.book = load_workbook(BytesIO(content))

    def sheet(self, title: str) -> Worksheet:
        found = self.book[title]
        assert isinstance(found, Worksheet)
        return found

    def at(self, sheet: str, row: str, heading: str) -> Cell:
        """The cell under a heading, in the row where something says `row`."""
        cells = self.sheet(sheet)
        line = _line(cells, row)
        headings = [each for each in cells.iter_rows(max_row=line) if any(_is(one, heading) for one in each)]
        found = next(one for one in headings[-1] if _is(one, heading))
        assert found.column is not None
        cell = cells.cell(line, found.column)
        assert isinstance(cell, Cell)
        return cell

    def write(self, sheet: str, row: str, heading: str, value: Any) -> str:
        """Write in a cell, and return where it is: B5."""
        cell = self.at(sheet, row, heading)
        cell.value = value
        return cell.coordinate

    def insert(self, sheet: str, above: str, **said: Any) -> str:
        """Insert a row above another one, as Excel does it, and return where its first cell is."""
        cells = self.sheet(sheet)
        line = _line(cells, above)
        columns = {heading: self.at(sheet, above, _spoken(heading)).column for heading in said}
        cells.insert_rows(line)
        for heading, value in said.items():
            cells.cell(line, columns[heading]).value = value
        return f"{cells.cell(line, min(columns.values())).coordinate}"

    def content(self) -> bytes:
        stream = BytesIO()
        self.book.save(stream)
        return stream.getvalue()


def _line(cells: Worksheet, said: str) -> int:
    line = next(one.row for each in cells.iter_rows() for one in each if _says(one, said))
    assert line is not None
    return line


def _spoken(heading: str) -> str:
    """A heading as a keyword: Vad_kan_hända."""
    return heading.replace("_", " ")


def _is(cell: Any, said: str) -> bool:
    return str(cell.value) == said


def _says(cell: Any, said: str) -> bool:
    return cell.value is not None and str(cell.value).startswith(said)
