"""A register as the bytes of one workbook, and its place in the folders."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from evenemang.domain.text import Language, Text
from evenemang.flow.outbox import Errand, Kept
from evenemang.flow.registers import Register
from evenemang.workbook.book import added, new_book
from evenemang.workbook.choosing import Choosing
from evenemang.workbook.keeping import OPEN, SECRET, keep_files
from evenemang.workbook.registers import FILES, SECRET_SHEETS, SHEETS
from evenemang.workbook.registers.page import RegisterPage
from evenemang.workbook.returns import Watch
from evenemang.workbook.style import Styles
from evenemang.workbook.writing import draw_sheets

FOOT = Text(sv="Register", en="Register")


def write_register(part: Register, language: Language, *, secret: bool = False) -> bytes:
    """Return the workbook of one part of a register."""
    page = RegisterPage(part, language, secret)
    sheets = (SECRET_SHEETS if secret else SHEETS)[part.kind]
    stream = BytesIO()
    workbook = new_book(stream)
    title = page.say(sheets[0].title)
    day = part.as_of.date()
    workbook.set_properties(
        {"title": title, "created": part.as_of.replace(tzinfo=None, microsecond=0)},
    )

    def add(sheet: Text) -> Worksheet:
        return added(workbook, page.say(sheet), title, page.say(FOOT), day, language)

    draw_sheets(page, sheets, add, Styles(workbook), Choosing(language))
    workbook.close()
    return stream.getvalue()


def keep_register(parts: tuple[Register, Register | None], data: Path, errand: Errand) -> Kept:
    """Write the workbooks of a register in its two parts, and return the file's name within the folder.

    Raises:
        OSError: If a file cannot be written, or another program holds it.
        Overtaken: If somebody else has taken over writing this workbook.
    """
    plain, hidden = parts
    name = FILES[plain.kind]
    files = {f"{OPEN}/{name}": write_register(plain, "sv")}
    if hidden:
        files[f"{SECRET}/{name}"] = write_register(hidden, "sv", secret=True)
    keep_files(files, (), data, errand, Watch(data, errand, f"register-{plain.kind}", _never_old))
    return Kept(name, name)


def _never_old(_content: bytes, _name: str) -> bool:
    """No program before this one wrote registers."""
    return False
