"""The sheets of a twin drawn: the guide, the form of the area, tables to write in, and the lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from xlsxwriter.worksheet import Worksheet

from evenemang.domain.errors import Refused
from evenemang.domain.text import Language, Text
from evenemang.workbook.cells import Plain, day_cell, number_cell
from evenemang.workbook.drawing import HIGHEST_ROW, LINE_HEIGHT
from evenemang.workbook.paging import PAGE_WIDTH, SQUEEZED
from evenemang.workbook.style import HAIRLINE, MUTED, PRIMARY, TINT, Styles
from evenemang.workbook.text import lines_of, parts
from evenemang.workbook.twin.choosing import Choosing
from evenemang.workbook.twin.form import SPARE, Column, Sheet
from evenemang.workbook.twin.guide import LINES
from evenemang.workbook.twin.lists import List
from evenemang.workbook.twin.rows import Row
from evenemang.workbook.twin.sheets import FORM_HEADINGS
from evenemang.workbook.twin.words import ANSWERS

HEADING, FIRST = 2, 3  # rows, from 0: title, a line about the sheet, the heading, and what people write
LABEL, VALUE, HELP = 0, 1, 2  # columns of the form
FORM_WIDTHS = (34.0, 90.0, 70.0)
OPEN: dict[str, Any] = {"valign": "top", "text_wrap": True}  # rows not written yet: no lines, so no paper
TOO_LONG = Text(
    sv="Texten i {where} är för lång för en cell. Dela den och försök igen.",
    en="The text in {where} is too long for a cell. Split it and try again.",
)

HEADING_HEIGHT = 32  # points: two lines


@dataclass(frozen=True)
class Pen:
    """A sheet being drawn, and how the book speaks."""

    on: Worksheet
    styles: Styles
    language: Language
    choosing: Choosing

    def put(self, row: int, col: int, shown: Plain, style: str) -> None:
        """Write one value as what it is; text is never anything but text."""
        look = self.styles[style]
        if shown is None or shown == "":
            self.on.write_blank(row, col, None, look)
        elif isinstance(shown, str):
            if len(parts(shown)) > 1:
                where = f"{self.on.name}, {row + 1}"
                raise Refused(
                    "too long",
                    why=Text(sv=TOO_LONG.sv.format(where=where), en=TOO_LONG.en.format(where=where)),
                )
            self.on.write_string(row, col, shown, look)
        elif isinstance(shown, date):
            self.on.write_datetime(row, col, shown, look)
        else:
            self.on.write_number(row, col, shown, look)

    def top(self, title: str, about: str) -> None:
        """Write a sheet's title, and the line about it."""
        self.put(0, 0, title, "title")
        self.put(1, 0, about, "about")
        self.on.set_row(0, 24)


def draw_guide(pen: Pen, title: Text) -> None:
    """Draw how to use the book: ten lines, Swedish beside English."""
    for col, name in enumerate((title.sv, title.en)):
        look = pen.styles.make(bold=True, font_size=16, font_color=PRIMARY, text_wrap=True, valign="top")
        pen.on.write_string(0, col + 1, name, look)
    pen.on.set_row(0, 30)
    number = pen.styles.make(bold=True, font_color=MUTED, valign="top", align="left", font_size=11)
    say = pen.styles.make(text_wrap=True, valign="top", font_size=11, bottom=1, bottom_color=HAIRLINE)
    for row, line in enumerate(LINES, 2):
        pen.on.write_number(row, 0, row - 1, number)
        pen.on.write_string(row, 1, line.sv, say)
        pen.on.write_string(row, 2, line.en, say)
        pen.on.set_row(row, max(lines_of(text, 62) for text in (line.sv, line.en)) * 16 + 8)
    pen.on.set_column(0, 0, 4)
    pen.on.set_column(1, 2, 70)


def draw_form(pen: Pen, sheet: Sheet, record: Row) -> None:
    """Draw the head of the area: one fact a row."""
    pen.top(sheet.title.say(pen.language), sheet.about.say(pen.language))
    for col, title in enumerate(FORM_HEADINGS):
        pen.put(HEADING, col, _in_both(title), "heading")
    pen.on.set_row(HEADING, HEADING_HEIGHT)
    label = pen.styles.make(**OPEN, bold=True, bg_color=TINT, bottom=1, bottom_color=HAIRLINE)
    for row, column in enumerate(sheet.columns, FIRST):
        shown, style = cell(column, record.get(column.code), pen.language)
        pen.on.write_string(row, LABEL, _in_both(column.title), label)
        pen.put(row, VALUE, shown, style)
        pen.put(row, HELP, column.help.say(pen.language), "text")
        pen.on.data_validation(row, VALUE, row, VALUE, pen.choosing.options(column))
        pen.on.set_row(row, _height([(str(shown), FORM_WIDTHS[VALUE]), (_in_both(column.title), 99)]))
    for col, width in enumerate(FORM_WIDTHS):
        pen.on.set_column(col, col, width)
    _for_paper(pen.on, FORM_WIDTHS)


