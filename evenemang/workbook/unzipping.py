"""Looking at a file before any parser sees it: is it a workbook, and is there anything odd about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from stat import S_ISLNK
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from evenemang.domain.errors import FileUnfit
from evenemang.workbook.lying import end_fault, lies_as_it_says
from evenemang.workbook.recognising import what_else, what_package
from evenemang.workbook.refusals import HAS_PASSWORD, refusal

LARGEST_FILE = 32 * 2**20  # bytes
LARGEST_UNPACKED = 64 * 2**20  # bytes, all members together
MOST_PACKED = 200  # times; a sheet full of the same is packed about 50 times
SMALL = 2**20  # bytes that may be packed as well as they can be
TYPES = "[Content_Types].xml"
WORKBOOK = "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"
SHEETS = "xl/worksheets/"
XML = (".xml", ".rels", ".vml")
ACTIVE = ("xl/vbaproject", "xl/macrosheets/", "xl/activex/", "xl/embeddings/", "customui/")
ENCRYPTED = 0x1
PIECE = 2**16  # bytes read at a time
EDGE = 9  # bytes kept between two pieces: a mark may stand across them
UTF16 = (b"\xff\xfe", b"\xfe\xff")
ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"']{0,40})[\"']")
ENCODINGS = (b"utf-8", b"us-ascii", b"utf-16")


Watcher = Callable[[str, bytes], None]  # is given each member's name with a piece of it, in order


def checked(content: bytes, name: str, watcher: Watcher | None = None) -> ZipFile:
    """Return the file as a zip that has the parts of a workbook, a reasonable size and nothing hidden.

    Every member is read through once, so that its size and checksum are what the zip says. A `watcher`
    sees what is read, so that nobody need read it again.

    Raises:
        FileUnfit: If it is something else, too large, torn, or packed to deceive.
    """
    opened = _opened(content, name)
    members = opened.infolist()
    if WORKBOOK not in opened.namelist():
        raise FileUnfit("no workbook part", file=name, why=what_package(opened.namelist()))
    if sum(one.file_size for one in members) > LARGEST_UNPACKED or any(map(_packed_too_well, members)):
        raise refusal("large", "unpacks too large", name)
    if any(one.filename.lower().startswith(ACTIVE) for one in members):
        raise refusal("programs", "macros", name)
    if any(one.flag_bits & ENCRYPTED for one in members):
        raise FileUnfit("encrypted", file=name, why=HAS_PASSWORD)
    if _packed_oddly(members) or not lies_as_it_says(content, opened):
        raise refusal("odd", "odd members", name)
    _read_through(opened, name, watcher)
    _parts_are_there(opened, name)
    return opened


def _opened(content: bytes, name: str) -> ZipFile:
    if len(content) > LARGEST_FILE:
        raise refusal("large", "too large", name)
    if not content.startswith(b"PK\x03\x04"):
        raise FileUnfit("not a zip", file=name, why=what_else(content))
    fault = end_fault(content)
    if fault:
        raise refusal(fault, "the end of the zip", name)
    try:
        return ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as broken:
        raise refusal("torn", "broken zip", name) from broken


def _packed_too_well(member: ZipInfo) -> bool:
    return member.file_size > SMALL and member.file_size > MOST_PACKED * member.compress_size


def _packed_oddly(members: list[ZipInfo]) -> bool:
    """Whether two members share a name, or one leads out of the file, or points elsewhere."""
    names = [one.orig_filename.replace("\\", "/").lower() for one in members]
    return len(set(names)) < len(names) or any(
        name.startswith("/")
        or ".." in name.split("/")
        or ":" in name
        or "\0" in name
        or one.compress_type not in (ZIP_STORED, ZIP_DEFLATED)
        or S_ISLNK(one.external_attr >> 16)
        for name, one in zip(names, members, strict=True)
    )


def _read_through(opened: ZipFile, name: str, watcher: Watcher | None) -> None:
    try:
        for member in opened.infolist():
            size, declares = _looked_at(opened, member, watcher)
            if declares or size != member.file_size:
                raise refusal("odd", f"{member.filename} is not what it says", name)
    except (BadZipFile, ZlibError, EOFError, ValueError, OSError, NotImplementedError) as torn:
        raise refusal("torn", "torn member", name) from torn


def _looked_at(opened: ZipFile, member: ZipInfo, watcher: Watcher | None) -> tuple[int, bool]:
    """Return a member's real size, and whether it is XML with a document type or in a strange encoding."""
    size, found, before = 0, False, b""
    is_xml = member.filename.lower().endswith(XML)
    with opened.open(member) as stream:
        while piece := stream.read(PIECE):
            if watcher:
                watcher(member.filename, piece)
            if is_xml and not found:
                plain = before + piece.replace(b"\0", b"")
                found = b"<!DOCTYPE" in plain or b"<!ENTITY" in plain or (not size and _strange(piece))
                before = plain[-EDGE:]
            size += len(piece)
    return size, found


def _strange(piece: bytes) -> bool:
    """Whether XML begins in an encoding where a document type could hide: all but UTF-8 and marked UTF-16."""
    is_wide = piece.startswith(UTF16)
    if (b"\0" in piece[:4]) != is_wide or piece[2:4] == b"\0\0":
        return True
    plain = piece.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf")
    if is_wide:
        plain = plain[2:]
    said = ENCODING.match(plain)
    encoding = said[1].lower() if said else b"utf-16" if is_wide else b"utf-8"
    return (
        not plain.lstrip().startswith(b"<") or encoding not in ENCODINGS or (encoding == b"utf-16") != is_wide
    )


def _parts_are_there(opened: ZipFile, name: str) -> None:
    names = set(opened.namelist())
    has_sheet = any(one.startswith(SHEETS) and one.endswith(".xml") for one in names)
    if not ({TYPES, LINKS} <= names and has_sheet):
        raise refusal("missing", "a part is missing", name)
    types = opened.read(TYPES).replace(b"\0", b"").lower()
    if b"macroenabled" in types or b"vbaproject" in types:
        raise refusal("programs", "macros by type", name)
