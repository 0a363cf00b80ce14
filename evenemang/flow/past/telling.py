"""What one row of a list tells, and what in it could not be understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from evenemang.domain.event import Held
from evenemang.domain.past import ListNote
from evenemang.domain.text import LONGEST_TEXT, Text, clean
from evenemang.flow.past.fields import NOTES, Field
from evenemang.flow.past.headings import Cell, Listed, Row
from evenemang.flow.past.mapping import ListMapping
from evenemang.flow.past.when import Understood, between, when, whole_year, year_of

MOST_VISITORS = 5_000_000
LONGEST_NAME = 200
ABOUT = re.compile(r"^(?:ca|cirka|c|circa|about|approx|ungefär|drygt|knappt|över|minst|runt)\.?\s+|^[~≈>]\s*")
NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d+")
UNIT = re.compile(r"\s*(?:st|pers|personer|besökare|besök|visitors|visits|people)\.?$")
EMPTY = ("", "-", "–", "—", "?", "okänt", "n/a", "na", "unknown", "uppgift saknas")


@dataclass(frozen=True)
class Remark:
    """Something in a row that a person should know of: where, and what becomes of it."""

    row: int
    heading: str
    says: Text


@dataclass(frozen=True)
class Told:
    """What a row tells; names of places and organisers as they stand there."""

    row: int
    name: str
    held: Held | None = None
    place: str = ""
    organiser: str = ""
    kind: str = ""
    visitors: int | None = None
    expected: int | None = None
    diary_number: str = ""
    officer: str = ""
    notes: tuple[ListNote, ...] = ()
    remarks: tuple[Remark, ...] = field(default=(), compare=False)

    @property
    def lessons(self) -> tuple[str, ...]:
        """What was learned, as it was written."""
        return tuple(one.text for one in self.notes if one.about == "lesson")


def told(listed: Listed, mapping: ListMapping) -> tuple[Told, ...]:
    """Return what each row of a list tells."""
    return tuple(_Reader(number, row, listed, mapping).told() for number, row in listed.rows)


class _Reader:
    """Reads one row; what no field takes is kept as a note, and said."""

    def __init__(self, number: int, row: Row, listed: Listed, mapping: ListMapping) -> None:
        self.number = number
        self.cells: Mapping[str, Cell] = dict(zip(listed.headings, row, strict=True))
        self.mapping = mapping
        self.notes: list[ListNote] = []
        self.remarks: list[Remark] = []

    def told(self) -> Told:
        told = Told(
            row=self.number,
            name=self._name("name"),
            held=self._held(),
            place=self._name("place"),
            organiser=self._name("organiser"),
            kind=self._name("kind"),
            visitors=self._count("visitors"),
            expected=self._count("expected"),
            diary_number=self._name("diary-number"),
            officer=self._name("officer"),
            notes=(*self._notes(), *self.notes),
        )
        return Told(**{**told.__dict__, "remarks": tuple(self.remarks)})

    def _one(self, field: Field) -> tuple[str, Cell]:
        heading = next(iter(self.mapping.of(field)), "")
        return heading, self.cells.get(heading)

    def _name(self, field: Field) -> str:
        heading, cell = self._one(field)
        said = " ".join(as_text(cell).split())
        if said.casefold() in EMPTY:
            return ""
        if len(said) > LONGEST_NAME:
            self._keep(heading, cell, TOO_LONG)
            return f"{said[: LONGEST_NAME - 1]}…"
        return said

    def _count(self, field: Field) -> int | None:
        heading, cell = self._one(field)
        said = as_text(cell).strip()
        if said.casefold() in EMPTY:
            return None
        found = count(cell)
        if found is None:
            self._keep(heading, cell, NO_COUNT)
        elif not said.isdigit() and not isinstance(cell, int | float):
            self._keep(heading, cell, None)  # “ca 1 200” is not the same as 1 200
        return found

    def _held(self) -> Held | None:
        year_heading, year_cell = self._one("year")
        year = year_of(year_cell)
        if year is None and as_text(year_cell).strip().casefold() not in EMPTY:
            self._keep(year_heading, year_cell, NO_YEAR)
        single = self._when("when", year)
        first, last = self._when("from", year), self._when("to", year)
        span = between(first, last) if first and last else None
        if first and last and span is None:
            heading, cell = self._one("to")
            self._keep(heading, cell, BACKWARD)
        return single or span or first or (whole_year(year) if year else None)

    def _when(self, field: Field, year: int | None) -> Held | None:
        heading, cell = self._one(field)
        if as_text(cell).strip().casefold() in EMPTY:
            return None
        found: Understood | None = when(cell, year)
        if found is None:
            self._keep(heading, cell, NO_DAY)
        elif found.vague:
            self._say(heading, ONLY_YEAR, as_text(cell).strip())
        return found.held if found else None

    def _notes(self) -> Iterator[ListNote]:
        for heading, cell in self.cells.items():
            about = NOTES.get(self.mapping.columns[heading] or "note")
            said = str(clean(as_text(cell))).strip()
            if about and said.strip("-–— "):
                if len(said) > LONGEST_TEXT:
                    self._say(heading, Text(sv=CUT.sv, en=CUT.en))
                yield ListNote(about=about, heading=heading[:LONGEST_NAME], text=said[:LONGEST_TEXT])

    def _keep(self, heading: str, cell: Cell, why: Text | None) -> None:
        """Keep a cell as a note, since its field cannot hold all that it says."""
        said = str(clean(as_text(cell))).strip()[:LONGEST_TEXT]
        if said:
            self.notes.append(ListNote(about="other", heading=heading[:LONGEST_NAME], text=said))
        if why:
            self._say(heading, why, said)

    def _say(self, heading: str, text: Text, said: str = "") -> None:
        short = said if len(said) <= 60 else f"{said[:59]}…"
        says = Text(sv=text.sv.replace("{said}", short), en=text.en.replace("{said}", short))
        self.remarks.append(Remark(self.number, heading, says))


def as_text(cell: Cell) -> str:
    """Return a cell as a person would write it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:g}".replace(".", ",")
    if isinstance(cell, date):
        return cell.isoformat()[:16].replace("T00:00", "").replace("T", " ")
    return str(cell)


