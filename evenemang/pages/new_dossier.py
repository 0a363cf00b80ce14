"""A new dossier: a name is enough; what is not known yet stays open."""

from __future__ import annotations

from datetime import date, time

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.event import Occasion
from evenemang.domain.text import Language, Text
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.pages import refusing, registers, ways
from evenemang.pages.allowed import is_open
from evenemang.pages.desk import SAY_WHO
from evenemang.pages.house import House

TITLE = Text(sv="Nytt ärende", en="New dossier")
ENOUGH = Text(
    sv="Ett namn räcker för att börja. Lämna hellre öppet än gissa: resten fyller du i under Underlag.",
    en="A name is enough to begin. Rather leave something open than guess: all can be filled in under Basis.",
)
NAME = Text(sv="Vad heter evenemanget?", en="What is the event called?")
KIND = Text(sv="Vilket slags evenemang är det?", en="What kind of event is it?")
UNKNOWN = Text(sv="Vet inte än", en="Not known yet")
ORGANISER = Text(sv="Arrangör", en="Organiser")
PLACE = Text(sv="Plats", en="Place")
DAY = Text(sv="Första dagen", en="First day")
STARTS = Text(sv="Börjar", en="Starts")
ENDS = Text(sv="Slutar", en="Ends")
VISITORS = Text(sv="Väntade besök den dagen", en="Visits expected that day")
RECEIVED = Text(sv="Ansökan inkom", en="Application received")
OPEN = Text(sv="Öppna ärendet", en="Open the dossier")
BACK = Text(sv="Tillbaka till ärendena", en="Back to the dossiers")
NO_HOURS = Text(
    sv="Skriv när dagen börjar och slutar, eller lämna dagen tom tills ni vet.",
    en="Write when the day starts and ends, or leave the day empty until you know.",
)
NAMELESS = Text(sv="Skriv vad evenemanget heter.", en="Write what the event is called.")
DAY_FORMAT = "YYYY-MM-DD"


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the form."""
    st.page_link(ways.page("arenden"), label=BACK.say(language), icon=":material/arrow_back:")
    st.title(TITLE.say(language), anchor=False)
    if not is_open(house, language, actor, "open-dossier"):
        return
    st.write(ENOUGH.say(language))
    if actor is None:
        st.info(SAY_WHO.say(language))
    with st.form("nytt-arende", border=False, enter_to_submit=False):
        new = _fields(house, language)
        if st.form_submit_button(OPEN.say(language), type="primary", disabled=actor is None) and actor:
            _open(house, new, language, actor)


def _fields(house: House, language: Language) -> dict[str, object]:
    name = st.text_input(NAME.say(language), max_chars=200)
    fact = house.workspace.content.profile.fact("kind")
    kinds = {choice.id: choice.text.say(language) for choice in fact.choices}
    unknown = UNKNOWN.say(language)
    kind = st.selectbox(
        KIND.say(language), list(kinds), index=None, format_func=kinds.__getitem__, placeholder=unknown
    )
    left, right = st.columns(2)
    with left:
        names = {one.id: one.name for one in registers.organisers(house).values()}
        organiser = registers.choose(
            ORGANISER.say(language), names, None, language=language, key="nytt-arrangor"
        )
    with right:
        names = {one.id: one.name for one in registers.places(house).values()}
        place = registers.choose(PLACE.say(language), names, None, language=language, key="nytt-plats")
    day, starts, ends, visitors = _occasion(language)
    received = st.date_input(
        RECEIVED.say(language), value=house.workspace.now().date(), format=DAY_FORMAT, width=220
    )
    return {
        "name": name,
        "organiser": organiser,
        "place": place,
        "application_received": received,
        "facts": {"kind": kind} if kind else {},
        "occasions": as_occasions(day, starts, ends, visitors),
    }


def _occasion(language: Language) -> tuple[date | None, time | None, time | None, int | None]:
    when, starts, ends, visitors = st.columns(4)
    return (
        when.date_input(DAY.say(language), value=None, format=DAY_FORMAT),
        starts.time_input(STARTS.say(language), value=None),
        ends.time_input(ENDS.say(language), value=None),
        visitors.number_input(
            VISITORS.say(language),
            min_value=0,
            max_value=5_000_000,
            value=None,
            step=1,
            placeholder=UNKNOWN.say(language),
        ),
    )


def as_occasions(
    day: date | None, starts: time | None, ends: time | None, visitors: int | None
) -> tuple[Occasion, ...] | None:
    """Return the first day; None where a day is said without its hours, which nobody may guess."""
    if day is None:
        return ()
    if starts is None or ends is None:
        return None
    return (Occasion(date=day, starts=f"{starts:%H:%M}", ends=f"{ends:%H:%M}", visitors=visitors),)


def _open(house: House, said: dict[str, object], language: Language, actor: Actor) -> None:
    if not str(said["name"]).strip():
        st.error(NAMELESS.say(language))
        return
    if said["occasions"] is None:
        st.error(NO_HOURS.say(language))
        return
    try:
        new = NewDossier.model_validate({**said, "officer": actor.name})
        opened = open_dossier(house.workspace, new, actor)
    except EvenemangError as refused:
        refusing.tell(refused, language, "open-dossier")
        return
    house.changed()
    ways.go(opened.record.id, "underlag")
