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
from evenemang.workbook.layout import Column, Table

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


class Group(NamedTuple):
    """The columns whose values stand beside each other in a record: worked out once, used for every row.

    Rows are read by the ten thousand, and a comprehension takes a third of the time of a loop.
    """

    way: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]  # where the value goes, and its column
    coded: tuple[tuple[str, str, str], ...]  # and the column of its hidden code, which is the value
    others: tuple[tuple[str, str, str, Reader], ...]


def _groups(table: Table) -> Iterator[Group]:
    ways: dict[tuple[str, ...], list[tuple[str, Column]]] = {}
    for one in table.columns:
        if one.stored:
            *way, last = one.code.split(".")
            ways.setdefault(tuple(way), []).append((last, one))
    for each, columns in ways.items():
        yield Group(
            each,
            tuple((last, one.code) for last, one in columns if one.kind == "text"),
            tuple((last, one.code, f"{one.code}#") for last, one in columns if one.kind in BY_CODE),
            tuple(
                (last, one.code, f"{one.code}#" if one.kind in TWINNED else "", READERS[one.kind])
                for last, one in columns
                if one.kind in READERS
            ),
        )


GROUPS: dict[str, tuple[Group, ...]] = {
    table.code: tuple(_groups(table)) for sheet in OWN_SHEETS for table in sheet.tables
}


def record_of(table: str, row: Row, language: Language) -> Record:
    """Return the record of a row, nested by its paths; what is empty is left out."""
    record: Record = {}
    get = row.get
    for way, texts, coded, others in GROUPS[table]:
        found: Record = {
            last: shown if type(shown) is str else as_text(shown)
            for last, column in texts
            if (shown := get(column)) is not None
        }
        for last, column, twin in coded:
            code = get(twin)
            if code is not None or get(column) is not None:
                found[last] = as_text(code)  # a word without its code is no value at all
        for last, column, twin, read in others:
            value = _value(read, get(column), get(twin) if twin else None, language)
            if value is not NOTHING:
                found[last] = value
        if found:
            into = record
            for name in way:
                into = into.setdefault(name, {})
            into.update(found)
    return record


def _value(read: Reader, shown: Plain, code: Plain, language: Language) -> object:
    if shown is None and code is None:
        return NOTHING
    value = read(shown, as_text(code), language)
    return NOTHING if value is None and code is None else value


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
