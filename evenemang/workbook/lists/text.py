"""A list as a text file: whichever encoding and separator a program or a person gave it."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text, clean
from evenemang.flow.past.headings import Row

LARGEST_TEXT = 16 * 2**20  # bytes
SEPARATORS = (";", "\t", ",")  # where two part as well, the first: a comma is in texts and decimals
LOOKED_AT = 50  # rows
TOLD = "sep="  # Excel's own first line

TOO_LARGE = Text(
    sv="den är större än en lista kan vara. Kontrollera att det är rätt fil.",
    en="it is larger than a list can be. Check that it is the right file.",
)
NO_TEXT = Text(
    sv="den är varken en Excelarbetsbok (.xlsx) eller en textfil (.csv). Spara listan som en av dem.",
    en="it is neither an Excel workbook (.xlsx) nor a text file (.csv). Save the list as one of them.",
)
UNQUOTED = Text(
    sv="ett citattecken börjar på en rad och slutar aldrig, eller en cell är för lång. "
    "Rätta det, eller spara listan som Excelarbetsbok.",
    en="a quotation mark begins in a row and never ends, or a cell is too long. "
    "Mend it, or save the list as an Excel workbook.",
)


def rows_of_text(content: bytes, name: str, most_rows: int) -> tuple[Row, ...]:
    """Return the rows of a text file; one more than the most, so that it shows.

    Raises:
        FileUnfit: If it is no text, or not in rows and columns.
    """
    if len(content) > LARGEST_TEXT:
        raise FileUnfit("too large", file=name, why=TOO_LARGE)
    text = _decoded(content)
    if "\0" in text or sum(not one.isprintable() and one not in "\t\r\n" for one in text[:4096]) > 4:
        raise FileUnfit("no text", file=name, why=NO_TEXT)
    separator = None
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith(TOLD) and len(first.strip()) == len(TOLD) + 1:
        # Excel's own line says the separator; the row stays, so that rows keep their numbers.
        separator, text = first.strip()[-1], f"\n{rest}"
    try:
        parted = _parted(text, separator or _separator(text))
        return tuple(_row(row) for row in islice(parted, most_rows + 1))
    except csv.Error as broken:
        raise FileUnfit(str(broken), file=name, why=UNQUOTED) from broken


def _row(row: list[str]) -> Row:
    cells = tuple(str(clean(one)).strip() or None for one in row)
    last = max((number for number, one in enumerate(cells, 1) if one), default=0)
    return cells[:last]


def _decoded(content: bytes) -> str:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    if content.startswith(BOM_UTF8):
        return content.decode("utf-8-sig", "replace")
    if content[1:2] == b"\0" or content[:1] == b"\0":
        return content.decode("utf-16-le" if content[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")  # what Excel in Swedish writes


def _parted(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator)


def _separator(text: str) -> str:
    """Return what parts the rows most evenly into columns."""

    def evenly(separator: str) -> int:
        widths = [len(row) for row in islice(_parted(text, separator), LOOKED_AT) if any(row)]
        return sum(1 for one in widths if one == max(widths)) * (max(widths) > 1) if widths else 0

    return max(SEPARATORS, key=evenly)
