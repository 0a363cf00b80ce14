"""Underlag: the event, what is known of it, when, where, and how it came about."""

from __future__ import annotations

from collections.abc import Iterable

from evenemang.domain.assessment import AttachmentNote
from evenemang.domain.checklist import Choice
from evenemang.domain.dossier import SCHEMA
from evenemang.domain.place import Zone
from evenemang.domain.text import Text
from evenemang.flow.deeds import PLACES
from evenemang.workbook.cells import Said
from evenemang.workbook.layout import (
    Column,
    Page,
    Pick,
    Sheet,
    Table,
    coded,
    column,
    is_worked_on,
    open_to,
    shown,
    stamped,
)
from evenemang.workbook.sheets.forms import Line, among_lines, form
from evenemang.workbook.sheets.guarded import SECRECY_TABLES
from evenemang.workbook.sheets.occasions import OCCASIONS, PROGRAMME
from evenemang.workbook.sheets.past import LIST_NOTES, held_lines, list_lines
from evenemang.workbook.words import ATTACHMENT_KINDS, CONTACTS, EDITION, SECRECIES, TRUTH


def _lines(page: Page) -> Iterable[Line]:
    dossier, event, whole = page.whole.dossier, page.whole.dossier.event, page.whole
    place = next((one.name for one in whole.places if one.id == event.place), None)
    organiser = whole.organiser.name if whole.organiser else None
    officer = dossier.officer and whole.name_of(dossier.officer)
    yield Line("event.name", "Evenemang", "Event", event.name)
    yield Line("event.organiser", "Arrangör", "Organiser", event.organiser, organiser)
    yield Line("event.place", "Plats", "Place", event.place, place)
    yield Line("event.series", "Återkommande evenemang", "Recurring event", event.series)
    yield Line(
        "event.application_received", "Ansökan kom in", "Application received", event.application_received
    )
    yield from held_lines(page)
    yield Line("event.note", "Anteckning", "Note", event.note)
    yield Line("officer", "Handläggare", "Officer", dossier.officer, officer)
    yield Line("diary_number", "Diarienummer", "Diary number", dossier.diary_number)
    yield Line(
        "police_number", "Polisens diarienummer", "Diary number of the police", dossier.police_number or None
    )
    yield from _about_the_dossier(page)


def _about_the_dossier(page: Page) -> Iterable[Line]:
    dossier, whole = page.whole.dossier, page.whole
    yield Line("id", "Ärende", "Dossier", dossier.id)
    yield Line("alias", "Annat namn på ärendet", "Other name of the dossier", dossier.alias)
    yield Line("example", "Exempel", "Example", dossier.example or None, page.say(TRUTH["true"]))
    yield Line("opened.by", "Öppnat av", "Opened by", dossier.opened.by, whole.name_of(dossier.opened.by))
    yield Line("opened.at", "Öppnat", "Opened", dossier.opened.at)
    if dossier.cancelled:
        gone = dossier.cancelled
        yield Line("cancelled.because", "Inställt, därför att", "Cancelled, because", gone.because)
        yield Line(
            "cancelled.given.by", "Inställt av", "Cancelled by", gone.given.by, whole.name_of(gone.given.by)
        )
        yield Line("cancelled.given.at", "Inställt när", "Cancelled when", gone.given.at)
    if dossier.edition:
        yield from _edition(page)
    yield from list_lines(page)


LANGUAGE = Text(sv="Svenska", en="English")
NUMBERED = {
    "R": Text(sv="risk", en="risk"),
    "A": Text(sv="åtgärd", en="action"),
    "I": Text(sv="incident", en="incident"),
    "L": Text(sv="dagbok", en="day log"),
    "W": Text(sv="rond", en="round"),
    "C": Text(sv="räknare", en="counter"),
    "E": Text(sv="ingång", en="entrance"),
    "S": Text(sv="eget stoppkriterium", en="own stop criterion"),
    "T": Text(sv="telefonnummer", en="telephone number"),
}


def _file(page: Page) -> Iterable[Line]:
    dossier, whole = page.whole.dossier, page.whole
    yield Line("@schema", "Formatets nummer", "Schema number", SCHEMA)
    yield Line("@version", "Ärendets version", "Version of the dossier", whole.version)
    yield Line(
        "@language", "Arbetsbokens språk", "Language of the workbook", page.language, page.say(LANGUAGE)
    )
    yield Line(
        "@part",
        "Del",
        "Part",
        "secret" if page.secret else "open",
        page.say(SECRECIES["secret" if page.secret else "open"]),
    )
    for letter, number in dossier.last_number.items():
        of = NUMBERED.get(letter, Text(sv=letter, en=letter))
        yield Line(f"last_number.{letter}", f"Senaste nummer, {of.sv}", f"Latest number, {of.en}", number)
    yield from among_lines(whole.among)


def _edition(page: Page) -> Iterable[Line]:
    edition = page.whole.dossier.edition
    if edition is None:
        return
    for path, sv, en, codes in (
        ("copied", "Kopierat från förra upplagan", "Copied from the previous edition", edition.copied),
        ("not_copied", "Inte kopierat", "Not copied", edition.not_copied),
    ):
        words = ", ".join(page.word(EDITION, one) for one in codes)
        yield Line(f"edition.{path}", sv, en, codes, words)
    yield Line("edition.previous", "Förra upplagan", "Previous edition", edition.previous)
    yield Line("edition.changes", "Ändringar sedan dess", "Changes since", edition.changes)


def _fact_ask(page: Page, fact: tuple[str, object]) -> str:
    found = next((one for one in page.whole.content.profile.facts if one.id == fact[0]), None)
    return page.say(found.ask) if found else fact[0]


