"""Platser and Arrangörer: the registers, with what is added and changed there."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place, Zone
from evenemang.domain.text import Text
from evenemang.flow.settings.grounds import (
    add_organiser,
    add_place,
    change_organiser,
    change_place,
    put_organiser_back,
    put_place_back,
    set_zone,
)
from evenemang.flow.words import EXPERIENCES, ORGANISER_KINDS, capital
from evenemang.pages import registers
from evenemang.pages.people import people_of
from evenemang.pages.settings_parts import trail, typing
from evenemang.pages.settings_parts.office import SAVE, Office, opened, save
from evenemang.pages.showing import escaped, number, plain

PLACES = Text(sv="Platser", en="Places")
PLACES_ARE = Text(
    sv="Platser med delområden och mått. Beräkningar hämtar sina ytor här, och frågas om när ett mått "
    "ändras.",
    en="Places with zones and measures. Sums draw their areas from here, and are asked again when one "
    "changes.",
)
NO_PLACES = Text(sv="Inga platser än.", en="No places yet.")
NEW_PLACE = Text(sv="Ny plats", en="New place")
NEW_ZONE = Text(sv="Nytt delområde i {name}", en="New zone in {name}")
CHANGE = Text(sv="Ändra {name}", en="Change {name}")
NAME = Text(sv="Namn", en="Name")
NAMELESS = Text(sv="Skriv ett namn.", en="Write a name.")
ZONE = Text(
    sv="{name}: {net} m² fri yta av {area} m², {density} personer per m², rymmer {holds}",
    en="{name}: {net} m² free of {area} m², {density} persons per m², holds {holds}",
)
AREA = Text(sv="Hela ytan (m²)", en="Whole area (m²)")
NET = Text(
    sv="Fri yta (m²), utan scen, stånd och staket", en="Free area (m²), without stage, stalls and fences"
)
DENSITY = Text(sv="Personer per m² att planera för", en="Persons per m² to plan for")
LIMIT = Text(
    sv="Högsta antal som är anslaget (lämna tomt om inget)", en="Highest number posted (leave empty if none)"
)
MEASURES = Text(
    sv="Fyll i ytorna och personer per m², större än noll.",
    en="Fill in the areas and persons per m², above zero.",
)
ORGANISERS = Text(sv="Arrangörer", en="Organisers")
NO_ORGANISERS = Text(sv="Inga arrangörer än.", en="No organisers yet.")
NEW_ORGANISER = Text(sv="Ny arrangör", en="New organiser")
KIND = Text(sv="Vem är det?", en="Who is it?")
EXPERIENCE = Text(sv="Vana att arrangera", en="Experience of holding events")
CONTACT = Text(sv="Kontaktperson", en="Contact person")


def places(office: Office) -> None:
    """Show the places with their zones."""
    st.header(office.say(PLACES), anchor=False)
    st.caption(office.say(PLACES_ARE))
    found = registers.places(office.house)
    if not found:
        st.write(office.say(NO_PLACES))
    may = office.may("change-place")
    if may and st.button(office.say(NEW_PLACE), key="ny-plats", icon=":material/add:", type="primary"):
        st.dialog(office.say(NEW_PLACE))(_place_form)(office, None, 0)
    for one in found.values():
        with st.container(border=True, key=f"plats-{one.id}"):
            _place(office, one, may=may)


def _place(office: Office, one: Place, *, may: bool) -> None:
    st.markdown(f"**{escaped(one.name)}**")
    seen = office.version("place", one.id)
    for zone in one.zones:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":small[{escaped(_zone_said(office, zone))}]", width="stretch")
            label = office.say(CHANGE).format(name=plain(zone.name))
            if may and st.button(label, key=f"andra-{one.id}-{zone.id}", type="tertiary"):
                opened(f"delomrade-{one.id}-{zone.id}")
                st.dialog(label)(_zone_form)(office, one, zone, seen)
    if may:
        with st.container(horizontal=True):
            label = office.say(CHANGE).format(name=plain(one.name))
            if st.button(label, key=f"andra-{one.id}"):
                opened(f"plats-{one.id}")
                st.dialog(label)(_place_form)(office, one, seen)
            more = office.say(NEW_ZONE).format(name=plain(one.name))
            if st.button(more, key=f"nytt-{one.id}"):
                opened(f"delomrade-{one.id}-nytt")
                st.dialog(more)(_zone_form)(office, one, None, seen)
    back = partial(_place_back, office, one.id) if may else None
    trail.show(office, "place", one.id, back)


def _zone_said(office: Office, zone: Zone) -> str:
    def said(figure: float) -> str:
        return number(figure, office.language, 0 if float(figure).is_integer() else 1)

    return office.say(ZONE).format(
        name=zone.name,
        net=said(zone.net_m2),
        area=said(zone.area_m2),
        density=said(zone.planning_density),
        holds=said(zone.holds),
    )


def _place_form(office: Office, one: Place | None, seen: int) -> None:
    mark = one.id if one else "ny"
    name = st.text_input(
        office.say(NAME), value=one.name if one else "", max_chars=200, key=f"platsnamn-{mark}"
    )
    if not st.button(office.say(SAVE), key=f"spara-plats-{mark}", type="primary"):
        return
    if not name.strip():
        st.error(office.say(NAMELESS))
    elif one is None:
        if office.do(lambda by: add_place(office.workspace, name.strip(), by), "add-place"):
            st.rerun(scope="app")
    else:

        def deed(by: Actor, last: int) -> object:
            return change_place(office.workspace, one.id, name.strip(), by, last)

        save(office, f"plats-{one.id}", deed, kind="place", record=one.id, seen=seen)


def _zone_form(office: Office, place: Place, zone: Zone | None, seen: int) -> None:
    mark = f"{place.id}-{zone.id if zone else 'nytt'}"
    said: dict[str, Any] = {
        "name": st.text_input(
            office.say(NAME), value=zone.name if zone else "", max_chars=200, key=f"omradesnamn-{mark}"
        ),
        "area_m2": typing.figure(office, office.say(AREA), zone.area_m2 if zone else None, f"yta-{mark}"),
        "net_m2": typing.figure(office, office.say(NET), zone.net_m2 if zone else None, f"fri-{mark}"),
        "planning_density": typing.figure(
            office, office.say(DENSITY), zone.planning_density if zone else None, f"tat-{mark}"
        ),
        "posted_limit": st.number_input(
            office.say(LIMIT),
            min_value=0,
            step=1,
            value=zone.posted_limit if zone else None,
            key=f"hogst-{mark}",
        ),
    }
    if not st.button(office.say(SAVE), key=f"spara-omrade-{mark}", type="primary"):
        return
    measures = (said["area_m2"], said["net_m2"], said["planning_density"])
    if typing.refused(office, *measures):
        return
    if not said["name"].strip():
        st.error(office.say(NAMELESS))
    elif any(not isinstance(one, float | int) or one <= 0 for one in measures):
        st.error(office.say(MEASURES))
    else:

        def deed(by: Actor, last: int) -> object:
            return set_zone(office.workspace, place.id, zone.id if zone else None, said, by, seen=last)

        save(office, f"delomrade-{mark}", deed, kind="place", record=place.id, seen=seen)


def organisers(office: Office) -> None:
    """Show the organisers."""
    st.header(office.say(ORGANISERS), anchor=False)
    found = registers.organisers(office.house)
    if not found:
        st.write(office.say(NO_ORGANISERS))
    may = office.may("change-organiser")
    if may and st.button(office.say(NEW_ORGANISER), key="ny-arrangor", icon=":material/add:", type="primary"):
        st.dialog(office.say(NEW_ORGANISER))(_organiser_form)(office, None, 0)
    for one in found.values():
        with st.container(border=True, key=f"arrangor-{one.id}"):
            _organiser(office, one, may=may)


def _organiser(office: Office, one: Organiser, *, may: bool) -> None:
    parts = [
        office.say(capital(ORGANISER_KINDS[one.kind])) if one.kind else "",
        f"{office.say(EXPERIENCE)}: {office.say(EXPERIENCES[one.experience])}" if one.experience else "",
        people_of(office.house).say(one.contact) if one.contact else "",
    ]
    said = " · ".join(escaped(part) for part in parts if part)
    st.markdown(f"**{escaped(one.name)}**" + (f" · {said}" if said else ""))
    label = office.say(CHANGE).format(name=plain(one.name))
    if may and st.button(label, key=f"andra-{one.id}"):
        opened(f"arrangor-{one.id}")
        st.dialog(label)(_organiser_form)(office, one, office.version("organiser", one.id))
    back = partial(_organiser_back, office, one.id) if may else None
    trail.show(office, "organiser", one.id, back)


def _organiser_form(office: Office, one: Organiser | None, seen: int) -> None:
    mark = one.id if one else "ny"
    said: dict[str, Any] = {
        "name": st.text_input(
            office.say(NAME), value=one.name if one else "", max_chars=200, key=f"arrnamn-{mark}"
        ),
        "contact": people_of(office.house).choose(
            office.say(CONTACT), one.contact if one else None, office.language, f"arrkontakt-{mark}"
        ),
        "kind": st.segmented_control(
            office.say(KIND),
            list(ORGANISER_KINDS),
            default=one.kind if one else None,
            format_func=lambda code: office.say(capital(ORGANISER_KINDS[code])),
            key=f"arrslag-{mark}",
        ),
        "experience": st.segmented_control(
            office.say(EXPERIENCE),
            list(EXPERIENCES),
            default=one.experience if one else None,
            format_func=lambda code: office.say(capital(EXPERIENCES[code])),
            key=f"arrvana-{mark}",
        ),
    }
    if not st.button(office.say(SAVE), key=f"spara-arr-{mark}", type="primary"):
        return
    if not said["name"].strip():
        st.error(office.say(NAMELESS))
    elif one is None:
        if office.do(lambda by: add_organiser(office.workspace, said, by), "add-organiser"):
            st.rerun(scope="app")
    else:
        change = partial(_change_organiser, office, one.id, said)
        save(office, f"arrangor-{one.id}", change, kind="organiser", record=one.id, seen=seen)


def _place_back(office: Office, place: str, version: int, by: Actor, seen: int) -> object:
    return put_place_back(office.workspace, place, version, by, seen)


def _organiser_back(office: Office, organiser: str, version: int, by: Actor, seen: int) -> object:
    return put_organiser_back(office.workspace, organiser, version, by, seen)


def _change_organiser(
    office: Office, one: str, said: dict[str, Any], by: Actor, seen: int
) -> object:  # whose, to what
    return change_organiser(office.workspace, one, said, by, seen)
