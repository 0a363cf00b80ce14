"""Looking at a zip before any parser sees it: is it whole, what it says, and without anything odd."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from stat import S_ISLNK
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from evenemang.distrust.lying import end_fault, lies_as_it_says

BEGINNING = b"PK\x03\x04"
MOST_PACKED = 200  # times; a sheet full of the same is packed about 50 times
SMALL = 2**20  # bytes that may be packed as well as they can be
XML = (".xml", ".rels", ".vml")
ENCRYPTED = 0x1
PIECE = 2**16  # bytes read at a time
EDGE = 9  # bytes kept between two pieces: a mark may stand across them
UTF16 = (b"\xff\xfe", b"\xfe\xff")
ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"']{0,40})[\"']")
ENCODINGS = (b"utf-8", b"us-ascii", b"utf-16")

Watcher = Callable[[str, bytes], None]  # is given each member's name with a piece of it, in order


class Suspect(Exception):
    """A zip that is not taken: the word says why, and the room that asked puts it in a sentence."""

    def __init__(self, word: str, fact: str) -> None:
        """Keep the word (torn, large, odd, programs, password) and the fact for the log."""
        super().__init__(fact)
        self.word = word


def opened(content: bytes) -> ZipFile:
    """Return a file that begins as a zip, opened; its list is short, and at its end.

    Raises:
        Suspect: If it is not.
    """
    fault = end_fault(content)
    if fault:
        raise Suspect(fault, "the end of the zip")
    try:
        return ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as broken:
        raise Suspect("torn", "broken zip") from broken


def look_through(content: bytes, found: ZipFile, *, largest: int, active: tuple[str, ...]) -> None:
    """Look at the list of a zip: how much it unpacks to, what would act in it, how it is packed.

    `active` is what the names of members that act begin with, in small letters.

    Raises:
        Suspect: If it is too much, acts, has a password, or is packed to deceive.
    """
    members = found.infolist()
    if sum(one.file_size for one in members) > largest or any(map(_packed_too_well, members)):
        raise Suspect("large", "unpacks too large")
    if any(one.filename.lower().startswith(active) for one in members):
        raise Suspect("programs", "macros")
    if any(one.flag_bits & ENCRYPTED for one in members):
        raise Suspect("password", "encrypted")
    if _packed_oddly(members) or not lies_as_it_says(content, found):
        raise Suspect("odd", "odd members")


def read_through(found: ZipFile, watcher: Watcher | None = None) -> None:
    """Read every member once, so that its size and checksum are what the zip says.

    A `watcher` sees what is read, so that nobody need read it again.

    Raises:
        Suspect: If one is torn or not what it says, or has a document type.
    """
    try:
        for member in found.infolist():
            size, declares = _looked_at(found, member, watcher)
            if declares or size != member.file_size:
                raise Suspect("odd", f"{member.filename} is not what it says")
    except (BadZipFile, ZlibError, EOFError, ValueError, OSError, NotImplementedError) as torn:
        raise Suspect("torn", "torn member") from torn


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


def _looked_at(found: ZipFile, member: ZipInfo, watcher: Watcher | None) -> tuple[int, bool]:
    """Return a member's real size, and whether it is XML with a document type or in a strange encoding."""
    size, declares, before = 0, False, b""
    is_xml = member.filename.lower().endswith(XML)
    with found.open(member) as stream:
        while piece := stream.read(PIECE):
            if watcher:
                watcher(member.filename, piece)
            if is_xml and not declares:
                plain = before + piece.replace(b"\0", b"")
                declares = b"<!DOCTYPE" in plain or b"<!ENTITY" in plain or (not size and _strange(piece))
                before = plain[-EDGE:]
            size += len(piece)
    return size, declares


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
