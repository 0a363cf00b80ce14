"""What a meeting asks a guest to judge alone: in their dossier's step Risker, since no meeting is theirs."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.meeting import Meeting, Weighing
from evenemang.domain.text import Text
from evenemang.flow.meeting.weighing import asked_alone
from evenemang.pages.allowed import is_members
from evenemang.pages.desk import Desk
from evenemang.pages.meeting_parts.alone import EVERY, NOBODY_SEES, matter
from evenemang.pages.meeting_parts.room import Room

ASKS = Text(sv="Gruppens möte ber dig bedöma", en="The group's meeting asks you to judge")
KNOWN = "mote-fragar-gast"


def show(desk: Desk) -> None:
    """Show it to whoever is a guest here and may judge; members have the meeting's own page."""
    if desk.actor is None or is_members(desk.house, desk.actor) or not desk.may("judge-alone"):
        return
    found = asked_alone(desk.house.workspace, desk.dossier.id)
    st.session_state[KNOWN] = _ids(found)
    st.fragment(_listen, key="mote-lyssnar-gast", run_every=EVERY)(desk)
    if not found:
        return
    st.header(desk.say(ASKS), anchor=False)
    st.caption(desk.say(NOBODY_SEES))
    for meeting, one in found:
        matter(Room(desk.house, meeting, desk.language, desk.actor), one)


def _ids(found: tuple[tuple[Meeting, Weighing], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((meeting.id, one.risk) for meeting, one in found)


def _listen(desk: Desk) -> None:
    """Show the page anew when the meeting asks about something else; until then nothing moves."""
    if _ids(asked_alone(desk.house.workspace, desk.dossier.id)) != st.session_state.get(KNOWN):
        st.rerun(scope="app")
