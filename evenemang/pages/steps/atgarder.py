"""Åtgärder: what will be done, by whom and by when; what is late first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from evenemang.domain.action import Action
from evenemang.domain.text import Text
from evenemang.flow.treating import Agenda, agenda
from evenemang.flow.weighing import weighed
from evenemang.pages import live
from evenemang.pages.actions import form, row, suggestions
from evenemang.pages.allowed import takes
from evenemang.pages.basis import parts
from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.people import People, people_of
from evenemang.pages.walk import focus

EMPTY = Text(
    sv="Inga åtgärder än. Ta ett förslag ur checklistorna, eller lägg till en egen.",
    en="No actions yet. Take a suggestion from the checklists, or add one of your own.",
)
ADD = Text(sv="Lägg till åtgärd", en="Add action")
LATE = Text(sv="Försenade", en="Late")
OPEN = Text(sv="Öppna", en="Open")
CLOSED = Text(sv="Avslutade ({count})", en="Closed ({count})")
UNDER = Text(
    sv="Dagar räknas från evenemangets första dag: T−14 är två veckor före.",
    en="Days count from the event's first day: T−14 is two weeks before.",
)
NONE = Text(sv="Inga åtgärder än", en="No actions yet")
TO_PLAN = Text(sv="Se tidplanen, med tillstånd", en="See the time plan, with permits")


def render(desk: Desk) -> None:
    """Show the step."""
    today = desk.house.workspace.now().date()
    found, people = agenda(desk.dossier, today), people_of(desk.house)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(desk.say(finding(found)), anchor=False, width="content")
        _add(desk)
    show_refusal()
    if desk.dossier.actions:
        st.caption(desk.say(UNDER))
    else:
        st.info(desk.say(EMPTY))
    parts.link(desk, "tidplan", TO_PLAN, icon=":material/timeline:")
    _group(desk, LATE, found.late, people, today)
    _group(desk, OPEN, found.open, people, today)
    _closed(desk, found.closed, people, today)
    picture = weighed(desk.dossier, desk.content.matrix)
    suggestions.show(desk, (*picture.judged, *picture.proposals))
    _lead(desk)
    live.watch(desk, live.Watch("atgarder"))


@takes("add-action")
def _add(desk: Desk) -> None:
    if st.button(desk.say(ADD), icon=":material/add:", type="primary", key="lagg-till-atgard"):
        form.add(desk, None, decide=False)


def _lead(desk: Desk) -> None:
    """Lead to the action that the address names, once."""
    asked = st.query_params.pop("atgard", None)
    if any(one.id == asked for one in desk.dossier.actions):
        focus.aim_at_row(f"post-atgard-{asked}")
    focus.lead()


def finding(found: Agenda) -> Text:
    """Return the heading: how many are late, how many are open."""
    late, left = len(found.late), len(found.late) + len(found.open)
    if not left and not found.closed:
        return NONE
    if not left:
        return Text(sv="Alla åtgärder är avslutade", en="Every action is closed")
    if not late:
        sv = f"{left} åtgärd är öppen" if left == 1 else f"{left} åtgärder är öppna"
        en = f"{left} action is open" if left == 1 else f"{left} actions are open"
        return Text(sv=f"{sv}, ingen är försenad", en=f"{en}, none is late")
    if left == 1:
        return Text(sv="1 åtgärd är försenad", en="1 action is late")
    verb = "är försenad" if late == 1 else "är försenade"
    return Text(sv=f"{late} av {left} öppna åtgärder {verb}", en=f"{late} of {left} open actions late")


def _group(desk: Desk, title: Text, actions: Sequence[Action], people: People, today: date) -> None:
    if not actions:
        return
    st.subheader(f"{desk.say(title)} ({len(actions)})", anchor=False)
    _rows(desk, title, actions, people, today)


def _rows(desk: Desk, title: Text, actions: Sequence[Action], people: People, today: date) -> None:
    with st.container(border=True, key=f"lista-{title.en.split()[0].lower()}"):
        for one in actions:
            row.show(desk, one, people, today)


def _closed(desk: Desk, actions: Sequence[Action], people: People, today: date) -> None:
    if actions:
        with st.expander(desk.say(CLOSED).format(count=len(actions))):
            _rows(desk, CLOSED, actions, people, today)
