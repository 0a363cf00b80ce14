"""The field of an answer: yes or no, a choice, a number, a text, a time; saved when it is given."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.checklist import NOT_RELEVANT, YES_NO, Question
from evenemang.domain.condition import Value
from evenemang.domain.text import Text
from evenemang.flow.words import ANSWERS, capital
from evenemang.pages.allowed import takes
from evenemang.pages.showing import escaped
from evenemang.pages.walk import saving, words
from evenemang.pages.walk.visit import Visit

CLOCK_FORM = Text(sv="14:30, eller 2027-08-20 14:30", en="14:30, or 2027-08-20 14:30")
UNIT = Text(sv="Svar i {unit}", en="Answer in {unit}")
ANSWER = Text(sv="Svar", en="Answer")
IS_NOT_RELEVANT = Text(sv="Svarat: ej aktuellt", en="Answered: not relevant")


def field(visit: Visit, question: Question, *, keep_typed: bool) -> None:
    """Show the field of a question with its answer; a refused text stays until it is mended."""
    with st.container(key=f"svar-{question.id}"):
        if not visit.may("give-answer"):
            as_text(visit, question.id, question)
        elif question.answer == "yes-no":
            yes_no(visit, question.id, visit.desk.say(question.ask))
        elif question.answer == "choice":
            _choice(visit, question)
        else:
            _typed(visit, question, keep_typed=keep_typed)


def as_text(visit: Visit, question: str, asked: Question | None) -> None:
    """Show the answer that stands to who may not give one."""
    value = _stored(visit, question)
    if value is not None:
        said = words.answer_words(asked, value, visit.desk.language)
        icon = f":material/{words.ICONS[value]}: " if value in words.ICONS else ""
        st.markdown(f"{icon}**{escaped(said)}**")


def yes_no(visit: Visit, question: str, ask: str) -> None:
    """Show Ja, Delvis, Nej and Ej aktuellt; one waiting for its reason stands as chosen."""
    key = _key(question)
    waits = st.session_state.get(saving.REASON) == question
    st.session_state[key] = NOT_RELEVANT if waits else _stored(visit, question)
    st.segmented_control(
        escaped(ask),
        (*YES_NO, NOT_RELEVANT),
        format_func=lambda one: f":material/{words.ICONS[one]}: {visit.desk.say(capital(ANSWERS[one]))}",
        key=key,
        required=True,
        width="stretch",
        label_visibility="collapsed",
        on_change=saving.give,
        args=_saved_by(visit, question),
    )


def _choice(visit: Visit, question: Question) -> None:
    say, key = visit.desk.say, _key(question.id)
    said = {one.id: escaped(say(one.text)) for one in question.choices}
    stored = _stored(visit, question.id)
    st.session_state[key] = stored if stored in said else None
    _say_set_aside(visit, stored)
    st.radio(
        escaped(say(question.ask)),
        list(said),
        format_func=lambda one: said[one],
        key=key,
        index=None,
        label_visibility="collapsed",
        on_change=saving.give,
        args=_saved_by(visit, question.id),
    )


def _typed(visit: Visit, question: Question, *, keep_typed: bool) -> None:
    say, key = visit.desk.say, _key(question.id)
    stored = _stored(visit, question.id)
    if not (keep_typed and key in st.session_state):
        st.session_state[key] = "" if stored in (None, NOT_RELEVANT) else _as_typed(visit, stored)
    unit = words.unit_words(question.unit, visit.desk.language)
    label = say(UNIT).format(unit=unit) if unit else say(ANSWER)
    _say_set_aside(visit, stored)
    element = st.text_area if question.answer == "text" else st.text_input
    element(
        escaped(label),
        key=key,
        placeholder=say(CLOCK_FORM) if question.answer == "time" else None,
        on_change=saving.give,
        args=(visit, question.id, saving.seen_typing(visit, question.id), key),
    )


@takes("give-answer")
def not_relevant(visit: Visit, question: str) -> None:
    """Let a question that is not answered yes or no be set aside too."""
    if _stored(visit, question) == NOT_RELEVANT:
        return
    st.button(
        visit.desk.say(capital(ANSWERS[NOT_RELEVANT])),
        key=f"ej-{question}",
        type="tertiary",
        icon=f":material/{words.ICONS[NOT_RELEVANT]}:",
        on_click=saving.set_aside,
        args=(visit, question, saving.seen(visit, question)),
    )


def _say_set_aside(visit: Visit, stored: Value | None) -> None:
    if stored == NOT_RELEVANT:
        st.markdown(f":material/{words.ICONS[NOT_RELEVANT]}: {visit.desk.say(IS_NOT_RELEVANT)}")


def _as_typed(visit: Visit, stored: Value | None) -> str:
    if isinstance(stored, int | float) and not isinstance(stored, bool):
        return words.figure(stored, visit.desk.language)
    return str(stored)


def _stored(visit: Visit, question: str) -> Value | None:
    return visit.desk.dossier.assessment.value(question)


def _saved_by(visit: Visit, question: str) -> tuple[object, ...]:
    return visit, question, saving.seen(visit, question), _key(question)


def _key(question: str) -> str:
    return f"varde-{question}"
