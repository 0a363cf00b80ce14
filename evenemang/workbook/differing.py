"""What a workbook in the folder says otherwise than its record: by sheet, row and heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evenemang.domain.text import Language
from evenemang.workbook.cells import Plain, as_text
from evenemang.workbook.grids import OWN_SHEETS, Grid, grids

HEADINGS = {
    (table.code, column.code): column.title
    for sheet in OWN_SHEETS
    for table in sheet.tables
    for column in table.columns
}
KEYS = ("id", "record.id", "question", "path", "fact", "permit", "area", "lesson", "zone.id", "version")
Row = Mapping[str, Plain]


@dataclass(frozen=True)
class Difference:
    """One thing that the file says otherwise; without a heading, a whole row that is extra or missing."""

    sheet: str
    row: str
    heading: str
    stored: str | None  # None: the record has no such row
    said: str | None  # None: the file has no such row


def differences(said: bytes, stored: bytes, language: Language) -> tuple[Difference, ...]:
    """Return how one workbook differs from another of the same record, in the order of the sheets."""
    found, right = grids(said), grids(stored)
    order = [*right, *(one for one in found if one not in right)]
    return tuple(one for table in order for one in _in_table(found.get(table), right.get(table), language))


def _in_table(found: Grid | None, right: Grid | None, language: Language) -> Iterator[Difference]:
    grid = found or right
    if grid is None:
        return
    there, here = _keyed(found), _keyed(right)
    for key in [*here, *(one for one in there if one not in here)]:
        one, other = there.get(key), here.get(key)
        name = _name(one or other or {}, key)
        if one is None or other is None:
            whole = _shown(one or other or {})
            if whole:
                sides = (None, whole) if other is None else (whole, None)
                yield Difference(grid.sheet, name, "", *sides)
            continue
        for code in _unlike(one, other):
            title = HEADINGS.get((grid.code, code.removesuffix("#")))
            heading = title.say(language) if title else code
            yield Difference(grid.sheet, name, heading, _text(other.get(code)), _text(one.get(code)))


def _unlike(one: Row, other: Row) -> Iterator[str]:
    """Return the columns that differ; one that differs both to the eye and in its code is told once."""
    codes = dict.fromkeys(
        code for row in (other, one) for code in row if not code.startswith("~") and code != "order"
    )
    unlike = [code for code in codes if _text(one.get(code)) != _text(other.get(code))]
    yield from (code for code in unlike if code[-1] != "#" or code[:-1] not in unlike)


def _keyed(grid: Grid | None) -> dict[str, Row]:
    """Return the rows by what names them; where nothing does, by their number."""
    if grid is None:
        return {}
    columns = set(grid.columns.values())
    named = ([_text(row.get(key)) for row in grid.rows] for key in KEYS if key in columns)
    numbered = [f"+{at + 1}" if number is None else f"#{number}" for at, number in enumerate(grid.numbers)]
    names = next((one for one in named if len(set(one)) == len(one)), numbered)
    return dict(zip(names, grid.rows, strict=True))


def _name(row: Row, key: str) -> str:
    """Return what a person calls a row: its label in a form, otherwise its id."""
    label = _text(row.get("~label"))
    return label or (str(int(key[1:]) + 1) if key.startswith("#") else key)


def _shown(row: Row) -> str:
    said = (value for code, value in row.items() if code[0] != "~" and code[-1] != "#")
    return "; ".join(_text(value) for value in said if value is not None)


def _text(value: Plain) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return as_text(value).replace("\r\n", "\n")
