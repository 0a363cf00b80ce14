"""A new workbook of ours, and its sheets set up for paper: the same for every kind of book."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from xlsxwriter import Workbook

from evenemang.domain.text import Language, Text
from evenemang.workbook.style import FONT
from evenemang.workbook.swift import SwiftPackager, SwiftWorksheet
from evenemang.workbook.text import TextTable

A4 = 9  # Excel's number for the paper
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": FONT, "font_size": 10},
}
PAGE_OF = Text(sv="Sida &P av &N", en="Page &P of &N")


def new_book(stream: BytesIO) -> Workbook:
    """Return an empty workbook in which text is never anything but text."""
    workbook = Workbook(stream, OPTIONS)
    workbook.str_table = TextTable()
    workbook._get_packager = SwiftPackager
    return workbook


def added(  # noqa: PLR0917  # what stands above and below, from left to right
    workbook: Workbook, title: str, name: str, foot: str, day: date, language: Language
) -> SwiftWorksheet:
    """Return a new sheet set up for paper: A4 landscape, one page wide, named above and numbered below."""
    worksheet: SwiftWorksheet = workbook.add_worksheet(title, SwiftWorksheet)
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    worksheet.fit_to_pages(1, 1)
    worksheet.hide_gridlines(2)
    worksheet.set_header(f'&L&"{FONT},Bold"&9 {_one_line(name)}&R&9 {title}')
    worksheet.set_footer(f"&L&8 {foot}&C&8 {PAGE_OF.say(language)}&R&8 {day}")
    return worksheet


def _one_line(name: str) -> str:
    """Return a name for a page's head: `&` is doubled there, it is short, and all of it shows."""
    shown = "".join(one if one.isprintable() else " " for one in name)
    return " ".join(shown.split())[:60].replace("&", "&&")
