"""How a value stands in a cell, and how it is read back: the part a person sees and its hidden code.

The visible cell is the truth. The code beside it says what the cell cannot: which code a word stands for,
which post a name, which exact moment or number.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Language, Text

Plain = str | int | float | bool | date | datetime | None
Kind = Literal["text", "number", "day", "moment", "coded", "person", "both", "list", "codes", "value"]
TWINNED: tuple[Kind, ...] = ("moment", "coded", "person", "both", "codes", "value")

FIRST_YEAR = 1901  # Excel's calendar begins in 1900, with a day that never was
LARGEST = 10**15  # a cell holds fifteen digits


@dataclass(frozen=True)
class Said:
    """A value with the words that show it, where it is a code."""

    value: object
    word: str | None = None


@dataclass(frozen=True)
class Placed:
    """A risk's score and level, shown as word and number in the level's colour."""

    level: str
    shown: str


def day_cell(value: date) -> Plain:
    """Return a day as a real date, or as text where Excel's calendar does not reach."""
    return value if value.year >= FIRST_YEAR else value.isoformat()


def exactly(value: datetime) -> str:
    """Return a moment as text that is read back equal: an offset with seconds is told in UTC."""
    offset = value.utcoffset()
    return (value if not offset or offset.seconds % 60 == 0 else value.astimezone(UTC)).isoformat()


def moment_cell(value: datetime) -> Plain:
    """Return a moment as local clock time to the second; its code holds the rest."""
    if value.year < FIRST_YEAR or value.year >= 9999:
        return exactly(value)
    return value.astimezone(LOCAL).replace(tzinfo=None, microsecond=0)


def number_cell(value: float) -> Plain:
    """Return a number as a number, or as text where a cell cannot hold it."""
    return value if math.isfinite(value) and abs(value) < LARGEST else repr(value)


def value_cell(said: Said) -> tuple[Plain, str]:
    """Return any value as what is shown and its code."""
    value, word = said.value, said.word
    if isinstance(value, str):
        return _string(value, word)  # nearly all of them
    for kind, cell in VALUES:
        if isinstance(value, kind):
            return cell(value, word)
    msg = f"no cell for {type(value).__name__}"
    raise TypeError(msg)


def _string(value: str, word: str | None) -> tuple[Plain, str]:
    return (value, "text") if word in (None, value) else (word, f"code:{value}")


def _decimal(value: float, _word: str | None) -> tuple[Plain, str]:
    exact = float(f"{value:.15G}") == value  # what every program keeps
    return number_cell(value), "decimal" if exact else f"decimal:{value!r}"


def _several(value: tuple[object, ...] | list[object], word: str | None) -> tuple[Plain, str]:
    if word is not None:
        return word, "codes:" + " ".join(map(str, value))
    return bullets(tuple(map(str, value))), "list" if value else "empty-list"


VALUES: tuple[tuple[type | tuple[type, ...], Callable[[Any, str | None], tuple[Plain, str]]], ...] = (
    (type(None), lambda _value, word: (word or "–", "null")),
    (bool, lambda value, word: (word or str(value), f"bool:{str(value).lower()}")),
    (int, lambda value, _word: (number_cell(value), "integer")),
    (float, _decimal),
    (datetime, lambda value, _word: (moment_cell(value), f"moment:{value.isoformat()}")),
    (date, lambda value, _word: (day_cell(value), "day")),
    ((tuple, list), _several),
    (dict, lambda _value, _word: ("–", "empty-map")),  # what is in a map stands on rows of its own
)


def read_value(shown: Plain, code: str) -> object:
    """Return the value behind a cell and its code.

    Raises:
        ValueError: If the code is unknown, or the cell does not fit it.
    """
    kind, _, rest = code.partition(":")
    try:
        return READ[kind](shown, rest)
    except KeyError:
        msg = f"unknown code {code}"
        raise ValueError(msg) from None


def as_text(shown: Plain) -> str:
    """Return a cell as text; an empty one as no characters."""
    return "" if shown is None else str(shown)


def read_day(shown: Plain) -> date | None:
    """Return the day in a cell."""
    if shown is None or shown == "":
        return None
    if isinstance(shown, datetime):
        return shown.date()
    return shown if isinstance(shown, date) else date.fromisoformat(str(shown).strip())


def read_number(shown: Plain) -> int | float | None:
    """Return the number in a cell; a whole one as an integer."""
    if shown is None or shown == "":
        return None
    if isinstance(shown, str):
        return int(shown)
    if isinstance(shown, int | float):
        return int(shown) if shown == int(shown) else shown
    msg = f"{shown} is not a number"
    raise ValueError(msg)


def bullets(items: tuple[str, ...]) -> str:
    """Return several texts in one cell, one bullet each; lines within a text are indented."""
    return "\n".join("• " + item.replace("\n", "\n  ") for item in items)


def read_bullets(text: str) -> tuple[str, ...]:
    """Return the texts of a cell with bullets."""
    if not text:
        return ()
    return tuple(item.replace("\n  ", "\n") for item in text.removeprefix("• ").split("\n• "))


def both_cell(value: Text | str | None, language: Language) -> tuple[Plain, str]:
    """Return a text of ours in the workbook's language, and the other language as its code."""
    if not isinstance(value, Text):
        return value, ""
    return value.say(language), value.say("sv" if language == "en" else "en")


def read_both(shown: Plain, code: str, language: Language) -> object:
    """Return a text of ours in both languages, or what a person typed."""
    if not code:
        return shown
    sv, en = (code, shown) if language == "en" else (shown, code)
    return {"sv": sv, "en": en}


def _whole_number(shown: Plain) -> int:
    """Return the whole number in a cell; one too large for a cell stands as text."""
    if isinstance(shown, str | int | float):
        return int(shown)
    msg = f"{shown} is not a whole number"
    raise ValueError(msg)


READ: dict[str, Callable[[Plain, str], object]] = {
    "null": lambda _shown, _rest: None,
    "bool": lambda _shown, rest: rest == "true",
    "code": lambda _shown, rest: rest,
    "text": lambda shown, _rest: as_text(shown),
    "integer": lambda shown, _rest: _whole_number(shown),
    "decimal": lambda shown, rest: float(rest or as_text(shown)),
    "moment": lambda _shown, rest: datetime.fromisoformat(rest),
    "day": lambda shown, _rest: read_day(shown),
    "codes": lambda _shown, rest: rest.split(),
    "list": lambda shown, _rest: list(read_bullets(as_text(shown))),
    "empty-list": lambda _shown, _rest: [],
    "empty-map": lambda _shown, _rest: {},
}
