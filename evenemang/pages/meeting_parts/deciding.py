"""Writing down a decision in the moment; with owner and date it is an action in the event's plan."""

from __future__ import annotations

from datetime import date

import streamlit as st

from evenemang.domain.meeting import Item
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.meeting.holding import Decided, decide_at
from evenemang.flow.meeting.slides import Slide
from evenemang.flow.saying import day
from evenemang.pages import ways
from evenemang.pages.meeting_parts.room import Room, next_turn, turn
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

DECIDED = Text(sv="Beslut under punkten", en="Decisions under the point")
WHAT = Text(sv="Beslut eller åtgärd", en="Decision or action")
HOW = Text(
    sv="Med ansvarig och datum blir det en beslutad åtgärd i ärendets plan. Skriv inget hemligt här.",
    en="With an owner and a date it becomes a decided action in the dossier's plan. Nothing secret here.",
)
NO_EVENT = Text(
    sv="Punkten hör inte till något ärende, så det här blir bara ett beslut i anteckningarna.",
    en="The point belongs to no dossier, so this becomes a decision in the minutes alone.",
)
OWNER = Text(sv="Ansvarig", en="Owner")
DUE = Text(sv="Senast", en="By")
INTERNAL = Text(sv="Internt: står inte i det som lämnar huset", en="Internal: not in what leaves the house")
KEEP = Text(sv="Skriv beslutet", en="Write the decision")
EMPTY = Text(sv="Skriv vad mötet beslutar först.", en="First write what the meeting decides.")
ACTION = Text(sv="åtgärd {action}", en="action {action}")
DAY_FORMAT = "YYYY-MM-DD"


def show(room: Room, slide: Slide) -> None:
    """Show what has been decided under a point, and the way to write another decision."""
    found = [one for one in room.meeting.decisions if one.point == slide.point.id]
    if found:
        st.markdown(f"**{room.say(DECIDED)}**")
        for one in found:
            if one.event and one.record:
                ways.to_action(_line(room, one), one.event, one.record)
            else:
                st.markdown(_line(room, one))
    if room.may("decide-at-meeting"):
        _form(room, slide)


def _line(room: Room, item: Item) -> str:
    said = [escaped(" ".join(item.what.split()))]
    if item.owner:
        said.append(escaped(people_of(room.house).say(item.owner)))
    if item.due:
        said.append(day(item.due, room.language))
    if item.record:
        said.append(room.say(ACTION, action=item.record))
    return " · ".join(said)


def _form(room: Room, slide: Slide) -> None:
    key = turn(slide.key)
    event = slide.point.event
    what = st.text_area(room.say(WHAT), key=f"mote-beslut-{key}", height=80, max_chars=LONGEST_TEXT)
    owner, due = None, None
    if event:
        left, right = st.columns(2)
        with left:
            owner = people_of(room.house).choose(room.say(OWNER), None, room.language, f"mote-ansvarig-{key}")
        due = right.date_input(room.say(DUE), value=None, format=DAY_FORMAT, key=f"mote-senast-{key}")
    st.caption(room.say(HOW if event else NO_EVENT))
    internal = st.checkbox(
        room.say(INTERNAL), value=slide.point.secrecy == "internal", key=f"mote-internt-{key}"
    )
    if st.button(room.say(KEEP), key=f"mote-skriv-{key}", icon=":material/edit_note:"):
        if not what.strip():
            st.error(room.say(EMPTY))
            return
        decided = Decided(
            what=what,
            event=event,
            point=slide.point.id,
            risk=slide.risk.id if slide.risk else None,
            owner=owner,
            due=due if isinstance(due, date) else None,
            secrecy="internal" if internal else "open",
        )
        if room.do(lambda by: decide_at(room.house.workspace, room.meeting.id, decided, by), what):
            next_turn(slide.key)
        st.rerun()
