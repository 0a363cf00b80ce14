"""Tables drawn on a sheet: a title, hidden codes, a heading, rows; and the set-up for screen and paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from math import ceil
from typing import Any, cast

from evenemang.workbook.cells import (
    TWINNED,
    Placed,
    Plain,
    Said,
    both_cell,
    bullets,
    day_cell,
    moment_cell,
    number_cell,
    value_cell,
)
from evenemang.workbook.choosing import Choosing, Words
from evenemang.workbook.decoding import MORE
from evenemang.workbook.layout import END, MARK, ROW, Column, Sheet, Speaks, Table, at
from evenemang.workbook.style import OPEN, Styles
from evenemang.workbook.swift import SwiftWorksheet
from evenemang.workbook.text import lines_of, parts, whole_characters

SHORT = 15_000  # characters that fit in a cell whatever they are
HEADING_HEIGHT = 32  # points: two lines
LINE_HEIGHT = 13.0  # points
HIGHEST_ROW = 409.0  # points; Excel takes no higher
PAGE_WIDTH = 215.0  # characters that can be read side by side on A4 landscape
MAY = {  # without a password: the lock is against slips, not against people
    "sort": True,
    "autofilter": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
}
SQUEEZED = 0.25  # of a page; with so little over, smaller type is better than one more page


@dataclass(slots=True)  # not frozen: ten thousand are made for a workbook, and dropped at once
class Cell:
    """What stands in one cell, its hidden code, and its format."""

    shown: Plain
    code: str = ""
    style: str = "text"


@dataclass
class Canvas:
    """A sheet being drawn, and the long texts that did not fit in a cell."""

    page: Speaks
    sheet: SwiftWorksheet
    styles: Styles
    widths: dict[int, float]  # of the visible columns, in characters
    choosing: Choosing
    long: list[tuple[str, int, str, list[str]]] = field(default_factory=list)

    @property
    def hidden_from(self) -> int:
        """The first column of the hidden block."""
        return len(self.widths)

    def put(self, row: int, col: int, shown: Plain, style: str) -> None:
        """Write one value as what it is; text is never anything but text."""
        look, sheet = self.styles[style], self.sheet
        # XlsxWriter's public names also take "A1"; working that out for every cell costs a fifth of the time.
        if not shown and (shown is None or shown == ""):
            sheet._write_blank(row, col, None, look)
        elif isinstance(shown, str):
            sheet.write_text(row, col, shown, look)
        elif isinstance(shown, date):
            sheet._write_datetime(row, col, shown, look)
        else:
            sheet._write_number(row, col, shown, look)


NOTHING = Cell(None)
SPARE = {kind: kind + OPEN for kind in ("number", "day", "moment")}  # what an empty cell waits for


def _text(value: object) -> Cell:
    return Cell(str(value))


def _day(value: Any) -> Cell:
    shown = day_cell(value)
    return Cell(shown, style="text" if isinstance(shown, str) else "day")


def _moment(value: Any) -> Cell:
    shown = moment_cell(value)
    return Cell(shown, value.isoformat(), "text" if isinstance(shown, str) else "moment")


def _number(value: Any) -> Cell:
    shown = number_cell(value)
    return Cell(shown, style=_number_style(shown))


def _number_style(shown: Plain) -> str:
    if isinstance(shown, int):
        return "number"
    if isinstance(shown, float):
        return "number" if shown.is_integer() else "decimal"
    return "text"


def _value(value: Any) -> Cell:
    shown, code = value_cell(value if isinstance(value, Said) else Said(value))
    style = (
        "moment"
        if isinstance(shown, datetime)
        else "day"
        if isinstance(shown, date)
        else _number_style(shown)
    )
    return Cell(shown, code, style)


def _level(value: Any) -> Cell:
    placed = cast(Placed, value)
    return Cell(placed.shown, style=f"level:{placed.level}")


SIMPLE: dict[str, Callable[[Any], Cell]] = {
    "text": _text,
    "number": _number,
    "day": _day,
    "moment": _moment,
    "value": _value,
    "level": _level,
    "list": lambda value: Cell(bullets(value)),
    "codes": lambda value: Cell(", ".join(value), " ".join(value)),
}


def cell(page: Speaks, column: Column, record: Any) -> Cell:
    """Return the cell of a record in a column."""
    value = column.pick(page, record) if column.pick else at(record, column.code)
    if value is None:
        return NOTHING
    draws = SIMPLE.get(column.kind)
    return draws(value) if draws else WORDED[column.kind](page, column, value)


def _coded(page: Speaks, column: Column, value: object) -> Cell:
    return Cell(page.word(column.words or {}, value), str(value))


def _person(page: Speaks, _column: Column, value: object) -> Cell:
    name = page.name_of(str(value))
    return Cell(name, "" if name == value else str(value))


def _both(page: Speaks, _column: Column, value: Any) -> Cell:
    return Cell(*both_cell(value, page.language))


WORDED: dict[str, Callable[[Speaks, Column, Any], Cell]] = {
    "coded": _coded,
    "person": _person,
    "both": _both,
}


def columns_of(table: Table) -> tuple[list[Column], list[tuple[str, Column]]]:
    """Return the visible columns, and the hidden ones with their codes: twins of visible ones, and own."""
    visible = [one for one in table.columns if not one.hidden]
    twins = [(f"{one.code}#", one) for one in visible if one.kind in TWINNED and one.stored]
    own: list[tuple[str, Column]] = []
    for one in table.columns:
        if one.hidden:
            own.append((one.code, one))
            if one.kind in TWINNED:
                own.append((f"{one.code}#", one))
    return visible, [*twins, *own]


def draw(canvas: Canvas, sheet: Sheet) -> None:
    """Draw a whole sheet."""
    say = canvas.page.say
    canvas.sheet.write_string(0, 0, say(sheet.title), canvas.styles["title"])
    canvas.sheet.write_string(1, 0, say(sheet.about), canvas.styles["about"])
    canvas.sheet.set_row(0, 24)
    row, first = 2, True
    for table in sheet.tables:
        records = list(table.rows(canvas.page))
        if records or (table.empty and first):
            row = _table(canvas, table, records, row, first=first)
            first = False
    _widths(canvas, sheet)
    canvas.sheet.protect("", MAY)


def _table(canvas: Canvas, table: Table, records: list[Any], row: int, *, first: bool) -> int:
    visible, hidden = columns_of(table)
    if not first:
        row += 1
        canvas.sheet.write_string(row, 0, canvas.page.say(table.title), canvas.styles["table"])
        row += 1
    _codes(canvas, table, visible, hidden, row)
    if records or not table.is_form:
        _heading(canvas, visible, row + 1)
    for number, record in enumerate(records):
        _record(canvas, table, (visible, hidden), record, (row + 2 + number, number))
    last = row + 1 + len(records)
    spare = range(last + 1, last + 1 + table.spare)
    for empty in spare:
        _spare_row(canvas, visible, empty)
    _choices(canvas, visible, [*enumerate(records, row + 2), *((one, None) for one in spare)])
    end = last + 1 + table.spare
    canvas.sheet.write_string(end, canvas.hidden_from, END, canvas.styles["code"])
    if not records and table.empty:
        canvas.sheet.write_string(end, 0, canvas.page.say(table.empty), canvas.styles["about"])
        end += 1
    if first:
        canvas.sheet.freeze_panes(row + 2, 0)
        canvas.sheet.repeat_rows(0 if table.is_form else row + 1)
        if records and not table.is_form:
            canvas.sheet.autofilter(row + 1, 0, end - 1, len(visible) - 1)
    return end


def _spare_row(canvas: Canvas, visible: list[Column], row: int) -> None:
    for col, one in enumerate(visible):
        canvas.put(row, col, None, SPARE.get(one.kind, "text" + OPEN) if one.editable else "text")


def _choices(canvas: Canvas, visible: list[Column], rows: list[tuple[int, Any]]) -> None:
    """Offer what may be chosen in each column that may be written in."""
    page = canvas.page
    for col, one in enumerate(visible):
        if not one.editable:
            continue
        offered: dict[Words, list[int]] = {}
        if one.choices:
            for row, record in rows:
                offered.setdefault(tuple(one.choices(page, record)), []).append(row)
        elif one.words and rows:
            offered[tuple(page.say(word) for word in one.words.values())] = [row for row, _ in rows]
        offered.pop((), None)
        canvas.choosing.offer(canvas.sheet, col, offered)


def _codes(
    canvas: Canvas, table: Table, visible: list[Column], hidden: list[tuple[str, Column]], row: int
) -> None:
    code = canvas.styles["code"]
    for col, one in enumerate(visible):
        canvas.sheet.write_string(row, col, one.code, code)
    canvas.sheet.write_string(row, canvas.hidden_from, MARK + table.code, code)
    for col, (name, _) in enumerate(hidden, canvas.hidden_from + 1):
        canvas.sheet.write_string(row, col, name, code)
    canvas.sheet.set_row(row, None, None, {"hidden": True})


def _heading(canvas: Canvas, visible: list[Column], row: int) -> None:
    for col, one in enumerate(visible):
        canvas.sheet.write_string(row, col, canvas.page.say(one.title), canvas.styles["heading"])
    canvas.sheet.set_row(row, HEADING_HEIGHT)


def _record(
    canvas: Canvas,
    table: Table,
    columns: tuple[list[Column], list[tuple[str, Column]]],
    record: Any,
    place: tuple[int, int],
) -> None:
    visible, hidden = columns
    row, number = place
    codes = _shown(canvas, table, visible, record, place)
    canvas.sheet.write_text(row, canvas.hidden_from, f"{ROW}{number}", canvas.styles["code"])
    for col, (name, column) in enumerate(hidden, canvas.hidden_from + 1):
        if name == column.code:
            found = cell(canvas.page, column, record)
            codes[name], shown = found.code, found.shown
        else:
            shown = codes.get(column.code)
        if isinstance(shown, str) and len(shown) > SHORT:
            shown = _fitting(canvas, table, number, name, shown)
        if shown is not None and shown != "":
            canvas.put(row, col, shown, "code")


def _shown(  # as a record, but only what a person sees
    canvas: Canvas, table: Table, visible: list[Column], record: Any, place: tuple[int, int]
) -> dict[str, str]:
    """Draw the visible cells of a record; return their hidden codes by column."""
    page, widths = canvas.page, canvas.widths
    row, number = place
    codes: dict[str, str] = {}
    lines = 1
    for col, column in enumerate(visible):
        found = cell(page, column, record)
        shown = found.shown
        if found.code:
            codes[column.code] = found.code
        if isinstance(shown, str):
            if len(shown) > SHORT:
                shown = _fitting(canvas, table, number, column.code, shown)
            if len(shown) > widths[col] or "\n" in shown:
                lines = max(lines, lines_of(shown, widths[col]))
        canvas.put(row, col, shown, found.style + OPEN if column.editable else found.style)
    if lines > 1:
        canvas.sheet.set_row(row, min(lines * LINE_HEIGHT + 2, HIGHEST_ROW))
    return codes


def _fitting(canvas: Canvas, table: Table, number: int, code: str, shown: str) -> str:
    """Return what fits in the cell; the rest of a long text is kept for its own sheet."""
    pieces = parts(whole_characters(shown))
    if len(pieces) == 1:
        return shown
    canvas.long.append((table.code, number, code, pieces[1:]))
    return pieces[0] + MORE


def widths_of(sheet: Sheet) -> dict[int, float]:
    """Return how wide the visible columns are; a form under a table takes the table's."""
    widths: dict[int, float] = {}
    for table in sheet.tables:
        for col, one in enumerate(columns_of(table)[0]):
            counts = not table.is_form or table is sheet.tables[0]
            widths[col] = max(widths.get(col, 0), one.width if counts else 0)
    return widths


def _widths(canvas: Canvas, sheet: Sheet) -> None:
    for col, width in canvas.widths.items():
        canvas.sheet.set_column(col, col, width)
    last = canvas.hidden_from + max(len(columns_of(one)[1]) for one in sheet.tables)
    canvas.sheet.set_column(canvas.hidden_from, last, 12, None, {"hidden": True})
    wide = max(1, ceil(sum(canvas.widths.values()) / PAGE_WIDTH - SQUEEZED))
    canvas.sheet.fit_to_pages(wide, 0)
    if wide > 1:
        canvas.sheet.repeat_columns(0, 1)
