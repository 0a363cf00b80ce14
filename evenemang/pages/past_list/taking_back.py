"""Taking back a list that was read in: which lists there are, what goes and what stays, and the deed."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.past.putting_back import Update, put_back, tried_put_back, updates_taken_in
from evenemang.flow.past.taking_back import ReadIn, TakenBack, lists_read_in, tried_back
from evenemang.flow.past.words import put_back_said, stays_said, taken_back_said
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
PUTS = Text(
    sv="Det som togs in ur listan blir som det var före uppdateringen. I historiken står vem som tog "
    "tillbaka den.",
    en="What was taken in of the list becomes as it was before. The history says who took the update back.",
)
UPDATED = Text(sv="{file}, {when}, uppdatering", en="{file}, {when}, update")
TAKEN_IN = Text(sv="Uppdaterad {when} av {who}.", en="Updated {when} by {who}.")
PUT = Text(sv="Ta tillbaka uppdateringen", en="Take the update back")
PUT_DONE = Text(sv="Uppdateringen är tillbakatagen.", en="The update has been taken back.")
TAKE = Text(sv="Ta tillbaka listan", en="Take the list back")
DONE = Text(sv="Listan är tillbakatagen.", en="The list has been taken back.")
JUST_TAKEN = "lista-tillbakatagen"
FEW = 10  # dossiers that stay, named


def show(house: House, language: Language, actor: Actor | None) -> None:
    """Show the way to take a list or an update back, and what the last time did."""
    done: tuple[str, TakenBack] | None = st.session_state.pop(JUST_TAKEN, None)
    if done:
        st.success(done[0], icon=":material/undo:")
        _stays(done[1], language)
    if st.button(OPEN.say(language), key="lista-ta-tillbaka", type="tertiary", icon=":material/undo:"):
        st.dialog(OPEN.say(language))(_choose)(house, language, actor)


def _choose(house: House, language: Language, actor: Actor | None) -> None:
    lists: list[Update | ReadIn] = [*updates_taken_in(house.workspace), *lists_read_in(house.workspace)]
    if not lists:
        st.info(NONE.say(language))
        return
    chosen = st.selectbox(
        WHICH.say(language),
        sorted(lists, key=lambda one: one.at, reverse=True),
        format_func=lambda one: _called(one, language),
        key="lista-tillbaka-val",
    )
    text = TAKEN_IN if isinstance(chosen, Update) else READ_IN
    st.caption(escaped(text.say(language).format(when=moment(chosen.at, language), who=chosen.by)))
    if actor is None:
        st.info(SAY_WHO.say(language))
        return
    is_update = isinstance(chosen, Update)
    planned = (
        tried_put_back(house.workspace, chosen, actor)
        if isinstance(chosen, Update)
        else tried_back(house.workspace, chosen, actor)
    )
    st.write((PUTS if is_update else WHAT).say(language))
    st.write((put_back_said if is_update else taken_back_said)(planned, language))
    _stays(planned, language)
    if st.button((PUT if is_update else TAKE).say(language), key="lista-tillbaka-nu", type="primary"):
        _take(house, chosen, language, actor)


def _called(one: Update | ReadIn, language: Language) -> str:
    if isinstance(one, Update):
        return UPDATED.say(language).format(file=one.file, when=moment(one.at, language))
    return f"{one.file}, {moment(one.at, language)}"


def _stays(found: TakenBack, language: Language) -> None:
    if not found.stays:
        return
    st.write(stays_said(found, language))
    for one in found.stays[:FEW]:
        ways.link(f"**{escaped(one.name)}**", one.id)
        st.caption(one.why.say(language))


def _take(house: House, chosen: Update | ReadIn, language: Language, actor: Actor) -> None:
    try:
        if isinstance(chosen, Update):
            done = put_back(house.workspace, chosen, actor)
            said = f"{PUT_DONE.say(language)} {put_back_said(done, language)}"
        else:
            done = house.take_list_back(chosen, actor)
            said = f"{DONE.say(language)} {taken_back_said(done, language)}"
    except EvenemangError as refused:
        refusing.tell(refused, language, "take-list-back")
        return
    st.session_state[JUST_TAKEN] = (said, done)
    house.changed()
    st.rerun()
