"""A new edition of an event: what comes along from last time, and what must be asked again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier, EditionPart
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.editions import COPIED, NOT_COPIED, EditionOf, open_edition
from evenemang.flow.words import EDITION_PARTS, capital
from evenemang.pages import refusing, ways
from evenemang.pages.allowed import is_open
from evenemang.pages.desk import SAY_WHO
from evenemang.pages.house import House
from evenemang.pages.new_dossier import BACK, DAY_FORMAT, NAME, NAMELESS, NO_HOURS, as_occasions
from evenemang.pages.periods import period
from evenemang.pages.showing import escaped

TITLE = Text(sv="Ny upplaga av {name}", en="New edition of {name}")
LAST_TIME = Text(sv="Senast: {period}", en="Last time: {period}")
COMES_ALONG = Text(sv="Det här följer med", en="This comes along")
STAYS = Text(sv="Det här följer inte med", en="This does not come along")
WHY_NOT = Text(
    sv="Det handlade om förra gången. Det ni lärde er kommer tillbaka som lärdomar vid sina frågor.",
    en="That was about last time. What you learned comes back as lessons at their questions.",
)
OFFERED = Text(
    sv="Räknare och telefonnummer följer inte med av sig själva: de erbjuds på På plats, där någon bekräftar "
    "dem ett i taget.",
    en="Counters and telephone numbers do not come along by themselves: they are offered on On site, where "
    "somebody confirms them one by one.",
)
ANEW = Text(sv="Tillstånden söks på nytt.", en="The permits are applied for anew.")
DAY = Text(sv="Första dagen (lämna tom om ni inte vet)", en="First day (leave empty if not known)")
STARTS = Text(sv="Börjar", en="Starts")
ENDS = Text(sv="Slutar", en="Ends")
CHANGES = Text(
    sv="Vad blir annorlunda den här gången? En sak per rad.",
    en="What will be different this time? One thing a line.",
)
OPEN = Text(sv="Öppna ny upplaga", en="Open the new edition")


def listed(parts: Iterable[EditionPart], language: Language) -> str:
    """Return parts of a dossier as words: answers, risks, decision."""
    return ", ".join(EDITION_PARTS[part].say(language) for part in parts)


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the form for the edition after another."""
    st.page_link(ways.page("arenden"), label=BACK.say(language), icon=":material/arrow_back:")
    try:
        before = house.workspace.dossier(st.query_params.get("id", "")).record
    except EvenemangError as unknown:
        st.text(unknown.say(language))
        return
    st.title(TITLE.say(language).format(name=escaped(before.event.name)), anchor=False)
    said = period(before.event, language)
    if said:
        st.caption(LAST_TIME.say(language).format(period=said))
    if not is_open(house, language, actor, "start-from-edition"):
        return
    _what_comes_along(language)
    if actor is None:
        st.info(SAY_WHO.say(language))
    _form(house, before, language, actor)


def _what_comes_along(language: Language) -> None:
    along, stays = st.columns(2)
    with along:
        st.header(COMES_ALONG.say(language), anchor=False)
        st.markdown("\n".join(f"- {capital(EDITION_PARTS[part]).say(language)}" for part in COPIED))
        st.caption(f"{ANEW.say(language)} {OFFERED.say(language)}")
    with stays:
        st.header(STAYS.say(language), anchor=False)
        st.markdown("\n".join(f"- {capital(EDITION_PARTS[part]).say(language)}" for part in NOT_COPIED))
        st.caption(WHY_NOT.say(language))


def _form(house: House, before: Dossier, language: Language, actor: Actor | None) -> None:
    with st.form("ny-upplaga", border=False, enter_to_submit=False):
        name = st.text_input(NAME.say(language), value=before.event.name, max_chars=200)
        when, starts, ends = st.columns(3, vertical_alignment="bottom")
        day = when.date_input(DAY.say(language), value=None, format=DAY_FORMAT)
        last = before.event.each_occasion()
        hours = [time.fromisoformat(one) for one in (last[0].starts, last[0].ends)] if last else [None, None]
        first = starts.time_input(STARTS.say(language), value=hours[0])
        end = ends.time_input(ENDS.say(language), value=hours[1])
        changes = st.text_area(CHANGES.say(language), height=100)
        if st.form_submit_button(OPEN.say(language), type="primary", disabled=actor is None) and actor:
            said: dict[str, object] = {
                "previous": before.id,
                "name": name,
                "occasions": as_occasions(day, first, end, None),
                "changes": [line.strip() for line in changes.splitlines() if line.strip()],
            }
            _open(house, said, language, actor)


def _open(house: House, said: dict[str, object], language: Language, actor: Actor) -> None:
    if not str(said["name"]).strip():
        st.error(NAMELESS.say(language))
        return
    if said["occasions"] is None:
        st.error(NO_HOURS.say(language))
        return
    try:
        opened = open_edition(house.workspace, EditionOf.model_validate(said), actor)
    except EvenemangError as refused:
        refusing.tell(refused, language, "open-edition")
        return
    house.changed()
    ways.go(opened.record.id, "underlag")
