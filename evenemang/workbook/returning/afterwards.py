"""How the cells of an evaluation are read: yes or no, and kronor."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.workbook.cells import Plain
from evenemang.workbook.returning import numbers
from evenemang.workbook.returning.choosing import chosen
from evenemang.workbook.returning.reading import SIMPLE_TRUTH, Asking, is_empty
from evenemang.workbook.returning.telling import NotUnderstood

MOST_SEK = 10_000_000_000
KRONOR = Text(sv="Skriv hela kronor, som 45 000.", en="Write whole kronor, such as 45 000.")


def truth(shown: Plain, _asking: Asking) -> bool | None:
    """Return whether it is so; None where the cell is empty."""
    return None if is_empty(shown) else chosen(shown, SIMPLE_TRUTH) == "yes"


def kronor(shown: Plain, _asking: Asking) -> int | None:
    """Return whole kronor; None where the cell is empty: not known."""
    if is_empty(shown):
        return None
    found = numbers.number(shown, ("kr", "kronor", "sek", ":-"), KRONOR)
    if not isinstance(found, int) or not 0 <= found <= MOST_SEK:
        raise NotUnderstood(KRONOR)
    return found
