"""The columns of a table: the visible ones with their widths, and the hidden ones with their codes."""

from __future__ import annotations

from evenemang.workbook.cells import TWINNED
from evenemang.workbook.layout import Column, Sheet, Table

LEAST = {"day": 12, "moment": 17, "person": 20}  # characters; in less a date reads ####, a post is torn


def columns_of(table: Table) -> tuple[list[Column], list[tuple[str, Column]]]:
    """Return the visible columns, and the hidden ones with their codes: twins of visible ones, and own."""
    visible = [one for one in table.columns if not one.hidden]
    twins = [(f"{one.code}#", one) for one in visible if one.kind in TWINNED and one.stored]
    own: list[tuple[str, Column]] = []
    for one in table.columns:
        if one.hidden:
            own.append((one.code, one))
            if one.kind in TWINNED:
                own.append((f"{one.code}#", one))
    return visible, [*twins, *own]


def widths_of(sheet: Sheet) -> dict[int, float]:
    """Return how wide the visible columns are; a form under a table takes the table's."""
    widths: dict[int, float] = {}
    for table in sheet.tables:
        for col, one in enumerate(columns_of(table)[0]):
            counts = not table.is_form or table is sheet.tables[0]
            width = max(one.width, LEAST.get(one.kind, 0)) if counts else 0
            widths[col] = max(widths.get(col, 0), width)
    return widths
