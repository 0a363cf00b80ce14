"""Upcoming events, the next first: when, worst residual risk, state, how much is answered."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Language, Text
from evenemang.flow.waiting import Around
from evenemang.pages import ways
from evenemang.pages.house import House
from evenemang.pages.rows import table

TITLE = Text(sv="Kommande evenemang", en="Upcoming events")
NONE = Text(
    sv="Inga kommande evenemang. Lägg upp nästa med Nytt ärende.",
    en="No upcoming events. Add the next with New dossier.",
)
ALL = Text(sv="Alla ärenden", en="All dossiers")
FEW = 8


def show(house: House, near: Around, language: Language) -> None:
    """Show the next events."""
    st.header(TITLE.say(language), anchor=False)
    if not near.upcoming:
        st.write(NONE.say(language))
    else:
        table(house, "lista-kommande", near.upcoming[:FEW], near.now, language)
    st.page_link(
        ways.page("arenden"), label=ALL.say(language), icon=":material/arrow_forward:", icon_position="right"
    )
