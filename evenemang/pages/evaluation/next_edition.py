"""The way to the next edition: what comes along, what does not, and the form for it."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.editions import COPIED, NOT_COPIED
from evenemang.flow.recalling.editions import editions_of
from evenemang.flow.storing import Search
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.new_edition import OFFERED, listed
from evenemang.pages.showing import escaped

TITLE = Text(sv="Nästa upplaga", en="The next edition")
ALONG = Text(sv="Följer med: {parts}.", en="Comes along: {parts}.")
STAYS = Text(
    sv="Följer inte med: {parts}. Det handlade om den här gången och kommer tillbaka som lärdomar.",
    en="Does not come along: {parts}. That was about this time and comes back as lessons.",
)
OPEN = Text(sv="Öppna nästa upplaga", en="Open the next edition")
EDITIONS = Text(sv="Upplagor", en="Editions")
COMPARE = Text(sv="Jämför upplagorna", en="Compare the editions")
LATER = Text(sv="Öppnad redan: {name}", en="Opened already: {name}")


def show(desk: Desk, *, begun: bool) -> None:
    """Show the way to the editions; once it has begun, what the next takes with it and the way there."""
    has_others = len(editions_of(desk.house.workspace, desk.dossier)) > 1
    if not begun:
        if has_others:
            st.header(desk.say(EDITIONS), anchor=False)
            ways.to_editions(desk.say(COMPARE), desk.dossier.id)
        return
    st.header(desk.say(TITLE), anchor=False)
    if has_others:
        ways.to_editions(desk.say(COMPARE), desk.dossier.id)
    for name, handle in later_editions(desk).items():
        ways.link(desk.say(LATER).format(name=escaped(name)), handle, icon=":material/event_available:")
    st.markdown(desk.say(ALONG).format(parts=listed(COPIED, desk.language)))
    st.caption(desk.say(OFFERED))
    st.caption(desk.say(STAYS).format(parts=listed(NOT_COPIED, desk.language)))
    if desk.house.may(desk.actor, "start-from-edition"):
        ways.to_new_edition(desk.say(OPEN), desk.dossier.id)


def later_editions(desk: Desk) -> dict[str, str]:
    """Return the editions of the same series that were opened after this one: name → id."""
    series = desk.dossier.event.series
    if series is None:
        return {}
    rows = desk.house.workspace.store.dossiers(Search(series=series))
    return {one.name: one.id for one in rows if one.opened > desk.dossier.opened.at}
