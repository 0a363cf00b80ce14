"""Whether the workbooks of the registers are in the folder, fresh, and say what the registers say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from evenemang.bootstrap.verifying import MISSING, SECRET, Fault, of_file
from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text
from evenemang.flow.books import Book
from evenemang.flow.journal import Kind
from evenemang.flow.registers import REGISTERS, parted, register
from evenemang.flow.storing import REGISTER

if TYPE_CHECKING:
    from evenemang.bootstrap import Opened
    from evenemang.workbook.differing import Difference

OWNER = Text(sv="registret", en="the register")
STALE = Text(
    sv="Registrets arbetsbok ({kind}) är inte färsk. Starta appen, så skrivs den.",
    en="The workbook of the register {kind} is not fresh. Start the app and it is written.",
)


def register_faults(opened: Opened) -> Iterator[Fault]:
    """Return what is not so with each register's workbook: it lags, is gone, or says something else."""
    for kind in REGISTERS:
        book = opened.store.book(kind, REGISTER)
        versions = [one.version for one in opened.store.all(kind)]
        if versions and (book.file is None or book.version != sum(versions)):
            yield Fault(_filled(STALE, kind=kind), "register")
        for path in sorted({one.path for one in book.files}):
            yield from _of_path(opened, book, path)


def _of_path(opened: Opened, book: Book, path: str) -> Iterator[Fault]:
    file = opened.data / path
    if not file.is_file():
        name = path.partition("/")[2]
        yield Fault(_filled(MISSING, file=name), "register", (("register", book.kind), ("file", name)))
        return
    compared = partial(_compared, opened, book.kind)
    yield from of_file(book, path, file.read_bytes(), compared, {"register": book.kind}, owner=OWNER)


def _compared(opened: Opened, kind: Kind, path: str, content: bytes) -> Iterator[Difference]:
    """Compare a file with the workbook that its register would be written as now."""
    from evenemang.workbook.differing import differences
    from evenemang.workbook.grids import grids
    from evenemang.workbook.reading import NOT_A_REGISTER, said_by
    from evenemang.workbook.registers.reading import RegisterBack
    from evenemang.workbook.registers.writing import write_register

    back = said_by(grids(content, path), path)
    if not isinstance(back, RegisterBack) or back.kind != kind:
        raise FileUnfit("another workbook", file=path, why=NOT_A_REGISTER)
    secret = path.startswith(f"{SECRET}/")
    part = parted(register(opened.workspace, kind), opened.workspace)[secret]
    if part is not None:
        yield from differences(content, write_register(part, back.language, secret=secret), back.language)


def _filled(text: Text, **facts: str) -> Text:
    return Text(sv=text.sv.format(**facts), en=text.en.format(**facts))
