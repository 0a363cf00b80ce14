"""What was logged, as the evaluation comes to it: nothing need be written twice."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.on_site import incidents
from evenemang.pages.showing import escaped

OPEN = Text(sv="öppen", en="open")
CLOSED = Text(sv="stängd", en="closed")
TO_SITE = Text(sv="Logga eller fyll i på plats", en="Log or complete on site")


def show(desk: Desk) -> None:
    """Show the incidents in a line each, and the way to where they are written."""
    st.header(incidents.heading(desk), anchor=False)
    lines = [
        f"- {escaped(f'{one.id} {one.what}')} :small[{desk.say(OPEN if one.is_open else CLOSED)}]"
        for one in desk.dossier.incidents
    ]
    if lines:
        st.markdown("\n".join(lines))
    ways.link(desk.say(TO_SITE), desk.dossier.id, "plats", icon=":material/arrow_forward:")
