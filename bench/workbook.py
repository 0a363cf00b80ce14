"""The workbook of a big dossier, against openpyxl and XlsxWriter writing the same cells with no style."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl import Workbook, load_workbook

from bench.matter import full, grown
from bench.measuring import Ratio, compare, timed
from evenemang.bootstrap import SystemClock, content
from evenemang.flow.recording import whole
from evenemang.flow.workspace import Workspace
from evenemang.store.sql import SqlStore
from evenemang.workbook import write

OPENPYXL, XLSXWRITER = 0.8, 1.6  # targets

Cells = Mapping[str, Sequence[tuple[int, int, Any]]]
"""Row, column and value of every cell with something in it, by sheet."""


def measure(home: Path, times: int) -> Iterator[Ratio]:
    """Return the ratios of a workbook written in memory, and of the most memory that writing takes."""
    store = SqlStore(home / "book.db")
    workspace = Workspace(store, grown(content()), SystemClock())
    found = whole(workspace, full(workspace).id)
    cells = cells_of(write(found, "sv"))
    name = f"a workbook of {sum(map(len, cells.values()))} cells"
    floors = (("openpyxl", _by_openpyxl, OPENPYXL), ("XlsxWriter", _by_xlsxwriter, XLSXWRITER))
    for library, bare, target in floors:
        yield compare(
            f"{name}, {library}",
            timed(lambda: write(found, "sv")),
            timed(partial(bare, cells)),
            times=times,
            target=target,
        )
    ours = peak(lambda: write(found, "sv"))
    for library, bare, _ in floors:
        floor = peak(partial(bare, cells))
        yield Ratio(f"its memory at the most, {library}", ours, floor, ours / floor, None, "MB")
    store.close()


def peak(work: Callable[[], object]) -> float:
    """Return how much memory a work takes at the most, as Python counts it, in MB."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20


def cells_of(book: bytes) -> Cells:
    """Return what a workbook holds."""
    return {
        sheet.title: [
            (cell.row, cell.column, cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        for sheet in load_workbook(BytesIO(book))
    }


def _by_openpyxl(cells: Cells) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, filled in cells.items():
        sheet = book.create_sheet(title)
        for row, column, value in filled:
            sheet.cell(row, column, value)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _by_xlsxwriter(cells: Cells) -> bytes:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for title, filled in cells.items():
        sheet = book.add_worksheet(title)
        for row, column, value in filled:
            sheet.write(row - 1, column - 1, value)
    book.close()
    return stream.getvalue()
