"""What a rule found that may be a lesson: a person words it and ties it, or says why it is none."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.lesson import Lesson
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.drawing_lessons import BECAUSE, Candidate, candidates
from evenemang.flow.learning import NewLesson, decline_at_once, note_lesson
from evenemang.pages import noticed
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk
from evenemang.pages.evaluation import ties
from evenemang.pages.evaluation.trying import tell, tried_beside
from evenemang.pages.showing import escaped

ONE = Text(sv="1 förslag på lärdom", en="1 proposed lesson")
MANY = Text(sv="{count} förslag på lärdomar", en="{count} proposed lessons")
FROM = Text(
    sv="Ur händelser, åtgärder som inte hjälpte och risker som ingen förutsåg. Skriv lärdomen så att "
    "nästa års grupp förstår, eller säg varför det inte är någon.",
    en="From incidents, actions that did not help and risks nobody foresaw. Word the lesson so that "
    "next year's group understands, or say why it is none.",
)
SENTENCE = Text(sv="Lärdomen i en mening", en="The lesson in one sentence")
PROPOSE = Text(sv="Lägg fram för gruppen", en="Put before the group")
NO_LESSON = Text(sv="Ingen lärdom", en="No lesson")
WHY = Text(sv="Varför är det ingen lärdom?", en="Why is it no lesson?")
SAVE_WHY = Text(sv="Spara skälet", en="Save the reason")
MORE = Text(sv="Visa {count} förslag till", en="Show {count} more")
EMPTY = Text(
    sv="Det är inte sparat. Skriv lärdomen i en mening.",
    en="It is not saved. Write the lesson in one sentence.",
)
AT_ONCE = 3


@takes("note-lesson")
def show(desk: Desk, noted: tuple[Lesson, ...], fragment: str) -> None:
    """Show the first proposals, the others folded; nothing where none is left."""
    found = candidates(desk.dossier, noted, desk.secrets)
    if not found:
        return
    st.header(desk.say(ONE if len(found) == 1 else MANY).format(count=len(found)), anchor=False)
    st.caption(desk.say(FROM))
    for one in found[:AT_ONCE]:
        _card(desk, one, fragment)
    rest = found[AT_ONCE:]
    if rest:
        with st.expander(desk.say(MORE).format(count=len(rest)), key="fler-forslag"):
            for one in rest:
                _card(desk, one, fragment)


def _key(desk: Desk, one: Candidate) -> str:
    return f"forslag-{desk.dossier.id}-{one.drawn_from.replace('/', '-')}"


def _card(desk: Desk, one: Candidate, fragment: str) -> None:
    key = _key(desk, one)
    with st.container(border=True, key=key):
        st.caption(f"{desk.say(BECAUSE[one.by])}: {escaped(one.source)}")
        st.text_area(
            desk.say(SENTENCE),
            one.text,
            key=f"{key}-text",
            height=80,
            max_chars=LONGEST_TEXT,
            on_change="ignore",
        )
        ties.choose(desk, one.concerns, key)
        with st.container(horizontal=True):
            st.button(desk.say(PROPOSE), key=f"{key}-fram", on_click=_propose, args=(desk, one, fragment))
            _no_lesson(desk, one, fragment)


@takes("decline-lesson")
def _no_lesson(desk: Desk, one: Candidate, fragment: str) -> None:
    key = _key(desk, one)
    with st.popover(desk.say(NO_LESSON), key=f"{key}-ingen"):
        st.text_input(desk.say(WHY), key=f"{key}-skal", max_chars=LONGEST_TEXT, on_change="ignore")
        st.button(desk.say(SAVE_WHY), key=f"{key}-avsla", on_click=_decline, args=(desk, one, fragment))


def _propose(desk: Desk, one: Candidate, fragment: str) -> None:
    text = str(st.session_state.get(f"{_key(desk, one)}-text") or "")
    if not text.strip():
        tell(desk, EMPTY)
    else:
        tried_beside(desk, lambda by: _note(desk, _new(desk, one, text), by))
    st.rerun([fragment])


def _note(desk: Desk, new: NewLesson, by: Actor) -> None:
    note_lesson(desk.house.workspace, new, by)
    noticed.look(new, desk.language)


def _decline(desk: Desk, one: Candidate, fragment: str) -> None:
    because = str(st.session_state.get(f"{_key(desk, one)}-skal") or "")
    new = _new(desk, one, one.text)
    tried_beside(desk, lambda by: decline_at_once(desk.house.workspace, new, because, by))
    st.rerun([fragment])


def _new(desk: Desk, one: Candidate, text: str) -> NewLesson:
    return NewLesson(
        text=text,
        from_event=desk.dossier.id,
        from_incident=one.incident,
        drawn_from=one.drawn_from,
        concerns=ties.chosen(desk, one.concerns, _key(desk, one)),
    )
