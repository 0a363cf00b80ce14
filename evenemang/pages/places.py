"""Platser: the register as pages; of a place what stands there, its zones, and what has happened."""

from __future__ import annotations

from functools import partial

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.place import Place
from evenemang.domain.text import Language, Text
from evenemang.flow.recalling.places import (
    Picture,
    PlaceStory,
    last_verified,
    place_story,
    standing_picture,
)
from evenemang.flow.saying import day
from evenemang.pages import happened, register_page, registers, ways
from evenemang.pages.allowed import takes
from evenemang.pages.counting import EVENTS, INCIDENTS, NEAR_MISSES, ZONES, Counted
from evenemang.pages.house import House
from evenemang.pages.place_parts import standing, zones
from evenemang.pages.register_page import Register
from evenemang.pages.settings_parts.grounds import NEW_PLACE, place_form
from evenemang.pages.settings_parts.office import Office, opened
from evenemang.pages.showing import level

RENAME = Text(sv="Ändra namnet", en="Change the name")
MEASURES = Counted(
    Text(sv="1 stående åtgärd", en="1 standing measure"),
    Text(sv="{count} stående åtgärder", en="{count} standing measures"),
)
RISKS = Counted(
    Text(sv="1 stående risk", en="1 standing risk"),
    Text(sv="{count} stående risker", en="{count} standing risks"),
)
VERIFIED = Text(sv="senaste kontroll {day}", en="last verified {day}")
NEVER_VERIFIED = Text(sv="ingen kontroll än", en="never verified")
SO_FAR = Text(
    sv="Här har det hållits {events}, med {incidents}, varav {near}.",
    en="{events} held here, with {incidents}, {near} of them.",
)
NOTHING_YET = Text(sv="Inget evenemang har hållits här än.", en="No event has been held here yet.")
HAPPENED = Text(sv="Händelser här", en="Incidents here")
HELD = Text(sv="Evenemang här", en="Events here")


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the list, or the place that the address names."""
    register_page.render(REGISTER, house, language, actor)


@takes("add-place")
def _new(office: Office) -> None:
    if st.button(office.say(NEW_PLACE), key="ny-plats", icon=":material/add:", type="primary"):
        st.dialog(office.say(NEW_PLACE))(place_form)(office, None, 0)


def _picture(office: Office, place: Place) -> Picture:
    access, today = office.workspace.access, office.workspace.now().date()
    sees = access.sees_secret(office.actor)
    return standing_picture(place, office.content, today, sees_secret=sees)


def _line(office: Office, place: Place) -> str:
    picture, language = _picture(office, place), office.language
    parts = [ZONES.say(len(place.zones), language)]
    if picture.measures:
        seen = last_verified(picture.measures, office.workspace.now().date())
        said = office.say(VERIFIED).format(day=day(seen, language)) if seen else office.say(NEVER_VERIFIED)
        parts.append(f"{MEASURES.say(len(picture.measures), language)}, {said}")
    if picture.risks:
        worst = max((one.now for one in picture.risks), key=lambda one: one.likelihood * one.consequence)
        matrix = office.content.matrix
        found = matrix.level(worst.likelihood, worst.consequence)
        badge = level(matrix, found, worst.likelihood * worst.consequence, language)
        parts.append(f"{RISKS.say(len(picture.risks), language)} {badge}")
    return " · ".join(parts)


def _story(office: Office, place: Place) -> None:
    story = place_story(office.workspace, place.id)
    st.write(_so_far(office, story))
    standing.show(office, place, _picture(office, place), story.events)
    zones.show(office, place)
    st.header(office.say(HAPPENED), anchor=False)
    happened.incidents(office, story.incidents, {one.id: one.name for one in story.events}, {place.id: place})
    st.header(office.say(HELD), anchor=False)
    happened.events(office, story.events, story.incidents)


@takes("change-place")
def _rename(office: Office, place: Place) -> None:
    if st.button(office.say(RENAME), key=f"andra-{place.id}", type="tertiary"):
        opened(f"plats-{place.id}")
        st.dialog(office.say(RENAME))(place_form)(office, place, office.version("place", place.id))


def _so_far(office: Office, story: PlaceStory) -> str:
    held, language = story.held(office.workspace.now().date()), office.language
    if not held:
        return office.say(NOTHING_YET)
    return office.say(SO_FAR).format(
        events=EVENTS.say(len(held), language),
        incidents=INCIDENTS.say(len(story.incidents), language),
        near=NEAR_MISSES.say(story.near_misses, language),
    )


REGISTER = Register(
    address=ways.PLACES,
    icon=":material/place:",
    title=Text(sv="Platser", en="Places"),
    count=Counted(Text(sv="1 plats", en="1 place"), Text(sv="{count} platser", en="{count} places")),
    about=Text(
        sv="Det som hör till platsen och kommer tillbaka vid varje evenemang där.",
        en="What belongs to the place and comes back at every event there.",
    ),
    empty=Text(
        sv="Inga platser än. Lägg till den första här, eller när ett ärende får sin plats.",
        en="No places yet. Add the first here, or when a dossier gets its place.",
    ),
    all=Text(sv="Alla platser", en="All places"),
    known=registers.places,
    new=_new,
    lines=lambda office: partial(_line, office),
    change=_rename,
    story=_story,
)
