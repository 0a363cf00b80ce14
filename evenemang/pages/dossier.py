"""One dossier: found by the address, its head, and the step that the address asks for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.pages import head, ways
from evenemang.pages.desk import Desk, desk_with
from evenemang.pages.house import House
from evenemang.pages.steps import (
    arbetsbok,
    atgarder,
    beslut,
    checklistor,
    granskning,
    historik,
    plats,
    risker,
    underlag,
    utvardering,
)

STEPS: dict[str, Callable[[Desk], None]] = {
    "underlag": underlag.render,
    "checklistor": checklistor.render,
    "risker": risker.render,
    "atgarder": atgarder.render,
    "granskning": granskning.render,
    "beslut": beslut.render,
    "plats": plats.render,
    "utvardering": utvardering.render,
    "arbetsbok": arbetsbok.render,
    "historik": historik.render,
}
FIRST = "underlag"

WHICH = Text(sv="Vilket ärende?", en="Which dossier?")
NO_ID = Text(
    sv="Adressen säger inte vilket ärende som ska öppnas. Välj det i listan.",
    en="The address does not say which dossier to open. Choose it in the list.",
)
TO_LIST = Text(sv="Till ärendena", en="To the dossiers")


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the dossier and step of the address; without one, the way to the list."""
    wanted = st.query_params.get("id", "")
    if not wanted:
        _lost(NO_ID.say(language), language)
        return
    try:
        desk = at_desk(house, wanted, language, actor)
    except EvenemangError as unknown:
        _lost(unknown.say(language), language)
        return
    asked = st.query_params.get("steg", FIRST)
    step = asked if asked in STEPS else FIRST
    _tell_address(step)
    st.set_page_config(page_title=f"{desk.dossier.event.name} · Evenemang")
    head.show(desk, step)
    STEPS[step](desk)


def _tell_address(step: str) -> None:
    """Put the step in the browser's address: a link from a page to itself leaves the old one there."""
    st.query_params["steg"] = step


def at_desk(house: House, handle: str, language: Language, actor: Actor | None) -> Desk:
    """Return the desk with a dossier on it.

    Raises:
        NotFound: If nothing answers to the handle.
        Ambiguous: If it fits several.
    """
    return desk_with(house, house.workspace.dossier(handle), language, actor)


def _lost(why: str, language: Language) -> None:
    st.title(WHICH.say(language), anchor=False)
    st.text(why)
    st.page_link(ways.page("arenden"), label=TO_LIST.say(language), icon=":material/folder_open:")
