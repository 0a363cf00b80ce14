"""The cells of any workbook, sheet by sheet: nothing is worked out, followed or believed but the cells.

A formula shows what it came to when it was last worked out. Only the parts that hold cells are read, so that
a look, a drawing or a name that nobody knows is no hindrance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import repeat
from math import isfinite
from typing import Any, NamedTuple, cast
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel, from_ISO8601

from evenemang.workbook.decoding import decoded
from evenemang.workbook.leading import Map, map_of, part
from evenemang.workbook.refusals import refusal
from evenemang.workbook.scanning import MAIN, SheetScan, StylesScan, TextsScan, column_of
from evenemang.workbook.unzipping import checked

Value = str | int | float | bool | date | datetime | time | timedelta | None

SPACE = f"{{{MAIN}}}"
LONGEST_CELL = 32_767 * 2  # characters; Excel holds half, others more
LONGEST_NUMBER = 40  # characters
MOST_TEXT = 32 * 2**20  # characters of all cells: one text may stand in many
MOST_CELLS = 300_000  # of a book, with something in them
FIRST_DAY, LAST_DAY = -693_593, 2_958_466  # Excel's numbers for the years 1 to 9999


class Cell(NamedTuple):
    """What stands in a cell, and of what kind: `f` worked out by a formula, `e` an error, `s` as typed.

    `u` is a formula that was never worked out; its value is what is written.
    """

    value: Value
    kind: str = "s"


Row = dict[int, Cell]
"""The cells of a row in which something stands, by their column from 1."""


@dataclass(frozen=True)
class Sheet:
    """A sheet by its title: its rows in which something stands, by their number from 1, in order."""

    title: str
    rows: dict[int, Row] = field(default_factory=dict)

    def dense(self) -> Iterator[tuple[Value, ...]]:
        """Return the values of every row from the first to the last written; an empty row is `()`.

        A formula that was never worked out has no value.
        """
        above = 0
        for number, row in self.rows.items():
            yield from repeat((), number - above - 1)
            above = number
            cells = [row.get(at) for at in range(1, max(row) + 1)]
            yield tuple(None if cell is None or cell.kind == "u" else cell.value for cell in cells)


def cells_of(content: bytes, name: str = "xlsx") -> list[Sheet]:
    """Return every sheet that has cells, in order. For files from outside use `apart.cells_apart`.

    Raises:
        FileUnfit: If the file is no workbook, too much, or makes no sense.
    """
    with checked(content, name) as opened:
        found = map_of(opened)
        reading = _Reading(opened, found)
        return [Sheet(title, dict(reading.rows(sheet))) for title, sheet in found.sheets]


class _Reading:
    """One workbook being read: its texts, which looks are days, and how much has been read."""

    def __init__(self, opened: ZipFile, found: Map) -> None:
        self.opened = opened
        self.epoch = MAC_EPOCH if found.counts_from_1904 else WINDOWS_EPOCH
        self.texts = (
            [_text(one) for one in part(opened, found.texts, TextsScan("texts"))] if found.texts else []
        )
        self.days, self.spans = _looks(
            part(opened, found.styles, StylesScan("styles")) if found.styles else None
        )
        self.cells = self.length = 0

    def rows(self, sheet: str) -> Iterator[tuple[int, Row]]:
        """Return the rows of a sheet in which something stands."""
        with self.opened.open(sheet) as stream:
            SheetScan(sheet).look_through(stream)
        number = 0
        with self.opened.open(sheet) as stream:
            for _, element in iterparse(stream, forbid_dtd=True):
                if element.tag == f"{SPACE}row":
                    number = int(element.get("r", number + 1))
                    row = dict(self._row(element, number))
                    element.clear()
                    if row:
                        yield number, row

    def _row(self, element: Any, number: int) -> Iterator[tuple[int, Cell]]:
        column = 0
        for one in element:
            column = column_of(one.get("r"), number, column + 1) or 0
            cell = self._cell(one)
            if cell is not None:
                self._count(cell)
                yield column, cell

    def _cell(self, element: Any) -> Cell | None:
        kind, look = element.get("t", "n"), int(element.get("s", 0))
        shown = element.findtext(f"{SPACE}v")
        is_formula = element.find(f"{SPACE}f") is not None
        if kind == "inlineStr":
            inline = element.find(f"{SPACE}is")
            value: Value = _text(inline) if inline is not None else None
        elif not shown:
            value = "" if kind == "str" and is_formula else None
        else:
            try:
                value, kind = self._value(kind, shown, look)
            except (ValueError, LookupError, OverflowError) as unfit:
                raise refusal("sense", f"{element.get('r')}: {unfit}") from unfit
        if is_formula:
            written = _fitting("=" + (element.findtext(f"{SPACE}f") or ""))
            return Cell(value, "f") if value is not None else Cell(written, "u")
        return Cell(value, "e" if kind == "e" else "s") if value is not None else None

    def _value(self, kind: str, shown: str, look: int) -> tuple[Value, str]:
        if kind == "s":
            return self.texts[_whole(shown)], kind
        if kind in PLAIN:
            return PLAIN[kind](shown), kind
        number = _number(shown)
        if look not in self.days:
            return number, kind
        if not FIRST_DAY < number < LAST_DAY:
            return "#VALUE!", "e"  # shown as such, or as ####
        return from_excel(number, self.epoch, timedelta=look in self.spans), kind

    def _count(self, cell: Cell) -> None:
        self.cells += 1
        self.length += len(cell.value) if isinstance(cell.value, str) else 0
        if self.cells > MOST_CELLS or self.length > MOST_TEXT:
            raise refusal("large", "too many cells or too much text")


def _whole(shown: str) -> int:
    """Return the number of a text; one below 0 would count from the end."""
    if not (shown.isascii() and shown.strip().isdecimal()):
        msg = f"{shown[:LONGEST_NUMBER]} is no number of a text"
        raise ValueError(msg)
    return int(shown)


def _number(shown: str) -> int | float:
    number = float(shown) if len(shown) <= LONGEST_NUMBER and "_" not in shown else float("nan")
    if not isfinite(number):
        msg = f"{shown[:LONGEST_NUMBER]} is no number"
        raise ValueError(msg)
    plain = shown.strip().removeprefix("-")
    return int(shown) if plain.isdecimal() else number


def _text(item: Any) -> str:
    """Return a text whole: openpyxl's own reader drops `x005F_` and undoes no escape."""
    found = []
    for one in item:
        if one.tag == f"{SPACE}t":
            found.append(one.text or "")
        elif one.tag == f"{SPACE}r":
            found += [run.text or "" for run in one if run.tag == f"{SPACE}t"]
    return _fitting(decoded("".join(found)))


