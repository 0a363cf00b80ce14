"""The yearly report as a workbook: the text, each number with a way to its list, each list on a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from math import ceil

from xlsxwriter import Workbook

from evenemang.flow.report.parts import KeyFigure, Picture, Records, Report, Value, plain
from evenemang.workbook.book import added, new_book
from evenemang.workbook.style import Styles
from evenemang.workbook.swift import SwiftWorksheet
from evenemang.workbook.text import parts

WIDE, NARROW = 60, 14  # characters
LINE = 15  # points
TEXT_WIDTH = 110
SHADES = ("#0F4C5C", "#4C8596", "#9CC3CD", "#D3E4E8", "#F4F7F8")
CHART_ROWS = 18


def report_book(report: Report) -> bytes:
    """Return the report as a workbook."""
    stream = BytesIO()
    book = new_book(stream)
    styles = Styles(book)
    _text(book, styles, report)
    _figures(book, styles, report)
    _pictures(book, styles, report)
    for one in report.records:
        _list(book, styles, one, report)
    book.close()
    return stream.getvalue()


def _sheet(book: Workbook, title: str, report: Report) -> SwiftWorksheet:
    sheet = added(book, title, report.title, report.kind, report.made, report.language)
    sheet.fit_to_pages(1, 0)
    return sheet


def _text(book: Workbook, styles: Styles, report: Report) -> None:
    """Write the text, each paragraph in a cell."""
    sheet = _sheet(book, report.word("text"), report)
    sheet.set_column(0, 0, TEXT_WIDTH)
    sheet.write_string(0, 0, report.title, styles["title"])
    made = ". ".join(one for one in (report.sender, report.word("made"), report.note.rstrip(".")) if one)
    sheet.write_text(1, 0, f"{made}.", styles["about"])
    look = styles.make(text_wrap=True, valign="top", num_format="@")
    row = 3
    for paragraph in report.paragraphs:
        for piece in parts(plain(paragraph)):
            lines = 1 + len(piece) // TEXT_WIDTH
            sheet.set_row(row, LINE * lines + 6)
            sheet.write_text(row, 0, piece, look)
            row += 1


def _figures(book: Workbook, styles: Styles, report: Report) -> None:
    """Write every number with its unit and the way to its list."""
    sheet = _sheet(book, report.word("figures"), report)
    titles = {one.key: one.title for one in report.records}
    _heads(sheet, styles, [report.word(one) for one in ("name", "value", "unit", "list")])
    sheet.set_column(0, 0, 42)
    sheet.set_column(1, 1, NARROW)
    sheet.set_column(2, 3, 30)
    sheet.freeze_panes(1, 0)
    for row, one in enumerate(report.figures, 1):
        _figure(sheet, styles, row, one, titles[one.about])


def _figure(sheet: SwiftWorksheet, styles: Styles, row: int, one: KeyFigure, listed: str) -> None:
    sheet.write_text(row, 0, one.name, styles["text"])
    _cell(sheet, styles, row, 1, one.value)
    sheet.write_text(row, 2, one.unit, styles["text"])
    link = styles.make(font_color="#0F4C5C", underline=1, valign="top", indent=1)
    sheet.write_url(row, 3, f"internal:'{listed}'!A1", link, listed)


def _pictures(book: Workbook, styles: Styles, report: Report) -> None:
    """Write each picture as its numbers with a chart of the workbook's own beside them."""
    if not report.pictures:
        return
    name = report.word("pictures")
    sheet = _sheet(book, name, report)
    sheet.set_column(0, 0, NARROW + 4)
    sheet.set_column(1, 6, NARROW)
    row = 0
    for picture in report.pictures:
        row = _picture(book, sheet, styles, row, picture, name)


def _picture(  # noqa: PLR0917  # a picture, and where it stands
    book: Workbook, sheet: SwiftWorksheet, styles: Styles, row: int, picture: Picture, name: str
) -> int:
    sheet.write_string(row, 0, picture.title, styles["table"])
    sheet.write_text(row + 1, 0, f"{picture.unit}. {picture.source}", styles["about"])
    first = row + 3
    _heads(sheet, styles, ["", *(one.name for one in picture.series)], first - 1)
    for at, label in enumerate(picture.labels):
        sheet.write_text(first + at, 0, label, styles["text"])
        for column, one in enumerate(picture.series, 1):
            _cell(sheet, styles, first + at, column, one.values[at])
    last = first + len(picture.labels) - 1
    chart = book.add_chart({"type": "column", **({"subtype": "stacked"} if picture.stacked else {})})
    for column in range(1, len(picture.series) + 1):
        shade = SHADES[min(column - 1, len(SHADES) - 1)]
        chart.add_series(
            {
                "name": [name, first - 1, column],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, column, last, column],
                "fill": {"color": shade},
                "border": {"color": SHADES[0]},
            }
        )
    chart.set_title({"name": picture.title, "name_font": {"size": 11}})
    chart.set_y_axis({"name": picture.unit, "major_gridlines": {"visible": True}})
    chart.set_legend({"position": "bottom"})
    where = {"description": picture.alternative, "object_position": 2}
    sheet.insert_chart(row, len(picture.series) + 2, chart, where)
    return max(last + 2, row + CHART_ROWS)


def _list(book: Workbook, styles: Styles, found: Records, report: Report) -> None:
    """Write all records of a list, under how they were counted."""
    sheet = _sheet(book, found.title, report)
    sheet.write_string(0, 0, found.title, styles["title"])
    sheet.write_text(1, 0, " ".join((found.how, found.untold)).strip(), styles["about"])
    _heads(sheet, styles, found.heads, 2)
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)
    widths = [_width(found, at) for at in range(len(found.heads))]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    if not found.entries:
        sheet.write_text(3, 0, report.word("none"), styles["about"])
    for row, one in enumerate(found.entries, 3):
        lines = max(ceil(len(str(cell)) / width) for cell, width in zip(one.cells, widths, strict=True))
        if lines > 1:  # an office does not always make room by itself
            sheet.set_row(row, LINE * lines)
        for column, value in enumerate(one.cells):
            _cell(sheet, styles, row, column, value)
    if found.entries:
        sheet.autofilter(2, 0, 2 + len(found.entries), len(found.heads) - 1)


def _width(found: Records, at: int) -> int:
    """Return how wide a column is: as its longest text asks, up to the widest."""
    texts = (cell for one in found.entries if isinstance(cell := one.cells[at], str))
    return max(NARROW, min(WIDE, max(map(len, texts), default=0) + 2))


def _heads(sheet: SwiftWorksheet, styles: Styles, heads: Iterable[str], row: int = 0) -> None:
    for column, head in enumerate(heads):
        sheet.write_string(row, column, head, styles["heading"])


def _cell(sheet: SwiftWorksheet, styles: Styles, row: int, column: int, value: Value) -> None:
    """Write a value as what it is: a day is a day, a number a number, a text never anything but text."""
    if value is None:
        sheet.write_blank(row, column, None, styles["text"])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), styles["day"])
    elif isinstance(value, str):
        sheet.write_text(row, column, parts(value)[0], styles["text"])
    elif isinstance(value, float):
        sheet.write_number(
            row, column, value, styles.make(num_format="#,##0.00", valign="top", align="left", indent=1)
        )
    else:
        sheet.write_number(row, column, value, styles["number"])
