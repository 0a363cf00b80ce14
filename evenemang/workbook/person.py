"""Everything about one person as a workbook: where the name stands, and what the journal tells."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from xlsxwriter import Workbook

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Language, Text
from evenemang.flow.person import Done, Everything
from evenemang.workbook.book import added, new_book
from evenemang.workbook.text import parts

STANDING = Text(sv="Uppgifter", en="Standing")
JOURNAL = Text(sv="Journal", en="Journal")
FOOT = Text(sv="Personuppgifter: pröva före utlämnande", en="Personal data: try before it is handed out")
SECRET = Text(sv="hemligt", en="secret")
STANDING_HEADINGS = (
    Text(sv="Sekretess", en="Secrecy"),
    Text(sv="Slag", en="Kind"),
    Text(sv="Id", en="Id"),
    Text(sv="Vad", en="What"),
    Text(sv="Fält", en="Field"),
    Text(sv="Text", en="Text"),
)
JOURNAL_HEADINGS = (
    Text(sv="Sekretess", en="Secrecy"),
    Text(sv="Slag", en="Kind"),
    Text(sv="Id", en="Id"),
    Text(sv="När", en="When"),
    Text(sv="Vem", en="Who"),
    Text(sv="Vad", en="What"),
    Text(sv="Fält", en="Field"),
    Text(sv="Text", en="Text"),
)
WIDTHS = (11, 11, 8, 30, 26, 26, 34, 60)

Row = tuple[str, ...]


def person_book(found: Everything, language: Language) -> bytes:
    """Return a workbook of everything about one person."""
    stream = BytesIO()
    book = new_book(stream)
    secret = {True: SECRET.say(language), False: ""}
    standing = (
        (secret[one.secret], one.kind, one.record, one.called, one.where, piece)
        for one in found.standing
        for piece in parts(one.text)
    )
    journal = (
        (secret[one.secret], one.kind, one.record, _when(one), one.by, one.operation, one.touched, piece)
        for one in found.journal
        for text in one.texts or ("",)
        for piece in parts(text)
    )
    _sheet(book, found, STANDING, STANDING_HEADINGS, standing, language)
    _sheet(book, found, JOURNAL, JOURNAL_HEADINGS, journal, language)
    book.close()
    return stream.getvalue()


def _when(one: Done) -> str:
    return f"{one.at.astimezone(LOCAL):%Y-%m-%d %H:%M}"


def _sheet(  # noqa: PLR0917  # a sheet from its top
    book: Workbook,
    found: Everything,
    title: Text,
    headings: tuple[Text, ...],
    rows: Iterable[Row],
    language: Language,
) -> None:
    sheet = added(book, title.say(language), found.name, FOOT.say(language), found.made.date(), language)
    bold, plain = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.fit_to_pages(1, 0)
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, 60 if column == len(headings) - 1 else WIDTHS[column])
        sheet.write_string(0, column, heading.say(language), bold)
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row):
            if text:
                sheet.write_text(number, column, text, plain)
