"""A sheet drawn by hand, in two halves, for paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from evenemang.workbook.gist import say
from evenemang.workbook.layout import Page
from evenemang.workbook.style import PRIMARY, Styles
from evenemang.workbook.text import whole_characters

HALF, GAP = 14, 1  # columns a half of the page, and between the halves
WHOLE = 2 * HALF + GAP
HEADING, LINE, LISTED, SPACE = (
    17.0,
    13.0,
    14.0,
    7.0,
)  # points: a heading, a line, a row of a list, between parts


@dataclass
class Paper:
    """The sheet, the formats, and the row that comes next."""

    on: Worksheet
    styles: Styles
    page: Page
    row: int = 0

    def say(self, sv: str, en: str) -> str:
        """Return our own words."""
        return say(self.page, sv, en)

    def put(self, row: int, first: int, width: int, text: str, **look: Any) -> None:
        """Write a text over a number of columns."""
        made = self.styles.make(**{"valign": "top", "text_wrap": True, "quote_prefix": True, **look})
        text = whole_characters(text)
        if width == 1:
            self.on.write_string(row, first, text, made)
        else:
            self.on.merge_range(row, first, row, first + width - 1, "", made)
            self.on.write_string(row, first, text, made)

    def space(self) -> None:
        """Leave a little room."""
        self.on.set_row(self.row, SPACE)
        self.row += 1


def heading(sheet: Paper, row: int, first: int, text: str, width: int = HALF) -> None:
    """Write a heading over half of the page, or a width of its own."""
    sheet.put(
        row, first, width, text, bold=True, font_size=11, font_color=PRIMARY, bottom=2, bottom_color=PRIMARY
    )
    sheet.on.set_row(row, HEADING)
