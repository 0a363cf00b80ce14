"""Looking at a file before any parser sees it: is it a workbook, and is it of a size a workbook has."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text

LARGEST_FILE = 32 * 2**20  # bytes
LARGEST_UNPACKED = 64 * 2**20  # bytes, all members together
MOST_MEMBERS = 1_000
WORKBOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"

NOT_A_WORKBOOK = Text(
    sv="den är inte en Excelarbetsbok (.xlsx). Spara den som Excelarbetsbok och försök igen.",
    en="it is not an Excel workbook (.xlsx). Save it as an Excel workbook and try again.",
)
TOO_LARGE = Text(
    sv="den är större än en arbetsbok härifrån kan bli. Kontrollera att det är rätt fil.",
    en="it is larger than a workbook from here can be. Check that it is the right file.",
)


def checked(content: bytes, name: str) -> ZipFile:
    """Return the file as a zip that has the parts of a workbook and a reasonable size.

    Raises:
        FileUnfit: If it is something else, or too large.
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
    return opened