def _fitting(text: str) -> str:
    """Return a text that a cell can hold and that is text: half of a character is none."""
    if len(text) > LONGEST_CELL:
        raise refusal("large", "a long text")
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")  # two halves beside each other are one
    except UnicodeDecodeError as half:
        raise refusal("sense", "half a character") from half


PLAIN: dict[str, Callable[[str], Value]] = {
    "str": lambda shown: _fitting(decoded(shown)),
    "e": lambda shown: _fitting(decoded(shown)),
    "b": lambda shown: {"0": False, "1": True}[shown.strip()],
    "d": lambda shown: cast(Value, from_ISO8601(shown)),  # type: ignore[no-untyped-call]  # the stubs lack it
}


def _looks(root: Any) -> tuple[set[int], set[int]]:
    """Return which looks of cells are days, and which of these are spans of time."""
    if root is None:
        return set(), set()
    own = {
        one.get("numFmtId"): one.get("formatCode") for one in root.findall(f"{SPACE}numFmts/{SPACE}numFmt")
    }
    codes = {str(key): code for key, code in BUILTIN_FORMATS.items()} | own
    days, spans = set(), set()
    for at, look in enumerate(root.findall(f"{SPACE}cellXfs/{SPACE}xf")):
        code = codes.get(look.get("numFmtId", "0"))
        if is_date_format(code):
            days.add(at)
        if is_timedelta_format(code):
            spans.add(at)
    return days, spans
