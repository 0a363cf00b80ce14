"""Where the heading of a list stands, under titles and empty rows, and what the columns are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from evenemang.domain.errors import FileUnfit, NotFound
from evenemang.domain.text import Text
from evenemang.flow.past.fields import UNCLEAR, folded, guesses

Cell = str | int | float | bool | date | None  # a datetime is a date
Row = tuple[Cell, ...]

LOOKED_AT = 40  # rows from the top where a heading may stand
LONGEST_HEADING = 80  # characters; longer is a sentence, not a heading

NO_HEADING = Text(
    sv="Bladet ”{sheet}” har ingen rubrikrad. Skriv en rad överst som säger vad kolumnerna är, "
    "till exempel Evenemang, Datum och Plats.",
    en="The sheet “{sheet}” has no row of headings. Write a row at the top that says what the columns are, "
    "such as Event, Date and Place.",
)
NO_ROWS = Text(
    sv="Bladet ”{sheet}” har inga rader under rubrikerna. Välj ett annat blad.",
    en="The sheet “{sheet}” has no rows below the headings. Choose another sheet.",
)
COLUMN = "Kolumn"


@dataclass(frozen=True)
class Sheet:
    """A sheet as it stands in the file; a text file is one sheet without a name."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Listed:
    """A list: where it stands, its headings, and its rows by their number in the file."""

    file: str
    sheet: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]
    columns: tuple[int, ...] = ()  # where each heading stands in the file, from 0

    def cell(self, row: int, heading: str) -> str:
        """Return how a cell is called where it stands: Lista!F2, or F2 in a text file."""
        if heading not in self.headings:
            return f"{row}:{row}"
        column = self.columns[self.headings.index(heading)]
        return f"{self.sheet}!{letter(column)}{row}" if self.sheet else f"{letter(column)}{row}"


def listed(file: str, sheet: Sheet) -> Listed:
    """Return the list on a sheet.

    Raises:
        FileUnfit: If no row of it is a heading, or nothing stands below.
    """
    at = _heading_row(sheet.rows)
    if at is None:
        raise FileUnfit("no heading", file=file, why=_about(NO_HEADING, sheet))
    second = _is_second_row(sheet.rows, at)
    headings, columns = _named(sheet.rows, at, second)
    below = enumerate(sheet.rows[at + 1 + second :], at + 2 + second)
    rows = [(number, tuple(_at(row, one) for one in columns)) for number, row in below]
    filled = tuple((number, row) for number, row in rows if any(_filled(one) for one in row))
    if not filled:
        raise FileUnfit("no rows", file=file, why=_about(NO_ROWS, sheet))
    return Listed(file, sheet.title, headings, filled, columns)


def first_list(file: str, sheets: Sequence[Sheet], named: str = "") -> Listed:
    """Return the list on the first of these sheets that has one.

    Raises:
        NotFound: If there is no sheet; `named` is the one that was asked for.
        FileUnfit: If none of them has a list; what is said is about the first.
    """
    if not sheets:
        raise NotFound("no such sheet", what=named)
    faults: list[FileUnfit] = []
    for sheet in sheets:
        try:
            return listed(file, sheet)
        except FileUnfit as fault:
            faults.append(fault)
    raise faults[0]


def _about(text: Text, sheet: Sheet) -> Text:
    return Text(sv=text.sv.format(sheet=sheet.title), en=text.en.format(sheet=sheet.title))


def _heading_row(rows: Sequence[Row]) -> int | None:
    """Return the row with most of the words that headings use; where none has any, the first of texts."""
    scores = {number: _score(row) for number, row in enumerate(rows[:LOOKED_AT])}
    likely = [number for number, (_, texts) in scores.items() if texts]
    return max(likely, key=lambda one: (scores[one][0], -one), default=None)


def _score(row: Row) -> tuple[int, int]:
    """How like a heading a row is: known words first, then how many short texts; a figure or day is none."""
    cells = [one for one in row if _filled(one)]
    texts = [one for one in cells if isinstance(one, str) and len(one) <= LONGEST_HEADING]
    if len(texts) < 2 or len(texts) < len(cells):
        return 0, 0
    return sum(_known(one) for one in texts), len(texts)


def _known(text: str) -> bool:
    return folded(text) in UNCLEAR or any(one.sure >= 2 for one in guesses(text))


def _is_second_row(rows: Sequence[Row], at: int) -> bool:
    """Whether the heading goes on in the row below, as under a merged “Datum” with “Från” and “Till”."""
    if at + 1 >= len(rows):
        return False
    above, below = rows[at], rows[at + 1]
    cells = [one for one in below if _filled(one)]
    fills = any(_filled(one) and not _filled(_at(above, column)) for column, one in enumerate(below))
    return fills and all(isinstance(one, str) and _known(one) for one in cells)


def _named(rows: Sequence[Row], at: int, second: bool) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the headings, each its own, and the columns they stand over; an empty column is none."""
    width = max(len(row) for row in rows[at:])
    used = [one for one in range(width) if any(_filled(_at(row, one)) for row in rows[at:])]
    names, parent = [], ""
    for column in used:
        above, below = _text(rows[at], column), _text(rows[at + 1], column) if second else ""
        parent = above or (parent if below else "")
        said = f"{parent} {below}".strip() if below else above
        names.append(said or f"{COLUMN} {letter(column)}")
    return _each_its_own(names), tuple(used)


def _each_its_own(names: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        again = (f"{name} ({number})" for number in count(2))
        found.append(name if name not in found else next(one for one in again if one not in names))
    return tuple(found)


def letter(column: int) -> str:
    """Return what a spreadsheet calls a column: 0 is A, 26 is AA."""
    first, last = divmod(column, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)


def _at(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else None


def _text(row: Row, column: int) -> str:
    found = _at(row, column)
    return " ".join(str(found).split()) if _filled(found) else ""


def _filled(cell: Cell) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))
