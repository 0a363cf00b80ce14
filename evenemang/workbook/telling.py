"""What the process that reads a workbook tells the one that asked, as bytes: JSON, and nothing that can act.

The teller has read a file from outside and is not trusted: every value is looked at again when it is heard.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from json import dumps, loads
from math import isfinite
from typing import Any

from evenemang.workbook.opening import Cell, Row, Sheet, Value
from evenemang.workbook.refusals import WHYS
from evenemang.workbook.scanning import MOST_COLUMNS, MOST_ROWS

KINDS = ("s", "f", "e", "u")
DIGITS = 10**41


class Untrue(ValueError):
    """What is told is not of the form that was agreed on."""


def told(sheets: list[Sheet]) -> bytes:
    """Return sheets as they are told."""
    said = [
        [
            one.title,
            [[number, [[at, *_said(cell)] for at, cell in row.items()]] for number, row in one.rows.items()],
        ]
        for one in sheets
    ]
    return dumps({"sheets": said}, ensure_ascii=False, allow_nan=False).encode()


def refused(why: str) -> bytes:
    """Return a refusal as it is told, by its word."""
    return dumps({"refused": why}).encode()


def heard(answer: bytes) -> list[Sheet] | str:
    """Return the sheets that are told, or the word of a refusal.

    Raises:
        Untrue: If anything in it is not of the agreed form.
    """
    try:
        whole = loads(answer)
        if set(whole) == {"refused"}:
            why = whole["refused"]
            WHYS[why]
            return str(why)
        return [_sheet(*one) for one in whole["sheets"]]
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as unfit:
        msg = f"not as agreed: {type(unfit).__name__}"
        raise Untrue(msg) from unfit


def _said(cell: Cell) -> tuple[str, str, Any]:
    for letter, kind, say, _ in FORMS:
        if type(cell.value) is kind:
            return cell.kind, letter, say(cell.value)
    msg = f"no form for {type(cell.value).__name__}"
    raise TypeError(msg)


def _sheet(title: object, rows: list[Any]) -> Sheet:
    found: dict[int, Row] = {}
    last = 0
    for number, cells in rows:
        last = _rising(number, last, MOST_ROWS)
        found[number] = _row(cells)
    return Sheet(_exactly(str, title), found)


def _row(cells: list[Any]) -> Row:
    row: Row = {}
    last = 0
    for at, kind, letter, said in cells:
        last = _rising(at, last, MOST_COLUMNS)
        if kind not in KINDS:
            raise Untrue(kind)
        row[at] = Cell(HEAR[letter](said), kind)
    return row


def _rising(number: object, last: int, most: int) -> int:
    whole: int = _exactly(int, number)
    if not last < whole <= most:
        msg = f"{whole} after {last}"
        raise Untrue(msg)
    return whole


def _exactly(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        msg = f"{type(value).__name__} is not {kind.__name__}"
        raise Untrue(msg)
    return value


def _number(value: Any) -> float:
    if not isfinite(_exactly(float, value)):
        raise Untrue(value)
    return float(value)


def _integer(value: Any) -> int:
    if not -DIGITS < _exactly(int, value) < DIGITS:
        raise Untrue(value)
    return int(value)


def _text(value: Any) -> str:
    _exactly(str, value).encode()  # half of a character is no text
    return str(value)


FORMS: tuple[tuple[str, type, Callable[[Any], Any], Callable[[Any], Value]], ...] = (
    ("s", str, str, _text),
    ("i", int, int, _integer),
    ("n", float, float, _number),
    ("b", bool, bool, lambda said: bool(_exactly(bool, said))),
    ("m", datetime, datetime.isoformat, datetime.fromisoformat),
    ("d", date, date.isoformat, date.fromisoformat),
    ("t", time, time.isoformat, time.fromisoformat),
    ("l", timedelta, timedelta.total_seconds, lambda said: timedelta(seconds=_number(said))),
    ("0", type(None), lambda _none: None, lambda _said: None),
)
HEAR = {letter: hear for letter, _, _, hear in FORMS}
