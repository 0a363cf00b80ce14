"""What the meeting says of a point: yes, partly or no, and a note."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evenemang.domain.meeting import Item, Outcome
from evenemang.domain.text import LONGEST_TEXT, Language, Text
from evenemang.flow.meeting.holding import answer_point, note_at_point
from evenemang.flow.meeting.words import OUTCOMES
from evenemang.pages.held import hold
from evenemang.pages.meeting_parts.room import Room
from evenemang.pages.showing import escaped

SAYS = Text(sv="Mötet säger", en="The meeting says")
NOTE = Text(sv="Anteckning till punkten", en="Note to the point")
NOTHING = Text(sv="Inget antecknat än.", en="Nothing noted yet.")
KEYS: dict[Language, dict[Outcome, str]] = {
    "sv": {"yes": "J", "partly": "D", "no": "N"},
    "en": {"yes": "Y", "partly": "P", "no": "N"},
}
ICONS: dict[Outcome, str] = {"yes": "check", "partly": "contrast", "no": "close"}


def show(room: Room, item: Item) -> None:
    """Show what has been said of a point, and the way to say it."""
    st.header(room.say(SAYS), anchor=False)
    if item.id is None:
        return
    if not room.may("note-at-meeting"):
        said = [room.say(OUTCOMES[item.outcome])] if item.outcome else []
        st.markdown(escaped(" · ".join([*said, item.note]).strip(" ·")) or room.say(NOTHING))
        return
    point = item.id
    answers(room, item.outcome, f"mote-svar-{point}", lambda chosen: _answer(room, item, chosen))
    key = hold(f"mote-anteckning-{point}", item.note)
    st.text_area(
        room.say(NOTE), key=key, height=100, max_chars=LONGEST_TEXT, on_change=_note, args=(room, point, key)
    )


def answers(room: Room, now: Outcome | None, key: str, chosen: Callable[[Outcome], None]) -> None:
    """Show yes, partly and no, each with its key; the one that stands is filled and said to be chosen."""
    with st.container(horizontal=True, key=key):
        for one, word in OUTCOMES.items():
            st.button(
                room.say(word),
                key=f"{key}-{one}",
                type="primary" if one == now else "secondary",
                icon=f":material/{ICONS[one]}:",
                shortcut=KEYS[room.language][one],
                on_click=chosen,
                args=(one,),
            )


def _answer(room: Room, item: Item, chosen: Outcome) -> None:
    """Keep the answer; the same again takes it back."""
    said = None if item.outcome == chosen else chosen
    room.do(lambda by: answer_point(room.house.workspace, room.meeting.id, str(item.id), said, by))


def _note(room: Room, point: str, key: str) -> None:
    said = st.session_state[key]
    room.do(lambda by: note_at_point(room.house.workspace, room.meeting.id, point, said, by), said)
