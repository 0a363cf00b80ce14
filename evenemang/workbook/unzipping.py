"""Looking at a file before any parser sees it: is it a workbook, and is there anything odd about it."""

from __future__ import annotations

from zipfile import ZipFile

from evenemang.distrust import packing
from evenemang.distrust.packing import Suspect, Watcher
from evenemang.domain.errors import FileUnfit
from evenemang.workbook.recognising import what_else, what_package
from evenemang.workbook.refusals import HAS_PASSWORD, refusal

LARGEST_FILE = 32 * 2**20  # bytes
LARGEST_UNPACKED = 64 * 2**20  # bytes, all members together
TYPES = "[Content_Types].xml"
WORKBOOK = "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"
SHEETS = "xl/worksheets/"
ACTIVE = ("xl/vbaproject", "xl/macrosheets/", "xl/activex/", "xl/embeddings/", "customui/")


def checked(content: bytes, name: str, watcher: Watcher | None = None) -> ZipFile:
    """Return the file as a zip that has the parts of a workbook, a reasonable size and nothing hidden.

    Every member is read through once, so that its size and checksum are what the zip says. A `watcher`
    sees what is read, so that nobody need read it again.

    Raises:
        FileUnfit: If it is something else, too large, torn, or packed to deceive.
    """
    if len(content) > LARGEST_FILE:
        raise refusal("large", "too large", name)
    if not content.startswith(packing.BEGINNING):
        raise FileUnfit("not a zip", file=name, why=what_else(content))
    try:
        opened = packing.opened(content)
        if WORKBOOK not in opened.namelist():
            raise FileUnfit("no workbook part", file=name, why=what_package(opened.namelist()))
        packing.look_through(content, opened, largest=LARGEST_UNPACKED, active=ACTIVE)
        packing.read_through(opened, watcher)
    except Suspect as suspect:
        if suspect.word == "password":
            raise FileUnfit(str(suspect), file=name, why=HAS_PASSWORD) from suspect
        raise refusal(suspect.word, str(suspect), name) from suspect
    _parts_are_there(opened, name)
    return opened


def _parts_are_there(opened: ZipFile, name: str) -> None:
    names = set(opened.namelist())
    has_sheet = any(one.startswith(SHEETS) and one.endswith(".xml") for one in names)
    if not ({TYPES, LINKS} <= names and has_sheet):
        raise refusal("missing", "a part is missing", name)
    types = opened.read(TYPES).replace(b"\0", b"").lower()
    if b"macroenabled" in types or b"vbaproject" in types:
        raise refusal("programs", "macros by type", name)
