"""På plats: what happens while it runs, made for one thumb."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evenemang.domain.text import Text
from evenemang.pages import head, live
from evenemang.pages.desk import Desk
from evenemang.pages.on_site import day_log, incidents, new_incident, rounds, standing_conditions

CHOOSE = Text(sv="På plats", en="On site")
VIEWS: dict[str, Text] = {
    "tillbud": Text(sv="Tillbud", en="Incidents"),
    "dagbok": Text(sv="Dagbok", en="Day log"),
    "rond": Text(sv="Gå rond", en="Round"),
    "villkor": Text(sv="Villkor", en="Conditions"),
}

FIRST = "tillbud"
ADDRESS, KEY = "vy", "plats-vy"


def render(desk: Desk) -> None:
    """Show the part that the address asks for; incidents unless it asks for another."""
    asked = st.query_params.get(ADDRESS, FIRST)
    chosen = asked if asked in VIEWS else FIRST
    st.session_state[KEY] = chosen
    st.segmented_control(
        desk.say(CHOOSE),
        list(VIEWS),
        format_func=lambda one: desk.say(VIEWS[one]),
        key=KEY,
        required=True,
        width="stretch",
        label_visibility="collapsed",
        on_change=_go,
    )
    PARTS[chosen](desk)
    live.watch(desk, live.Watch("plats", chosen, LISTENING.get(chosen)))


def _go() -> None:
    st.query_params[ADDRESS] = st.session_state[KEY]


def _incidents(desk: Desk) -> None:
    new_incident.show(desk)
    incidents.show(desk)


PARTS: dict[str, Callable[[Desk], None]] = {
    "tillbud": _incidents,
    "dagbok": day_log.show,
    "rond": rounds.show,
    "villkor": standing_conditions.show,
}
# What is shown anew when others write; where nothing is named, the page is one.
LISTENING: dict[str, live.Parts] = {
    "tillbud": lambda _now, _touched: (head.FRAGMENT, new_incident.LIST),
    "dagbok": lambda _now, _touched: (head.FRAGMENT, day_log.FRAGMENT),
    "rond": lambda _now, _touched: (head.FRAGMENT, rounds.FRAGMENT),
}
