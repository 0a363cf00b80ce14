"""The register of the group's meetings: who came, what was on the agenda, what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evenemang.domain.meeting import Meeting
from evenemang.domain.text import Text
from evenemang.workbook.layout import Sheet, Table, coded, column, shown
from evenemang.workbook.registers.page import Inner, RegisterPage, about_file, entries, inner, kept, within
from evenemang.workbook.words import ITEM_KINDS, ITEM_PLACES, MEETING_FORMS, MEETING_KINDS, PRESENCE


@dataclass(frozen=True)
class Listed:
    """Something in one of a meeting's two lists, and which."""

    where: str
    one: object


def _people(meeting: Meeting) -> Iterable[Listed]:
    yield from (Listed("present", one) for one in meeting.present)
    yield from (Listed("absent", one) for one in meeting.absent)


def _items(meeting: Meeting) -> Iterable[Listed]:
    yield from (Listed("agenda", one) for one in meeting.agenda)
    yield from (Listed("decisions", one) for one in meeting.decisions)


def _day(page: RegisterPage, row: Inner) -> object:
    return next(one.record.on for one in page.register.entries if one.record.id == row.of)


def _event(page: RegisterPage, row: Inner) -> str | None:
    event = row.one.one.event
    return page.register.events.get(event, event) if event else None


_ON = shown("on", "Dag", "Day", 14, _day, "day")

MEETINGS = (
    Sheet(
        "register-meetings",
        Text(sv="Möten", en="Meetings"),
        Text(sv="Gruppens egna möten.", en="The group's own meetings."),
        (
            Table(
                "register-meetings",
                Text(sv="Möten", en="Meetings"),
                (
                    column("record.on", "Dag", "Day", 34, "day"),
                    column("record.where", "Var", "Where", 44),
                    column("record.kind", "Slag", "Kind", 16, "coded", MEETING_KINDS),
                    column("record.form", "Form", "Form", 16, "coded", MEETING_FORMS),
                    *kept(),
                ),
                entries,
                Text(sv="Inga möten än.", en="No meetings yet."),
            ),
            about_file(),
        ),
    ),
    Sheet(
        "meeting-items",
        Text(sv="Dagordning och beslut", en="Agenda and decisions"),
        Text(sv="Punkterna på varje möte.", en="The items of every meeting."),
        (
            Table(
                "meeting-items",
                Text(sv="Punkter", en="Items"),
                (
                    _ON,
                    column("one.where", "Del", "Part", 16, "coded", ITEM_PLACES),
                    column("one.one.what", "Punkt", "Item", 70),
                    column("one.one.kind", "Slag", "Kind", 20, "coded", ITEM_KINDS),
                    shown("event", "Evenemang", "Event", 30, _event),
                    coded("one.one.event"),
                    *within(),
                ),
                lambda page: inner(page, _items),
                Text(sv="Inga punkter.", en="No items."),
            ),
        ),
    ),
    Sheet(
        "meeting-people",
        Text(sv="Närvaro", en="Attendance"),
        Text(sv="Vilka som kom, och vilka som var kallade men inte kom.", en="Who came, and who did not."),
        (
            Table(
                "meeting-people",
                Text(sv="Närvaro", en="Attendance"),
                (
                    _ON,
                    column("one.one", "Vem", "Who", 44, "person"),
                    column("one.where", "Närvaro", "Attendance", 18, "coded", PRESENCE),
                    *within(),
                ),
                lambda page: inner(page, _people),
                Text(sv="Ingen närvaro är noterad.", en="No attendance is noted."),
            ),
        ),
    ),
)
