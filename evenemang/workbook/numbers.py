"""The numbers behind a chart as a workbook of one sheet: what it shows, unit and source, and the table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from evenemang.workbook.book import new_book

Cell = str | int | float | date | None
WIDEST, NARROWEST = 48, 10  # characters of a column
TITLE = {"bold": True, "font_size": 14}
HEADING = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
DAY = {"num_format": "yyyy-mm-dd", "align": "left"}


def numbers_book(
    title: str, notes: Sequence[str], heading: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> bytes:
    """Return a workbook with a title, lines of notes, and a table; text in it is never a formula."""
    stream = BytesIO()
    with new_book(stream) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, title, book.add_format(TITLE))
        for at, note in enumerate(notes, 1):
            sheet.write_string(at, 0, note)
        top = len(notes) + 2
        bold, as_day = book.add_format(HEADING), book.add_format(DAY)
        for column, word in enumerate(heading):
            sheet.write_string(top, column, word, bold)
            sheet.set_column(column, column, _width(word, [row[column] for row in rows]))
        for at, row in enumerate(rows, top + 1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(at, column, cell)
                elif isinstance(cell, date):
                    sheet.write_datetime(at, column, cell, as_day)
                elif cell is not None:
                    sheet.write_number(at, column, cell)
        sheet.freeze_panes(top + 1, 0)
    return stream.getvalue()


def _width(word: str, cells: Sequence[Cell]) -> int:
    texts = [*(cell for cell in cells if isinstance(cell, str)), *word.split()]
    return min(WIDEST, max(NARROWEST, *(len(text) for text in texts)) + 2)
