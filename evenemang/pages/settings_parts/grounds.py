"""Platser and Arrangörer: the registers, with what is added and changed there."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.domain.text import Text
from evenemang.flow.settings.grounds import (
    add_organiser,
    add_place,
    change_organiser,
    change_place,
    put_organiser_back,
    put_place_back,
)
from evenemang.flow.words import EXPERIENCES, ORGANISER_KINDS, capital
from evenemang.pages import registers, ways
from evenemang.pages.people import people_of
from evenemang.pages.place_parts import zone_form, zones
from evenemang.pages.settings_parts import trail
from evenemang.pages.settings_parts.office import SAVE, Office, opened, save
from evenemang.pages.showing import escaped, plain

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
        st.dialog(office.say(NEW_PLACE))(place_form)(office, None, 0)
    for one in found.values():
        with st.container(border=True, key=f"plats-{one.id}"):
            _place(office, one, may=may)


def _place(office: Office, one: Place, *, may: bool) -> None:
    ways.to_place(f"**{escaped(one.name)}**", one.id)
    seen = office.version("place", one.id)
    for zone in one.zones:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":small[{escaped(zones.with_name(office, zone))}]", width="stretch")
            label = office.say(CHANGE).format(name=plain(zone.name))
            if may and st.button(label, key=f"andra-{one.id}-{zone.id}", type="tertiary"):
                opened(zone_form.mark(one, zone))
                st.dialog(label)(zone_form.show)(office, one, zone, seen)
    if may:
        with st.container(horizontal=True):
            label = office.say(CHANGE).format(name=plain(one.name))
            if st.button(label, key=f"andra-{one.id}"):
                opened(f"plats-{one.id}")
                st.dialog(label)(place_form)(office, one, seen)
            more = office.say(NEW_ZONE).format(name=plain(one.name))
            if st.button(more, key=f"nytt-{one.id}"):
                opened(zone_form.mark(one, None))
                st.dialog(more)(zone_form.show)(office, one, None, seen)
    back = partial(_place_back, office, one.id) if may else None
    trail.show(office, "place", one.id, back)


def place_form(office: Office, one: Place | None, seen: int) -> None:
    """Show the form for a place's name, or for a new place."""
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


def organisers(office: Office) -> None:
    """Show the organisers."""
    st.header(office.say(ORGANISERS), anchor=False)
    found = registers.organisers(office.house)
    if not found:
        st.write(office.say(NO_ORGANISERS))
    may = office.may("change-organiser")
    if may and st.button(office.say(NEW_ORGANISER), key="ny-arrangor", icon=":material/add:", type="primary"):
        st.dialog(office.say(NEW_ORGANISER))(organiser_form)(office, None, 0)
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
    ways.to_organiser(f"**{escaped(one.name)}**", one.id)
    if said:
        st.markdown(said)
    label = office.say(CHANGE).format(name=plain(one.name))
    if may and st.button(label, key=f"andra-{one.id}"):
        opened(f"arrangor-{one.id}")
        st.dialog(label)(organiser_form)(office, one, office.version("organiser", one.id))
    back = partial(_organiser_back, office, one.id) if may else None
    trail.show(office, "organiser", one.id, back)


def organiser_form(office: Office, one: Organiser | None, seen: int) -> None:
    """Show the form for what is said of an organiser, or for a new one."""
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
