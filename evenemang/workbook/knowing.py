"""Knowing a file of ours again: by its bytes, or by what its cells say where it was only saved anew."""

from __future__ import annotations

from datetime import date, time, timedelta
from hashlib import sha256
from io import BytesIO

from python_calamine import CalamineWorkbook

from evenemang.domain.errors import FileUnfit
from evenemang.workbook.unzipping import checked

Value = int | float | str | bool | time | date | timedelta


def digest_of(content: bytes) -> str:
    """Return the checksum of a file."""
    return sha256(content).hexdigest()


def cells_of(content: bytes) -> str:
    """Return a checksum of all that a workbook's cells say, in all its sheets; empty where it is none."""
    try:
        checked(content, "xlsx").close()
        return _said(content)
    except (KeyboardInterrupt, SystemExit):
        raise
    except FileUnfit:
        return ""
    except BaseException:  # a reader in Rust that gives up raises outside of Exception
        return ""


def _said(content: bytes) -> str:
    told = sha256()
    with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
        for name in book.sheet_names:
            told.update(f"\0sheet {name}".encode())
            sheet = book.get_sheet_by_name(name)
            for row, cells in enumerate(sheet.iter_rows()):
                for column, value in enumerate(cells):
                    if value != "":
                        told.update(f"\0{row} {column} {_plain(value)}".encode("utf-8", "surrogatepass"))
    return told.hexdigest()


def _plain(value: Value) -> str:
    """Return a value alike whichever program saved it: a whole number is one with or without decimals."""
    if isinstance(value, bool | str):
        return f"{value}".replace("\r\n", "\n")
    return f"{value:.12g}" if isinstance(value, int | float) else value.__str__()
