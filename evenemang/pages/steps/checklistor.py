"""Checklistor: the walk through the questions of each area, one section at a time."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.pages import newer
from evenemang.pages.desk import Desk
from evenemang.pages.walk import elsewhere, focus, foot, lessons, listening, remembered, sidebar, stretch
from evenemang.pages.walk.visit import ELSEWHERE, Visit, areas, visit
from evenemang.pages.ways import link

NO_AREAS = Text(
    sv="Inga riskområden är valda än. Välj dem i underlaget, så kommer frågorna hit.",
    en="No areas of risk are chosen yet. Choose them in the basis, and the questions come here.",
)
TO_BASIS = Text(sv="Till underlaget", en="To the basis")


def render(desk: Desk) -> None:
    """Show the walk where the address says one stands."""
    here = visit(desk)
    if here.area is None:
        st.info(desk.say(NO_AREAS))
        link(desk.say(TO_BASIS), desk.dossier.id, "underlag")
        _lessons(here, None)  # they ask for an answer all the same
        return
    asked = st.query_params.pop("fraga", None)
    if asked:
        focus.aim(asked)
    sidebar.show(here)
    if here.area == areas(desk)[0]:
        _lessons(here, None)  # of the whole event: where the walk begins
    if here.area == ELSEWHERE:
        elsewhere.show(here)
    else:
        newer.show(desk, here.area)
        _lessons(here, here.area)
        stretch.show(here, here.area)
        remembered.show_limits(here)
    foot.show(here)
    listening.show(here)


def _lessons(here: Visit, area: str | None) -> None:
    """Show the lessons that concern no single question: those of a whole area, or (None) the whole event."""
    for lesson in here.desk.reading.lessons_of(area):
        lessons.show(here, lesson)
