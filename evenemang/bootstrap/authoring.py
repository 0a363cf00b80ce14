"""Authoring: areas as workbooks and back, and the ids that have been published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from evenemang.bootstrap import content, write_file
from evenemang.domain.checklist import Area
from evenemang.domain.errors import FileUnfit, Refused
from evenemang.domain.text import Language, Text
from evenemang.flow.content import Content

if TYPE_CHECKING:
    from evenemang.catalogue import Fault
    from evenemang.catalogue.published import Published
    from evenemang.workbook.twin.faults import Cell, CellFault

LAST_STEP = re.compile(r"(\.[^.\[\]]+|\[\d+\])$")


@dataclass(frozen=True)
class FromExcel:
    """What a twin says: the checklist as YAML, and everything that is wrong with it."""

    text: str
    faults: tuple[CellFault, ...]


def area_of(handle: str) -> Area:
    """Return an installed area by its id, or the area in a file.

    Raises:
        Refused: If there is neither.
        ContentFaulty: With every fault of the file.
    """
    from evenemang.catalogue import read_area

    installed = content()
    if handle in installed.areas:
        return installed.areas[handle]
    if Path(handle).is_file():
        return read_area(Path(handle))
    raise _no_area(handle, installed)


def area_to_excel(area: Area, language: Language) -> bytes:
    """Return the twin of an area.

    Raises:
        Refused: If a text in it does not fit in a cell.
    """
    from evenemang.workbook.twin.writing import write

    return write(area, content(), language)


def area_from_excel(file: Path) -> FromExcel:
    """Return what a twin says, checked as `check` checks a file; each fault is told by its cell.

    Raises:
        FileUnfit: If it is not a workbook that can be read.
    """
    from evenemang.catalogue import check_text, written, yaml_of
    from evenemang.hooks import collect
    from evenemang.workbook.twin.reading import read

    twin = read(_bytes(file), file.name)
    text = yaml_of(twin.data)
    cells = {written(place): cell for place, cell in twin.cells.items()}
    deep = check_text(text, file.name, collect()) if twin.is_whole else ()
    faults = (*twin.faults, *_by_cell(deep, cells, {one.cell for one in twin.faults}))
    order = {sheet: number for number, sheet in enumerate(twin.sheets)}

    def place(fault: CellFault) -> tuple[int, int, int, str]:
        cell = fault.cell
        return order.get(cell.sheet, -1), cell.row, len(cell.column), cell.column

    return FromExcel(text, tuple(sorted(faults, key=place)))


def publish_ids(file: Path) -> tuple[Published, ...]:
    """Add all that is new to a list of published ids, and return what was added or retired.

    Raises:
        ContentFaulty: If something in the folder is at fault, or a published id is gone or used anew.
        OSError: If the list cannot be written.
    """
    from evenemang.catalogue import publish
    from evenemang.hooks import collect

    text, changed = publish(file, collect())
    write_file(file, text.encode())
    return changed


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as unreadable:
        why = unreadable.strerror or type(unreadable).__name__
        raise FileUnfit(str(unreadable), file=str(file), why=why) from unreadable


def _by_cell(faults: tuple[Fault, ...], cells: Mapping[str, Cell], told: set[Cell]) -> Iterator[CellFault]:
    """Return the faults of a file at the cells that they come from, but where something is told already."""
    from evenemang.workbook.twin.faults import Cell, CellFault

    for fault in faults:
        path = fault.path
        while path and path not in cells:
            path = LAST_STEP.sub("", path) if LAST_STEP.search(path) else ""
        cell = cells[path] if path else Cell()
        if cell not in told:
            yield CellFault(cell, fault.what, fault.do)


def _no_area(handle: str, installed: Content) -> Refused:
    near = get_close_matches(handle, installed.areas, n=1)
    known = ", ".join(sorted(installed.areas))
    return Refused(
        f"no area {handle}",
        why=Text(
            sv=f"Det finns varken ett område eller en fil som heter ”{handle}”. "
            + (f"Menas {near[0]}?" if near else f"Områdena är {known}."),
            en=f"There is neither an area nor a file called “{handle}”. "
            + (f"Is {near[0]} meant?" if near else f"The areas are {known}."),
        ),
    )
