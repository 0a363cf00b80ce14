"""openpyxl's reader, set so that a strange file can do little, with the texts read whole."""

from __future__ import annotations

import os
from io import BytesIO
from zipfile import ZipFile

os.environ["OPENPYXL_LXML"] = "False"  # with lxml, openpyxl expands entities (stack.md §3)

from defusedxml.ElementTree import fromstring
from openpyxl import Workbook
from openpyxl.reader.excel import ExcelReader

from evenemang.workbook.decoding import decoded
from evenemang.workbook.unzipping import STRINGS

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def open_book(content: bytes, *, formulas: bool = False) -> Workbook:
    """Return a workbook to read from, row by row; with `formulas` a formula shows as such, not its value.

    Look at the file with `unzipping.checked` first: openpyxl raises thirteen kinds of exception.
    """
    reader = Reader(BytesIO(content), read_only=True, data_only=not formulas, keep_links=False)
    reader.read()
    return reader.wb


class Reader(ExcelReader):
    """openpyxl's reader with the texts read whole: its own drops `x005F_` and undoes no escape."""

    def read_strings(self) -> None:
        """Read the shared texts."""
        archive: ZipFile = self.archive
        if STRINGS in archive.namelist():
            self.shared_strings = [_text(one) for one in fromstring(archive.read(STRINGS), forbid_dtd=True)]


def _text(item: object) -> str:
    found = []
    for one in item:  # type: ignore[attr-defined]  # an Element; defusedxml has no types for it
        if one.tag == f"{SPACE}t":
            found.append(one.text or "")
        elif one.tag == f"{SPACE}r":
            found += [run.text or "" for run in one if run.tag == f"{SPACE}t"]
    return decoded("".join(found))
