"""A sheet drawn by hand, in two halves, for paper."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xlsxwriter.worksheet import Worksheet

from evenemang.workbook.gist import say
from evenemang.workbook.layout import Page
from evenemang.workbook.style import PRIMARY, Styles
from evenemang.workbook.text import whole_characters

HALF, GAP = 14, 1  # columns a half of the page, and between the halves
WHOLE = 2 * HALF + GAP
POINTS_A_PIXEL = 0.75  # as Excel counts: 96 pixels an inch
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

    def sender(self) -> str:
        """Return the municipality's name; empty where none is set."""
        return self.page.whole.content.settings.name or ""

    def arms(self, column: int, height: float) -> None:
        """Put the municipality's arms at the top of a column, so many points high; none where none is set."""
        arms = self.page.whole.content.settings.arms
        if arms is None:
            return
        picture = b64decode(arms)
        pixels = int.from_bytes(picture[20:24], "big")  # the height, where every PNG has it
        scale = height / POINTS_A_PIXEL / pixels
        self.on.insert_image(
            0,
            column,
            "arms.png",
            {
                "image_data": BytesIO(picture),
                "x_scale": scale,
                "y_scale": scale,
                "x_offset": 2,
                "y_offset": 2,
                "object_position": 2,
                "description": self.say("Kommunens vapen", "The municipality's arms"),
            },
        )

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
