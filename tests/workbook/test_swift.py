"""A row written in one go is what XlsxWriter itself would have written."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from evenemang.workbook.book import OPTIONS
from evenemang.workbook.swift import SwiftWorksheet

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


def _sheet(kind: type[Worksheet], cells: dict[tuple[int, int], tuple[object, bool]], tall: set[int]) -> str:
    stream = BytesIO()
    book = Workbook(stream, OPTIONS)
    sheet = book.add_worksheet("Blad", kind)
    bold = book.add_format({"bold": True})
    for (row, col), (value, styled) in cells.items():
        look = bold if styled else None
        if isinstance(value, str):
            sheet.write_string(row, col, value, look)
        elif isinstance(value, date):
            sheet.write_datetime(row, col, value, look)
        elif value is None:
            sheet.write_blank(row, col, None, look)
        else:
            sheet.write_number(row, col, value, look)
    for row in tall:
        sheet.set_row(row, 40, None, {"hidden": row % 2 == 0})
    book.close()
    xml = ZipFile(stream).read("xl/worksheets/sheet1.xml").decode()
    return re.sub(r' spans="\d+:\d+"', "", xml)


@given(cells=CELLS, tall=st.sets(st.integers(0, 45), max_size=3))
def test_the_same_xml_as_xlsxwriters_own(
    cells: dict[tuple[int, int], tuple[object, bool]], tall: set[int]
) -> None:
    assert _sheet(SwiftWorksheet, cells, tall) == _sheet(Worksheet, cells, tall)
