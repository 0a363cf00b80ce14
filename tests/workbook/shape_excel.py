"""A workbook shaped as desktop Excel is known to save it, made from ours; it was not made by Excel.

Excel keeps all that is hidden and all that it does not know. Its own marks are in every part: a revision's
id and namespaces to ignore, heights with `x14ac:dyDescent`, spans of rows. It works formulas out and writes
what they came to as `t="str"`, shares texts in runs and with how they are pronounced, and adds parts.
"""

from __future__ import annotations

import re
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from evenemang.workbook.layout import ROW
from tests.hostile.packing import BOOK, LINKS, STRINGS, TYPES, Parts, packed, unpacked

MARKS = (
    b' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    b' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr xr2 xr3"'
    b' xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
    b' xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"'
    b' xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2"'
    b' xmlns:xr3="http://schemas.microsoft.com/office/spreadsheetml/2016/revision3"'
    b' xr:uid="{00000000-0001-0000-0000-000000000000}">'
)
MAIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
APP = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
<Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop>
<AppVersion>16.0300</AppVersion></Properties>"""
TEXT = re.compile(rb'<c r="([A-Z]+[0-9]+)"( s="[0-9]+")? t="inlineStr"><is><t(?:[^>]*)>([^<]*)</t></is></c>')
SUMMARY = "xl/worksheets/sheet1.xml"


def sorted_backwards(content: bytes, title: str) -> bytes:
    """Return a workbook with the rows of a sheet's first table sorted backwards, hidden cells too."""
    book = load_workbook(BytesIO(content))
    sheet = book[title]
    assert isinstance(sheet, Worksheet)
    lines = [row for row in sheet.iter_rows() if any(str(one.value).startswith(ROW) for one in row)]
    lines = lines[
        : next((at for at, row in enumerate(lines[1:], 1) if _row(row) != _row(lines[at - 1]) + 1), None)
    ]
    values = [[one.value for one in row] for row in reversed(lines)]
    for row, said in zip(lines, values, strict=True):
        for cell, value in zip(row, said, strict=True):
            cell.value = value
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _row(row: tuple[object, ...]) -> int:
    return int(getattr(row[0], "row", 0))


def as_excel(content: bytes) -> bytes:
    """Return a workbook as Excel would save it."""
    parts = unpacked(content)
    parts[SUMMARY] = TEXT.sub(_worked_out, parts[SUMMARY], count=1)
    texts: dict[bytes, int] = {}
    for number, name in enumerate(sorted(one for one in parts if one.startswith("xl/worksheets/sheet")), 1):
        parts[name] = _marked(parts[name])
        _with_printer(parts, name, number)
        parts[name] = TEXT.sub(lambda found: _shared(found, texts), parts[name])
    parts[STRINGS] = _texts(texts)
    parts["xl/calcChain.xml"] = (
        b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="1"/>'
        b"</calcChain>"
    )
    parts["docProps/app.xml"] = APP
    _told(parts, "calcChain", "xl/calcChain.xml", "spreadsheetml.calcChain+xml")
    _told(parts, "sharedStrings", STRINGS, "spreadsheetml.sharedStrings+xml")
    settings = b"application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"
    parts[TYPES] = parts[TYPES].replace(
        b"<Override", b'<Default Extension="bin" ContentType="%s"/><Override' % settings, 1
    )
    parts[BOOK] = parts[BOOK].replace(
        b"<workbookPr", b'<fileVersion appName="xl" lastEdited="7" rupBuild="28025"/><workbookPr', 1
    )
    return packed(parts)


def _worked_out(found: re.Match[bytes]) -> bytes:
    """A text that a person has put as a formula; what it came to stands beside it."""
    place, look, text = found.groups()
    return b'<c r="%s"%s t="str"><f>"%s"&amp;""</f><v>%s</v></c>' % (place, look or b"", text, text)


def _marked(sheet: bytes) -> bytes:
    assert sheet.startswith(MAIN), sheet[:200]
    sheet = MAIN + MARKS + sheet.partition(b">")[2]
    sheet = re.sub(rb"<sheetFormatPr ", b'<sheetFormatPr x14ac:dyDescent="0.25" ', sheet)
    return re.sub(rb"<row r=", b'<row spans="1:40" x14ac:dyDescent="0.25" r=', sheet)


def _with_printer(parts: Parts, name: str, number: int) -> None:
    """Put the settings of a printer beside a sheet."""
    links = f"xl/worksheets/_rels/{name.rpartition('/')[2]}.rels"
    none = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    link = (
        f'<Relationship Id="rIdPrinter" Type="{RELATION}/printerSettings" '
        f'Target="../printerSettings/printerSettings{number}.bin"/></Relationships>'
    )
    parts[links] = parts.get(links, none).replace(b"</Relationships>", link.encode())
    settings = "Skrivare på plan 3".encode("utf-16-le").ljust(220, b"\0")
    parts[f"xl/printerSettings/printerSettings{number}.bin"] = settings
    parts[name] = re.sub(rb"<pageSetup ", b'<pageSetup r:id="rIdPrinter" ', parts[name])


def _shared(found: re.Match[bytes], texts: dict[bytes, int]) -> bytes:
    place, look, text = found.groups()
    return b'<c r="%s"%s t="s"><v>%d</v></c>' % (place, look or b"", texts.setdefault(text, len(texts)))


def _texts(texts: dict[bytes, int]) -> bytes:
    """Return the shared texts: every third in runs, one of them bold, every fourth with how it is said."""
    items = b"".join(_item(at, text) for text, at in texts.items())
    return b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>' % items


def _item(at: int, text: bytes) -> bytes:
    keep = b'<t xml:space="preserve">'
    if at % 3 == 0 and text and b"&" not in text:
        cut = len(text.decode()[:1].encode())
        bold = b'<rPr><b/><sz val="11"/><rFont val="Calibri"/><family val="2"/></rPr>'
        return b"<si><r>%s%s%s</t></r><r>%s%s</t></r></si>" % (bold, keep, text[:cut], keep, text[cut:])
    said = b'<rPh sb="0" eb="1"><t>UTTAL</t></rPh><phoneticPr fontId="1" type="noConversion"/>'
    return b"<si>%s%s</t>%s</si>" % (keep, text, said if at % 4 == 0 else b"")


def _told(parts: Parts, kind: str, part: str, type_: str) -> None:
    """Say in the lists of the package that a part is there."""
    link = f'<Relationship Id="rId{kind}" Type="{RELATION}/{kind}" Target="/{part}"/></Relationships>'
    parts[LINKS] = parts[LINKS].replace(b"</Relationships>", link.encode())
    of = f"application/vnd.openxmlformats-officedocument.{type_}"
    told = f'<Override PartName="/{part}" ContentType="{of}"/></Types>'
    parts[TYPES] = parts[TYPES].replace(b"</Types>", told.encode())