def count(cell: Cell) -> int | None:
    """Return a whole number of people, as people write it; None where it is none."""
    if isinstance(cell, bool) or isinstance(cell, date):
        return None
    if isinstance(cell, int | float):
        whole = int(cell) if float(cell).is_integer() else -1
        return whole if 0 <= whole <= MOST_VISITORS else None
    said = UNIT.sub("", ABOUT.sub("", as_text(cell).strip().casefold()))
    said = re.sub(r"[.,]0+$", "", said) if re.fullmatch(r"\d+[.,]0{1,2}", said) else said
    if not NUMBER.fullmatch(said):
        return None
    found = int(re.sub(r"\D", "", said))
    return found if found <= MOST_VISITORS else None


TOO_LONG = Text(
    sv="”{said}” är längre än 200 tecken. Början blir kvar, och hela texten sparas som anteckning.",
    en="“{said}” is longer than 200 characters. Its beginning stays, and the whole text is kept as a note.",
)
NO_COUNT = Text(
    sv="”{said}” är inget antal. Texten sparas som anteckning. Ett antal skrivs 1200 eller ca 1 200.",
    en="“{said}” is no number. The text is kept as a note. A number is written 1200 or about 1 200.",
)
NO_YEAR = Text(
    sv="”{said}” är inget år. Texten sparas som anteckning. Ett år skrivs 2023.",
    en="“{said}” is no year. The text is kept as a note. A year is written 2023.",
)
NO_DAY = Text(
    sv="”{said}” går inte att läsa som en tid. Texten sparas som anteckning. En tid skrivs 2023-08-25, "
    "25–26 aug 2023, v. 34 2023, augusti 2023 eller 2023.",
    en="“{said}” cannot be read as a time. The text is kept as a note. A time is written 2023-08-25, "
    "25–26 Aug 2023, week 34 2023, August 2023 or 2023.",
)
ONLY_YEAR = Text(
    sv="Bara året går att läsa i ”{said}”. Ärendet får året och texten, men ingen dag.",
    en="Only the year can be read in “{said}”. The dossier gets the year and the text, but no day.",
)
BACKWARD = Text(
    sv="”{said}” ger inga dagar tillsammans med den första dagen. Texten sparas som anteckning.",
    en="“{said}” gives no days together with the first day. The text is kept as a note.",
)
CUT = Text(
    sv="Texten är längre än 20 000 tecken. Resten kommer inte med; dela den i två kolumner.",
    en="The text is longer than 20 000 characters. The rest is left behind; part it into two columns.",
)
