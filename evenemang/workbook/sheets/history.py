"""Historik: who did what when, from what to what; each row chained to the one before.

A person reads words; what is hashed and read back stands as JSON in the hidden block.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.deeds import DEEDS, place
from evenemang.flow.journal import JournalEntry, Json, canonical
from evenemang.flow.telling import Teller, source_said, told
from evenemang.workbook.layout import Column, Page, Sheet, Speaks, Table, coded, column, shown


@dataclass(frozen=True)
class Told:
    """A row of the journal, and from what to what in words."""

    one: JournalEntry
    before: str
    after: str


def _rows(page: Page) -> Iterable[Told]:
    return told_rows(page.whole.journal, page, page.whole.content)


def told_rows(journal: Iterable[JournalEntry], page: Speaks, content: Content) -> Iterable[Told]:
    """Return the rows of a journal, with what they changed in words."""
    tell = _teller(page, content)
    for entry in journal:
        yield Told(entry, *told(entry.deed.before, entry.deed.after, tell))


def _teller(page: Speaks, content: Content) -> Teller:
    def number(value: float, _decimals: int) -> str:
        text = f"{value:,.12g}"
        return text if page.language == "en" else text.replace(",", "\u00a0").replace(".", ",")

    def moment(at: datetime) -> str:
        return f"{at.astimezone(LOCAL):%Y-%m-%d %H:%M}"

    views = {rule.view: rule.word for rule in content.matrix.decisions}
    areas = {area.area: area.title for area in content.areas.values()}
    return Teller(page.language, page.name_of, number, date.isoformat, moment, views, areas)


def _about(page: Page, row: Told) -> str:
    return place(row.one.deed.touched, page.whole.content, page.language, page.named)


def _source(page: Page, row: Told) -> str | None:
    source = row.one.deed.source
    return page.say(source_said(source)) if source else None


def _json(side: str) -> Column:
    def pick(_page: Page, row: Told) -> str | None:
        value: Json = getattr(row.one.deed, side)
        return None if value is None else canonical(value)

    return Column(f"one.deed.{side}", Text(sv=side, en=side), pick=pick, hidden=True)


HISTORY = Sheet(
    "history",
    Text(sv="Historik", en="History"),
    Text(
        sv="Varje rad bär en kontrollsumma av raden före, så att en ändrad historia syns.",
        en="Each row carries a checksum of the row before, so that a changed past shows.",
    ),
    (
        Table(
            "journal",
            Text(sv="Historik", en="History"),
            (
                column("one.deed.at", "När", "When", 16, "moment"),
                column("one.deed.by", "Vem", "By", 20, "person"),
                column("one.deed.operation", "Vad", "What", 22, "coded", DEEDS),
                shown("about", "Gäller", "About", 38, _about),
                shown("before", "Från", "From", 32, lambda _page, row: row.before or None),
                shown("after", "Till", "To", 46, lambda _page, row: row.after or None),
                column("one.version", "Version", "Version", 9, "number"),
                column("one.number", "Rad", "Row", 6, "number"),
                shown("source", "Ur filen", "From the file", 28, _source),
                shown("sum", "Kontrollsumma", "Checksum", 15, lambda _page, row: row.one.hash[:8]),
                _json("before"),
                _json("after"),
                coded("one.hash"),
                coded("one.kind"),
                coded("one.record"),
                coded("one.deed.touched"),
                coded("one.salt"),
                coded("one.digest"),
                coded("one.deed.source.file"),
                coded("one.deed.source.sender"),
                coded("one.deed.source.cells"),
                coded("one.deed.source.checksum"),
            ),
            _rows,
            Text(sv="Ingen historik.", en="No history."),
        ),
    ),
)
