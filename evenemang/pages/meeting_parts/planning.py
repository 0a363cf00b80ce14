"""Planning a meeting: its agenda with the way to each record, when and where it is, and the files to send."""

from __future__ import annotations

from functools import partial

import streamlit as st

from evenemang.domain.meeting import Item
from evenemang.domain.text import Text
from evenemang.flow.listing import DossierRow
from evenemang.flow.meeting.agenda import agenda, by_section, renewed
from evenemang.flow.meeting.gathering import gathered, last_before
from evenemang.flow.meeting.planning import (
    OwnPoint,
    add_point,
    cancel_meeting,
    change_meeting,
    drop_point,
    renew_agenda,
)
from evenemang.flow.meeting.words import AGENDA, SECTION_TITLES
from evenemang.flow.saying import day, listed
from evenemang.flow.storing import Search
from evenemang.pages.counting import Counted
from evenemang.pages.meeting_parts import files, plan_fields
from evenemang.pages.meeting_parts.point import short, to_record
from evenemang.pages.meeting_parts.room import HOLD, Room, next_turn, turn, turn_to
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

SINCE = Text(sv="Det som har hänt sedan mötet {day}", en="What has happened since the meeting on {day}")
SINCE_NONE = Text(
    sv="Inget tidigare möte finns: räknat från 30 dagar före.",
    en="There is no earlier meeting: counted from 30 days before.",
)
EMPTY = Text(
    sv="Inget har hänt sedan sist som kräver en punkt. Lägg till en egen.",
    en="Nothing since last time asks for a point. Add one of your own.",
)
CHANGED = Text(
    sv="Läget har ändrats sedan dagordningen gjordes: {what}.",
    en="Things have changed since the agenda was made: {what}.",
)
NEW = Counted(
    Text(sv="en ny punkt har kommit till", en="one new point has come"),
    Text(sv="{count} nya punkter har kommit till", en="{count} new points have come"),
)
GONE = Counted(
    Text(sv="en punkt är inte längre aktuell", en="one point is no longer so"),
    Text(sv="{count} punkter är inte längre aktuella", en="{count} points are no longer so"),
)
RENEW = Text(sv="Uppdatera dagordningen", en="Renew the agenda")
HIDDEN = Text(
    sv="Det som är hemligt blir aldrig en punkt. Ta det i ärendet, med dem som får se det.",
    en="What is secret never becomes a point. Take it in the dossier, with those who may see it.",
)
DROP = Text(sv="Ta bort {point}", en="Take {point} off")
OWN = Text(sv="Lägg till en egen punkt", en="Add a point of your own")
WHAT = Text(sv="Vad gäller punkten?", en="What is the point about?")
EVENT, NO_EVENT = Text(sv="Evenemang", en="Event"), Text(sv="Inget särskilt", en="None in particular")
INTERNAL = Text(sv="Intern: står inte i det som lämnar huset", en="Internal: not in what leaves the house")
ADD = Text(sv="Lägg till punkten", en="Add the point")
CHANGE = Text(sv="Ändra tid, plats eller kallade", en="Change time, place or who is called")
SAVE = Text(sv="Spara ändringen", en="Save the change")
CANCEL = Text(sv="Ställ in mötet", en="Cancel the meeting")
CANCELS = Text(
    sv="Skicka kallelsen igen efteråt, så att mötet försvinner ur kalendrarna.",
    en="Send the invitation again afterwards, so that the meeting leaves the calendars.",
)
START = Text(sv="Gå till mötet", en="Go to the meeting")
MOST = 200  # events to choose among


def show(room: Room) -> None:
    """Show the agenda, the way to change it, and what to send."""
    left, right = st.columns([17, 10], gap="large")
    with left:
        st.header(room.say(AGENDA), anchor=False)
        _since(room)
        _what_is_new(room)
        _points(room)
        st.caption(room.say(HIDDEN))
        if is_open(room) and room.may("set-agenda"):
            _own_point(room)
    with right:
        if is_open(room) and room.may("begin-meeting"):
            st.button(
                room.say(START), type="primary", icon=":material/slideshow:", on_click=turn_to, args=(HOLD,)
            )
        files.invitation(room)
        if room.meeting.cancelled is None:
            files.papers(room, "agenda")
        if is_open(room):
            _change(room)


def is_open(room: Room) -> bool:
    """Whether anything can be changed still."""
    return room.meeting.ended is None and room.meeting.cancelled is None and bool(room.meeting.planned)


