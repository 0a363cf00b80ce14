"""What a file is that is not a workbook, so that a person is told what to do with it."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Collection

from evenemang.domain.text import Text
from evenemang.workbook.refusals import EMPTY, HAS_PASSWORD, MISSING, NOT_A_WORKBOOK

PDF = Text(
    sv="den är en PDF. Välj arbetsboken (.xlsx) som den skrevs ut från.",
    en="it is a PDF. Choose the workbook (.xlsx) that it was printed from.",
)
OLD_EXCEL = Text(
    sv="den är sparad i Excels gamla format (.xls). Öppna den, spara den som .xlsx och försök igen.",
    en="it is saved in Excel's old format (.xls). Open it in Excel, save it as .xlsx and try again.",
)
XML_EXCEL = Text(
    sv="den är sparad i Excels gamla format (XML). Öppna den i Excel, spara den som .xlsx och försök igen.",
    en="it is saved in Excel's old format (XML). Open it in Excel, save it as .xlsx and try again.",
)
BINARY_EXCEL = Text(
    sv="den är sparad i Excels binära format (.xlsb). Öppna den, spara den som .xlsx och försök igen.",
    en="it is saved in Excel's binary format (.xlsb). Open it in Excel, save it as .xlsx and try again.",
)
OPEN_DOCUMENT = Text(
    sv="den är sparad som OpenDocument (.ods). Spara den som Excelarbetsbok (.xlsx) och försök igen.",
    en="it is saved as OpenDocument (.ods). Save it as an Excel workbook (.xlsx) and try again.",
)
NUMBERS = Text(
    sv="den är gjord i Numbers. Exportera den därifrån som Excel (.xlsx) och försök igen.",
    en="it is made in Numbers. Export it from there as Excel (.xlsx) and try again.",
)
WORD = Text(
    sv="den är ett dokument från Word eller PowerPoint. Välj en Excelarbetsbok (.xlsx).",
    en="it is a document of Word or PowerPoint. Choose an Excel workbook (.xlsx).",
)
PACKED = Text(
    sv="den är ett paket med filer. Packa upp det och välj arbetsboken (.xlsx) i det.",
    en="it is a package of files. Unpack it and choose the workbook (.xlsx) in it.",
)
WEB_PAGE = Text(
    sv="den är en webbsida som fått namnet .xlsx. Öppna den i Excel, spara den som .xlsx och försök igen.",
    en="it is a web page that has got the name .xlsx. Open it in Excel, save it as .xlsx and try again.",
)
PICTURE = Text(
    sv="den är en bild. Välj en Excelarbetsbok (.xlsx).",
    en="it is a picture. Choose an Excel workbook (.xlsx).",
)
PLAIN_TEXT = Text(
    sv="den är ren text (CSV). Öppna den i Excel, spara den som .xlsx och försök igen.",
    en="it is plain text (CSV). Open it in Excel, save it as .xlsx and try again.",
)

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BEGINNINGS = (
    (b"%PDF", PDF),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"\x1f\x8b", PACKED),
    (b"7z\xbc\xaf", PACKED),
    (b"Rar!", PACKED),
)
STREAMS = (
    ("EncryptedPackage", HAS_PASSWORD),
    ("Workbook", OLD_EXCEL),
    ("Book", OLD_EXCEL),
)
MEMBERS = (
    ("xl/workbook.bin", BINARY_EXCEL),
    ("content.xml", OPEN_DOCUMENT),
    ("Index/Document.iwa", NUMBERS),
    ("Index.zip", NUMBERS),
    ("word/document.xml", WORD),
    ("ppt/presentation.xml", WORD),
    ("xl/_rels/workbook.xml.rels", MISSING),
)
MARKUP = ("<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<style")
LOOKED_AT = 4_096  # bytes
FOLDER = 2**20  # bytes of an old file, in which the names of its streams are looked for
MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def what_else(content: bytes) -> Text:
    """Return what a file is that does not begin as a zip, and what to do."""
    if not content:
        return EMPTY
    if content.startswith(COMPOUND):
        return _named(STREAMS, lambda name: name.encode("utf-16-le") in content[:FOLDER])
    begun = next((what for mark, what in BEGINNINGS if content.startswith(mark)), None)
    return begun or _text(content[:LOOKED_AT])


def what_package(members: Collection[str]) -> Text:
    """Return what a zip is that holds no workbook, and what to do."""
    return _named(MEMBERS, lambda name: name in members, PACKED)


def _named(
    known: tuple[tuple[str, Text], ...], is_there: Callable[[str], bool], otherwise: Text = NOT_A_WORKBOOK
) -> Text:
    return next((what for name, what in known if is_there(name)), otherwise)


def _text(beginning: bytes) -> Text:
    text = beginning.decode("utf-16" if beginning.startswith(MARKS) else "latin-1", "replace")
    lowered = text.lstrip("\ufeff\u00ef\u00bb\u00bf \t\r\n").casefold()
    if lowered.startswith(MARKUP):
        return WEB_PAGE
    if lowered.startswith("<?xml"):
        return XML_EXCEL if "office:spreadsheet" in lowered else NOT_A_WORKBOOK
    lines = [line for line in text.splitlines() if line]
    is_list = len(lines) > 1 and any(mark in lines[0] for mark in ";,\t")
    return (
        PLAIN_TEXT
        if is_list and all(one.isprintable() or one in "\t\r\n" for one in text)
        else NOT_A_WORKBOOK
    )
