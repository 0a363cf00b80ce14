"""Judging alone, on one's own screen: what the meeting asks about now, and what oneself has said of it."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from evenemang.domain.errors import NotFound
from evenemang.domain.meeting import Weighing
from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.flow.meeting.holding import meeting_of
from evenemang.flow.meeting.weighing import judge_alone, own_judgement
from evenemang.pages.desk import SAY_WHO, Desk, show_refusal
from evenemang.pages.meeting_parts.room import Room
from evenemang.pages.meeting_parts.steps import choose
from evenemang.pages.showing import escaped

ALONE = Text(sv="Bedöm själv", en="Judge alone")
NOTHING = Text(
    sv="Mötet ber inte om någon bedömning just nu. Sidan visar den när det gör det.",
    en="The meeting asks for no judgement just now. The page shows it when it does.",
)
NOBODY_SEES = Text(
    sv="Ingen annan ser vad du säger förrän alla bedömningar visas på en gång.",
    en="Nobody else sees what you say before all judgements are shown at once.",
)
KEEP = Text(sv="Spara min bedömning", en="Save my judgement")
KEPT = Text(sv="Din bedömning är sparad: {l} × {c}.", en="Your judgement is kept: {l} × {c}.")
BOTH = Text(sv="Välj både sannolikhet och konsekvens.", en="Choose both likelihood and consequence.")
EVERY = timedelta(seconds=3)
READS = Text(
    sv="För att bedöma behöver du behörigheten bedömare.", en="To judge you need the role of assessor."
)


def show(room: Room) -> None:
    """Show what the meeting asks about, as it asks."""
    st.header(room.say(ALONE), anchor=False)
    if room.actor is None:
        st.info(room.say(SAY_WHO))
        return
    if not room.may("judge-alone"):
        st.info(room.say(READS))
        return
    st.caption(room.say(NOBODY_SEES))
    st.session_state["mote-fragar"] = _asked(room)
    st.fragment(_listen, key="mote-lyssnar", run_every=EVERY)(room)
    waiting = [one for one in room.meeting.weighings if one.revealed is None]
    if not waiting or room.meeting.ended:
        st.info(room.say(NOTHING))
        return
    for one in waiting:
        matter(room, one)


def _asked(room: Room) -> tuple[tuple[str, str, bool], ...]:
    now = meeting_of(room.house.workspace, room.meeting.id)
    return tuple((one.event, one.risk, one.revealed is None) for one in now.weighings)


def _listen(room: Room) -> None:
    """Show the page anew when the meeting asks about something else; until then nothing moves."""
    if _asked(room) != st.session_state.get("mote-fragar"):
        st.rerun(scope="app")


def matter(room: Room, one: Weighing) -> None:
    """Ask about one risk; one that is gone is not asked about."""
    try:
        desk = room.desk(one.event)
        risk = desk.dossier.risk(one.risk)
    except NotFound:
        return
    with st.container(border=True, key=f"bedom-{one.event}-{one.risk}"):
        st.subheader(escaped(risk.says(room.language)), anchor=False)
        st.caption(escaped(f"{risk.id} · {desk.dossier.event.name}"))
        _own(room, desk, risk)


def _own(room: Room, desk: Desk, risk: Risk) -> None:
    assert room.actor
    event = desk.dossier.id
    mine = own_judgement(room.house.workspace, room.meeting, event, risk.id, room.actor)
    chosen = choose(desk, risk, mine, f"min-{event}-{risk.id}")
    if st.button(room.say(KEEP), key=f"min-spara-{event}-{risk.id}", type="primary"):
        if chosen is None:
            st.error(room.say(BOTH))
            return
        about = (event, risk.id)
        if room.do(lambda by: judge_alone(room.house.workspace, room.meeting.id, about, chosen, by)):
            mine = chosen
        show_refusal()
    if mine:
        st.markdown(f":material/check: {room.say(KEPT, l=mine[0], c=mine[1])}")
