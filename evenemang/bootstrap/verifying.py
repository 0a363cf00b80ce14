"""Verifying the workbooks: each file in the folders against its dossier, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from evenemang.domain.errors import FileUnfit
from evenemang.domain.text import Text
from evenemang.flow.books import Book, Key, Why
from evenemang.flow.recording import whole
from evenemang.flow.retention.planning import UNFINISHED
from evenemang.flow.retention.words import UNFINISHED as NOT_THROUGH

if TYPE_CHECKING:
    from evenemang.bootstrap import Opened
    from evenemang.workbook.differing import Difference

Compared = Callable[[str, bytes], Iterable["Difference"]]
"""Finds what a file of ours says otherwise, by its path in the data folder and its bytes."""

OPEN, SECRET = "workbooks", "workbooks-secret"
MOST = 20  # differences told of one file; the rest are counted

STALE = Text(
    sv="Arbetsboken för {dossier} är inte färsk. Starta appen, så skrivs den.",
    en="The workbook of {dossier} is not fresh. Start the app and it is written.",
)
WAITS: dict[Why, Text] = {
    "open": Text(
        sv="Arbetsboken för {dossier} är inte färsk: filen är öppen i ett annat program. Stäng den där.",
        en="The workbook of {dossier} is not fresh: the file is open in another program. Close it there.",
    ),
    "denied": Text(
        sv="Arbetsboken för {dossier} är inte färsk: programmet får inte skriva i mappen. Ge det den rätten.",
        en="The workbook of {dossier} is not fresh: the program may not write in the folder. Let it.",
    ),
    "full": Text(
        sv="Arbetsboken för {dossier} är inte färsk: disken är full. Frigör utrymme.",
        en="The workbook of {dossier} is not fresh: the disk is full. Make room on it.",
    ),
    "other": Text(
        sv="Arbetsboken för {dossier} är inte färsk: den gick inte att skriva. Skälet står i loggen.",
        en="The workbook of {dossier} is not fresh: it could not be written. See the program's log.",
    ),
}
MISSING = Text(
    sv="Arbetsboken {file} saknas i mappen. Starta appen, så skrivs den.",
    en="The workbook {file} is missing from the folder. Start the app and it is written.",
)
MOVED = Text(
    sv="Arbetsboken {file} är flyttad till {place}. Starta appen, så får den stå där.",
    en="The workbook {file} has been moved to {place}. Start the app and it may stay there.",
)
CHANGED = Text(
    sv="{file} är ändrad för hand. Starta appen, så läggs filen undan som en retur och en ny skrivs.",
    en="{file} has been changed by hand. Start the app: it is set aside as a return, and a new one written.",
)
CELL = Text(
    sv="{file}, {sheet}, {row}, {heading}: {owner} säger ”{stored}”, filen ”{said}”.",
    en="{file}, {sheet}, {row}, {heading}: {owner} says “{stored}”, the file “{said}”.",
)
EXTRA_ROW = Text(
    sv="{file}, {sheet}, {row}: raden finns inte i {owner}: {said}",
    en="{file}, {sheet}, {row}: the row is not in {owner}: {said}",
)
LOST_ROW = Text(
    sv="{file}, {sheet}, {row}: raden saknas i filen: {stored}",
    en="{file}, {sheet}, {row}: the row is missing from the file: {stored}",
)
DOSSIER = Text(sv="ärendet", en="the dossier")
MORE = Text(sv="{file}: och {count} skillnader till.", en="{file}: and {count} more differences.")
UNREADABLE = Text(
    sv="{file} är ändrad för hand och går inte att läsa: {why}",
    en="{file} has been changed by hand and cannot be read: {why}",
)
NO_DOSSIER = Text(
    sv="{file} hör inte till något ärende här. Flytta den ur mappen.",
    en="{file} belongs to no dossier here. Move it out of the folder.",
)
COPY = Text(
    sv="{file} är en kopia: ärendet {dossier} har sin arbetsbok på annan plats. Flytta kopian ur mappen.",
    en="{file} is a copy: dossier {dossier} has its workbook elsewhere. Move the copy out of the folder.",
)
NOT_SECRET = Text(
    sv="{file} ligger bland de hemliga, men inget i ärendet {dossier} är hemligt. Flytta den ur mappen.",
    en="{file} lies among the secret ones, but nothing in dossier {dossier} is secret. Move it away.",
)


@dataclass(frozen=True)
class Fault:
    """One thing that is not whole: a sentence, its kind, and its facts as data."""

    text: Text
    kind: str = "data"
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def data(self) -> dict[str, str]:
        """The kind and the facts."""
        return {"kind": self.kind, **dict(self.facts)}


def faults(opened: Opened, removed: Counter[Key] | None = None) -> Iterator[Fault]:
    """Return everything that is not whole: database, journal, workbooks, registers, attachments, versions.

    Rows of journals that lost their values by rule are whole; they are counted in `removed`, by record.
    """
    from evenemang.bootstrap.registers import register_faults
    from evenemang.bootstrap.verifying_attachments import attachment_faults

    yield from (Fault(one) for one in opened.store.verify(removed))
    if opened.store.setting(UNFINISHED) is not None:
        yield Fault(NOT_THROUGH, "retention")
    yield from workbook_faults(opened)
    yield from register_faults(opened)
    yield from attachment_faults(opened)
    yield from (Fault(one) for one in opened.versions.faults(opened.workspace.content))


def workbook_faults(opened: Opened) -> Iterator[Fault]:
    """Return everything in the folders that is not as the dossiers say."""
    from evenemang.workbook.finding import names_in

    books = {one.record: one for one in opened.store.books() if one.kind == "dossier"}
    known = {file.path for one in opened.store.books() for file in one.files}
    placed: set[str] = set()
    for dossier in opened.store.ids("dossier"):
        book = books.get(dossier, Book("dossier", dossier))
        yield from _of_book(opened, book, known, placed)
    for folder in (OPEN, SECRET):
        for name in names_in(opened.data / folder):
            path = f"{folder}/{name}"
            if path not in known | placed:
                yield _stray(opened, path, books)


def _of_book(opened: Opened, book: Book, known: set[str], placed: set[str]) -> Iterator[Fault]:
    if book.version != opened.store.load("dossier", book.record).version or book.stale:
        text = WAITS[book.held.why] if book.held else STALE
        yield fault("stale", text, dossier=book.record)
        if book.file is None:
            return
    for path in sorted({one.path for one in book.files}):
        file = opened.data / path
        if file.is_file():
            compared = partial(_compared, opened, book.record)
            yield from of_file(book, path, file.read_bytes(), compared, {"dossier": book.record})
        elif any(one.digest for one in book.files if one.path == path) or path.startswith(f"{OPEN}/"):
            yield _gone(opened, book, path, known, placed)


def _gone(opened: Opened, book: Book, path: str, known: set[str], placed: set[str]) -> Fault:
    from evenemang.workbook import reading
    from evenemang.workbook.finding import moved

    name = path.partition("/")[2]
    found = None
    if path == f"{OPEN}/{book.file}":
        others = {one.partition("/")[2] for one in known if one.startswith(f"{OPEN}/")}
        found = moved(opened.data / OPEN, book, lambda: others, reading)
    if found is None:
        return fault("missing", MISSING, dossier=book.record, file=name)
    placed.add(f"{OPEN}/{found}")
    return fault("moved", MOVED, dossier=book.record, file=name, place=found)


def of_file(
    book: Book, path: str, content: bytes, compared: Compared, facts: dict[str, str], *, owner: Text = DOSSIER
) -> Iterator[Fault]:
    """Return what a file says otherwise; one that is as it was written is known by its checksum.

    `facts` say whose it is, `owner` is what that is called, and `compared` finds what differs.
    """
    from evenemang.workbook.returns import as_written

    if as_written(content, book.files):
        return
    facts = {**facts, "file": path}
    try:
        told = tuple(compared(path, content))
    except FileUnfit as unfit:
        why = unfit.facts["why"]
        yield fault("unreadable", UNREADABLE, **facts, why=why if isinstance(why, Text) else str(why))
        return
    old = all(not one.digest for one in book.files if one.path == path)
    if told or not old:
        yield fault("changed", CHANGED, **facts)
    yield from (_difference(one, facts, owner) for one in told[:MOST])
    if len(told) > MOST:
        yield fault("more", MORE, **facts, count=str(len(told) - MOST))


def _compared(opened: Opened, dossier: str, path: str, content: bytes) -> Iterator[Difference]:
    """Compare a file with the workbook that its dossier would be written as now."""
    from evenemang.workbook import has_secret, write
    from evenemang.workbook.differing import differences
    from evenemang.workbook.reading import read

    language = read(content).language
    found = whole(opened.workspace, dossier)
    secret = path.startswith(f"{SECRET}/")
    if not secret or has_secret(found):
        yield from differences(content, write(found, language, secret=secret), language)


def _difference(one: Difference, facts: dict[str, str], owner: Text) -> Fault:
    place: dict[str, str | Text] = {**facts, "owner": owner, "sheet": one.sheet, "row": one.row}
    if one.stored is None:
        return fault("extra-row", EXTRA_ROW, **place, said=one.said or "")
    if one.said is None:
        return fault("missing-row", LOST_ROW, **place, stored=one.stored)
    return fault("cell", CELL, **place, heading=one.heading, stored=one.stored, said=one.said)


def _stray(opened: Opened, path: str, books: dict[str, Book]) -> Fault:
    from evenemang.workbook.reading import identity

    dossier = identity((opened.data / path).read_bytes())
    if dossier is None or dossier not in books:
        return fault("no-dossier", NO_DOSSIER, file=path)
    in_secret = path.startswith(f"{SECRET}/")
    has_one = any(one.path.startswith(f"{SECRET}/") for one in books[dossier].files)
    text, kind = (NOT_SECRET, "not-secret") if in_secret and not has_one else (COPY, "copy")
    return fault(kind, text, file=path, dossier=dossier)


def fault(kind: str, text: Text, **facts: str | Text) -> Fault:
    """Return a fault with its sentence filled in; the facts that are texts are only for the sentence."""

    def filled(say: Callable[[Text], str]) -> str:
        said = {name: say(one) if isinstance(one, Text) else one for name, one in facts.items()}
        return say(text).format(**said)

    told = Text(sv=filled(lambda one: one.sv), en=filled(lambda one: one.en))
    return Fault(told, kind, tuple((name, one) for name, one in facts.items() if isinstance(one, str)))
