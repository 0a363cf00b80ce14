"""One meeting: plan it, hold it on the projector, judge alone, read what was written."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.meeting.holding import meeting_of
from evenemang.flow.meeting.words import STATES, SUMMARY
from evenemang.flow.words import sentence
from evenemang.pages import refusing, ways
from evenemang.pages.desk import show_refusal
from evenemang.pages.house import House
from evenemang.pages.meeting_parts import alone, holding, minutes, planning
from evenemang.pages.meeting_parts.room import ALONE, HOLD, MINUTES, PLAN, Room, link
from evenemang.pages.periods import weekday
from evenemang.pages.showing import escaped

BACK = Text(sv="Alla möten", en="All meetings")
PARTS: dict[str, tuple[Text, str]] = {
    PLAN: (Text(sv="Planera", en="Plan"), "event_note"),
    HOLD: (Text(sv="Håll mötet", en="Hold the meeting"), "slideshow"),
    ALONE: (Text(sv="Bedöm själv", en="Judge alone"), "person"),
    MINUTES: (Text(sv="Minnesanteckningar", en="Minutes"), "article"),
}
USUAL = {"planned": PLAN, "running": HOLD, "held": MINUTES, "cancelled": PLAN}


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the meeting that the address names, in the part it names."""
    try:
        meeting = meeting_of(house.workspace, st.query_params.get("id", ""))
    except EvenemangError as refused:
        st.title(SUMMARY.say(language), anchor=False)
        refusing.tell(refused, language, "meeting")
        st.page_link(ways.page(ways.MEETINGS), label=BACK.say(language), icon=":material/arrow_back:")
        return
    room = Room(house, meeting, language, actor)
    state = meeting.state(house.workspace.now().date())
    part = st.query_params.get("del", USUAL[state])
    if part == HOLD and state == "running":
        holding.show(room)
        return
    _head(room, part)
    show_refusal()
    if part == ALONE:
        alone.show(room)
    elif part == MINUTES:
        minutes.show(room)
    elif part == HOLD:
        holding.begin(room)
    else:
        planning.show(room)


def _head(room: Room, part: str) -> None:
    meeting = room.meeting
    state = STATES[meeting.state(room.house.workspace.now().date())]
    with st.container(key="sidhuvud"):
        hours = "–".join(filter(None, (meeting.starts, meeting.ends)))
        said = [room.say(SUMMARY), room.say(state), hours, escaped(meeting.where)]
        st.caption(" · ".join(filter(None, said)))
        st.title(sentence(weekday(meeting.on, room.language)), anchor=False)
    with st.container(horizontal=True, key="steg"):
        st.page_link(ways.page(ways.MEETINGS), label=room.say(BACK), icon=":material/arrow_back:")
        for name, (title, icon) in PARTS.items():
            with st.container(key="steg-valt" if name == part else f"steg-{name}", width="content"):
                link(room.say(title), meeting.id, name, f":material/{icon}:")
