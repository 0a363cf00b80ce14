"""What holds today: the conditions of the decision, what is to be done while it runs, and whom to reach."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.action import Action
from evenemang.domain.decision import Decision
from evenemang.domain.organiser import Organiser
from evenemang.domain.text import Text
from evenemang.flow.recording import organiser_of
from evenemang.flow.saying import day
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.people import People, people_of
from evenemang.pages.showing import escaped

CONDITIONS = Text(sv="Villkor som gäller i dag", en="Conditions that hold today")
NO_DECISION = Text(sv="Inget ställningstagande än, så inga villkor", en="No decision yet, so no conditions")
NO_CONDITIONS = Text(sv="Ställningstagandet har inga villkor", en="The decision has no conditions")
DECIDED = Text(sv="{view}, {day}", en="{view}, {day}")
TO_DECISION = Text(sv="Till ställningstagandet", en="To the decision")
WHILE_RUNNING = Text(sv="Det här ska göras under evenemanget", en="To be done while the event runs")
CONTACTS = Text(sv="Kontakter", en="Contacts")
OFFICER = Text(sv="Handläggare", en="Officer")
ORGANISER = Text(sv="Arrangör", en="Organiser")
NO_OWNER = Text(sv="Ingen ansvarig", en="No owner")


def show(desk: Desk) -> None:
    """Show what everybody on site must know of what was decided."""
    people = people_of(desk.house)
    decision = desk.dossier.decision
    if decision is None:
        st.header(desk.say(NO_DECISION), anchor=False)
    else:
        _conditions(desk, decision)
    ways.link(desk.say(TO_DECISION), desk.dossier.id, "beslut", icon=":material/arrow_forward:")
    _running(desk, people)
    _contacts(desk, people)


def _conditions(desk: Desk, decision: Decision) -> None:
    st.header(desk.say(CONDITIONS if decision.conditions else NO_CONDITIONS), anchor=False)
    view = desk.say(desk.content.matrix.rule(decision.group_view).word)
    st.caption(desk.say(DECIDED).format(view=view, day=day(decision.given.at.date(), desk.language)))
    if decision.conditions:
        with st.container(border=True, key="lista-villkor"):
            for number, condition in enumerate(decision.conditions):
                with st.container(key=f"rad-villkor-{number}"):
                    st.markdown(escaped(condition))


def _running(desk: Desk, people: People) -> None:
    actions = [one for one in desk.dossier.actions if one.phase == "running" and one.in_force]
    if not actions:
        return
    st.header(desk.say(WHILE_RUNNING), anchor=False)
    with st.container(border=True, key="lista-under"):
        for action in actions:
            with st.container(key=f"rad-under-{action.id}", gap=None):
                st.markdown(f"{action.id} {escaped(action.do)}")
                st.caption(_owner(desk, action, people))


def _owner(desk: Desk, action: Action, people: People) -> str:
    return (
        escaped(people.say_owner(action.owner, desk.actor, desk.language))
        if action.owner
        else desk.say(NO_OWNER)
    )


def _organiser(organiser: Organiser, people: People) -> str:
    return ", ".join([organiser.name, *([people.say(organiser.contact)] if organiser.contact else [])])


def _contacts(desk: Desk, people: People) -> None:
    organiser = organiser_of(desk.house.workspace, desk.dossier)
    found = [
        (OFFICER, people.say(desk.dossier.officer) if desk.dossier.officer else ""),
        (ORGANISER, _organiser(organiser, people) if organiser else ""),
    ]
    if any(name for _, name in found):
        st.header(desk.say(CONTACTS), anchor=False)
        for label, name in found:
            if name:
                st.markdown(f"{desk.say(label)}: {escaped(name)}")
