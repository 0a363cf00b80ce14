"""The list that every hostile file is taken into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Make = Callable[[bytes], bytes]
READ = "read"
"""What becomes of a file that is only strange: it is read, and says the same as the workbook it came from."""


@dataclass(frozen=True)
class Hostile:
    """One file: what it is, what becomes of it (a part of the sentence, or READ), and how it is made."""

    name: str
    what: str
    becomes: str
    make: Make


CORPUS: dict[str, Hostile] = {}


def hostile(becomes: str) -> Callable[[Make], Make]:
    """Take a function into the corpus; its docstring says what its file is."""

    def taken(make: Make) -> Make:
        assert make.__doc__
        assert make.__name__ not in CORPUS
        CORPUS[make.__name__] = Hostile(make.__name__, make.__doc__.strip(), becomes, make)
        return make

    return taken
