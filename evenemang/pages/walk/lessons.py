"""A lesson pinned at its question: approved it asks for an answer, and shows it quietly once it has one."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.errors import NotFound
from evenemang.domain.lesson import Lesson, LessonAnswer, LessonReply
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.difference import picture
from evenemang.flow.journal import Json
from evenemang.flow.learning import ReplyToLesson
from evenemang.flow.words import REPLIES, capital
from evenemang.pages.allowed import takes
from evenemang.pages.showing import escaped
from evenemang.pages.walk import saving, words
from evenemang.pages.walk.visit import Visit

LESSON = Text(sv="Lärdom: {text}", en="Lesson: {text}")
PROPOSED = Text(sv="Föreslagen lärdom: {text}", en="Proposed lesson: {text}")
FROM = Text(sv="Ur utvärderingen av {event}", en="From the evaluation of {event}")
WAITS = Text(sv="kräver svar", en="needs an answer")
NOT_APPROVED = Text(
    sv="gruppen har inte godkänt den än, så den besvaras inte nu",
    en="the group has not approved it yet, so it is not answered now",
)
TOO_LATE = Text(
    sv="godkänd efter ställningstagandet, kräver inget svar här",
    en="approved after the decision, needs no answer here",
)
WHAT = Text(sv="Vad gör ni med lärdomen?", en="What do you do with the lesson?")
BUTTONS: dict[LessonReply, Text] = {
    "taken-in": Text(sv="Görs i år", en="Take in"),
    "declined": Text(sv="Görs inte", en="Decline"),
    "no-longer": Text(sv="Gäller inte längre", en="No longer so"),
}
ASKED: dict[LessonReply, Text] = {
    "taken-in": Text(sv="Hur görs det i år?", en="How is it done this year?"),
    "declined": Text(sv="Varför görs det inte?", en="Why is it not done?"),
    "no-longer": Text(sv="Varför gäller lärdomen inte längre?", en="Why does the lesson no longer hold?"),
}
SAVE = Text(sv="Spara svaret", en="Save the answer")
CHANGE = Text(sv="Ändra svaret", en="Change the answer")


def show(visit: Visit, lesson: Lesson) -> None:
    """Show a lesson with its answer, or with the question what is done about it."""
    with st.container(key=f"lardom-{lesson.id}", gap="xsmall"):
        st.fragment(_lesson, key=_slot(lesson))(visit, lesson)


def _slot(lesson: Lesson) -> str:
    return f"lardomsdel-{lesson.id}"


def _lesson(visit: Visit, lesson: Lesson) -> None:
    visit = visit.now()
    saving.refused_at(_slot(lesson))
    answered = next((one for one in visit.desk.dossier.lesson_answers if one.lesson == lesson.id), None)
    waits = any(one.id == lesson.id for one in visit.desk.reading.lessons_waiting)
    proposed = lesson.state == "proposed"
    title = visit.desk.say(PROPOSED if proposed else LESSON).format(text=lesson.text)
    st.markdown(f":material/{'lightbulb' if proposed else 'history'}: **{escaped(title)}**")
    said = [FROM.say(visit.desk.language).format(event=_event_name(visit, lesson.from_event))]
    if not answered:
        said.append(visit.desk.say(WAITS if waits else NOT_APPROVED if proposed else TOO_LATE))
    st.caption(escaped(" · ".join(said)))
    if answered and not st.session_state.get(f"andra-{lesson.id}"):
        _answered(visit, lesson, answered)
    elif answered or waits:
        _ask(visit, lesson)


def _event_name(visit: Visit, dossier: str) -> str:
    try:
        return visit.desk.house.workspace.dossier(dossier).record.event.name
    except NotFound:
        return dossier


def _answered(visit: Visit, lesson: Lesson, answered: LessonAnswer) -> None:
    say = visit.desk.say
    st.markdown(f"{say(capital(REPLIES[answered.answer]))}: {escaped(answered.how)}")
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(escaped(words.saved(answered.given, visit)))
        _way_to_change(visit, lesson)


@takes("reply-to-lesson")
def _way_to_change(visit: Visit, lesson: Lesson) -> None:
    label = visit.desk.say(CHANGE)
    st.button(label, key=f"andrasvar-{lesson.id}", type="tertiary", on_click=_change, args=(lesson,))


def _change(lesson: Lesson) -> None:
    st.session_state[f"andra-{lesson.id}"] = True
    st.rerun(_slot(lesson))


@takes("reply-to-lesson")
def _ask(visit: Visit, lesson: Lesson) -> None:
    say, key = visit.desk.say, f"lardomssvar-{lesson.id}"
    with st.container(key=f"svar-lardom-{lesson.id}"):
        chosen: LessonReply | None = st.segmented_control(
            say(WHAT),
            list(BUTTONS),
            format_func=lambda one: say(BUTTONS[one]),
            key=key,
            required=True,
            width="stretch",
        )
    if chosen is None:
        return
    st.text_area(say(ASKED[chosen]), key=f"hur-{lesson.id}", max_chars=LONGEST_TEXT, height=90)
    shown = picture(visit.desk.dossier, f"lesson_answers/{lesson.id}")
    st.button(say(SAVE), key=f"sparasvar-{lesson.id}", on_click=_reply, args=(visit, lesson, chosen, shown))


def _reply(visit: Visit, lesson: Lesson, chosen: LessonReply, shown: Json) -> None:
    how = str(st.session_state.get(f"hur-{lesson.id}", ""))
    deed = ReplyToLesson(lesson=lesson.id, answer=chosen, how=how, seen=shown)
    if visit.desk.do(deed):
        st.session_state.pop(f"andra-{lesson.id}", None)
    else:
        st.session_state[saving.REFUSED] = _slot(lesson)
    st.rerun([_slot(lesson), *saving.totals(visit)])
