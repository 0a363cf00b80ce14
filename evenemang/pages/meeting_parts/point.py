"""What a point is about: the way to its record, and the facts that the meeting needs of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import streamlit as st

from evenemang.domain.dossier import Dossier, days_until
from evenemang.domain.errors import NotFound
from evenemang.domain.event import LOCAL
from evenemang.domain.meeting import Item
from evenemang.domain.text import Text
from evenemang.flow.deciding import asks_for_decision
from evenemang.flow.meeting.gathering import class_of, errors_in
from evenemang.flow.saying import day, number
from evenemang.flow.words import SEVERITIES, capital
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.meeting_parts.room import Room
from evenemang.pages.people import people_of
from evenemang.pages.periods import period
from evenemang.pages.showing import escaped, moment, relative

LONGEST = 160  # characters of a point in a list, or above it
STEPS = {
    "new-dossier": "underlag",
    "upcoming": "granskning",
    "action": "atgarder",
    "incident": "plats",
    "evaluation": "utvardering",
    "lessons": "utvardering",
    "decision": "beslut",
}
GONE = Text(sv="Ärendet finns inte längre.", en="The dossier is no longer there.")
RECORD_GONE = Text(
    sv="Det som punkten gäller finns inte längre, eller får inte visas här.",
    en="What the point is about is no longer there, or may not be shown here.",
)
WHEN = Text(sv="När: {when}", en="When: {when}")
OFFICER = Text(sv="Handläggare: {who}", en="Officer: {who}")
NO_OFFICER = Text(sv="Ingen handläggare än", en="No officer yet")
VISITORS = Text(sv="Väntade besök: {count}", en="Visits expected: {count}")
CLASS = Text(sv="Klass: {name}", en="Class: {name}")
LEFT = Text(sv="Obesvarade frågor: {left} av {asked}", en="Questions not answered: {left} of {asked}")
STOPS = Text(
    sv="{count} saker hindrar att {event} tillstyrks", en="{count} things are in the way of approving {event}"
)
ONE_STOPS = Text(
    sv="En sak hindrar att {event} tillstyrks", en="One thing is in the way of approving {event}"
)
NOTHING_STOPS = Text(
    sv="Inget hindrar att {event} tillstyrks", en="Nothing is in the way of approving {event}"
)
OWNER = Text(sv="Ansvarig: {who}", en="Owner: {who}")
NO_OWNER = Text(sv="Ingen ansvarig", en="No owner")
DUE = Text(sv="Skulle vara klar {day} ({ago})", en="Was due {day} ({ago})")
SEVERITY = Text(sv="Allvarlighet: {word}", en="Severity: {word}")
OPEN_STILL = Text(sv="Händelsen är öppen", en="The incident is open")
CLOSED = Text(sv="Stängd {day}", en="Closed {day}")
ENDED = Text(sv="Hölls {when}", en="Held {when}")
YES_APPROVES = Text(
    sv="Ja godkänner lärdomen: nästa evenemang som den gäller måste svara på den. Nej med en anteckning om "
    "varför avslår den.",
    en="Yes approves the lesson: the next event that it concerns must answer it. No with a note of why "
    "declines it.",
)
OPEN = Text(sv="Öppna i ärendet", en="Open in the dossier")
FROM = Text(sv="Från {event}", en="From {event}")


def short(what: str) -> str:
    """Return what a point is about, in a line."""
    said = " ".join(what.split())
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"


def to_record(room: Room, item: Item, label: str) -> None:
    """Show a point as a link to its record; `label` is Markdown."""
    if item.event is None:
        st.markdown(label)
        return
    _link(item, item.event, label)


def way(room: Room, item: Item) -> None:
    """Show the link from a point to its record, where it has one."""
    if item.event:
        _link(item, item.event, room.say(OPEN), ":material/open_in_new:")


def _link(item: Item, event: str, label: str, icon: str | None = None) -> None:
    """Show a link to the step that a point is about, and where it can to the very row."""
    row = {"atgard": item.record} if item.kind == "action" and item.record else {}
    ways.link(label, event, STEPS.get(item.kind), icon=icon, **row)


def heading(room: Room, item: Item) -> str:
    """Return what a point finds: how much stops an event to come, else what it is about."""
    if item.kind != "upcoming" or item.event is None:
        return short(item.what)
    try:
        dossier = room.house.workspace.dossier(item.event).record
    except NotFound:
        return short(item.what)
    if not asks_for_decision(dossier):
        return short(item.what)
    found = errors_in(room.house.workspace, dossier)
    said = (NOTHING_STOPS, ONE_STOPS)[found] if found < 2 else STOPS
    return room.say(said, count=found, event=short(item.what))


def facts(room: Room, item: Item) -> list[str]:
    """Return what the meeting needs to know of a point, as Markdown lines."""
    if item.event is None:
        return []
    try:
        desk = room.desk(item.event)
    except NotFound:
        return [room.say(GONE)]
    try:
        return list(_facts(room, item, desk))
    except NotFound:
        return [room.say(RECORD_GONE)]


def _facts(room: Room, item: Item, desk: Desk) -> Iterator[str]:
    if item.kind in ("new-dossier", "upcoming"):
        yield from _event(room, item, desk)
    elif item.kind == "action" and item.record:
        yield from _action(room, desk, item.record)
    elif item.kind == "incident" and item.record:
        yield from _incident(room, desk, item.record)
    elif item.kind == "evaluation":
        yield room.say(ENDED, when=escaped(period(desk.dossier.event, room.language)))
        yield _officer(room, desk.dossier)
    elif item.kind == "lessons":
        yield room.say(FROM, event=escaped(desk.dossier.event.name))
        yield room.say(YES_APPROVES)
    else:
        yield escaped(desk.dossier.event.name)


def _event(room: Room, item: Item, desk: Desk) -> Iterator[str]:
    dossier, workspace = desk.dossier, room.house.workspace
    until = days_until(dossier, workspace.now().date())
    when = period(dossier.event, room.language)
    if when:
        ago = f" ({relative(until, room.language)})" if until is not None else ""
        yield room.say(WHEN, when=escaped(when) + ago)
    visitors = dossier.event.facts.get("total_visitors")
    if isinstance(visitors, int | float):
        yield room.say(VISITORS, count=number(visitors, room.language))
    classes = {one.id: one for one in desk.content.profile.classification.classes}
    found = classes.get(class_of(workspace, desk.whole))
    if found:
        yield room.say(CLASS, name=room.say(found.name))
    yield _officer(room, dossier)
    if item.kind == "upcoming":
        total = desk.reading.total
        yield room.say(LEFT, left=total.asked - total.answered, asked=total.asked)
        yield from (room.say(one.title) for one in desk.review.of("error"))


def _officer(room: Room, dossier: Dossier) -> str:
    if not dossier.officer:
        return room.say(NO_OFFICER)
    return room.say(OFFICER, who=escaped(people_of(room.house).say(dossier.officer)))


def _action(room: Room, desk: Desk, record: str) -> Iterator[str]:
    action = desk.dossier.action(record)
    yield escaped(desk.dossier.event.name)
    who = people_of(room.house).say(action.owner) if action.owner else None
    yield room.say(OWNER, who=escaped(who)) if who else room.say(NO_OWNER)
    due = action.due_on(desk.dossier.event.first_day)
    if due:
        yield room.say(DUE, day=day(due, room.language), ago=_ago(room, due))


def _ago(room: Room, found: date) -> str:
    return relative((found - room.house.workspace.now().date()).days, room.language)


def _incident(room: Room, desk: Desk, record: str) -> Iterator[str]:
    incident = desk.dossier.incident(record)
    yield escaped(desk.dossier.event.name)
    yield escaped(moment(incident.at.astimezone(LOCAL), room.language))
    yield room.say(SEVERITY, word=capital(SEVERITIES[incident.severity]).say(room.language))
    yield (
        room.say(CLOSED, day=day(incident.closed, room.language)) if incident.closed else room.say(OPEN_STILL)
    )
