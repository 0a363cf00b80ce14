"""Looking through the XML of a workbook, element by element, before anything is built of it.

Runs in the process that reads (`inside`). expat keeps nothing: what is too much is met in small memory.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import IO, Any
from xml.parsers import expat

from evenemang.workbook.refusals import refusal

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
MOST_DEEP = 40
MOST_ELEMENTS = 60_000  # of a part that is neither a sheet nor the texts: Excel allows 64 000 looks of cells
MOST_ATTRIBUTES = 60
LONGEST = 300_000  # characters of an attribute or a text: 32 767, each with an escape
PIECE = 2**16

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # a sheet has no more
MOST_CELLS = 500_000  # of a sheet, empty ones too
MOST_ROWS_WRITTEN = 200_000  # of a sheet
MOST_OTHER = 100_000  # elements of a sheet that are neither rows nor in them
REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
WHOLE = re.compile(r"[1-9][0-9]{0,6}")
KINDS = {"n", "s", "str", "b", "e", "d", "inlineStr"}
MOST_TEXTS = 400_000  # elements among the shared texts


class Scan:
    """One part looked through; raises FileUnfit at the first thing that is too much or makes no sense."""

    most = MOST_ELEMENTS
    root = ""

    def __init__(self, part: str) -> None:
        """Begin with nothing seen."""
        self.part = part
        self.path: list[str] = []
        self.elements = 0
        self.length = 0

    def look_through(self, stream: IO[bytes]) -> None:
        """Read a part to its end."""
        parser: Any = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._declared
        parser.StartElementHandler = self._begun
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._said
        try:
            while piece := stream.read(PIECE):
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except expat.ExpatError as torn:
            raise refusal("sense", f"{self.part}: {torn}") from torn

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        """Look at an element that begins; its own name is last in `path`."""

    def _declared(self, *_doctype: object) -> None:
        raise refusal("odd", f"{self.part}: a document type")

    def _begun(self, name: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        self.length = 0
        self.path.append(name)
        if len(self.path) > MOST_DEEP or self.elements > self.most or len(attributes) > MOST_ATTRIBUTES:
            raise refusal("large", f"{self.part}: too many elements or attributes")
        for one in attributes.values():
            if len(one) > LONGEST:
                raise refusal("large", f"{self.part}: a long attribute")
        if len(self.path) == 1 and self.root and name != f"{MAIN} {self.root}":
            raise refusal("strict" if name.startswith(STRICT_MAIN) else "sense", f"{self.part}: is {name}")
        self.begins(name, attributes)

    def _ended(self, _name: str) -> None:
        self.path.pop()
        self.length = 0

    def _said(self, text: str) -> None:
        self.length += len(text)
        if self.length > LONGEST:
            raise refusal("large", f"{self.part}: a long text")

    def senseless(self, what: str) -> None:
        """Refuse the part."""
        raise refusal("sense", f"{self.part}: {what}")


class BookScan(Scan):
    """The part that lists the sheets."""

    root = "workbook"


class StylesScan(Scan):
    """The looks of cells, which cells point at by number."""

    root = "styleSheet"

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        """A look out of its place would shift all after it: numbers would be taken for days."""
        is_look, looks = name == f"{MAIN} xf", f"{MAIN} cellXfs"
        if (looks in self.path[:-1] and is_look != (self.path[-2] == looks)) or (
            name == looks and len(self.path) != 2
        ):
            self.senseless("looks within looks")


class TextsScan(Scan):
    """The texts that cells share: items of texts, or of runs of texts."""

    root = "sst"
    most = MOST_TEXTS

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        """An item that is none would shift all after it, and an element within a text cut it short."""
        depth = len(self.path)
        is_item = name in (f"{MAIN} si", f"{MAIN} extLst")
        if (depth == 2 and not is_item) or self.path[-2:-1] == [f"{MAIN} t"]:
            self.senseless("texts within texts")


DEPTH = {"sheetData": 2, "row": 3, "c": 4}  # where these stand in a sheet, all within the first
CELL_PARTS = {f"{MAIN} {one}": one for one in ("v", "f", "is")}


class SheetScan(Scan):
    """A sheet: rows and cells in order, each in its own place, once; not more than can be read."""

    root = "worksheet"
    most = MOST_CELLS * 4

    def __init__(self, part: str) -> None:
        """Begin above the first row."""
        super().__init__(part)
        self.row = self.column = self.rows = self.cells = self.tables = self.others = 0
        self.parts: set[str] = set()

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        """Look at a row, a cell, or what stands in a cell; the rest is only counted."""
        depth = len(self.path)
        kind = name.removeprefix(f"{MAIN} ") if name.startswith(MAIN) else ""
        if kind in DEPTH and (depth != DEPTH[kind] or self.path[1] != f"{MAIN} sheetData"):
            self.senseless(f"{kind} out of its place")
        if kind == "sheetData":
            self.tables += 1
            if self.tables > 1:
                self.senseless("cells twice")
        elif depth < 3 or self.path[1] != f"{MAIN} sheetData":
            self._other()
        elif depth == 3:
            self._row(kind, attributes)
        elif depth == 4:
            self._cell(kind, attributes)
        else:
            self._inside(name, depth)

    def _other(self) -> None:
        self.others += 1
        if self.others > MOST_OTHER:
            raise refusal("large", f"{self.part}: too much beside the cells")

    def _row(self, kind: str, attributes: Mapping[str, str]) -> None:
        said = attributes.get("r")
        if kind != "row" or (said is not None and not WHOLE.fullmatch(said)):
            self.senseless(f"row {said}")
        number = int(said) if said else self.row + 1
        if not self.row < number <= MOST_ROWS:
            self.senseless(f"row {number} after {self.row}")
        self.row, self.column = number, 0
        self.rows += 1
        if self.rows > MOST_ROWS_WRITTEN:
            raise refusal("large", f"{self.part}: too many rows")

    def _cell(self, kind: str, attributes: Mapping[str, str]) -> None:
        if kind != "c" or attributes.get("t", "n") not in KINDS or not attributes.get("s", "0").isdecimal():
            self.senseless(f"a cell in row {self.row}")
        column = column_of(attributes.get("r"), self.row, self.column + 1)
        if column is None or not self.column < column <= MOST_COLUMNS:
            self.senseless(f"cell {attributes.get('r')} in row {self.row}")
        self.column = column or 0
        self.parts = set()
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise refusal("large", f"{self.part}: too many cells")

    def _inside(self, name: str, depth: int) -> None:
        part = CELL_PARTS.get(name, "")
        if depth == 5:
            if part in self.parts:
                self.senseless(f"two values in row {self.row}")
            self.parts.add(part)
        elif self.path[-2] in (f"{MAIN} v", f"{MAIN} f", f"{MAIN} t"):
            self.senseless(f"elements within a value in row {self.row}")


def column_of(place: str | None, row: int, otherwise: int) -> int | None:
    """Return the number of a cell's column, from 1; None if its place is in another row or none."""
    if place is None:
        return otherwise
    found = REFERENCE.fullmatch(place)
    if not found or int(found[2]) != row:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