def _fact_said(page: Page, fact: tuple[str, object]) -> Said:
    choices = [one for each in page.whole.content.profile.facts if each.id == fact[0] for one in each.choices]
    return said(page, fact[1], choices)


def said(page: Page, value: object, choices: Iterable[Choice]) -> Said:
    """Return a fact or an answer with the word that shows it."""
    if isinstance(value, bool):
        return Said(value, page.say(TRUTH[str(value).lower()]))
    word = next((page.say(one.text) for one in choices if one.id == value), None)
    return Said(value, word)


def _zone(page: Page, path: str) -> Zone | None:
    place_id, _, zone_id = path.partition("/")
    place = next((one for one in page.whole.places if one.id == place_id), None)
    return place.zone(zone_id) if place else None


def _of_zone(name: str) -> Pick:
    def pick(page: Page, path: str) -> object:
        return getattr(_zone(page, path), name, None)

    return pick


def _belongs(page: Page, note: AttachmentNote) -> str | None:
    """Return what an attachment is about: its question, and the rows of the dossier by their words."""
    said = [page.asks.get(note.question, note.question)] if note.question else []
    return "; ".join([*said, *(_row(page, one) for one in note.about)]) or None


def _row(page: Page, about: str) -> str:
    kind, _, row = about.partition("/")
    name = page.named.get(row, row) if kind == "permits" else row
    word = PLACES.get(kind)
    return f"{page.say(word)} {name}" if word else about


def _parts(note: AttachmentNote) -> tuple[str, str]:
    checksum, _, kind = note.file.partition(".")
    return checksum, kind


def _size(_page: Page, note: AttachmentNote) -> str:
    return f"{note.size / 1024:.0f} kB"


SPARE = 3  # rows for contacts that people add

FACTS = Sheet(
    "facts",
    Text(sv="Underlag", en="Facts"),
    Text(
        sv="Vad vi vet om evenemanget. Det som saknas är inte känt än.",
        en="What we know of the event. What is missing is not known yet.",
    ),
    (
        form("dossier", Text(sv="Ärendet", en="The dossier"), _lines),
        OCCASIONS,
        PROGRAMME,
        Table(
            "facts",
            Text(sv="Uppgifter om evenemanget", en="Facts about the event"),
            (
                shown("ask", "Fråga", "Question", 46, _fact_ask),
                Column("value", Text(sv="Svar", en="Answer"), 48, "value", pick=_fact_said),
                Column("fact", Text(sv="fact", en="fact"), hidden=True, pick=lambda page, fact: fact[0]),
            ),
            lambda page: page.whole.dossier.event.facts.items(),
            Text(sv="Inga uppgifter är lämnade än.", en="No facts are given yet."),
        ),
        Table(
            "zones",
            Text(sv="Delområden", en="Zones"),
            (
                shown("name", "Delområde", "Zone", 46, lambda page, path: page.whole.zone_name(path)),
                shown("note", "Anteckning", "Note", 48, _of_zone("note")),
                shown("area", "Yta, m²", "Area, m²", 12, _of_zone("area_m2"), "number"),
                shown("net", "Fri yta, m²", "Net area, m²", 10, _of_zone("net_m2"), "number"),
                shown("holds", "Rymmer, personer", "Holds, persons", 10, _of_zone("holds"), "number"),
                Column("zone", Text(sv="zone", en="zone"), hidden=True, pick=lambda page, path: path),
            ),
            lambda page: page.whole.dossier.event.zones,
        ),
        LIST_NOTES,
        Table(
            "contacts",
            Text(sv="Kontakter", en="Contacts"),
            (
                open_to(column("by", "Vem", "By", 46, "person")),
                open_to(column("what", "Vad", "What", 48)),
                open_to(column("on", "Dag", "Day", 12, "day")),
                open_to(column("how", "Hur", "How", 12, "coded", CONTACTS)),
            ),
            lambda page: page.whole.dossier.contacts,
            spare=SPARE,
            opens=is_worked_on,
        ),
        Table(
            "moves",
            Text(sv="Flyttat", en="Moved"),
            (
                column("given.by", "Vem", "By", 46, "person"),
                column("because", "Därför att", "Because", 48),
                column("days", "Dagar", "Days", 12, "number"),
                column("given.at", "När", "When", 16, "moment"),
            ),
            lambda page: page.whole.dossier.moves,
        ),
        Table(
            "attachments",
            Text(sv="Bilagor", en="Attachments"),
            (
                column("name", "Bilaga", "Attachment", 46),
                shown("ask", "Hör till", "Belongs to", 48, _belongs),
                shown("kb", "Storlek", "Size", 12, _size),
                column("secrecy", "Skydd", "Secrecy", 10, "coded", SECRECIES),
                *stamped("added"),
                column("kind", "Vad det är", "What it is", 17, "coded", ATTACHMENT_KINDS),
                column("description", "Beskrivning", "Description", 40),
                shown("type", "Filtyp", "Type", 10, lambda _page, one: _parts(one)[1].upper()),
                shown("sha", "SHA-256", "SHA-256", 66, lambda _page, one: _parts(one)[0]),
                coded("file"),
                coded("question"),
                Column("about", Text(sv="about", en="about"), 14, "list", hidden=True),
                Column("size", Text(sv="size", en="size"), 10, "number", hidden=True),
            ),
            lambda page: page.whole.dossier.attachments,
        ),
        *SECRECY_TABLES,
        form("file", Text(sv="Om arbetsboken", en="About the workbook"), _file),
    ),
)
