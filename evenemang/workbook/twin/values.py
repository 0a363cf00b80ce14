"""What a raw cell says, for the kind of column it stands in; what cannot be is told, with what is near."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any

from evenemang.domain.text import Text
from evenemang.workbook.twin.faults import Cell, Faults, meant
from evenemang.workbook.twin.form import Column
from evenemang.workbook.twin.line import Line, Raw
from evenemang.workbook.twin.words import ANSWERS, code_of, nearest

WORDS_ONLY = re.compile(r"[^\W\d_][\w ,;\n-]*")
BETWEEN = re.compile(r"[,;\n]| och | and | eller | or ", re.IGNORECASE)
MINUS = str.maketrans({"−": "-", "–": "-", "\u00a0": None, "\u202f": None, " ": None})
TRUTHS = ("true", "false")

Say = Callable[[Text, Text], None]


def value_in(line: Line, column: Column, faults: Faults) -> Any:
    """Return what a row says in a column; None where it says nothing.

    What is wrong is told, and something that fits is returned in its place, so that the rest can be checked.
    """
    if column.code not in line.places:
        return _stand_in(column)  # a column that is missing is told once, not on every row
    raw = line.values.get(column.code)
    cell = line.cell(column.code)
    if raw is None:
        return _nothing(column, cell, faults) if column.required else None

    def say(what: Text, do: Text) -> None:
        faults.tell(cell, what, do)

    if raw[1] in ("f", "e"):
        _no_value(raw, say)
        return _stand_in(column)
    return TAKE[column.kind](raw[0], column, say)


def _nothing(column: Column, cell: Cell, faults: Faults) -> Any:
    what = Text(sv=f"{column.title.sv} saknas.", en=f"{column.title.en} is missing.")
    faults.tell(cell, what, column.help)
    return _stand_in(column)


def _no_value(raw: Raw, say: Say) -> None:
    formula = raw[1] == "f"
    what = (
        Text(sv="Cellen har en formel.", en="The cell holds a formula.")
        if formula
        else Text(sv=f"Cellen har ett fel: {raw[0]}.", en=f"The cell holds an error: {raw[0]}.")
    )
    say(what, Text(sv="Skriv in det som ska stå där.", en="Write what is to stand there."))


def _stand_in(column: Column) -> Any:
    """Return something that fits where nothing usable stands; it is never written anywhere."""
    if not column.required or column.kind == "name" or column.words is not None:
        return None
    low = column.low or 0
    return {"text": "–", "whole": low, "day": date(2000, 1, 1), "condition": "true", "when": ["no"]}.get(
        column.kind
    )


def _text(value: Any, column: Column, say: Say) -> Any:
    if isinstance(value, bool | date | time | timedelta):
        shown = str(value)
        say(
            Text(sv=f"Här ska stå text, inte {shown}.", en=f"Text is meant here, not {shown}."),
            Text(
                sv="Ge cellen formatet Text och skriv på nytt.",
                en="Format the cell as Text and write it anew.",
            ),
        )
        return _stand_in(column)
    return _plain(value)


def _name(value: Any, column: Column, say: Say) -> Any:
    said = _text(value, column, say)
    return said.strip() if isinstance(said, str) else said


def _word(value: Any, column: Column, say: Say) -> Any:
    words = column.words or {}
    written = _plain(value)
    code = code_of(words, written)
    if code is not None:
        return code
    near = nearest(words, written)
    listed = [", ".join(word.say(one) for word in words.values()) for one in ("sv", "en")]
    say(
        Text(sv=f"”{written}” går inte att välja här.", en=f"“{written}” cannot be chosen here."),
        meant(words[near] if near else None, Text(sv=f"Välj {listed[0]}.", en=f"Choose {listed[1]}.")),
    )
    return near


def _number(value: Any, column: Column, say: Say) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    try:
        return float(_plain(value).translate(MINUS).replace(",", ".")) if isinstance(value, str) else _bad()
    except ValueError:
        shown = _plain(value)
        say(
            Text(sv=f"Här ska stå ett tal, inte {shown}.", en=f"A number is meant here, not {shown}."),
            Text(sv="Skriv bara siffror.", en="Write digits only."),
        )
        return _stand_in(column)


def _bad() -> float:
    raise ValueError


def _whole(value: Any, column: Column, say: Say) -> Any:
    number = _number(value, column, say)
    if not isinstance(number, int | float):
        return number
    if not isfinite(number) or number != int(number):
        shown = _plain(value)
        say(
            Text(
                sv=f"Här ska stå ett heltal, inte {shown}.", en=f"A whole number is meant here, not {shown}."
            ),
            Text(sv="Skriv det utan decimaler.", en="Write it without decimals."),
        )
        return _stand_in(column)
    low, high = column.low, column.high
    if low is not None and high is not None and not low <= number <= high:
        say(
            Text(sv=f"{int(number)} går inte att välja här.", en=f"{int(number)} cannot be chosen here."),
            Text(sv=f"Skriv {low} till {high}.", en=f"Write {low} to {high}."),
        )
        return low
    return int(number)


def _day(value: Any, column: Column, say: Say) -> Any:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(_plain(value).strip())
    except ValueError:
        shown = _plain(value)
        say(
            Text(sv=f"”{shown}” är ingen dag.", en=f"“{shown}” is not a day."),
            Text(
                sv="Skriv år-månad-dag, till exempel 2026-11-22.",
                en="Write year-month-day, such as 2026-11-22.",
            ),
        )
        return _stand_in(column)


def _condition(value: Any, _column: Column, _say: Say) -> Any:
    return _plain(value)


def _when(value: Any, _column: Column, say: Say) -> Any:
    """Return a list of answers, or a condition; a row of words that are no answers is a slip."""
    text = _plain(value)
    words = [one.strip() for one in BETWEEN.split(text) if one.strip()]
    codes = [code_of(ANSWERS, one) for one in words]
    if None not in codes:
        return codes
    if not WORDS_ONLY.fullmatch(text) or text.strip() in TRUTHS:
        return text
    wrong = words[codes.index(None)]
    near = nearest(ANSWERS, wrong)
    say(
        Text(
            sv=f"”{wrong}” är varken ett svar eller ett villkor.",
            en=f"“{wrong}” is neither an answer nor a condition.",
        ),
        meant(
            ANSWERS[near] if near else None,
            Text(
                sv="Skriv nej, delvis eller ja, eller ett villkor som answer > 10.",
                en="Write no, partly or yes, or a condition such as answer > 10.",
            ),
        ),
    )
    return [near or "no"]


def _plain(value: Any) -> str:
    """Return a value as it was typed: a whole number without decimals, a truth in small letters."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


TAKE: dict[str, Callable[[Any, Column, Say], Any]] = {
    "text": _text,
    "name": _name,
    "word": _word,
    "number": _number,
    "whole": _whole,
    "day": _day,
    "condition": _condition,
    "when": _when,
}
