"""The workbook of a big dossier, against openpyxl writing the same cells with no style at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from bench.matter import full, grown
from bench.measuring import Ratio, compare, timed
from evenemang.bootstrap import SystemClock, content
from evenemang.flow.recording import whole
from evenemang.flow.workspace import Workspace
from evenemang.store.sql import SqlStore
from evenemang.workbook import write

TARGET = 0.8

Cells = Mapping[str, Sequence[tuple[int, int, Any]]]
"""Row, column and value of every cell with something in it, by sheet."""


def measure(home: Path, times: int) -> Ratio:
    """Return the ratio of a workbook written in memory."""
    store = SqlStore(home / "book.db")
    workspace = Workspace(store, grown(content()), SystemClock())
    found = whole(workspace, full(workspace).id)
    cells = cells_of(write(found, "sv"))
    ratio = compare(
        f"a workbook of {sum(map(len, cells.values()))} cells",
        timed(lambda: write(found, "sv")),
        timed(lambda: _bare(cells)),
        times=times,
        target=TARGET,
    )
    store.close()
    return ratio


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


def _bare(cells: Cells) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, filled in cells.items():
        sheet = book.create_sheet(title)
        for row, column, value in filled:
            sheet.cell(row, column, value)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
