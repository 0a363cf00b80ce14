"""Rows of cells read back as records, by the same columns that wrote them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from evenemang.domain.text import Language
from evenemang.workbook.cells import (
    Plain,
    as_text,
    read_both,
    read_bullets,
    read_day,
    read_number,
    read_value,
)
from evenemang.workbook.grids import EVERY_SHEET, Grid
from evenemang.workbook.layout import Column

Record = dict[str, Any]
Row = Mapping[str, Plain]

COLUMNS: dict[str, dict[str, Column]] = {
    table.code: {one.code: one for one in table.columns if one.stored}
    for sheet in EVERY_SHEET
    for table in sheet.tables
}


def record_of(table: str, row: Row, language: Language) -> Record:
    """Return the record of a row, nested by its paths; what is empty is left out."""
    record: Record = {}
    for code, column in COLUMNS[table].items():
        value = _value(column, row, language)
        if value is not None:
            place(record, code, value)
    return record


def place(record: Record, path: str, value: object) -> None:
    """Put a value at a path; `@told` only says that the way there exists."""
    *way, last = path.split(".")
    for step in way:
        record = record.setdefault(step, {})
    if last != "@told":
        record[last] = value


def _value(column: Column, row: Row, language: Language) -> object:
    shown, code = row.get(column.code), as_text(row.get(f"{column.code}#"))
    if column.kind == "value":
        return Valued(read_value(shown, code)) if code else None
    if shown is None and not code:
        return None
    if column.kind == "both":
        return read_both(shown, code, language)
    if column.kind == "person":
        return code or shown
    return PLAIN[column.kind](shown, code)


class Valued:
    """Any value, told apart from none: an answer may be a comment without a value."""

    def __init__(self, value: object) -> None:
        """Hold a value."""
        self.value = value


PLAIN: dict[str, Callable[[Plain, str], object]] = {
    "text": lambda shown, code: as_text(shown),
    "number": lambda shown, code: read_number(shown),
    "day": lambda shown, code: read_day(shown),
    "moment": lambda shown, code: code,
    "coded": lambda shown, code: code,
    "list": lambda shown, code: list(read_bullets(as_text(shown))),
    "codes": lambda shown, code: code.split(),
}


def form_values(grid: Grid) -> Record:
    """Return the values of a form by their paths."""
    return {str(row["path"]): read_value(row.get("value"), as_text(row.get("value#"))) for row in grid.rows}
