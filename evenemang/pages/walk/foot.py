"""The foot of the walk: when something was last saved, and the way to the next unanswered question."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.walking import next_unanswered
from evenemang.pages import said
from evenemang.pages.showing import escaped
from evenemang.pages.walk import focus, saving, words
from evenemang.pages.walk.visit import Visit, go

NEXT = Text(sv="Nästa obesvarade", en="Next unanswered")
ALL = Text(sv="Alla frågor är besvarade", en="Every question is answered")
NOTHING = Text(sv="Inget sparat än", en="Nothing saved yet")


def show(visit: Visit) -> None:
    """Show the foot; it follows each answer."""
    st.fragment(_foot, key=saving.FOOT)(visit)


def _foot(visit: Visit) -> None:
    visit = visit.now()
    with (
        said.saying(saving.FOOT, _words(visit), lambda: _words(visit.now())),
        st.bottom,
        st.container(
            horizontal=True,
            horizontal_alignment="distribute",
            vertical_alignment="center",
            key="vandringsfot",
        ),
    ):
        st.markdown(_saved(visit), width="content")
        if _next(visit) is None:
            st.markdown(f":material/check_circle: {visit.desk.say(ALL)}", width="content")
        else:
            st.button(
                visit.desk.say(NEXT),
                key="nasta-obesvarade",
                type="primary",
                icon=":material/arrow_downward:",
                icon_position="right",
                shortcut="Alt+N",
                on_click=_go_on,
                args=(visit,),
            )
    focus.lead()


def _words(visit: Visit) -> object:
    return _saved(visit), _next(visit) is None


def _saved(visit: Visit) -> str:
    dossier = visit.desk.dossier
    answers, replies = dossier.assessment.answers.values(), dossier.lesson_answers
    stamps = [*(one.given for one in answers), *(one.given for one in replies)]
    if not stamps:
        return f":material/cloud_off: {visit.desk.say(NOTHING)}"
    last = max(stamps, key=lambda one: one.at)
    return (
        f":material/cloud_done: {visit.desk.say(words.SAVED)} {escaped(words.moment_short(last.at, visit))}"
    )


def _next(visit: Visit) -> object:
    desk = visit.desk
    return next_unanswered(desk.dossier, desk.reading, desk.content, visit.stretch)


def _go_on(visit: Visit) -> None:
    desk = visit.now().desk
    found = next_unanswered(desk.dossier, desk.reading, desk.content, visit.stretch, focus.last())
    if found is None:
        st.rerun(saving.FOOT)
    focus.aim(found.question.id)
    here = visit.stretch
    if here and (here.area, here.id) == (found.stretch.area, found.stretch.id):
        st.rerun(saving.FOOT)
    go(found.stretch.area, found.stretch.id)
    st.rerun()
