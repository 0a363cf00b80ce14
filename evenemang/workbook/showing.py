"""What a cell shows of a record, its hidden code, and the look that its kind has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from evenemang.workbook.cells import (
    Plain,
    Said,
    both_cell,
    bullets,
    day_cell,
    exactly,
    moment_cell,
    number_cell,
    value_cell,
)
from evenemang.workbook.layout import Column, Speaks, getter


@dataclass(slots=True)  # not frozen: ten thousand are made for a workbook, and dropped at once
class Cell:
    """What stands in one cell, its hidden code, and its format."""

    shown: Plain
    code: str = ""
    style: str = "text"


NOTHING = Cell(None)


def _text(value: object) -> Cell:
    return Cell(str(value))


def _day(value: Any) -> Cell:
    shown = day_cell(value)
    return Cell(shown, style="text" if isinstance(shown, str) else "day")


def _moment(value: Any) -> Cell:
    shown = moment_cell(value)
    return Cell(shown, exactly(value), "text" if isinstance(shown, str) else "moment")


def _number(value: Any) -> Cell:
    shown = number_cell(value)
    return Cell(shown, style=_number_style(shown))


def _number_style(shown: Plain) -> str:
    if isinstance(shown, int):
        return "number"
    if isinstance(shown, float):
        return "number" if shown.is_integer() else "decimal"
    return "text"


def _value(value: Any) -> Cell:
    shown, code = value_cell(value if isinstance(value, Said) else Said(value))
    style = (
        "moment"
        if isinstance(shown, datetime)
        else "day"
        if isinstance(shown, date)
        else _number_style(shown)
    )
    return Cell(shown, code, style)


SIMPLE: dict[str, Callable[[Any], Cell]] = {
    "text": _text,
    "number": _number,
    "day": _day,
    "moment": _moment,
    "value": _value,
    "list": lambda value: Cell(bullets(value)),
    "codes": lambda value: Cell(", ".join(value), " ".join(value)),
}


def cell(page: Speaks, column: Column, record: Any) -> Cell:
    """Return the cell of a record in a column."""
    return cells_of(page, column)(record)


def cells_of(page: Speaks, column: Column) -> Callable[[Any], Cell]:
    """Return what makes the cells of a column: looked up once, and used for every record."""
    value_of = partial(column.pick, page) if column.pick else getter(column.code)
    draws = SIMPLE.get(column.kind) or partial(WORDED[column.kind], page, column)

    def made(record: Any) -> Cell:
        value = value_of(record)
        return NOTHING if value is None else draws(value)

    return made


def _coded(page: Speaks, column: Column, value: object) -> Cell:
    return Cell(page.word(column.words or {}, value), str(value))


def _person(page: Speaks, _column: Column, value: object) -> Cell:
    name = page.name_of(str(value))
    return Cell(name, "" if name == value else str(value))


def _both(page: Speaks, _column: Column, value: Any) -> Cell:
    return Cell(*both_cell(value, page.language))


WORDED: dict[str, Callable[[Speaks, Column, Any], Cell]] = {
    "coded": _coded,
    "person": _person,
    "both": _both,
}
