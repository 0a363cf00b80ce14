"""The register of the group's meetings: who came, what was on the agenda, what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evenemang.domain.meeting import Meeting
from evenemang.domain.text import Text
from evenemang.flow.ballots import Sealed
from evenemang.workbook.layout import Column, Sheet, Table, coded, column, shown
from evenemang.workbook.registers.page import Inner, RegisterPage, about_file, entries, inner, kept, within
from evenemang.workbook.words import (
    ITEM_KINDS,
    ITEM_PLACES,
    MEETING_FORMS,
    MEETING_KINDS,
    OUTCOMES,
    PRESENCE,
    SECRECIES,
)


@dataclass(frozen=True)
class Listed:
    """Something in one of a meeting's two lists, and which."""

    where: str
    one: object


def _people(meeting: Meeting) -> Iterable[Listed]:
    yield from (Listed("called", one) for one in meeting.called)
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


def _event_of(page: RegisterPage, row: Inner) -> str:
    return page.register.events.get(row.one.event, str(row.one.event))


def _day_of(page: RegisterPage, row: Sealed) -> object:
    return next(one.record.on for one in page.register.entries if one.record.id == row.meeting)


def _event_named(page: RegisterPage, row: Sealed) -> str:
    return page.register.events.get(row.event, row.event)


def _stamp(path: str, sv: str, en: str) -> tuple[Column, Column]:
    """Return the columns of who did something with the meeting, and when."""
    return (
        column(f"{path}.by", f"{sv} av", f"{en} by", 18, "person"),
        column(f"{path}.at", sv, en, 16, "moment"),
    )


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
                    column("record.starts", "Från", "From", 9),
                    column("record.ends", "Till", "To", 9),
                    *_stamp("record.planned", "Planerat", "Planned"),
                    *_stamp("record.begun", "Öppnat", "Begun"),
                    *_stamp("record.ended", "Avslutat", "Ended"),
                    *_stamp("record.cancelled", "Inställt", "Cancelled"),
                    column(
                        "record.sequence", "Ändringar av kallelsen", "Changes of the invitation", 12, "number"
                    ),
                    *(
                        Column(f"record.{one}", Text(sv=one, en=one), kind="number", hidden=True)
                        for one in ("points_made", "decisions_made")
                    ),
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
                    column("one.one.outcome", "Svar", "Answer", 10, "coded", OUTCOMES),
                    column("one.one.note", "Anteckning", "Note", 50),
                    column("one.one.owner", "Ansvarig", "Owner", 20, "person"),
                    column("one.one.due", "Senast", "By", 14, "day"),
                    column("one.one.secrecy", "Sekretess", "Secrecy", 12, "coded", SECRECIES),
                    column("one.one.id", "Nr", "No.", 8),
                    column("one.one.record", "Post", "Record", 12),
                    column("one.one.point", "Under punkt", "Under item", 12),
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
    Sheet(
        "meeting-weighings",
        Text(sv="Egna bedömningar", en="Own judgements"),
        Text(
            sv="Risker som var och en bedömde för sig först; vad de sade står här när det har visats.",
            en="Risks that each judged alone first; what they said stands here once it was shown to all.",
        ),
        (
            Table(
                "meeting-weighings",
                Text(sv="Risker", en="Risks"),
                (
                    _ON,
                    shown("event", "Evenemang", "Event", 30, _event_of),
                    column("one.risk", "Risk", "Risk", 10),
                    column("one.asked.by", "Frågat av", "Asked by", 18, "person"),
                    column("one.asked.at", "Frågat", "Asked", 16, "moment"),
                    column("one.revealed.by", "Visat av", "Shown by", 18, "person"),
                    column("one.revealed.at", "Visat", "Shown", 16, "moment"),
                    coded("one.event"),
                    *within(),
                ),
                lambda page: inner(page, lambda meeting: meeting.weighings),
                Text(sv="Ingen risk har bedömts så.", en="No risk has been judged so."),
            ),
            Table(
                "meeting-voices",
                Text(sv="Bedömningar", en="Judgements"),
                (
                    _ON,
                    shown("event", "Evenemang", "Event", 30, _event_of),
                    column("one.risk", "Risk", "Risk", 10),
                    column("one.by", "Vem", "Who", 24, "person"),
                    column("one.likelihood", "Sannolikhet", "Likelihood", 12, "number"),
                    column("one.consequence", "Konsekvens", "Consequence", 12, "number"),
                    coded("one.event"),
                    *within(),
                ),
                lambda page: inner(page, lambda meeting: meeting.voices),
                Text(sv="Inga bedömningar har visats.", en="No judgements have been shown."),
            ),
            Table(
                "meeting-sealed",
                Text(sv="Väntar på att visas", en="Waits to be shown"),
                (
                    shown("on", "Dag", "Day", 14, _day_of, "day"),
                    shown("event", "Evenemang", "Event", 30, _event_named),
                    column("risk", "Risk", "Risk", 10),
                    column("who", "Vem", "Who", 24, "person"),
                    column("seal", "Sigill", "Seal", 12),
                    column("part", "Ena halvan", "One half", 12, "number"),
                    coded("meeting"),
                    coded("event"),
                ),
                lambda page: page.register.sealed,
                Text(sv="Ingen bedömning väntar på att visas.", en="No judgement waits to be shown."),
            ),
        ),
    ),
)

HALVES = Sheet(
    "meeting-halves",
    Text(sv="Bedömningar som väntar", en="Judgements that wait"),
    Text(
        sv="Andra halvan av varje bedömning. Den första står i registret Möten.",
        en="The other half of each judgement. The first stands in the register Meetings.",
    ),
    (
        Table(
            "meeting-halves",
            Text(sv="Andra halvan", en="The other half"),
            (
                column("seal", "Sigill", "Seal", 34),
                column("part", "Andra halvan", "The other half", 44, "number"),
            ),
            lambda page: page.register.halves,
        ),
        about_file(),
    ),
)
"""What the secret workbook holds while something waits to be shown."""
