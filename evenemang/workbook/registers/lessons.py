"""The register of lessons: what was learned, where, and what it concerns."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.flow.registers import Entry
from evenemang.workbook.layout import Sheet, Table, coded, column, shown
from evenemang.workbook.registers.page import RegisterPage, about_file, entries, kept

WHOLE_EVENT = Text(sv="Hela evenemanget", en="The whole event")


def _ask(page: RegisterPage, entry: Entry) -> str:
    about = entry.record.concerns
    area = page.register.content.areas.get(about.area or "")
    whole = page.say(area.title) if area else about.area or page.say(WHOLE_EVENT)
    return page.ask(about.question) or whole


def _concerns(page: RegisterPage, entry: Entry) -> str:
    about = entry.record.concerns
    place = page.place_name(about.place) if about.place else None
    zone = page.zone_name(about.place or "", about.zone) if about.zone else None
    organiser = page.register.organisers.get(about.organiser or "", about.organiser)
    return ", ".join(one for one in (place, zone, organiser, about.kind) if one)


def _event(page: RegisterPage, entry: Entry) -> str:
    event: str = entry.record.from_event
    return page.register.events.get(event, event)


LESSONS = Sheet(
    "register-lessons",
    Text(sv="Lärdomar", en="Lessons"),
    Text(
        sv="Det som gruppen har lärt sig. En lärdom kommer tillbaka vid sin fråga och ber om ett svar.",
        en="What the group has learned. A lesson comes back at its question and asks for an answer.",
    ),
    (
        Table(
            "register-lessons",
            Text(sv="Lärdomar", en="Lessons"),
            (
                column("record.text", "Lärdom", "Lesson", 50),
                shown("event", "Lärt vid", "Learned at", 28, _event),
                shown("about", "Gäller", "Concerns", 30, _concerns),
                shown("ask", "Vid frågan", "At the question", 40, _ask),
                column("record.noted.by", "Vem", "By", 18, "person"),
                column("record.noted.at", "När", "When", 16, "moment"),
                column("record.approved.by", "Godkänd av", "Approved by", 18, "person"),
                column("record.approved.at", "Godkänd", "Approved", 16, "moment"),
                column("record.approved_at", "Möte", "Meeting", 12),
                column("record.declined.because", "Avslagen därför att", "Declined because", 30),
                column("record.declined.given.by", "Avslagen av", "Declined by", 18, "person"),
                column("record.declined.given.at", "Avslagen", "Declined", 16, "moment"),
                coded("record.declined.meeting"),
                *kept(),
                coded("record.alias"),
                coded("record.from_event"),
                coded("record.from_incident"),
                coded("record.drawn_from"),
                coded("record.concerns.question"),
                coded("record.concerns.area"),
                coded("record.concerns.place"),
                coded("record.concerns.zone"),
                coded("record.concerns.organiser"),
                coded("record.concerns.kind"),
            ),
            entries,
            Text(sv="Inga lärdomar än.", en="No lessons yet."),
        ),
        about_file(),
    ),
)
