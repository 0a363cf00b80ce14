"""A new organiser in the register, put on the event at once."""

from __future__ import annotations

from typing import Any

import streamlit as st

from evenemang.domain.organiser import Organiser
from evenemang.domain.text import Text
from evenemang.flow.opening import SetEvent
from evenemang.flow.words import EXPERIENCES, ORGANISER_KINDS, capital
from evenemang.pages import noticed
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, show_refusal

NEW = Text(sv="Ny arrangör", en="New organiser")
NAME = Text(sv="Arrangörens namn", en="Organiser's name")
KIND = Text(sv="Vem är det?", en="Who is it?")
EXPERIENCE = Text(sv="Vana att arrangera", en="Experience of holding events")
CONTACT = Text(sv="Kontaktperson", en="Contact person")
ADD = Text(sv="Lägg till arrangören", en="Add the organiser")
MISSING = Text(
    sv="Skriv arrangörens namn och en kontaktperson.", en="Write the organiser's name and a contact."
)


@takes("add-organiser", "set-event")
def show(desk: Desk) -> None:
    """Show the way to a new organiser."""
    if st.button(desk.say(NEW), key="ny-arrangor", icon=":material/add:", type="tertiary"):
        st.dialog(desk.say(NEW))(_form)(desk)


def _form(desk: Desk) -> None:
    said: dict[str, Any] = {
        "name": st.text_input(desk.say(NAME), max_chars=200, key="arrangor-namn"),
        "contact": st.text_input(desk.say(CONTACT), max_chars=200, key="arrangor-kontakt"),
        "kind": st.segmented_control(
            desk.say(KIND),
            list(ORGANISER_KINDS),
            default="external",
            required=True,
            format_func=lambda one: desk.say(capital(ORGANISER_KINDS[one])),
            key="arrangor-slag",
        ),
        "experience": st.segmented_control(
            desk.say(EXPERIENCE),
            list(EXPERIENCES),
            default="some",
            required=True,
            format_func=lambda one: desk.say(capital(EXPERIENCES[one])),
            key="arrangor-vana",
        ),
    }
    if st.button(desk.say(ADD), key="arrangor-spara", type="primary"):
        _keep(desk, said)
    show_refusal()


def _keep(desk: Desk, said: dict[str, Any]) -> None:
    if not (said["name"].strip() and said["contact"].strip()):
        st.error(desk.say(MISSING))
        return
    workspace = desk.house.workspace
    if desk.actor is None:
        desk.do(SetEvent())
        return
    organiser = Organiser.model_validate({**said, "id": workspace.new_id("organiser")})
    workspace.keep("organiser", organiser, desk.actor, "add-organiser")
    if desk.do_as_seen(SetEvent(organiser=organiser.id)):
        noticed.look(organiser, desk.language)
    st.rerun()
