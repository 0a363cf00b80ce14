"""The band that says the example year is shown, what day it is there, and how to take it away."""

from __future__ import annotations

from datetime import date

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.text import Language, Text
from evenemang.flow.saying import day
from evenemang.pages.house import House

TODAY = Text(
    sv="Exempelåret: i dag är {today}. Händelser, tal och föreningar är påhittade.",
    en="The example year: today is {today}. Events, figures and associations are invented.",
)
REMOVE = Text(sv="Ta bort exemplet", en="Remove the example")
ASK = Text(sv="Ta bort exempelåret?", en="Remove the example year?")
WHAT = Text(
    sv="Alla exempelärenden, platser, arrangörer och lärdomar tas bort. Egna ärenden blir kvar. "
    "Därefter gäller dagens riktiga datum. Det går inte att ångra.",
    en="All example dossiers, places, organisers and lessons are removed. Your own dossiers stay. "
    "After that the real date counts. It cannot be undone.",
)
KEEP = Text(sv="Behåll exemplet", en="Keep the example")


def show(house: House, language: Language, actor: Actor | None) -> None:
    """Show the band while the example year is here."""
    if house.example_as_of is None:
        return
    may = actor is None or house.workspace.access.may(actor, "remove-example")
    with st.container(key="exempel", horizontal=True, vertical_alignment="center"):
        st.markdown(f":small[{said(house.example_as_of, language)}]", width="stretch")
        if may and st.button(REMOVE.say(language), key="exempel-bort", type="tertiary"):
            st.dialog(ASK.say(language))(_confirm)(house, language, actor)


def said(today: date, language: Language) -> str:
    """Return the sentence of the band."""
    return TODAY.say(language).format(today=day(today, language))


def _confirm(house: House, language: Language, actor: Actor | None) -> None:
    st.write(WHAT.say(language))
    with st.container(horizontal=True):
        if st.button(REMOVE.say(language), key="exempel-ja", type="primary"):
            house.remove_example(actor)
            st.rerun()
        if st.button(KEEP.say(language), key="exempel-nej"):
            st.rerun()
