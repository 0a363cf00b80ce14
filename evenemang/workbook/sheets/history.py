"""Historik: who did what when, from what to what; each row chained to the one before.

A person reads words; what is hashed and read back stands as JSON in the hidden block.
"""

from __future__ import annotations

from datetime import date, datetime

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.deeds import DEEDS, place
from evenemang.flow.journal import JournalEntry, Json, canonical
from evenemang.flow.telling import Teller, told
from evenemang.workbook.layout import Column, Page, Pick, Sheet, Table, coded, column, shown


def _json(name: str) -> Column:
    def pick(_page: Page, entry: JournalEntry) -> str | None:
        value: Json = getattr(entry.deed, name)
        return None if value is None else canonical(value)

    return Column(f"deed.{name}", Text(sv=name, en=name), pick=pick, hidden=True)


def _about(page: Page, entry: JournalEntry) -> str:
    return place(entry.deed.touched, page.whole.content, page.language, page.named)


def _said(side: int) -> Pick:
    def pick(page: Page, entry: JournalEntry) -> str | None:
        return told(entry.deed.before, entry.deed.after, _teller(page))[side] or None

    return pick


def _teller(page: Page) -> Teller:
    def number(value: float, _decimals: int) -> str:
        text = f"{value:,.12g}"
        return text if page.language == "en" else text.replace(",", "\u00a0").replace(".", ",")

    def moment(at: datetime) -> str:
        return f"{at.astimezone(LOCAL):%Y-%m-%d %H:%M}"

    views = {rule.view: rule.word for rule in page.whole.content.matrix.decisions}
    areas = {area.area: area.title for area in page.whole.content.areas.values()}
    return Teller(page.language, page.whole.name_of, number, date.isoformat, moment, views, areas)


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
                column("deed.at", "När", "When", 16, "moment"),
                column("deed.by", "Vem", "By", 18, "person"),
                column("deed.operation", "Vad", "What", 24, "coded", DEEDS),
                shown("about", "Gäller", "About", 40, _about),
                shown("before", "Från", "From", 36, _said(0)),
                shown("after", "Till", "To", 50, _said(1)),
                column("version", "Version", "Version", 9, "number"),
                column("number", "Rad", "Row", 6, "number"),
                shown("sum", "Kontrollsumma", "Checksum", 15, lambda _page, entry: entry.hash[:8]),
                _json("before"),
                _json("after"),
                coded("hash"),
                coded("kind"),
                coded("record"),
                coded("deed.touched"),
                coded("salt"),
                coded("digest"),
            ),
            lambda page: page.whole.journal,
            Text(sv="Ingen historik.", en="No history."),
        ),
    ),
)
