"""A question of the checklist before the whole meeting: one, large, answered by a key."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.checklist import Question
from evenemang.domain.errors import NotFound
from evenemang.domain.meeting import Outcome
from evenemang.domain.text import Text
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.meeting.slides import Slide
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.meeting_parts import deciding, saying
from evenemang.pages.meeting_parts.point import GONE
from evenemang.pages.meeting_parts.room import HOLD, Room, turn_to
from evenemang.pages.showing import escaped

ABOUT = Text(
    sv="Grundfråga utan svar · {event} · {area}", en="Basic question without an answer · {event} · {area}"
)
ANSWER = Text(sv="Svaret sparas i ärendet", en="The answer is kept in the dossier")
OPEN = Text(sv="Öppna frågan i ärendet", en="Open the question in the dossier")


def show(room: Room, slide: Slide, question: Question, after: str | None) -> None:
    """Show the question and its answers; an answer goes on to what comes next."""
    st.title(escaped(room.say(question.ask)), anchor=False)
    try:
        desk = room.desk(str(slide.point.event))
    except NotFound:
        st.info(room.say(GONE))
        return
    area = desk.content.area_of(question.id)
    title = room.say(area.title) if area else ""
    st.caption(room.say(ABOUT, event=escaped(desk.dossier.event.name), area=escaped(title)))
    left, right = st.columns([11, 9], gap="large")
    with left:
        st.markdown(escaped(room.say(question.why)))
        ways.link(
            room.say(OPEN), desk.dossier.id, "checklistor", area.area if area else None, fraga=question.id
        )
    with right, st.container(border=True, key="mote-sager"):
        st.header(room.say(ANSWER), anchor=False)
        if room.may("give-answer"):
            key = f"mote-fraga-{slide.point.id}"
            saying.answers(room, None, key, lambda one: _answer(desk, question, one, after or slide.key))
        deciding.show(room, slide)


def _answer(desk: Desk, question: Question, chosen: Outcome, after: str) -> None:
    if desk.do_as_seen(GiveAnswer(question=question.id, value=chosen)):
        turn_to(HOLD, after)
