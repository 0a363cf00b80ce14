"""A whole dossier as the bytes of one workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from evenemang.domain.text import Language, Text
from evenemang.flow.parting import open_part, secret_part
from evenemang.flow.recording import Whole
from evenemang.workbook.book import added, new_book
from evenemang.workbook.choosing import Choosing
from evenemang.workbook.columns import widths_of
from evenemang.workbook.drawing import Canvas, draw
from evenemang.workbook.layout import Column, Page, Sheet, Speaks, Table
from evenemang.workbook.sheets import SHEETS
from evenemang.workbook.style import Styles
from evenemang.workbook.summary import draw_summary
from evenemang.workbook.swift import SwiftWorksheet


@dataclass(frozen=True)
class LongText:
    """A piece of a text that does not fit in its cell."""

    table: str
    row: int
    column: str
    number: int
    text: str


def write(whole: Whole, language: Language, *, secret: bool = False) -> bytes:
    """Return the workbook of a dossier: all but the secret parts, or with `secret` only those.

    Raises:
        ValueError: If only the secret parts are asked for and there are none (`has_secret`).
    """
    part = secret_part(whole) if secret else open_part(whole)
    if part is None:
        msg = "nothing in this dossier is secret"
        raise ValueError(msg)
    return book_of(Page(part, language, secret), SHEETS, draw_summary)


def has_secret(whole: Whole) -> bool:
    """Whether a dossier needs a secret workbook."""
    return secret_part(whole) is not None


def book_of(page: Page, sheets: Iterable[Sheet], summary: Callable[[Worksheet, Styles, Page], None]) -> bytes:
    """Return a workbook of sheets, with a summary before them; every sheet protected, without a password."""
    stream = BytesIO()
    workbook = new_book(stream)
    styles = Styles(workbook)
    _properties(workbook, page)
    front = _added(workbook, page, SUMMARY)
    summary(front, styles, page)
    front.protect()
    draw_sheets(page, sheets, lambda title: _added(workbook, page, title), styles, Choosing(page.language))
    workbook.close()
    return stream.getvalue()


def draw_sheets(
    page: Speaks,
    sheets: Iterable[Sheet],
    add: Callable[[Text], SwiftWorksheet],
    styles: Styles,
    choosing: Choosing,
) -> None:
    """Draw the sheets with tables, and after them what did not fit in their cells and what may be chosen."""
    long: list[LongText] = []
    for sheet in sheets:
        canvas = Canvas(page, add(sheet.title), styles, widths_of(sheet), choosing)
        draw(canvas, sheet)
        long += [
            LongText(table, row, column, number, piece)
            for table, row, column, pieces in canvas.long
            for number, piece in enumerate(pieces)
        ]
    if long:
        sheet = _long_texts(long)
        draw(Canvas(page, add(sheet.title), styles, widths_of(sheet), choosing), sheet)
    choosing.write(styles.workbook)


SUMMARY = Text(sv="Sammanfattning", en="Summary")


def _added(workbook: Workbook, page: Page, title: Text) -> SwiftWorksheet:
    dossier, day = page.whole.dossier, page.whole.as_of.date()
    foot = f"{page.say(Text(sv='Ärende', en='Dossier'))} {dossier.id}"
    return added(workbook, page.say(title), dossier.event.name, foot, day, page.language)


def _properties(workbook: Workbook, page: Page) -> None:
    dossier = page.whole.dossier
    subject = Text(sv="Evenemangssäkerhet, ärende", en="Event safety, dossier")
    workbook.set_properties(
        {
            "title": " ".join(dossier.event.name.split())[:200],
            "subject": f"{page.say(subject)} {dossier.id}",
            "created": page.whole.as_of.replace(tzinfo=None, microsecond=0),
        }
    )


def _long_texts(long: list[LongText]) -> Sheet:
    columns = (
        Column("text", Text(sv="Fortsättning", en="Continuation"), 100),
        Column("table", Text(sv="Tabell", en="Table"), 16),
        Column("column", Text(sv="Kolumn", en="Column"), 16),
        Column("row", Text(sv="Rad", en="Row"), 8, "number"),
        Column("number", Text(sv="Del", en="Part"), 8, "number"),
    )
    title = Text(sv="Långa texter", en="Long texts")
    about = Text(
        sv="Slutet av texter som inte får plats i en cell.", en="The ends of texts that do not fit in a cell."
    )
    return Sheet("long-texts", title, about, (Table("long-texts", title, columns, lambda _page: long),))
