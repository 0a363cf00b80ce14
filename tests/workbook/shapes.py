"""Workbooks shaped as other programs are known to write them, made from ours; none was made by them.

Google Sheets keeps what is hidden, writes every number as a decimal, and fills up to a thousand rows.
Numbers makes a sheet for each table, names it "sheet - table" after one about the export, and hides nothing.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet


def as_google(content: bytes) -> bytes:
    """Return a workbook as Google Sheets would give it back."""
    book, made = load_workbook(BytesIO(content)), _empty()
    for sheet in _sheets(book):
        copy = made.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    copy.cell(cell.row, cell.column, _decimal(cell.value)).number_format = cell.number_format
        copy.cell(1000, 26).number_format = "@"
    return _saved(made)


def as_numbers(content: bytes) -> bytes:
    """Return a workbook as Numbers would export it: renamed sheets behind one about the export."""
    book, made = load_workbook(BytesIO(content)), _empty()
    about = made.create_sheet("Exportöversikt")
    about.append(["Det här dokumentet exporterades från Numbers. Varje tabell blev ett kalkylblad."])
    for number, sheet in enumerate(_sheets(book), 1):
        about.append([sheet.title, f"Tabell {number}"])
        copy = made.create_sheet(f"{sheet.title} - Tabell 1"[:31])
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    copy.cell(cell.row, cell.column, cell.value).number_format = cell.number_format
    return _saved(made)


def moved_about(content: bytes) -> bytes:
    """Return a workbook with a column before the others, sheets in another order, and other headings."""
    book = load_workbook(BytesIO(content))
    for sheet in _sheets(book):
        sheet.insert_cols(1)
        sheet["A3"] = None
    book.move_sheet("Åtgärder", -3)
    return _saved(book)


def _empty() -> Workbook:
    made = Workbook()
    made.remove(made.worksheets[0])
    return made


def _decimal(value: Any) -> Any:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _sheets(book: Workbook) -> list[Worksheet]:
    return list(book.worksheets)


def _saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
