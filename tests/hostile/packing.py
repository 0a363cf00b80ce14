"""Taking a workbook apart and putting it together wrongly."""

from __future__ import annotations

import re
import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Parts = dict[str, bytes]
BOOK, LINKS, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
RISKS = "xl/worksheets/sheet5.xml"
EMPTY = b"PK\x05\x06" + b"\0" * 18
CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"


def unpacked(book: bytes) -> Parts:
    with ZipFile(BytesIO(book)) as opened:
        return {one.filename: opened.read(one) for one in opened.infolist()}


def packed(parts: Parts) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as opened:
        for name, content in parts.items():
            opened.writestr(ZipInfo(name, (2026, 11, 28, 0, 0, 0)), content, ZIP_DEFLATED, 1)
    return stream.getvalue()


def with_parts(whole: bytes, /, **parts: bytes) -> bytes:
    """Return the book with parts put in place of others, by the names above in small letters."""
    named = {
        "book": BOOK,
        "links": LINKS,
        "types": TYPES,
        "strings": STRINGS,
        "styles": STYLES,
        "risks": RISKS,
    }
    return packed(unpacked(whole) | {named[name]: content for name, content in parts.items()})


def with_member(book: bytes, info: ZipInfo | str, content: bytes = b"x", method: int = ZIP_DEFLATED) -> bytes:
    """Return the book with one member more, last."""
    stream = BytesIO(book)
    with ZipFile(stream, "a") as opened:
        opened.writestr(info, content, method, 1)
    return stream.getvalue()


def without(book: bytes, *names: str) -> bytes:
    return packed({name: content for name, content in unpacked(book).items() if name not in names})


def edited(book: bytes, part: str, old: bytes, new: bytes, count: int = 1) -> bytes:
    """Return the book with some bytes of a part changed; they must be there."""
    parts = unpacked(book)
    assert old in parts[part], old
    return packed(parts | {part: parts[part].replace(old, new, count)})


def in_sheet(book: bytes, rows: bytes) -> bytes:
    """Return the book with rows of somebody's own last on the first sheet, which is never read."""
    parts = unpacked(book)
    first = "xl/worksheets/sheet1.xml"
    return packed(parts | {first: parts[first].replace(b"</sheetData>", rows + b"</sheetData>")})


def after_cells(book: bytes, more: bytes) -> bytes:
    """Return the book with elements after the cells of the first sheet."""
    return edited(book, "xl/worksheets/sheet1.xml", b"</sheetData>", b"</sheetData>" + more)


def value_of(book: bytes, kind: bytes, value: bytes) -> bytes:
    """Return the book with the likelihood of the first risk put otherwise: its type, and its value."""
    parts = unpacked(book)
    cell = re.search(rb'<c r="F5"( s="\d+")><v>[^<]*</v></c>', parts[RISKS])
    assert cell
    new = b'<c r="F5"' + cell[1] + kind + b"><v>" + value + b"</v></c>"
    return packed(parts | {RISKS: parts[RISKS].replace(cell[0], new)})


def patched(book: bytes, mark: bytes, at: int, form: str, *values: int, last: bool = True) -> bytes:
    """Return the book with fields of a header changed in place, `at` bytes after its mark."""
    content = bytearray(book)
    where = content.rindex(mark) if last else content.index(mark)
    struct.pack_into(form, content, where + at, *values)
    return bytes(content)
