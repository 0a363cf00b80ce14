"""Files that are something else than a workbook, though they are called one."""

from __future__ import annotations

import gzip

from tests.hostile.corpus import hostile
from tests.hostile.packing import BOOK, TYPES, edited, packed, unpacked, with_member

CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def compound(*streams: str) -> bytes:
    """What Office packed in before 2007: a folder with the names of its streams."""
    return CFB + b"".join(one.encode("utf-16-le").ljust(128, b"\0") for one in ("Root Entry", *streams)) * 8


@hostile("är tom")
def empty(_book: bytes) -> bytes:
    """A file with nothing in it."""
    return b""


@hostile("inte en Excelarbetsbok")
def one_byte(_book: bytes) -> bytes:
    """A file of one byte."""
    return b"P"


@hostile("en PDF")
def pdf(_book: bytes) -> bytes:
    """A PDF called .xlsx."""
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"


@hostile("(.xls)")
def old_excel(_book: bytes) -> bytes:
    """A workbook of Excel 97."""
    return compound("Workbook")


@hostile("har lösenord")
def password(_book: bytes) -> bytes:
    """A workbook with a password: Office packs it as one encrypted stream."""
    return compound("EncryptionInfo", "EncryptedPackage")


@hostile("inte en Excelarbetsbok")
def old_word(_book: bytes) -> bytes:
    """A document of Word 97."""
    return compound("WordDocument")


@hostile("(.xlsb)")
def binary_excel(book: bytes) -> bytes:
    """A workbook in Excel's binary form."""
    parts = unpacked(book)
    del parts[BOOK]
    return packed(parts | {"xl/workbook.bin": b"\x83\x01\x00"})


@hostile("makron")
def macro_types(book: bytes) -> bytes:
    """A workbook that says it may hold macros, its project hidden under another name."""
    types = b"spreadsheetml.sheet.main+xml"
    said = edited(
        book, TYPES, b"openxmlformats-officedocument." + types, b"ms-excel.sheet.macroEnabled.main+xml"
    )
    return with_member(said, "xl/custom.bin", b"\xcc\x61")


@hostile("makron")
def macros(book: bytes) -> bytes:
    """A workbook with a project of macros."""
    return with_member(book, "xl/vbaProject.bin")


@hostile("makron")
def macro_sheet(book: bytes) -> bytes:
    """A workbook with a sheet of Excel 4 macros."""
    return with_member(book, "xl/macrosheets/sheet1.xml", b"<macrosheet/>")


@hostile("inbäddade filer")
def embedded(book: bytes) -> bytes:
    """A workbook with a document embedded."""
    return with_member(book, "xl/embeddings/word.docx")


@hostile("inbäddade filer")
def active_x(book: bytes) -> bytes:
    """A workbook with a control of ActiveX, in capitals."""
    return with_member(book, "XL/ActiveX/activeX1.bin")


@hostile("(.ods)")
def open_document(_book: bytes) -> bytes:
    """A spreadsheet of LibreOffice."""
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": b"<office/>"})


@hostile("Numbers")
def numbers(_book: bytes) -> bytes:
    """A spreadsheet of Numbers."""
    return packed({"Index/Document.iwa": b"\0", "Metadata/Properties.plist": b"bplist00"})


@hostile("Word")
def word(_book: bytes) -> bytes:
    """A document of Word."""
    return packed({TYPES: b"<Types/>", "word/document.xml": b"<document/>"})


@hostile("ren text")
def csv(_book: bytes) -> bytes:
    """A list as text, separated by semicolons, as Excel in Swedish saves it."""
    return "Namn;Datum;Besökare\nPotatisfestivalen;2023-08-25;60000\nÅrsmöte;;\n".encode("cp1252")


@hostile("ren text")
def wide_csv(_book: bytes) -> bytes:
    """A list as text in UTF-16."""
    return "Namn\tDatum\nPotatisfestivalen\t2023-08-25\n".encode("utf-16")


@hostile("webbsida")
def web_page(_book: bytes) -> bytes:
    """A web page called .xlsx, as many systems export."""
    return b"\xef\xbb\xbf\r\n<html><body><table><tr><td>Namn</td></tr></table></body></html>"


@hostile("webbsida")
def web_page_with_type(_book: bytes) -> bytes:
    """A web page with a document type and a script."""
    return b"<!DOCTYPE html><html><script>alert(1)</script></html>"


@hostile("(XML)")
def xml_of_2003(_book: bytes) -> bytes:
    """A workbook as one XML file, as Excel 2003 saved it."""
    return b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'


@hostile("en bild")
def picture(_book: bytes) -> bytes:
    """A picture."""
    return b"\x89PNG\r\n\x1a\n" + b"\0" * 100


@hostile("Packa upp")
def workbook_in_a_zip(book: bytes) -> bytes:
    """A zip with the workbook in it."""
    return packed({"ärende/bok.xlsx": book})


@hostile("Packa upp")
def gzipped(book: bytes) -> bytes:
    """The workbook packed by gzip."""
    return gzip.compress(book, mtime=0)


@hostile("inte en Excelarbetsbok")
def noughts(_book: bytes) -> bytes:
    """A million noughts: what a disk leaves after a power cut."""
    return b"\0" * 1_000_000


@hostile("inte en Excelarbetsbok")
def noise(_book: bytes) -> bytes:
    """Bytes that are nothing."""
    return bytes((one * 197 + one // 7) % 256 for one in range(5_000))


@hostile("större än en arbetsbok")
def large(_book: bytes) -> bytes:
    """A file of 33 MB."""
    return b"PK\x03\x04" + b"\0" * (33 * 2**20)


@hostile("inte ett ärendes arbetsbok")
def other_workbook(book: bytes) -> bytes:
    """A workbook, but not one of ours: its marks are gone."""
    return edited(book, "xl/sharedStrings.xml", b">evenemang:", b">annat:", 1000)
