"""A fault in a twin: in which cell, what is wrong, and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field

from evenemang.domain.text import Language, Text


@dataclass(frozen=True)
class Cell:
    """A place in a book; row 0 is the whole sheet, and no sheet is the whole book."""

    sheet: str = ""
    row: int = 0
    column: str = ""
    heading: Text | None = None

    def say(self, language: Language) -> str:
        """Return where it is, as people say it."""
        words = ("bladet", "rad", "kolumn") if language == "sv" else ("sheet", "row", "column")
        heading = f" ({self.heading.say(language)})" if self.heading else ""
        parts = (
            f"{words[0]} {self.sheet}" if self.sheet else "",
            f"{words[1]} {self.row}" if self.row else "",
            f"{words[2]} {self.column}{heading}" if self.column else "",
        )
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class CellFault:
    """One fault in a book."""

    cell: Cell
    what: Text
    do: Text

    def say(self, language: Language) -> str:
        """Return the fault as one line: where, what, and what to do."""
        where = self.cell.say(language)
        return f"{where}{': ' if where else ''}{self.what.say(language)} {self.do.say(language)}"


@dataclass
class Faults:
    """The faults of a book as they are found; of one cell only the first."""

    found: list[CellFault] = field(default_factory=list)
    is_whole: bool = True  # every sheet and column is there, so that what hangs together can be checked
    _told: set[Cell] = field(default_factory=set)

    def tell(self, cell: Cell, what: Text, do: Text) -> None:
        """Note a fault, unless something is said of that cell already."""
        if cell not in self._told or not cell.row:
            self._told.add(cell)
            self.found.append(CellFault(cell, what, do))

    def broken(self, cell: Cell, what: Text, do: Text) -> None:
        """Note that a sheet or a column is missing."""
        self.is_whole = False
        self.tell(cell, what, do)


def meant(near: Text | str | None, otherwise: Text) -> Text:
    """Return a suggestion: the nearest word, or what to do where there is none."""
    if near is None:
        return otherwise
    sv, en = (near.sv, near.en) if isinstance(near, Text) else (near, near)
    return Text(sv=f"Menas {sv}?", en=f"Is {en} meant?")
