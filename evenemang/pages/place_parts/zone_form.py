"""The form for a zone: its measures, its ways out, where it is; saved as it was seen."""

from __future__ import annotations

from typing import Any

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import Refused
from evenemang.domain.place import Place, Zone
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.settings.exits import exits_from, lines_of
from evenemang.flow.settings.grounds import set_zone
from evenemang.pages import refusing
from evenemang.pages.settings_parts import typing
from evenemang.pages.settings_parts.office import SAVE, Office, save

NAME = Text(sv="Namn", en="Name")
NAMELESS = Text(sv="Skriv ett namn.", en="Write a name.")
AREA = Text(sv="Hela ytan (m²)", en="Whole area (m²)")
NET = Text(
    sv="Fri yta (m²), utan scen, stånd och staket", en="Free area (m²), without stage, stalls and fences"
)
DENSITY = Text(sv="Personer per m² att planera för", en="Persons per m² to plan for")
LIMIT = Text(
    sv="Högsta antal som är anslaget (lämna tomt om inget)", en="Highest number posted (leave empty if none)"
)
EXITS = Text(
    sv="Utgångar, en per rad: namn; fri bredd i meter; anteckning",
    en="Exits, one a line: name; free width in metres; note",
)
EXITS_FORM = Text(sv="Mot gården; 1,2; öppnas inåt", en="To the yard; 1.2; opens inwards")
LAT = Text(sv="Latitud i grader, som 57,9301", en="Latitude in degrees, such as 57.9301")
LON = Text(sv="Longitud i grader, som 12,5331", en="Longitude in degrees, such as 12.5331")
NOTE = Text(sv="Anteckning", en="Note")
MEASURES = Text(
    sv="Fyll i ytorna och personer per m², större än noll.",
    en="Fill in the areas and persons per m², above zero.",
)


def mark(place: Place, zone: Zone | None) -> str:
    """Return what the form is called, among those that are open."""
    return f"delomrade-{_of(place, zone)}"


def show(office: Office, place: Place, zone: Zone | None, seen: int) -> None:
    """Show the fields of a zone, or of a new one; `seen` is the version of the place that is shown."""
    said, exits = _fields(office, place, zone)
    if not st.button(office.say(SAVE), key=f"spara-omrade-{_of(place, zone)}", type="primary"):
        return
    measures = (said["area_m2"], said["net_m2"], said["planning_density"])
    if typing.refused(office, *measures, said["lat"], said["lon"]):
        return
    if not said["name"].strip():
        st.error(office.say(NAMELESS))
    elif any(not isinstance(one, float | int) or one <= 0 for one in measures):
        st.error(office.say(MEASURES))
    else:
        try:
            said["exits"] = exits_from(exits, zone.exits if zone else ())
        except Refused as unread:
            refusing.tell(unread, office.language, "set-zone")
            return

        def deed(by: Actor, last: int) -> object:
            return set_zone(office.workspace, place.id, zone.id if zone else None, said, by, seen=last)

        save(office, mark(place, zone), deed, kind="place", record=place.id, seen=seen)


def _fields(office: Office, place: Place, zone: Zone | None) -> tuple[dict[str, Any], str]:
    of, say = _of(place, zone), office.say

    def figure(label: Text, value: float | None, key: str) -> float | str | None:
        return typing.figure(office, say(label), value, f"{key}-{of}")

    said: dict[str, Any] = {
        "name": st.text_input(
            say(NAME), value=zone.name if zone else "", max_chars=200, key=f"omradesnamn-{of}"
        ),
        "area_m2": figure(AREA, zone.area_m2 if zone else None, "yta"),
        "net_m2": figure(NET, zone.net_m2 if zone else None, "fri"),
        "planning_density": figure(DENSITY, zone.planning_density if zone else None, "tat"),
        "posted_limit": st.number_input(
            say(LIMIT), min_value=0, step=1, value=zone.posted_limit if zone else None, key=f"hogst-{of}"
        ),
    }
    exits = st.text_area(
        say(EXITS),
        value=lines_of(zone.exits) if zone else "",
        placeholder=say(EXITS_FORM),
        max_chars=LONGEST_TEXT,
        height=100,
        key=f"utgangar-{of}",
    )
    said["lat"] = figure(LAT, zone.lat if zone else None, "lat")
    said["lon"] = figure(LON, zone.lon if zone else None, "lon")
    note = zone.note if zone else ""
    said["note"] = st.text_area(
        say(NOTE), value=note, max_chars=LONGEST_TEXT, height=80, key=f"omradesnot-{of}"
    )
    return said, exits


def _of(place: Place, zone: Zone | None) -> str:
    return f"{place.id}-{zone.id if zone else 'nytt'}"
