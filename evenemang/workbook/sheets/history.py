"""Historik: who did what when, from what to what; each row chained to the one before."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.flow.journal import JournalEntry, canonical
from evenemang.workbook.layout import Column, Page, Pick, Sheet, Table, coded, column, shown


def _json(name: str) -> Pick:
    def pick(_page: Page, entry: JournalEntry) -> str | None:
        value = getattr(entry.deed, name)
        return None if value is None else canonical(value)

    return pick


def _about(page: Page, entry: JournalEntry) -> str:
    last = entry.deed.touched.rsplit("/", 1)[-1]
    return page.asks.get(last, last)


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
                column("deed.operation", "Vad", "What", 18),
                shown("about", "Gäller", "About", 40, _about),
                Column("deed.before", Text(sv="Från", en="From"), 36, pick=_json("before")),
                Column("deed.after", Text(sv="Till", en="To"), 36, pick=_json("after")),
                column("version", "Version", "Version", 9, "number"),
                column("number", "Rad", "Row", 6, "number"),
                column("hash", "Kontrollsumma", "Checksum", 20),
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
