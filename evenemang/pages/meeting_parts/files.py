"""The files of a meeting: agenda or minutes as Word and PDF, and the invitation for the calendar."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.meeting.paper import Which
from evenemang.pages.meeting_parts.room import Room

INVITE = Text(sv="Hämta kallelsen (.ics)", en="Download the invitation (.ics)")
INVITES = Text(
    sv="Öppna filen i kalendern, eller skicka den med e-post. Flyttas mötet: hämta den på nytt och skicka "
    "igen, så följer kalendrarna med. Bara öppna punkter står i den.",
    en="Open the file in the calendar, or send it by e-mail. If the meeting is moved: download it anew and "
    "send it again, and the calendars follow. Only open points are in it.",
)
WHO = Text(sv="Vem ska läsa?", en="Who is to read it?")
FOR_ALL = Text(sv="Alla: bara det öppna", en="All: the open only")
FOR_GROUP = Text(sv="Gruppen: även det interna", en="The group: internal too")
WORD: dict[Which, Text] = {
    "agenda": Text(sv="Dagordningen som Word", en="The agenda as Word"),
    "minutes": Text(sv="Minnesanteckningarna som Word", en="The minutes as Word"),
}
PDF: dict[Which, Text] = {
    "agenda": Text(sv="Dagordningen som PDF", en="The agenda as PDF"),
    "minutes": Text(sv="Minnesanteckningarna som PDF", en="The minutes as PDF"),
}
NEVER_SECRET = Text(sv="Hemliga uppgifter står aldrig i filerna.", en="Secret facts are never in the files.")
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def invitation(room: Room) -> None:
    """Show the button that gives the invitation."""
    st.download_button(
        room.say(INVITE),
        data=lambda: room.house.meetings().invitation(room.meeting.id, room.language),
        file_name=room.house.meetings().invitation_name(room.meeting, room.language),
        mime="text/calendar",
        icon=":material/calendar_add_on:",
        key="hamta-kallelse",
        on_click="ignore",
    )
    st.caption(room.say(INVITES))


def papers(room: Room, which: Which) -> None:
    """Show the buttons that give the agenda or the minutes, and for whom."""
    audience = st.segmented_control(
        room.say(WHO),
        [True, False],
        default=True,
        required=True,
        format_func=lambda one: room.say(FOR_ALL if one else FOR_GROUP),
        key=f"mote-for-{which}",
        width="stretch",
    )
    public = audience is not False
    with st.container(horizontal=True):
        _paper(room, which, "docx", public=public)
        _paper(room, which, "pdf", public=public)
    st.caption(room.say(NEVER_SECRET))


def _paper(room: Room, which: Which, kind: Literal["docx", "pdf"], *, public: bool) -> None:
    """Show the button of one form of it; it is written when it is asked for."""
    files, label = room.house.meetings(), (WORD if kind == "docx" else PDF)[which]
    st.download_button(
        room.say(label),
        data=lambda: files.paper(room.meeting.id, which, room.language, kind, public=public),
        file_name=files.paper_name(room.meeting, which, room.language, kind, public=public),
        mime=TYPES[kind],
        icon=":material/edit_document:" if kind == "docx" else ":material/picture_as_pdf:",
        key=f"hamta-{which}-{kind}",
        on_click="ignore",
    )
