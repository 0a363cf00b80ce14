"""What is said of a cell that is not understood: the cell, what stands there, and what would be."""

from __future__ import annotations

from collections.abc import Iterable

from evenemang.domain.text import Text


class NotUnderstood(Exception):
    """A cell that cannot be read; `expected` says what could."""

    def __init__(self, expected: Text) -> None:
        """Keep what would be understood."""
        super().__init__(expected.en)
        self.expected = expected


LONGEST = 200  # characters of a number, a day or a moment; no person writes more, and reading it takes time


def one_of(words: Iterable[Text]) -> Text:
    """Return what may be written, as a sentence: Skriv Ja, Delvis eller Nej."""
    listed = list(words)
    sv, en = ([one.sv for one in listed], [one.en for one in listed])
    return Text(sv=f"Skriv {_listed(sv, 'eller')}.", en=f"Write {_listed(en, 'or')}.")


def _listed(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
