"""Where: the place, its zones, and a new place or zone while nothing more is known of it."""

from __future__ import annotations

from itertools import count
from typing import Any, cast

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.place import Place, Zone
from evenemang.domain.text import Text
from evenemang.flow.opening import SetEvent
from evenemang.flow.saying import number
from evenemang.flow.storing import Record
from evenemang.pages import noticed, registers, ways
from evenemang.pages.allowed import is_members, takes, told
from evenemang.pages.desk import Desk, fresh, show_refusal
from evenemang.pages.held import hold

TITLE = Text(sv="Plats", en="Place")
PLACE = Text(sv="Huvudplats", en="Main place")
ZONES = Text(sv="Delområden som används", en="Zones that are used")
ZONES_HINT = Text(sv="Välj delområden", en="Choose zones")
NONE = Text(sv="Inga delområden passar", en="No zone fits")
HOLDS = Text(sv="{zone} ({place}), rymmer {holds}", en="{zone} ({place}), holds {holds}")
SEE = Text(sv="Vad som står och har hänt på platsen", en="What stands and has happened at the place")
NEW_PLACE = Text(sv="Ny plats", en="New place")
NEW_ZONE = Text(sv="Nytt delområde", en="New zone")
NAME = Text(sv="Namn", en="Name")
AREA = Text(sv="Hela ytan (m²)", en="Whole area (m²)")
NET = Text(
    sv="Fri yta (m²), utan scen, stånd och staket", en="Free area (m²), without stage, stalls and fences"
)
DENSITY = Text(sv="Personer per m² att planera för", en="Persons per m² to plan for")
ADD = Text(sv="Lägg till", en="Add")
NAMELESS = Text(sv="Skriv ett namn.", en="Write a name.")
NET_TOO_BIG = Text(
    sv="Den fria ytan kan inte vara större än hela ytan.", en="The free area cannot exceed the whole area."
)


@st.fragment
def show(desk: Desk) -> None:
    """Show place and zones."""
    before, desk = desk, fresh(desk)
    st.header(desk.say(TITLE), anchor=False)
    show_refusal()
    places = registers.places(desk.house)
    event = desk.dossier.event

    def keep_place() -> None:
        said = st.session_state["plats"]
        desk.do_as_seen(SetEvent(place=said) if said else SetEvent(clear=("place",)))

    if desk.may("set-event"):
        registers.choose(
            desk.say(PLACE),
            {one.id: one.name for one in places.values()},
            event.place,
            language=desk.language,
            key="plats",
            on_change=keep_place,
        )
    else:
        place = places.get(event.place or "")
        told(desk.say(PLACE), place.name if place else event.place)
    main = places.get(event.place or "")
    if main and is_members(desk.house, desk.actor):
        ways.to_place(desk.say(SEE), main.id, icon=":material/place:")
    _zones(desk, places)
    _ways_to_new(desk, places)
    if before.dossier.event.place != event.place or before.dossier.event.zones != event.zones:
        st.rerun()


def _zones(desk: Desk, places: dict[str, Place]) -> None:
    said = {
        f"{place.id}/{zone.id}": desk.say(HOLDS).format(
            zone=zone.name, place=place.name, holds=number(zone.holds, desk.language)
        )
        for place in places.values()
        for zone in place.zones
    }

    def keep() -> None:
        desk.do_as_seen(SetEvent(zones=tuple(st.session_state["delomraden"])))

    chosen = [zone for zone in desk.dossier.event.zones if zone in said]
    if not desk.may("set-event"):
        told(desk.say(ZONES), "\n".join(said[one] for one in chosen))
    elif said:
        st.multiselect(
            desk.say(ZONES),
            list(said),
            format_func=said.__getitem__,
            placeholder=desk.say(ZONES_HINT),
            key=hold("delomraden", chosen),
            on_change=keep,
        )


@takes("add-place", "add-zone", "set-event")
def _ways_to_new(desk: Desk, places: dict[str, Place]) -> None:
    with st.container(horizontal=True):
        if st.button(desk.say(NEW_PLACE), key="ny-plats", icon=":material/add:", type="tertiary"):
            st.dialog(desk.say(NEW_PLACE))(_new_place)(desk)
        main = places.get(desk.dossier.event.place or "")
        if main and st.button(
            desk.say(NEW_ZONE), key="nytt-delomrade", icon=":material/add:", type="tertiary"
        ):
            st.dialog(desk.say(NEW_ZONE))(_new_zone)(desk, main)


def _new_place(desk: Desk) -> None:
    name = st.text_input(desk.say(NAME), max_chars=200, key="plats-namn")
    if st.button(desk.say(ADD), key="plats-spara", type="primary"):
        if not name.strip():
            st.error(desk.say(NAMELESS))
        elif desk.actor is None:
            desk.do(SetEvent())
        else:
            workspace = desk.house.workspace
            place = Place.model_validate({"id": workspace.new_id("place"), "name": name})
            workspace.keep("place", place, desk.actor, "add-place")
            if desk.do_as_seen(SetEvent(place=place.id)):
                noticed.look(place, desk.language)
            st.rerun()
    show_refusal()


def _new_zone(desk: Desk, place: Place) -> None:
    name = st.text_input(desk.say(NAME), max_chars=200, key="delomrade-namn")
    area = st.number_input(desk.say(AREA), min_value=1.0, value=100.0, step=10.0, format="%g")
    net = st.number_input(desk.say(NET), min_value=1.0, value=area, step=10.0, format="%g")
    density = st.number_input(
        desk.say(DENSITY), min_value=0.1, max_value=4.0, value=2.0, step=0.1, format="%g"
    )
    if st.button(desk.say(ADD), key="delomrade-spara", type="primary"):
        if not name.strip():
            st.error(desk.say(NAMELESS))
        elif net > area:
            st.error(desk.say(NET_TOO_BIG))
        elif desk.actor is None:
            desk.do(SetEvent())
        else:
            _keep_zone(
                desk,
                desk.actor,
                place,
                {"name": name, "area_m2": area, "net_m2": net, "planning_density": density},
            )
            st.rerun()
    show_refusal()


def _keep_zone(desk: Desk, actor: Actor, place: Place, said: dict[str, Any]) -> None:
    def with_zone(record: Record) -> Record:
        newest = cast(Place, record)  # somebody may have added one meanwhile
        taken = {one.id for one in newest.zones}
        free = next(name for number in count(1) if (name := f"z{number}") not in taken)
        zone = Zone.model_validate({**said, "id": free})
        return newest.model_copy(update={"zones": (*newest.zones, zone)})

    changed = cast(Place, desk.house.workspace.change("place", place.id, with_zone, actor, "add-zone"))
    zone = changed.zones[-1]
    if desk.do_as_seen(SetEvent(zones=(*desk.dossier.event.zones, f"{place.id}/{zone.id}"))):
        noticed.look(zone, desk.language)
