"""Overview: what waits for me, which events come next, what is overdue."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.text import Language, Text
from evenemang.flow.outbox import registers_set_aside
from evenemang.flow.returning.registers import OPERATION
from evenemang.flow.settings.standing import unfit
from evenemang.flow.settings.words import called
from evenemang.flow.storing import Search
from evenemang.flow.waiting import Around, around, waiting_for
from evenemang.flow.words import sentence
from evenemang.pages import ways
from evenemang.pages.front import matters, meeting, overdue, upcoming
from evenemang.pages.house import House
from evenemang.pages.people import People, people_of
from evenemang.pages.periods import weekday
from evenemang.pages.showing import escaped

WAITS = Text(sv="Det här väntar på dig", en="Waiting for you")
WAITS_FOR_GROUP = Text(sv="Det här väntar på gruppen", en="Waiting for the group")
NOTHING = Text(sv="Inget väntar på dig", en="Nothing is waiting for you")
NOTHING_FOR_GROUP = Text(sv="Inget väntar på gruppen", en="Nothing is waiting for the group")
DOES_NOT_COUNT = Text(
    sv="Det som kommunen har ställt in räknas inte längre, för det passar inte det som är installerat: "
    "{what}. Se Inställningar.",
    en="What the municipality has set no longer counts, since it does not fit what is installed: {what}. "
    "See Settings.",
)
NAMELESS = Text(
    sv="Kommunens namn är inte angivet än. Ange det under Inställningar.",
    en="The municipality's name is not given yet. Give it under Settings.",
)
NEW = Text(sv="Nytt ärende", en="New dossier")
CHANGED = Text(sv="Ändrad för hand: {name}", en="Changed by hand: {name}")
CHANGED_SEVERAL = Text(sv="Ändrade för hand: {count} filer", en="Changed by hand: {count} files")
EMPTY = Text(sv="Här finns inga ärenden än", en="There are no dossiers here yet")
NONE_NEAR = Text(sv="Inget evenemang är nära i tiden", en="No event is near in time")
NONE_NEAR_HOW = Text(
    sv="Det som har hållits tidigare står under Ärenden. Öppna ett ärende när något nytt är på gång.",
    en="What was held before stands under Dossiers. Open a dossier when something new is coming.",
)
EMPTY_HOW = Text(
    sv="Börja med det första evenemanget: ett namn räcker, resten fyller du i när du vet.",
    en="Start with the first event: a name is enough, the rest is filled in when you know.",
)


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the first page."""
    _trouble(house, language)
    _nameless(house, language, actor)
    _registers(house, language, actor)
    meeting.show(house, language, actor)
    near = around(house.workspace)
    if not near.upcoming and not near.past:
        _empty(house, language, actor)
        return
    people = people_of(house)
    _waiting(house, people, near, language, actor)
    left, right = st.columns([17, 10], gap="large")
    with left:
        upcoming.show(house, near, language)
    with right:
        overdue.show(people, near, language)


def _registers(house: House, language: Language, actor: Actor | None) -> None:
    """Say that somebody has changed a register's workbook by hand, to whoever may see to it."""
    if not house.may(actor, OPERATION):
        return
    waiting = [one for one in registers_set_aside(house.workspace) if not one.settled]
    if waiting:
        said = CHANGED if len(waiting) == 1 else CHANGED_SEVERAL
        name = escaped(Path(waiting[0].name).name)
        label = said.say(language).format(name=name, count=len(waiting))
        st.page_link(ways.page(ways.CHANGED_REGISTERS), label=label, icon=":material/table_edit:")


def _trouble(house: House, language: Language) -> None:
    """Say what whoever runs the system should see to: a backup that was not made."""
    found = house.trouble()
    if found:
        st.warning(escaped(found.say(language)), icon=":material/backup:")


def _nameless(house: House, language: Language, actor: Actor | None) -> None:
    """Say, to those who may see to it, that the municipality has no name here yet; nowhere else.

    And what is set that no longer counts, since a newer content was installed.
    """
    if not house.may(actor, "name-municipality"):
        return
    if house.workspace.content.settings.name is None:
        st.page_link(ways.page("installningar"), label=NAMELESS.say(language), icon=":material/tune:")
    fallen = [called(house.workspace.content, setting) for setting, _ in unfit(house.workspace)]
    if fallen:
        what = "; ".join(dict.fromkeys(one.say(language) for one in fallen))
        st.warning(escaped(DOES_NOT_COUNT.say(language).format(what=what)), icon=":material/tune:")


def _empty(house: House, language: Language, actor: Actor | None) -> None:
    earlier = bool(house.workspace.store.dossiers(Search(limit=1)))
    st.title((NONE_NEAR if earlier else EMPTY).say(language), anchor=False)
    if not house.may(actor, "open-dossier"):
        return
    st.write((NONE_NEAR_HOW if earlier else EMPTY_HOW).say(language))
    if st.button(NEW.say(language), icon=":material/add:", type="primary"):
        st.switch_page(ways.page("nytt-arende"))
    ways.to_past_events(language)


def _waiting(house: House, people: People, near: Around, language: Language, actor: Actor | None) -> None:
    found = waiting_for(house.workspace, near, actor)
    some, none = (WAITS, NOTHING) if actor else (WAITS_FOR_GROUP, NOTHING_FOR_GROUP)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        with st.container(key="sidhuvud", width="content"):
            st.caption(sentence(weekday(near.now.date(), language)))
            st.title((some if found else none).say(language), anchor=False, width="content")
        new = house.may(actor, "open-dossier")
        kind: Literal["secondary", "primary"] = "secondary" if found else "primary"
        if new and st.button(NEW.say(language), icon=":material/add:", type=kind):
            st.switch_page(ways.page("nytt-arende"))
    if found:
        matters.show(house, people, found, near, language)
