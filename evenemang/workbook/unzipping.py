"""Looking at a file before any parser sees it: is it a workbook, and is there anything odd about it."""

from __future__ import annotations

from io import BytesIO
from stat import S_ISLNK
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text

LARGEST_FILE = 32 * 2**20  # bytes
LARGEST_UNPACKED = 64 * 2**20  # bytes, all members together
MOST_MEMBERS = 1_000
WORKBOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
XML = (".xml", ".rels", ".vml")
ACTIVE = ("xl/vbaproject", "xl/macrosheets/", "xl/activex/", "xl/embeddings/")
ENCRYPTED = 0x1
PIECE = 2**16  # bytes read at a time
EDGE = 9  # bytes kept between two pieces: a mark may stand across them

NOT_A_WORKBOOK = Text(
    sv="den är inte en Excelarbetsbok (.xlsx). Spara den som Excelarbetsbok och försök igen.",
    en="it is not an Excel workbook (.xlsx). Save it as an Excel workbook and try again.",
)
TOO_LARGE = Text(
    sv="den är större än en arbetsbok härifrån kan bli. Kontrollera att det är rätt fil.",
    en="it is larger than a workbook from here can be. Check that it is the right file.",
)
HAS_PROGRAMS = Text(
    sv="den innehåller makron eller inbäddade filer. Spara den som .xlsx utan dem och försök igen.",
    en="it holds macros or embedded files. Save it as .xlsx without them and try again.",
)
ODD = Text(
    sv="den är inte packad som Excel packar. Öppna den i Excel, spara den som .xlsx och försök igen.",
    en="it is not packed as Excel packs. Open it in Excel, save it as .xlsx and try again.",
)


def checked(content: bytes, name: str) -> ZipFile:
    """Return the file as a zip that has the parts of a workbook, a reasonable size and nothing hidden.

    Every member is read through once, so that its size and checksum are what the zip says.

    Raises:
        FileUnfit: If it is something else, too large, torn, or packed to deceive.
    """
    if len(content) > LARGEST_FILE:
        raise FileUnfit("too large", file=name, why=TOO_LARGE)
    if not content.startswith(b"PK\x03\x04"):
        raise FileUnfit("not a zip", file=name, why=NOT_A_WORKBOOK)
    try:
        opened = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as broken:
        raise FileUnfit("broken zip", file=name, why=NOT_A_WORKBOOK) from broken
    members = opened.infolist()
    if WORKBOOK not in opened.namelist():
        raise FileUnfit("no workbook part", file=name, why=NOT_A_WORKBOOK)
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > LARGEST_UNPACKED:
        raise FileUnfit("unpacks too large", file=name, why=TOO_LARGE)
    if any(one.filename.lower().startswith(ACTIVE) for one in members):
        raise FileUnfit("macros", file=name, why=HAS_PROGRAMS)
    if _packed_oddly(members):
        raise FileUnfit("odd members", file=name, why=ODD)
    _read_through(opened, name)
    return opened


def _packed_oddly(members: list[ZipInfo]) -> bool:
    """Whether two members share a name, or one leads out of the file, is locked or points elsewhere."""
    names = [one.filename.replace("\\", "/").lower() for one in members]
    return len(set(names)) < len(names) or any(
        name.startswith("/")
        or ".." in name.split("/")
        or one.flag_bits & ENCRYPTED
        or one.compress_type not in (ZIP_STORED, ZIP_DEFLATED)
        or S_ISLNK(one.external_attr >> 16)
        for name, one in zip(names, members, strict=True)
    )


def _read_through(opened: ZipFile, name: str) -> None:
    try:
        for member in opened.infolist():
            size, declares = _looked_at(opened, member)
            if declares or size != member.file_size:
                raise FileUnfit(f"{member.filename} is not what it says", file=name, why=ODD)
    except (BadZipFile, ZlibError, EOFError, ValueError, OSError, NotImplementedError) as torn:
        raise FileUnfit("torn member", file=name, why=ODD) from torn


def _looked_at(opened: ZipFile, member: ZipInfo) -> tuple[int, bool]:
    """Return a member's real size, and whether it is XML with a document type, whatever its encoding."""
    size, found, before = 0, False, b""
    is_xml = member.filename.lower().endswith(XML)
    with opened.open(member) as stream:
        while piece := stream.read(PIECE):
            size += len(piece)
            if is_xml and not found:
                plain = before + piece.replace(b"\0", b"")
                found = b"<!DOCTYPE" in plain or b"<!ENTITY" in plain
                before = plain[-EDGE:]
    return size, found
