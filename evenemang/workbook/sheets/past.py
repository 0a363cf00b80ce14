"""What a list of past events tells of one of them, on the sheet of facts."""

from __future__ import annotations

from collections.abc import Iterable

from evenemang.domain.past import ListNote
from evenemang.domain.text import Text
from evenemang.workbook.layout import Page, Table, column
from evenemang.workbook.sheets.forms import Line
from evenemang.workbook.words import NOTES, TRUTH


def held_lines(page: Page) -> Iterable[Line]:
    """Return when the event was held, where days alone are known."""
    held = page.whole.dossier.event.held
    if held is None:
        return
    exact = page.say(TRUTH[str(held.exact).lower()])
    yield Line("event.held.first", "Hölls tidigast", "Held at the earliest", held.first)
    yield Line("event.held.last", "Hölls senast", "Held at the latest", held.last)
    yield Line("event.held.exact", "Dagarna är kända", "The days are known", held.exact, exact)
    yield Line("event.held.said", "Tiden, som den skrevs", "The time, as written", held.said)


def list_lines(page: Page) -> Iterable[Line]:
    """Return where in which list the event stands."""
    told = page.whole.dossier.from_list
    if told is None:
        return
    yield Line("from_list.file", "Hämtat ur listan", "From the list", told.file)
    yield Line("from_list.sheet", "Blad i listan", "Sheet of the list", told.sheet)
    yield Line("from_list.row", "Rad i listan", "Row of the list", told.row)
    yield Line("from_list.visitors", "Besök enligt listan", "Visits by the list", told.visitors)
    yield Line("from_list.fingerprint", "Radens avtryck", "Fingerprint of the row", told.fingerprint)


def _notes(page: Page) -> Iterable[ListNote]:
    told = page.whole.dossier.from_list
    return told.notes if told else ()


LIST_NOTES = Table(
    "list-notes",
    Text(sv="Ur listan, som det stod", en="From the list, as it stood"),
    (
        column("heading", "Rubrik i listan", "Heading of the list", 34),
        column("text", "Text", "Text", 60),
        column("about", "Handlar om", "About", 20, "coded", NOTES),
    ),
    _notes,
)
