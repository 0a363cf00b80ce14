"""The pages and their menu: which there are, what they are called, and what each is given."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.text import Language, Text
from evenemang.pages import (
    dossier,
    dossiers,
    follow_up,
    new_dossier,
    new_edition,
    overview,
    past_events,
    ways,
)
from evenemang.pages.house import House

OVERVIEW = Text(sv="Översikt", en="Overview")
DOSSIERS = Text(sv="Ärenden", en="Dossiers")
FOLLOW_UP = Text(sv="Uppföljning", en="Follow-up")
DOSSIER = Text(sv="Ärende", en="Dossier")
NEW_DOSSIER = Text(sv="Nytt ärende", en="New dossier")
PAST_EVENTS = Text(sv="Läs in en lista", en="Read a list")
NEW_EDITION = Text(sv="Ny upplaga", en="New edition")

Render = Callable[[House, Language, Actor | None], None]


def show(house: House, language: Language, actor: Actor | None) -> st.Page:
    """Show the menu and return the page that the address asks for."""

    def page(render: Render, title: Text, icon: str, path: str | None, *, hidden: bool = False) -> st.Page:
        return st.Page(
            partial(render, house, language, actor),
            title=title.say(language),
            icon=f":material/{icon}:",
            url_path=path,
            default=path is None,
            visibility="hidden" if hidden else "visible",
        )

    return st.navigation(
        [
            page(overview.render, OVERVIEW, "home", None),
            page(dossiers.render, DOSSIERS, "folder_open", "arenden"),
            page(follow_up.render, FOLLOW_UP, "finance", "uppfoljning"),
            page(new_dossier.render, NEW_DOSSIER, "add", "nytt-arende", hidden=True),
            page(past_events.render, PAST_EVENTS, "inventory_2", ways.PAST_EVENTS, hidden=True),
            page(new_edition.render, NEW_EDITION, "event_repeat", "ny-upplaga", hidden=True),
            page(dossier.render, DOSSIER, "description", "arende", hidden=True),
        ],
        position="top",
    )
