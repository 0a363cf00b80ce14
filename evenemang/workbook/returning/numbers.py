"""A number as people write it in a cell: decimal comma, spaces in thousands, the unit after it."""

from __future__ import annotations

import re
from collections.abc import Collection

from evenemang.domain.text import Text
from evenemang.workbook.cells import Plain
from evenemang.workbook.returning.telling import LONGEST, NotUnderstood

SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]")
WRITTEN = re.compile(r"([+\-−]?)(\d+|\d{1,3}(?: \d{3})+)(?:([.,])(\d+))?(?: ?([^\d\s].*))?")
PEOPLE = frozenset(
    {"st", "st.", "styck", "pers", "pers.", "personer", "people", "persons", "besök", "visits"}
)
COUNTED = frozenset({"besökare", "visitors", "dagar", "dygn", "days"})

NUMBER = Text(sv="Skriv ett tal, som 250 eller 2,5.", en="Write a number, such as 250 or 2.5.")
WHOLE = Text(sv="Skriv ett helt tal, som 250.", en="Write a whole number, such as 250.")
EITHER = Text(
    sv="Det kan vara både tusental och decimaler. Skriv 1 500 eller 1,5.",
    en="It may be both thousands and decimals. Write 1 500 or 1.5.",
)


def number(shown: Plain, units: Collection[str] = (), expected: Text = NUMBER) -> int | float:
    """Return the number in a cell, which may be followed by one of `units`, or by what is counted.

    Raises:
        NotUnderstood: If it is no number, may be read in two ways, or has another unit.
    """
    if isinstance(shown, bool) or not isinstance(shown, int | float | str):
        raise NotUnderstood(expected)
    if isinstance(shown, str):
        return _plain(_written(shown, units, expected))
    return _plain(float(shown))


def whole_number(shown: Plain, low: int, high: int, expected: Text = WHOLE) -> int:
    """Return the whole number in a cell, from `low` to `high`.

    Raises:
        NotUnderstood: If it is not one.
    """
    found = number(shown, expected=expected)
    if not isinstance(found, int) or not low <= found <= high:
        raise NotUnderstood(expected)
    return found


def _plain(found: float) -> int | float:
    return int(found) if found.is_integer() else found


def _written(text: str, units: Collection[str], expected: Text) -> float:
    found = WRITTEN.fullmatch(SPACES.sub(" ", text[:LONGEST]).strip())
    if found is None or len(text) > LONGEST:
        raise NotUnderstood(expected)
    sign, digits, point, decimals, after = found.groups()
    if after is not None and after.strip().casefold() not in {*_known(units), *PEOPLE, *COUNTED}:
        raise NotUnderstood(expected)
    if point and len(decimals) == 3 and len(digits) <= 3 and digits != "0":
        raise NotUnderstood(EITHER)
    plain = float(f"{digits.replace(' ', '')}.{decimals or 0}")
    return -plain if sign in ("-", "−") else plain


def _known(units: Collection[str]) -> set[str]:
    return {one.casefold() for one in units}
