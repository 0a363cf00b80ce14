"""Changed workbooks put to whatever takes a file from outside, and what is a fault of it.

A target takes bytes; it may refuse (an `EvenemangError`) or return something. A judge looks at what was
returned beside the file. A seed that fails is told with what was done; `mutated(book, seed)` makes the
file again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl.utils.datetime import from_excel
from python_calamine import CalamineWorkbook

from evenemang.domain.errors import EvenemangError
from evenemang.workbook.apart import rows_apart
from evenemang.workbook.opening import FIRST_DAY, LAST_DAY
from tests.hostile.mutating import mutated

Target = Callable[[bytes], object]
Judge = Callable[[bytes, object], str | None]
SECONDS = 20.0  # for one file, on a busy machine


def faults(book: bytes, seeds: Iterable[int], target: Target, judge: Judge | None = None) -> list[str]:
    """Return every seed whose file ends in something else than a refusal of ours or a true reading."""
    found = []
    for seed in seeds:
        content, done = mutated(book, seed)
        fault = _fault(content, target, judge)
        if fault:
            found.append(f"seed {seed} ({done}): {fault}")
    return found


def _fault(content: bytes, target: Target, judge: Judge | None) -> str | None:
    began = time.monotonic()
    try:
        result = target(content)
    except EvenemangError as refused:
        return None if refused.say("sv") and refused.say("en") else "refused without a word"
    except BaseException as leaked:
        return f"leaked {type(leaked).__name__}: {str(leaked)[:200]}"
    took = time.monotonic() - began
    if took > SECONDS:
        return f"took {took:.0f} s"
    return judge(content, result) if judge else None


def unlike_the_file(content: bytes, _result: object) -> str | None:
    """Return where our cells are not those that calamine, another reader altogether, finds in the file."""
    ours = dict(rows_apart(content))
    try:
        theirs = {name: rows for name, rows in _other_reader(content).items() if name in ours}
    except Exception:  # it reads less than we do; what it cannot read it cannot judge
        return None
    for name, rows in ours.items():
        for number in range(max(len(rows), len(theirs.get(name, [])))):
            one, other = _row(rows, number), _row(theirs.get(name, []), number)
            if not _alike(one, other):
                return f"{name}, row {number + 1}: {_first(one, other)}"
    return None


def _other_reader(content: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def _row(rows: list[Any], number: int) -> list[object]:
    """Return a row without what the two say in different ways: an empty cell, a whole number, midnight."""
    cells = [_plain(one) for one in rows[number]] if number < len(rows) else []
    while cells and cells[-1] == "":
        cells.pop()
    return cells


def _alike(one: list[object], other: list[object]) -> bool:
    return len(one) == len(other) and all(
        a == b or (a == "#VALUE!" and _no_day(b)) or _as_number(a) == b
        for a, b in zip(one, other, strict=True)
    )


def _as_number(value: object) -> object:
    """Return the day that a number is: where a broken style hides that it is one, we say the number."""
    if not isinstance(value, float) or not 0 < value < LAST_DAY:
        return None
    return _plain(from_excel(value))


def _no_day(value: object) -> bool:
    """Whether a number is no day that a cell can show: Excel shows ####, and we say that it is a fault."""
    return isinstance(value, float) and not FIRST_DAY < value < LAST_DAY


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day).isoformat()  # a cell has no zone
    if isinstance(value, int | float):
        return float(value)
    return value if isinstance(value, str) else "" if value is None else str(value).replace(" ", "T")


def _first(one: list[object], other: list[object]) -> str:
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if a != b] or [(len(one), len(other))]
    return f"we say {pairs[0][0]!r:.60}, the other reader {pairs[0][1]!r:.60}"
