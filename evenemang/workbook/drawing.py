"""Tables drawn on a sheet: a title, hidden codes, a heading, rows; and the set-up for screen and paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from evenemang.domain.text import Text
from evenemang.workbook.cells import Plain
from evenemang.workbook.choosing import Choosing, Words
from evenemang.workbook.columns import columns_of
from evenemang.workbook.decoding import MORE
from evenemang.workbook.layout import END, MARK, ROW, Column, Hint, Sheet, Speaks, Table
from evenemang.workbook.paging import pages_wide, set_up
from evenemang.workbook.showing import Cell, cells_of
from evenemang.workbook.style import OPEN, PRIMARY, Styles
from evenemang.workbook.swift import SwiftWorksheet
from evenemang.workbook.text import lines_of, parts, whole_characters

SHORT = 15_000  # characters that fit in a cell whatever they are
LINE_HEIGHT = 13.0  # points
HEADING_LINE, AROUND = 13.0, 7.0  # points: a line of a heading, the room around it
MARGIN = 1.0  # characters to the left of a cell's text
HIGHEST_ROW = 409.0  # points; Excel takes no higher
BESIDE = 100.0  # characters of what is said beside a title
MAY = {  # without a password: the lock is against slips, not against people
    "sort": True,
    "autofilter": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
}
WAITING = frozenset(("number", "day", "moment"))  # kinds whose empty cells take more than text
OPEN_HERE = Text(
    sv="Skriv i de ljusblå cellerna; resten är låst, utan lösenord.",
    en="Write in the pale blue cells; the rest is locked, without a password.",
)


Cells = Callable[[Any], Cell]
Seen = tuple[Column, float, Cells]  # a visible column, the characters that it has room for, its cells
Coded = tuple[str, str, Cells | None]  # a hidden column's name, and whose codes stand there; or its own cells


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
        if shown is None or shown == "":
            sheet.write_nothing(row, col, look)
        elif isinstance(shown, str):
            sheet.write_text(row, col, shown, look)
        elif isinstance(shown, date):
            sheet._write_datetime(row, col, shown, look)
        else:
            sheet._write_number(row, col, shown, look)


def draw(canvas: Canvas, sheet: Sheet) -> None:
    """Draw a whole sheet."""
    row, first, opened = 2, True, False
    for table in sheet.tables:
        records = list(table.rows(canvas.page))
        if records or (table.empty and first) or (table.opens and table.opens(canvas.page)):
            row = _table(canvas, table, records, row, still=sheet.still if first else None)
            first = False
            opened = opened or any(one.editable for one in table.columns)
    hidden = max(len(columns_of(one)[1]) for one in sheet.tables)
    set_up(canvas.sheet, canvas.widths, hidden, sheet.still, row)
    _title(canvas, sheet, opened=opened)
    canvas.sheet.protect("", MAY)


def _title(canvas: Canvas, sheet: Sheet, *, opened: bool) -> None:
    """Say what the sheet is; on several pages beside each other, so that no page cuts it off."""
    say, on, styles = canvas.page.say, canvas.sheet, canvas.styles
    on.write_string(0, 0, say(sheet.title), styles["title"])
    on.set_row(0, 26)
    about = say(sheet.about)
    if opened:
        about = f"{about} {say(OPEN_HERE)}"
        on.set_tab_color(PRIMARY)
    if not sheet.still or pages_wide(canvas.widths) == 1:
        on.write_string(1, 0, about, styles["about"])
        return
    last = sheet.still
    while sum(canvas.widths[col] for col in range(sheet.still, last + 1)) < BESIDE:
        last += 1
    on.merge_range(0, sheet.still, 0, last, about, styles["beside"])
    on.set_row(1, 4)


def _table(canvas: Canvas, table: Table, records: list[Any], row: int, *, still: int | None) -> int:
    """Draw a table; the first on a sheet says how many columns stay still."""
    visible, hidden = columns_of(table)
    if still is None:
        row += 1
        canvas.sheet.write_string(row, 0, canvas.page.say(table.title), canvas.styles["table"])
        row += 1
    _codes(canvas, table, visible, hidden, row)
    if records or not table.is_form:
        _heading(canvas, visible, row + 1)
    drawn = _drawn(canvas, visible, hidden)
    for number, record in enumerate(records):
        _record(canvas, table, drawn, record, (row + 2 + number, number))
    last = row + 1 + len(records)
    spare = range(last + 1, last + 1 + table.spare)
    for empty in spare:
        _spare_row(canvas, visible, empty)
    _choices(canvas, visible, [*enumerate(records, row + 2), *((one, None) for one in spare)])
    end = last + 1 + table.spare
    _follow(canvas, visible, row + 2, end - 1)
    canvas.sheet.write_string(end, canvas.hidden_from, END, canvas.styles["code"])
    if not records and table.empty:
        canvas.sheet.write_string(end, 0, canvas.page.say(table.empty), canvas.styles["about"])
        end += 1
    if still is not None:
        canvas.sheet.freeze_panes(row + 2, still)
        canvas.sheet.repeat_rows(0 if table.is_form else row + 1)
        if records and not table.is_form:
            # With the hidden block: a row that is sorted takes its codes along.
            canvas.sheet.autofilter(row + 1, 0, end - 1, canvas.hidden_from + len(hidden))
    return end


def _drawn(
    canvas: Canvas, visible: list[Column], hidden: list[tuple[str, Column]]
) -> tuple[list[Seen], list[Coded]]:
    """Return what is the same for every record: the columns, each with what makes its cells."""
    page, widths = canvas.page, canvas.widths
    seen = [(one, widths[col] - MARGIN, cells_of(page, one)) for col, one in enumerate(visible)]
    return seen, [(name, one.code, cells_of(page, one) if name == one.code else None) for name, one in hidden]


def _spare_row(canvas: Canvas, visible: list[Column], row: int) -> None:
    for col, one in enumerate(visible):
        shown = one.pick(canvas.page, None) if one.pick and one.follows else None
        style = _waiting(canvas.page, one, None)
        canvas.put(row, col, str(shown or ""), style + OPEN if one.editable or one.new else style)


def _waiting(page: Speaks, column: Column, record: Any) -> str:
    """Return the look of a cell with nothing in it: of what may be written there."""
    hint = column.hints(page, record) if column.hints else None
    kind = hint.kind if hint else column.kind
    return kind if kind in WAITING else "text"


def _choices(canvas: Canvas, visible: list[Column], rows: list[tuple[int, Any]]) -> None:
    """Offer what may be chosen in each column that may be written in, and tell what else is waited for."""
    page = canvas.page
    for col, one in enumerate(visible):
        offered: dict[Words, list[int]] = {}
        hinted: dict[Hint, list[int]] = {}
        for row, record in rows:
            if not (one.editable or (one.new and record is None)):
                continue
            words = one.choices(page, record) if one.choices else _words(page, one)
            if words:
                offered.setdefault(tuple(words), []).append(row)
            elif one.hints and (hint := one.hints(page, record)):
                hinted.setdefault(hint, []).append(row)
        canvas.choosing.offer(canvas.sheet, col, offered)
        canvas.choosing.hint(canvas.sheet, col, hinted)


def _words(page: Speaks, column: Column) -> list[str]:
    return [page.say(word) for word in column.words.values()] if column.words else []


def _follow(canvas: Canvas, visible: list[Column], first: int, last: int) -> None:
    """Give cells the looks that follow what people write beside them."""
    called = {one.code: f"${xl_col_to_name(col)}{first + 1}" for col, one in enumerate(visible)}
    for col, one in enumerate(visible):
        if one.follows is None or last < first:
            continue
        for rule in one.follows(canvas.page):
            told = {
                "type": "formula",
                "criteria": "=" + rule.when(called.__getitem__),
                "format": canvas.styles.changed(dict(rule.look)),
            }
            canvas.sheet.conditional_format(first, col, last, col, told)


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
    lines = 1
    for col, one in enumerate(visible):
        title = canvas.page.say(one.title)
        canvas.sheet.write_string(row, col, title, canvas.styles["heading"])
        lines = max(lines, lines_of(title, canvas.widths[col] - MARGIN))
    canvas.sheet.set_row(row, lines * HEADING_LINE + AROUND)


def _record(
    canvas: Canvas, table: Table, drawn: tuple[list[Seen], list[Coded]], record: Any, place: tuple[int, int]
) -> None:
    seen, coded = drawn
    row, number = place
    codes = _shown(canvas, table, seen, record, place)
    canvas.sheet.write_text(row, canvas.hidden_from, f"{ROW}{number}", canvas.styles["code"])
    for col, (name, of, cells) in enumerate(coded, canvas.hidden_from + 1):
        shown: Plain
        if cells:
            found = cells(record)
            codes[name], shown = found.code, found.shown
        else:
            shown = codes.get(of)
        if shown is None or shown == "":
            continue
        if isinstance(shown, str) and len(shown) > SHORT:
            shown = _fitting(canvas, table, number, name, shown)
        canvas.put(row, col, shown, "day" if isinstance(shown, date) else "code")


def _shown(  # as a record, but only what a person sees
    canvas: Canvas, table: Table, seen: list[Seen], record: Any, place: tuple[int, int]
) -> dict[str, str]:
    """Draw the visible cells of a record; return their hidden codes by column."""
    row, number = place
    codes: dict[str, str] = {}
    lines = 1
    for col, (column, room, cells) in enumerate(seen):
        found = cells(record)
        shown, style = found.shown, found.style
        if found.code:
            codes[column.code] = found.code
        if isinstance(shown, str):
            if len(shown) > SHORT:
                shown = _fitting(canvas, table, number, column.code, shown)
            if len(shown) > room or "\n" in shown:
                lines = max(lines, lines_of(shown, room))
        if column.editable:
            style = (style if shown is not None else _waiting(canvas.page, column, record)) + OPEN
        canvas.put(row, col, shown, style)
    if lines > 1:
        canvas.sheet.set_height(row, min(lines * LINE_HEIGHT + 2, HIGHEST_ROW))
    return codes


def _fitting(canvas: Canvas, table: Table, number: int, code: str, shown: str) -> str:
    """Return what fits in the cell; the rest of a long text is kept for its own sheet."""
    pieces = parts(whole_characters(shown))
    if len(pieces) == 1:
        return shown
    canvas.long.append((table.code, number, code, pieces[1:]))
    return pieces[0] + MORE
