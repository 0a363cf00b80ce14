"""Rows of cells read back as records, by the same columns that wrote them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from evenemang.domain.text import Language
from evenemang.workbook.cells import (
    TWINNED,
    Plain,
    as_text,
    read_both,
    read_bullets,
    read_day,
    read_number,
    read_value,
)
from evenemang.workbook.grids import OWN_SHEETS, Grid
from evenemang.workbook.layout import Table

Record = dict[str, Any]
Row = Mapping[str, Plain]
Reader = Callable[[Plain, str, Language], object]

NOTHING = object()  # told apart from None: an answer may be a comment without a value

READERS: dict[str, Reader] = {
    "number": lambda shown, _code, _language: read_number(shown),
    "day": lambda shown, _code, _language: read_day(shown),
    "person": lambda shown, code, _language: code or shown,
    "both": read_both,
    "list": lambda shown, _code, _language: list(read_bullets(as_text(shown))),
    "codes": lambda _shown, code, _language: code.split(),
    "value": lambda shown, code, _language: read_value(shown, code) if code else NOTHING,
}
BY_CODE = ("moment", "coded")  # the hidden code is the value


class Step(NamedTuple):
    """How a cell is read, and where its value goes: worked out once, used for every row."""

    read: Reader | None  # None: it is the text itself
    column: str
    twin: str  # the column of its hidden code; empty where it has none
    way: tuple[str, ...]
    last: str


def _steps(table: Table) -> Iterator[tuple[str, Step]]:
    for one in table.columns:
        if one.stored:
            *way, last = one.code.split(".")
            twin = f"{one.code}#" if one.kind in TWINNED else ""
            read = _no_code if one.kind in BY_CODE else READERS.get(one.kind)
            yield one.code, Step(read, one.code, twin, tuple(way), last)
            if one.kind in BY_CODE:
                yield twin, Step(None, "", "", tuple(way), last)
            elif twin:  # a cell may be empty beside its code: no text is a text
                yield twin, Step(read, one.code, twin, tuple(way), last)


def _no_code(_shown: Plain, code: str, _language: Language) -> object:
    """Return nothing where the code says it all, and no value at all where there is none beside a word."""
    return NOTHING if code else ""


STEPS: dict[str, dict[str, Step]] = {
    table.code: dict(_steps(table)) for sheet in OWN_SHEETS for table in sheet.tables
}


def record_of(table: str, row: Row, language: Language) -> Record:
    """Return the record of a row, nested by its paths; what is empty is left out."""
    record: Record = {}
    steps = STEPS[table]
    for code, shown in row.items():
        step = steps.get(code)
        if step is None or shown is None:
            continue
        read, column, twin, way, last = step
        value: object
        if read is None:
            value = shown if type(shown) is str else as_text(shown)
        else:
            value = _read(read, code, column, twin, row, language)
            if value is NOTHING:
                continue
        into = record
        for name in way:
            if name not in into:
                into[name] = {}
            into = into[name]
        into[last] = value
    return record


def _read(  # noqa: PLR0917  # the parts of a step, and the row
    read: Reader, code: str, column: str, twin: str, row: Row, language: Language
) -> object:
    shown = row.get(column)
    if code == twin and shown is not None:
        return NOTHING  # read with its cell
    value = read(shown, as_text(row.get(twin)) if twin else "", language)
    return NOTHING if value is None and not twin else value


def place(record: Record, path: str, value: object) -> None:
    """Put a value at a path; `@told` only says that the way there exists."""
    *way, last = path.split(".")
    for step in way:
        record = record.setdefault(step, {})
    if last != "@told":
        record[last] = value


def form_values(grid: Grid) -> Record:
    """Return the values of a form by their paths."""
    return {str(row["path"]): read_value(row.get("value"), as_text(row.get("value#"))) for row in grid.rows}
