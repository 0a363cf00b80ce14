"""The pages and their menu: which there are, what they are called, and what each is given.

A page is imported when it is first shown, by its name: the first page must not wait for the others (0017).
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.text import Language, Text
from evenemang.pages import ways
from evenemang.pages.house import House
from evenemang.pages.signing_in import Visitor

MEMBERS, SETTINGS, RETENTION, MEETINGS, REPORT = "members", "settings", "retention", "meetings", "report"
NO_GUESTS = (SETTINGS, MEETINGS, "places", "organisers", "foresight", REPORT)
# The module in this folder: its title, icon and address (none: the first page), and whether the menu has it.
PAGES: dict[str, tuple[Text, str, str | None, bool]] = {
    "overview": (Text(sv="Översikt", en="Overview"), "home", None, True),
    "dossiers": (Text(sv="Ärenden", en="Dossiers"), "folder_open", "arenden", True),
    "places": (Text(sv="Platser", en="Places"), "place", ways.PLACES, True),
    "organisers": (Text(sv="Arrangörer", en="Organisers"), "corporate_fare", ways.ORGANISERS, True),
    "follow_up": (Text(sv="Uppföljning", en="Follow-up"), "finance", "uppfoljning", True),
    MEETINGS: (Text(sv="Möten", en="Meetings"), "groups", ways.MEETINGS, True),
    "foresight": (Text(sv="Förutseende", en="Foresight"), "visibility", "forutseende", True),
    REPORT: (Text(sv="Årets rapport", en="The year’s report"), "article", ways.REPORT, False),
    "new_dossier": (Text(sv="Nytt ärende", en="New dossier"), "add", "nytt-arende", False),
    "past_events": (Text(sv="Läs in en lista", en="Read a list"), "inventory_2", ways.PAST_EVENTS, False),
    "changed_registers": (
        Text(sv="Ändrade register", en="Changed registers"),
        "table_edit",
        ways.CHANGED_REGISTERS,
        False,
    ),
    "new_edition": (Text(sv="Ny upplaga", en="New edition"), "event_repeat", "ny-upplaga", False),
    "editions": (Text(sv="Upplagor", en="Editions"), "compare_arrows", ways.EDITIONS, False),
    SETTINGS: (Text(sv="Inställningar", en="Settings"), "tune", "installningar", True),
    MEMBERS: (Text(sv="Behörigheter", en="Roles"), "badge", "behorigheter", True),
    RETENTION: (Text(sv="Gallring", en="Retention"), "auto_delete", ways.RETENTION, False),
    "meeting": (Text(sv="Möte", en="Meeting"), "groups", ways.MEETING, False),
    "dossier": (Text(sv="Ärende", en="Dossier"), "description", "arende", False),
}


def show(house: House, language: Language, visitor: Visitor) -> st.Page:
    """Show the menu, where the visitor is let in, and return the page that the address asks for."""
    return st.navigation(
        [
            st.Page(
                partial(_render, name, house, language, visitor.actor),
                title=title.say(language),
                icon=f":material/{icon}:",
                url_path=path,
                default=path is None,
                visibility="visible" if in_menu and _is_for(name, house, visitor) else "hidden",
            )
            for name, (title, icon, path, in_menu) in PAGES.items()
        ],
        position="hidden" if visitor.outside else "top",
    )


def _is_for(name: str, house: House, visitor: Visitor) -> bool:
    """Whether the menu leads a visitor to a page: to the members only who may let others in; no guest to
    what the municipality sets, nor to its registers and meetings, nor to what all its events together tell.
    """
    if name in NO_GUESTS:
        return visitor.actor is None or house.workspace.access.sees(visitor.actor) is None
    if name != MEMBERS:
        return True
    if visitor.member is None or visitor.actor is None:
        return False
    return house.workspace.access.may(visitor.actor, "invite-guest")


def make_ready() -> None:
    """Import every page before it is asked for."""
    for name in PAGES:
        _module(name)


def _render(name: str, house: House, language: Language, actor: Actor | None) -> None:
    _module(name).render(house, language, actor)


def _module(name: str) -> Any:
    return import_module(f"evenemang.pages.{name}")
