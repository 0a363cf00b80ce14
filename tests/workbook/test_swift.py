"""Rows and texts written in one go are what XlsxWriter itself would have written."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.worksheet import Worksheet

from evenemang.workbook.book import OPTIONS, new_book
from evenemang.workbook.swift import SwiftPackager, SwiftWorksheet
from evenemang.workbook.text import TextTable

VALUES = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.integers(-(10**14), 10**14),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1901, 1, 1), date(9998, 12, 31)),
    st.datetimes(datetime(1901, 1, 1), datetime(9998, 12, 31)),
)
CELLS = st.dictionaries(
    st.tuples(st.integers(0, 40), st.integers(0, 60)), st.tuples(VALUES, st.booleans()), max_size=12
)


TEXTS = st.lists(
    st.one_of(st.text(max_size=8), st.text(alphabet=' \n\t&<>"_x0041abå\u2028\u00a0', max_size=12)),
    max_size=8,
)


def _sheet(kind: type[Worksheet], cells: dict[tuple[int, int], tuple[object, bool]], tall: set[int]) -> str:
    stream = BytesIO()
    book = Workbook(stream, OPTIONS)
    book.str_table = TextTable()
    sheet = book.add_worksheet("Blad", kind)
    bold = book.add_format({"bold": True})
    sheet.write_string(0, 0, "Rubrik")
    for (row, col), (value, styled) in cells.items():
        look = bold if styled else None
        if isinstance(value, str):
            write = sheet.write_text if styled and kind is SwiftWorksheet else sheet.write_string
            write(row, col, value, look)
        elif isinstance(value, date):
            sheet.write_datetime(row, col, value, look)
        elif value is None:
            _leave_empty(sheet, row, col, look)
        else:
            sheet.write_number(row, col, value, look)
    for row in tall:
        sheet.set_row(row, 40, None, {"hidden": row % 2 == 0})
    for row in {row for (row, _), (value, styled) in cells.items() if styled or value is not None} - tall:
        (sheet.set_height if kind is SwiftWorksheet else sheet.set_row)(row, 15 + row / 3)
    book.close()
    xml = ZipFile(stream).read("xl/worksheets/sheet1.xml").decode()
    return re.sub(r' spans="\d+:\d+"', "", xml)


def _leave_empty(sheet: Worksheet, row: int, col: int, look: Format | None) -> None:
    if look and isinstance(sheet, SwiftWorksheet):
        sheet.write_nothing(row, col, look)
    else:
        sheet.write_blank(row, col, None, look)


def _texts(packager: type[Packager], texts: list[str]) -> bytes:
    stream = BytesIO()
    book = new_book(stream)
    book._get_packager = packager
    sheet = book.add_worksheet("Blad")
    for row, text in enumerate(["Rubrik", *texts]):
        sheet.write_string(row, 0, text)
    book.close()
    return ZipFile(stream).read("xl/sharedStrings.xml")


@given(cells=CELLS, tall=st.sets(st.integers(0, 45), max_size=3))
def test_the_same_xml_as_xlsxwriters_own(
    cells: dict[tuple[int, int], tuple[object, bool]], tall: set[int]
) -> None:
    assert _sheet(SwiftWorksheet, cells, tall) == _sheet(Worksheet, cells, tall)


@settings(max_examples=30)
@given(texts=TEXTS)
def test_the_same_texts_as_xlsxwriters_own(texts: list[str]) -> None:
    assert _texts(SwiftPackager, texts) == _texts(Packager, texts)
