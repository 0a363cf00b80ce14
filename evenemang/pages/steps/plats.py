"""På plats: what happens while it runs, made for one thumb."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evenemang.domain.text import Text
from evenemang.pages import head, live
from evenemang.pages.desk import Desk
from evenemang.pages.on_site import (
    counting,
    day_log,
    incidents,
    new_incident,
    papers,
    rounds,
    stops,
    the_day,
    walking,
)

CHOOSE = Text(sv="På plats", en="On site")
VIEWS: dict[str, Text] = {
    "tillbud": Text(sv="Tillbud", en="Incidents"),
    "rakna": Text(sv="Räkna", en="Count"),
    "rond": Text(sv="Gå rond", en="Round"),
    "stopp": Text(sv="Stopp", en="Stop"),
    "dagbok": Text(sv="Dagbok", en="Day log"),
    "dagen": Text(sv="Dagen", en="The day"),
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
    papers.show(desk)
    live.watch(desk, live.Watch("plats", chosen, LISTENING.get(chosen)))


def _go() -> None:
    st.query_params[ADDRESS] = st.session_state[KEY]


def _incidents(desk: Desk) -> None:
    new_incident.show(desk)
    incidents.show(desk)


PARTS: dict[str, Callable[[Desk], None]] = {
    "tillbud": _incidents,
    "rakna": counting.show,
    "rond": rounds.show,
    "stopp": stops.show,
    "dagbok": day_log.show,
    "dagen": the_day.show,
}
# What is shown anew when others write; where nothing is named, the page is one.
LISTENING: dict[str, live.Parts] = {
    "tillbud": lambda _now, _touched: (head.FRAGMENT, new_incident.LIST),
    "rakna": lambda _now, _touched: (head.FRAGMENT, counting.FRAGMENT),
    "rond": lambda _now, _touched: (head.FRAGMENT, walking.FRAGMENT),
    "stopp": lambda _now, _touched: (head.FRAGMENT, stops.FRAGMENT),
    "dagbok": lambda _now, _touched: (head.FRAGMENT, day_log.FRAGMENT),
}