def _since(room: Room) -> None:
    last = last_before(room.house.workspace, room.meeting)
    said = room.say(SINCE, day=day(last.on, room.language)) if last else room.say(SINCE_NONE)
    st.caption(said)


def _what_is_new(room: Room) -> None:
    """Say how the agenda would be otherwise, were it made now."""
    if not is_open(room) or not room.may("set-agenda"):
        return
    now = renewed(room.meeting, agenda(gathered(room.house.workspace, room.meeting)))
    before, after = ({one.id for one in each.agenda} for each in (room.meeting, now))
    new, gone = len(after - before), len(before - after)
    if not new and not gone:
        return
    with st.container(border=True, key="mote-nytt"):
        counted = [one.say(count, room.language) for one, count in ((NEW, new), (GONE, gone)) if count]
        st.write(room.say(CHANGED, what=listed(counted, room.language)))
        st.button(room.say(RENEW), icon=":material/refresh:", on_click=_renew, args=(room,))


def _renew(room: Room) -> None:
    room.do(partial(renew_agenda, room.house.workspace, room.meeting.id))


def _points(room: Room) -> None:
    if not room.meeting.agenda:
        st.info(room.say(EMPTY))
        return
    names = {row.id: row.name for row in _events(room, {one.event for one in room.meeting.agenda})}
    for kind, items in by_section(room.meeting.agenda).items():
        st.subheader(room.say(SECTION_TITLES[kind]), anchor=False)
        with st.container(border=True, key=f"lista-dagordning-{kind}", gap=None):
            for number, one in enumerate(items):
                _row(room, one, names.get(one.event or "", ""), f"{kind}-{number}")


def _row(room: Room, item: Item, event: str, key: str) -> None:
    mark = f":small[:gray[{escaped(item.id)}]] " if item.id else ""
    with st.container(
        key=f"rad-punkt-{key}",
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
    ):
        with st.container(width="stretch", gap=None):
            to_record(room, item, f"{mark}{escaped(short(item.what))}")
            if event and event != item.what:
                st.caption(escaped(event))
        if item.id and is_open(room) and room.may("set-agenda") and not room.meeting.is_spoken_of(item):
            st.button(
                room.say(DROP, point=item.id),
                key=f"bort-{item.id}",
                type="tertiary",
                on_click=_drop,
                args=(room, item.id),
            )


def _drop(room: Room, point: str) -> None:
    room.do(partial(drop_point, room.house.workspace, room.meeting.id, point))


def _events(room: Room, ids: set[str | None]) -> tuple[DossierRow, ...]:
    wanted = tuple(one for one in ids if one)
    return room.house.workspace.store.dossiers(Search(among=wanted)) if wanted else ()


def _own_point(room: Room) -> None:
    key = turn(room.meeting.id)
    with st.expander(room.say(OWN), icon=":material/add:"), st.container():
        what = st.text_input(room.say(WHAT), max_chars=2000, key=f"egen-punkt-{key}")
        rows = {one.id: one.name for one in room.house.workspace.store.dossiers(Search(limit=MOST))}
        event = st.selectbox(
            room.say(EVENT),
            list(rows),
            index=None,
            format_func=rows.__getitem__,
            placeholder=room.say(NO_EVENT),
            key=f"egen-punkt-arende-{key}",
        )
        internal = st.checkbox(room.say(INTERNAL), key=f"egen-punkt-intern-{key}")
        if st.button(room.say(ADD), key=f"egen-punkt-spara-{key}") and what.strip():
            point = OwnPoint(
                what=what,
                kind="follow-up" if event else "group",
                event=event,
                secrecy="internal" if internal else "open",
            )
            if room.do(partial(add_point, room.house.workspace, room.meeting.id, point), what):
                next_turn(room.meeting.id)
            st.rerun()


def _change(room: Room) -> None:
    if not room.may("change-meeting"):
        return
    with st.expander(room.say(CHANGE), icon=":material/edit_calendar:"):
        with st.form("andra-mote", border=False, enter_to_submit=False):
            plan = plan_fields.fields(
                people_of(room.house), room.language, room.meeting, room.meeting.called, "andra-mote"
            )
            if st.form_submit_button(room.say(SAVE)) and plan:
                room.do(lambda by: change_meeting(room.house.workspace, room.meeting.id, plan, by))
                st.rerun()
        if room.meeting.begun is None and room.may("cancel-meeting"):
            st.caption(room.say(CANCELS))
            st.button(room.say(CANCEL), icon=":material/event_busy:", on_click=_cancel, args=(room,))


def _cancel(room: Room) -> None:
    room.do(partial(cancel_meeting, room.house.workspace, room.meeting.id))
