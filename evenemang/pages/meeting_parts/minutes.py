"""What was written of a meeting: read it here, take it along, or open the meeting again to mend it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from evenemang.domain.errors import Refused
from evenemang.domain.text import Text
from evenemang.flow.meeting.holding import reopen_meeting
from evenemang.flow.meeting.paper import meeting_paper
from evenemang.flow.meeting.words import MINUTES
from evenemang.pages.decision.letter import read_letter
from evenemang.pages.meeting_parts import files
from evenemang.pages.meeting_parts.room import HOLD, Room, turn_to
from evenemang.pages.showing import escaped

AS_READ = Text(
    sv="Så läser den som bara får se det öppna.", en="As it reads for whoever may only see what is open."
)
REOPEN = Text(sv="Öppna mötet igen", en="Open the meeting again")
REOPENS = Text(
    sv="Behöver något rättas? Öppna mötet igen, ändra och avsluta det på nytt. Det står i historiken.",
    en="Is there something to mend? Open the meeting again, change it and end it anew. The history tells.",
)


def show(room: Room) -> None:
    """Show the minutes as they are now, or why there are none."""
    st.header(room.say(MINUTES), anchor=False)
    try:
        letter = meeting_paper(room.house.workspace, room.meeting.id, "minutes", room.language)
    except Refused as none_yet:
        st.info(escaped(none_yet.say(room.language)))
        return
    left, right = st.columns([17, 10], gap="large")
    with left:
        st.caption(room.say(AS_READ))
        with st.container(border=True, key="minnesanteckningar"):
            read_letter(letter)
    with right:
        files.papers(room, "minutes")
        if room.meeting.ended and room.may("reopen-meeting"):
            st.caption(room.say(REOPENS))
            st.button(room.say(REOPEN), icon=":material/lock_open:", on_click=_reopen, args=(room,))


def _reopen(room: Room) -> None:
    if room.do(partial(reopen_meeting, room.house.workspace, room.meeting.id)):
        turn_to(HOLD)
