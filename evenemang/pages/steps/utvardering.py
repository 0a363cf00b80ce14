"""Utvärdering: how it went, what was learned, and the way to the next edition."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.evaluation import full, lessons, next_edition, outcome, quick

NOT_YET = Text(sv="Evenemanget har inte börjat än", en="The event has not begun yet")
AFTERWARDS = Text(
    sv="Utvärdera det efteråt. Det som händer under tiden loggas på plats.",
    en="Evaluate it afterwards. What happens meanwhile is logged on site.",
)
LOGGED = Text(
    sv="Händelser är loggade: fyll i hela utvärderingen",
    en="Incidents are logged: fill in the whole evaluation",
)
WAITS = Text(sv="Evenemanget är inte utvärderat än", en="The event is not evaluated yet")
TO_SITE = Text(sv="Till På plats", en="To On site")


def render(desk: Desk) -> None:
    """Show the evaluation, or the form for it; then the lessons and the next edition."""
    _evaluation(desk)
    lessons.show(desk)
    next_edition.show(desk)


def _evaluation(desk: Desk) -> None:
    start, given = desk.dossier.event.start, desk.dossier.evaluation
    if given:
        outcome.show(desk, given)
        full.show(desk, primary=False)
    elif start and desk.house.workspace.now() < start:
        st.header(desk.say(NOT_YET), anchor=False)
        st.caption(desk.say(AFTERWARDS))
        ways.link(desk.say(TO_SITE), desk.dossier.id, "plats", icon=":material/arrow_forward:")
    elif desk.dossier.incidents:
        st.header(desk.say(LOGGED if desk.may("evaluate") else WAITS), anchor=False)
        full.show(desk, primary=True)
    elif not desk.may("evaluate"):
        st.header(desk.say(WAITS), anchor=False)
    else:
        quick.show(desk)
        full.show(desk, primary=False)
