"""A list of past events: chosen, its columns settled, tried, and kept as dossiers all at once."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.past.headings import Listed
from evenemang.flow.past.keeping import Kept
from evenemang.flow.past.mapping import remembered
from evenemang.flow.past.trying import tried
from evenemang.flow.words import STATES, capital
from evenemang.pages import noticed, refusing, ways
from evenemang.pages.allowed import is_open
from evenemang.pages.house import House
from evenemang.pages.new_dossier import BACK
from evenemang.pages.past_list import columns, differing, file, names, outcome, taking_back
from evenemang.pages.past_list.differing import JUST_KEPT

TITLE = Text(sv="Läs in en lista över tidigare evenemang", en="Read a list of past events")
WHAT = Text(
    sv="Har ni redan en lista över vad som har hållits, i Excel eller som textfil? Varje rad blir ett "
    "ärende, så att historiken syns bredvid nästa upplaga. Inget lagras innan du har sett vad det blir.",
    en="Have you already a list of what was held, in Excel or as a text file? Each row becomes a dossier, so "
    "that history is seen beside the next edition. Nothing is kept before you have seen what it becomes.",
)
KEPT = Text(
    sv="Lagrade ärenden: {dossiers}. Nya platser: {places}. Nya arrangörer: {organisers}. "
    "Föreslagna lärdomar: {lessons}.",
    en="Dossiers kept: {dossiers}. New places: {places}. New organisers: {organisers}. "
    "Proposed lessons: {lessons}.",
)
UPDATED = Text(
    sv="Uppdaterade ärenden: {updated}. Ändringarna står under Historik i vart och ett.",
    en="Dossiers updated: {updated}. The changes stand under History in each.",
)
TO_LIST = Text(sv="Visa tidigare evenemang", en="Show past events")


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the page."""
    st.page_link(ways.page("arenden"), label=BACK.say(language), icon=":material/arrow_back:")
    st.title(TITLE.say(language), anchor=False)
    if not is_open(house, language, actor, "import-from-list"):
        return
    st.write(WHAT.say(language))
    listed = file.chosen(house, language)
    if listed is None:
        st.session_state.pop(JUST_KEPT, None)
        taking_back.show(house, language, actor)
        return
    if JUST_KEPT in st.session_state:
        _kept(st.session_state[JUST_KEPT], language)
        _rest(house, listed, language, actor)
        taking_back.show(house, language, actor)
        return
    settled = columns.settled(house, listed, language)
    if settled is None:
        return
    try:
        trial = tried(house.workspace, listed, names.answered(settled))
    except EvenemangError as refused:
        refusing.tell(refused, language, "try-list")
        return
    names.ask(trial.questions, language)
    made = outcome.show(house, trial, language, actor)
    differing.show(house, trial, language, actor)
    if made:
        st.session_state[JUST_KEPT] = made
        st.rerun()


def _rest(house: House, listed: Listed, language: Language, actor: Actor | None) -> None:
    """Show what the list says otherwise still, after some of it was kept."""
    settled = remembered(house.workspace.store, listed.headings)
    if settled:
        differing.show(house, tried(house.workspace, listed, settled), language, actor)


def _kept(made: Kept, language: Language) -> None:
    counts = {name: len(ids) for name, ids in vars(made).items()}
    said = [one.say(language).format(**counts) for one in (KEPT, UPDATED) if one is KEPT or made.updated]
    st.success(" ".join(said), icon=":material/task_alt:")
    noticed.show()
    word = capital(STATES["past"]).say(language)
    st.page_link(
        ways.page("arenden"),
        label=TO_LIST.say(language),
        icon=":material/arrow_forward:",
        query_params={"lage": word},
    )
