"""Word, Excel and OpenDocument: zips with known parts, and nothing in them that acts or fetches."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, parse

from evenemang.attachments.refusals import Unfit
from evenemang.distrust import packing
from evenemang.distrust.packing import Suspect

LARGEST_UNPACKED = 64 * 2**20  # bytes, all members together
LARGEST_PART = 2**20  # bytes of a list of types or of links
TYPES = "[Content_Types].xml"
MIMETYPE = "mimetype"
ODT = b"application/vnd.oasis.opendocument.text"
MAIN = {
    "word/document.xml": (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ),
    "xl/workbook.xml": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
}
ACTIVE = (
    *(f"{folder}/{one}" for folder in ("word", "xl") for one in ("vbaproject", "activex/", "embeddings/")),
    "xl/macrosheets/",
    "customui/",
    "basic/",
    "scripts/",
    "object ",
)
LINK = "/hyperlink"  # what a link leads to is fetched only when somebody follows it
ENCRYPTION = b"encryption-data"
WORDS = {"large": "unpacks"}


def kind_of(content: bytes) -> str:
    """Return docx, xlsx or odt, by the parts and the types in it.

    Raises:
        Unfit: If it is another package, torn, packed to deceive, or acts or fetches when it is opened.
    """
    try:
        with packing.opened(content) as found:
            packing.look_through(content, found, largest=LARGEST_UNPACKED, active=ACTIVE)
            packing.read_through(found)
            names = found.namelist()
            kind = _open_document(found) if MIMETYPE in names[:1] else _office(found)
    except Suspect as suspect:
        raise Unfit(WORDS.get(suspect.word, suspect.word)) from suspect
    return kind


def _open_document(found: ZipFile) -> str:
    info = found.getinfo(MIMETYPE)
    if info.compress_type != ZIP_STORED or info.file_size > 100 or found.read(MIMETYPE) != ODT:
        raise Unfit("unknown")
    if "content.xml" not in found.namelist() or "META-INF/manifest.xml" not in found.namelist():
        raise Unfit("torn")
    if ENCRYPTION in _part(found, "META-INF/manifest.xml"):
        raise Unfit("password")
    return "odt"


def _office(found: ZipFile) -> str:
    names = set(found.namelist())
    main = next((one for one in MAIN if one in names), None)
    if main is None or TYPES not in names:
        raise Unfit("package")
    kind, mime = MAIN[main]
    types = {
        (one.get("PartName") or "", (one.get("ContentType") or "").strip()) for one in _elements(found, TYPES)
    }
    if any("macroenabled" in said.lower() or "vbaproject" in said.lower() for _, said in types):
        raise Unfit("programs")
    if (f"/{main}", mime) not in types:
        raise Unfit("unknown")
    for name in names:
        if name.lower().endswith(".rels") and any(map(_fetches, _elements(found, name))):
            raise Unfit("fetches")
    return kind


def _fetches(link: Any) -> bool:
    """Whether a part leads out of the file to something that is fetched at once."""
    leads_out = (link.get("TargetMode") or "").lower() == "external"
    return leads_out and not (link.get("Type") or "").endswith(LINK)


def _elements(found: ZipFile, name: str) -> list[Any]:
    try:
        return list(parse(BytesIO(_part(found, name))).iter())
    except (ParseError, DefusedXmlException, ValueError) as broken:
        raise Unfit("torn") from broken


def _part(found: ZipFile, name: str) -> bytes:
    if found.getinfo(name).file_size > LARGEST_PART:
        raise Unfit("unpacks")
    return found.read(name)
