"""A twin read back: what it says as plain data, where each value stood, and what is wrong with its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text
from evenemang.workbook.opening import open_book
from evenemang.workbook.twin.assembling import Assembly, Place
from evenemang.workbook.twin.cells import lines_of
from evenemang.workbook.twin.faults import Cell, CellFault, Faults
from evenemang.workbook.unzipping import checked

UNREADABLE = Text(
    sv="något i den går inte att tolka. Öppna den i Excel, spara den på nytt och försök igen.",
    en="something in it cannot be understood. Open it in Excel, save it anew and try again.",
)


@dataclass(frozen=True)
class Twin:
    """A book that came back. With faults `data` holds stand-ins, and is good only for finding more faults."""

    data: dict[str, Any]
    cells: Mapping[Place, Cell]
    faults: tuple[CellFault, ...]
    is_whole: bool  # every sheet and column is there
    sheets: tuple[str, ...]  # what the sheets are called in this book, in our order


def read(content: bytes, name: str) -> Twin:
    """Return what a book says of an area.

    Raises:
        FileUnfit: If it is no workbook, or not one that an area can be read from.
    """
    checked(content, name).close()
    faults = Faults()
    try:
        book = open_book(content, formulas=True)
        lines, titles = lines_of(book, name, faults)
        book.close()
    except FileUnfit:
        raise
    except Exception as broken:  # openpyxl raises thirteen kinds (stack.md §3)
        raise FileUnfit("unreadable", file=name, why=UNREADABLE) from broken
    assembly = Assembly(lines, titles, faults)
    data = assembly.area()
    return Twin(data, assembly.cells, tuple(faults.found), faults.is_whole, tuple(titles.values()))
