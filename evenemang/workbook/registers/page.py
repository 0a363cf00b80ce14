"""What every register's workbook has: a page to write from, common columns, its history, its form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from evenemang.domain.dossier import SCHEMA
from evenemang.domain.text import Language, Text
from evenemang.flow.journal import JournalEntry
from evenemang.flow.registers import Entry, Register
from evenemang.workbook.layout import ORDER, Column, Sheet, Table, coded, column, shown
from evenemang.workbook.sheets.forms import Line, among_lines, form
from evenemang.workbook.sheets.history import HISTORY, Told, told_rows
from evenemang.workbook.speaking import Speaking
from evenemang.workbook.words import SECRECIES, TRUTH

LANGUAGE = Text(sv="Svenska", en="English")


@dataclass(frozen=True)
class RegisterPage(Speaking):
    """What the sheets of a register are written from."""

    register: Register
    language: Language
    secret: bool = False

    def name_of(self, by: str) -> str:
        """Return how a person or a post is shown."""
        return self.register.name_of(by)

    def place_name(self, place: str) -> str:
        """Return what a place is called."""
        found = self.register.places.get(place)
        return found.name if found else place

    def zone_name(self, place: str, zone: str) -> str:
        """Return what a zone of a place is called."""
        known = self.register.places.get(place)
        found = known.zone(zone) if known else None
        return found.name if found else zone

    def ask(self, question: str | None) -> str | None:
        """Return how a question is put; its id where it is not installed."""
        found = self.register.content.question(question) if question else None
        return self.say(found.ask) if found else question


@dataclass(frozen=True)
class Inner:
    """A row inside a record, or inside such a row: whose it is, its number there, and itself."""

    of: str
    inside: int
    number: int
    one: Any


def inner(page: RegisterPage, rows: Callable[[Any], Iterable[Any]]) -> Iterable[Inner]:
    """Return the rows inside each record of the register."""
    for entry in page.register.entries:
        for number, one in enumerate(rows(entry.record)):
            yield Inner(entry.record.id, 0, number, one)


def innermost(outer: Iterable[Inner], rows: Callable[[Any], Iterable[Any]]) -> Iterable[Inner]:
    """Return the rows inside rows inside records."""
    for each in outer:
        for number, one in enumerate(rows(each.one)):
            yield Inner(each.of, each.number, number, one)


def entries(page: RegisterPage) -> tuple[Entry, ...]:
    """Return the records of a register."""
    return page.register.entries


def kept() -> tuple[Column, ...]:
    """Return the columns that every record has: its id and version, its place in the order, its mark."""
    return (
        column("record.id", "Id", "Id", 16),
        column("version", "Version", "Version", 9, "number"),
        Column(ORDER, Text(sv="Ordning", en="Order"), kind="number", hidden=True),
        truth("example", "Exempel", "Example", hidden=True),
    )


def within(*, deep: bool = False) -> tuple[Column, ...]:
    """Return the hidden columns of a row inside a record: whose it is, and its number there."""
    counted = [Column("number", Text(sv="Nummer", en="Number"), kind="number", hidden=True)]
    if deep:
        counted.append(Column("inside", Text(sv="I rad", en="In row"), kind="number", hidden=True))
    return (coded("of"), *counted)


def truth(path: str, sv: str, en: str, width: float = 12, *, hidden: bool = False) -> Column:
    """Return a column of yes and no."""
    plain = column(path, sv, en, width, "coded", TRUTH)
    return replace(plain, pick=lambda _page, record: str(_at(record, path)).lower(), hidden=hidden)


def _at(record: Any, path: str) -> Any:
    for step in path.split("."):
        record = getattr(record, step)
    return record


def place_of() -> Column:
    """Return the column that says which place a row belongs to."""
    return shown("place", "Plats", "Place", 24, lambda page, row: page.place_name(row.of))


def about_file() -> Table:
    """Return the form that says which workbook this is."""
    return form("file", Text(sv="Om arbetsboken", en="About the workbook"), _file)


def _file(page: RegisterPage) -> Iterable[Line]:
    part = "secret" if page.secret else "open"
    yield Line("@schema", "Formatets nummer", "Schema number", SCHEMA)
    yield Line("@register", "Register", "Register", page.register.kind)
    yield Line("@language", "Arbetsbokens språk", "Language", page.language, page.say(LANGUAGE))
    yield Line("@part", "Del", "Part", part, page.say(SECRECIES[part]))
    yield Line(
        "@example_as_of", "Exempelåret står vid", "The example year is at", page.register.example_as_of
    )
    if page.secret:
        yield from _among(page)


def _among(page: RegisterPage) -> Iterable[Line]:
    for entry in page.register.entries:
        yield from among_lines(entry.among, f"{entry.record.id}.")


def history() -> Sheet:
    """Return the sheet with the journals of all records of a register."""
    (journal,) = HISTORY.tables
    columns = tuple(_about(one) if one.code == "~about" else one for one in journal.columns)
    return replace(HISTORY, tables=(replace(journal, columns=columns, rows=_journals),))


def _about(one: Column) -> Column:
    return replace(one, pick=lambda _page, row: row.one.record)


def _journals(page: RegisterPage) -> Iterable[Told]:
    rows: list[JournalEntry] = [row for one in page.register.entries for row in one.journal]
    return told_rows(rows, page, page.register.content)
