"""A twin read back: what it says as plain data, where each value stood, and what is wrong with its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evenemang.workbook.apart import cells_apart
from evenemang.workbook.twin.assembling import Assembly, Place
from evenemang.workbook.twin.cells import lines_of
from evenemang.workbook.twin.faults import Cell, CellFault, Faults


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
    faults = Faults()
    lines, titles = lines_of(cells_apart(content, name), name, faults)
    assembly = Assembly(lines, titles, faults)
    data = assembly.area()
    return Twin(data, assembly.cells, tuple(faults.found), faults.is_whole, tuple(titles.values()))
