"""Taking back a list that was read in: which lists there are, what goes and what stays, and the deed."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.past.taking_back import ReadIn, TakenBack, lists_read_in, tried_back
from evenemang.flow.past.words import stays_said, taken_back_said
from evenemang.pages import refusing, ways
from evenemang.pages.desk import SAY_WHO
from evenemang.pages.house import House
from evenemang.pages.showing import escaped, moment

OPEN = Text(sv="Ta tillbaka en inläst lista", en="Take back a list that was read in")
NONE = Text(sv="Ingen lista är inläst.", en="No list has been read in.")
WHICH = Text(sv="Vilken lista?", en="Which list?")
READ_IN = Text(sv="Inläst {when} av {who}.", en="Read in {when} by {who}.")
WHAT = Text(
    sv="Det här tas bort, med arbetsböckerna. I historiken står vem som tog tillbaka listan.",
    en="This is taken away, with its workbooks. The history says who took the list back.",
)
TAKE = Text(sv="Ta tillbaka listan", en="Take the list back")
DONE = Text(sv="Listan är tillbakatagen.", en="The list has been taken back.")
JUST_TAKEN = "lista-tillbakatagen"
FEW = 10  # dossiers that stay, named


def show(house: House, language: Language, actor: Actor | None) -> None:
    """Show the way to take a list back, and what the last time did."""
    done: TakenBack | None = st.session_state.pop(JUST_TAKEN, None)
    if done:
        st.success(f"{DONE.say(language)} {taken_back_said(done, language)}", icon=":material/undo:")
        _stays(done, language)
    if st.button(OPEN.say(language), key="lista-ta-tillbaka", type="tertiary", icon=":material/undo:"):
        st.dialog(OPEN.say(language))(_choose)(house, language, actor)


def _choose(house: House, language: Language, actor: Actor | None) -> None:
    lists = lists_read_in(house.workspace)
    if not lists:
        st.info(NONE.say(language))
        return
    chosen = st.selectbox(
        WHICH.say(language),
        lists,
        format_func=lambda one: f"{one.file}, {moment(one.at, language)}",
        key="lista-tillbaka-val",
    )
    said = READ_IN.say(language).format(when=moment(chosen.at, language), who=chosen.by)
    st.caption(escaped(said))
    if actor is None:
        st.info(SAY_WHO.say(language))
        return
    planned = tried_back(house.workspace, chosen, actor)
    st.write(WHAT.say(language))
    st.write(taken_back_said(planned, language))
    _stays(planned, language)
    if st.button(TAKE.say(language), key="lista-tillbaka-nu", type="primary"):
        _take(house, chosen, language, actor)


def _stays(found: TakenBack, language: Language) -> None:
    if not found.stays:
        return
    st.write(stays_said(found, language))
    for one in found.stays[:FEW]:
        ways.link(f"**{escaped(one.name)}**", one.id)
        st.caption(one.why.say(language))


def _take(house: House, chosen: ReadIn, language: Language, actor: Actor) -> None:
    try:
        st.session_state[JUST_TAKEN] = house.take_list_back(chosen, actor)
    except EvenemangError as refused:
        refusing.tell(refused, language, "take-list-back")
        return
    house.changed()
    st.rerun()