def draw_table(pen: Pen, sheet: Sheet, rows: Sequence[Row]) -> None:
    """Draw a table to write in: a frozen heading in both languages, the rows, and room for more."""
    pen.top(sheet.title.say(pen.language), sheet.about.say(pen.language))
    headings = [(_in_both(column.title), column.width) for column in sheet.columns]
    pen.on.set_row(HEADING, _height(headings) + 4)
    for col, column in enumerate(sheet.columns):
        pen.put(HEADING, col, headings[col][0], "heading")
        pen.on.set_column(col, col, column.width, _open_look(pen.styles, column))
        last = FIRST + len(rows) + SPARE
        pen.on.data_validation(FIRST, col, last, col, pen.choosing.options(column))
    for number, record in enumerate(rows):
        _row(pen, sheet, record, FIRST + number)
    pen.on.freeze_panes(FIRST, 1)
    pen.on.autofilter(HEADING, 0, HEADING + max(1, len(rows)), len(sheet.columns) - 1)
    _for_paper(pen.on, [column.width for column in sheet.columns])


def _row(pen: Pen, sheet: Sheet, record: Row, row: int) -> None:
    texts = []
    for col, column in enumerate(sheet.columns):
        shown, style = cell(column, record.get(column.code), pen.language)
        pen.put(row, col, shown, style)
        texts.append((str(shown), column.width))
    pen.on.set_row(row, _height(texts))


def draw_lists(pen: Pen, title: Text, facts: Sequence[tuple[str, str, str]], lists: Sequence[List]) -> None:
    """Draw what a condition may ask about, and the lists that drop-downs show."""
    about = Text(
        sv="Till vänster: vad ett villkor kan fråga efter. Till höger: det som listorna visar. Bladet läses "
        "inte tillbaka.",
        en="To the left: what a condition may ask about. To the right: what the lists show. This sheet "
        "is not read back.",
    )
    pen.top(title.say(pen.language), about.say(pen.language))
    headings = (
        Text(sv="Skrivs så här", en="Written"),
        Text(sv="Betyder", en="Means"),
        Text(sv="Kan vara", en="May be"),
    )
    widths = [26.0, 60.0, 44.0, 3.0, *(one.width for one in lists)]
    for col, heading in enumerate(headings):
        pen.put(HEADING, col, _in_both(heading), "heading")
    for row, fact in enumerate((*_answers(pen.language), *facts), FIRST):
        for col, shown in enumerate(fact):
            pen.put(row, col, shown, "text")
        pen.on.set_row(row, _height(list(zip(fact, widths, strict=False))))
    for col, one in enumerate(lists, LIST_COLUMN):
        pen.put(HEADING, col, _in_both(one.title), "heading")
        for row, item in enumerate(one.items, FIRST):
            pen.put(row, col, item, "text")
    for col, width in enumerate(widths):
        pen.on.set_column(col, col, width)
    pen.on.set_row(HEADING, HEADING_HEIGHT)
    pen.on.freeze_panes(FIRST, 0)
    _for_paper(pen.on, widths)


LIST_COLUMN = 4  # the lists stand to the right of the facts


def _answers(language: Language) -> list[tuple[str, str, str]]:
    said = ", ".join(f'"{code}" ({word.say(language)})' for code, word in ANSWERS.items())
    own = Text(
        sv="Svaret på radens egen fråga, bara på bladet Risker",
        en="The answer to the row's own question, only on the sheet Risks",
    )
    other = Text(
        sv="Svaret på en annan fråga; används sällan", en="The answer to another question; use seldom"
    )
    value = Text(sv="ett tal, ett svars id inom citattecken", en="a number, the id of an answer in quotes")
    return [
        ("answer", own.say(language), value.say(language)),
        (
            'answers["område.fråga"]' if language == "sv" else 'answers["area.question"]',
            other.say(language),
            said,
        ),
    ]


def cell(column: Column, value: Any, language: Language) -> tuple[Plain, str]:
    """Return what stands in a cell of a column, and its format."""
    if value is None:
        return None, STYLES.get(column.kind, "text")
    if column.words is not None:
        return column.words[value].say(language), "text"
    if column.kind == "day":
        shown = day_cell(value)
        return shown, "text" if isinstance(shown, str) else "day"
    if column.kind in ("number", "whole"):
        exact = float(f"{value:.15g}") == value
        return number_cell(value) if exact else repr(value), "decimal"
    if isinstance(value, tuple):
        return ", ".join(ANSWERS[one].say(language) for one in value), "text"
    return str(value), "text"


STYLES = {"day": "day", "number": "decimal", "whole": "decimal"}


def _open_look(styles: Styles, column: Column) -> Any:
    look = {"day": {"num_format": "yyyy-mm-dd", "align": "left"}, "decimal": {"align": "left"}}
    text = {"quote_prefix": True, "num_format": "@"}
    return styles.make(**OPEN, **look.get(STYLES.get(column.kind, ""), text))


def _in_both(title: Text) -> str:
    """Return a heading in both languages; one line where they are the same."""
    return title.sv if title.sv == title.en else f"{title.sv}\n{title.en}"


def _height(texts: Sequence[tuple[str, float]]) -> float:
    return min(max(lines_of(text, width) for text, width in texts) * LINE_HEIGHT + 3, HIGHEST_ROW)


def _for_paper(sheet: Worksheet, widths: Sequence[float]) -> None:
    wide = max(1, ceil(sum(widths) / PAGE_WIDTH - SQUEEZED))
    sheet.fit_to_pages(wide, 0)
    sheet.repeat_rows(HEADING)
    if wide > 1:
        sheet.repeat_columns(0)
