"""The parts of Underlag, and the ways to one of them: from another step, and from another part."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.pages import ways
from evenemang.pages.desk import Desk

KEY = "del"  # of the choice, and in the address, where the part stands by its word
PARTS: dict[str, Text] = {
    "evenemanget": Text(sv="Evenemanget", en="The event"),
    "uppgifter": Text(sv="Uppgifter", en="Facts"),
    "omraden": Text(sv="Riskområden", en="Risk areas"),
    "kontakter": Text(sv="Kontakter", en="Contacts"),
    "tillstand": Text(sv="Tillstånd", en="Permits"),
    "tidplan": Text(sv="Tidplan", en="Time plan"),
    "bilagor": Text(sv="Bilagor", en="Attachments"),
    "sekretess": Text(sv="Sekretess", en="Secrecy"),
    "andra": Text(sv="Flytta eller ställ in", en="Move or cancel"),
}


def link(desk: Desk, part: str, label: Text, icon: str | None = None) -> None:
    """Show a link from another step to a part."""
    ways.link(desk.say(label), desk.dossier.id, "underlag", icon=icon, **{KEY: desk.say(PARTS[part])})


def jump(desk: Desk, part: str, label: Text, icon: str | None = None) -> None:
    """Show a button from one part to another: the choice stands on the page, above any address."""

    def choose() -> None:
        st.session_state[KEY] = part

    st.button(desk.say(label), key=f"till-{part}", icon=icon, type="tertiary", on_click=choose)
