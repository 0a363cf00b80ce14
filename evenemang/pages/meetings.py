"""Meetings: those that are planned, those that have been held, and the way to plan another."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.meeting import Meeting
from evenemang.domain.text import Language, Text
from evenemang.flow.meeting.gathering import coming, meetings
from evenemang.flow.meeting.planning import Plan, plan_meeting, usually_called
from evenemang.flow.meeting.words import STATES
from evenemang.flow.words import sentence
from evenemang.pages import refusing, ways
from evenemang.pages.counting import Counted
from evenemang.pages.desk import SAY_WHO
from evenemang.pages.house import House
from evenemang.pages.meeting_parts import plan_fields
from evenemang.pages.meeting_parts.room import PLAN, address, link
from evenemang.pages.people import people_of
from evenemang.pages.periods import weekday
from evenemang.pages.showing import escaped

TITLE = Text(sv="Möten", en="Meetings")
NEXT = Text(sv="Nästa möte är {day}", en="The next meeting is on {day}")
NOW = Text(sv="Mötet pågår", en="The meeting is going on")
NONE = Text(sv="Inget möte är planerat", en="No meeting is planned")
NOT_HELD = Text(sv="Ett planerat möte har inte startats", en="A planned meeting has not begun")
HOW = Text(
    sv="Dagordningen görs av det som har hänt sedan förra mötet: nya ärenden, evenemang inom åtta veckor, "
    "försenade åtgärder, händelser, utvärderingar som saknas och lärdomar att godkänna.",
    en="The agenda is made from what has changed since the last meeting: new dossiers, events within eight "
    "weeks, overdue actions, incidents, evaluations missing and lessons to approve.",
)
PLAN_ONE = Text(sv="Planera ett möte", en="Plan a meeting")
NO_DAY = Text(sv="Välj vilken dag mötet är.", en="Choose the day of the meeting.")
COMING, HELD = Text(sv="Kommande", en="Coming"), Text(sv="Hållna", en="Held")
NOTHING_HELD = Text(sv="Inget möte har hållits än.", en="No meeting has been held yet.")
POINTS = Counted(
    Text(sv="1 punkt på dagordningen", en="1 point on the agenda"),
    Text(sv="{count} punkter på dagordningen", en="{count} points on the agenda"),
)
EMPTY = Text(sv="tom dagordning", en="empty agenda")
DECISIONS = Counted(Text(sv="1 beslut", en="1 decision"), Text(sv="{count} beslut", en="{count} decisions"))
MORE = Text(sv="Visa {count} äldre", en="Show {count} older")
FEW = 12  # a year of them


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the page."""
    found, today = meetings(house.workspace), house.workspace.now().date()
    ahead = [one for one in reversed(found) if one.state(today) in ("planned", "running")]
    behind = [one for one in found if one not in ahead]
    st.caption(TITLE.say(language))
    st.title(_finding(house, language, waits=bool(ahead)), anchor=False)
    st.write(HOW.say(language))
    if house.may(actor, "plan-meeting"):
        with st.expander(PLAN_ONE.say(language), icon=":material/add:", expanded=not found):
            _form(house, language, actor)
    if ahead:
        st.header(COMING.say(language), anchor=False)
        _rows(ahead, house, language, "kommande")
    st.header(HELD.say(language), anchor=False)
    if not behind:
        st.write(NOTHING_HELD.say(language))
        return
    _rows(behind[:FEW], house, language, "hallna")
    if len(behind) > FEW:
        with st.expander(MORE.say(language).format(count=len(behind) - FEW)):
            _rows(behind[FEW:], house, language, "aldre")


def _finding(house: House, language: Language, *, waits: bool) -> str:
    found = coming(house.workspace)
    if found is None:
        return (NOT_HELD if waits else NONE).say(language)
    return NOW.say(language) if found.begun else NEXT.say(language).format(day=weekday(found.on, language))


def _rows(rows: list[Meeting], house: House, language: Language, key: str) -> None:
    today = house.workspace.now().date()
    with st.container(border=True, key=f"lista-moten-{key}", gap=None):
        for one in rows:
            with st.container(key=f"rad-mote-{one.id}", gap=None):
                link(f"**{escaped(sentence(weekday(one.on, language)))}**", one.id)
                said = [
                    STATES[one.state(today)].say(language),
                    "–".join(filter(None, (one.starts, one.ends))),
                    escaped(one.where),
                    POINTS.say(len(one.agenda), language) if one.agenda else EMPTY.say(language),
                    DECISIONS.say(len(one.decisions), language) if one.decisions else "",
                ]
                st.caption(" · ".join(filter(None, said)))


def _form(house: House, language: Language, actor: Actor | None) -> None:
    if actor is None:
        st.info(SAY_WHO.say(language))
    with st.form("planera-mote", border=False, enter_to_submit=False):
        usual = usually_called(house.workspace)
        plan = plan_fields.fields(people_of(house), language, None, usual, "nytt-mote")
        if st.form_submit_button(PLAN_ONE.say(language), type="primary", disabled=actor is None) and actor:
            _plan(house, plan, language, actor)


def _plan(house: House, plan: Plan | None, language: Language, actor: Actor) -> None:
    if plan is None:
        st.error(NO_DAY.say(language))
        return
    try:
        made = plan_meeting(house.workspace, plan, actor)
    except EvenemangError as refused:
        refusing.tell(refused, language, "plan-meeting")
        return
    house.changed()
    st.switch_page(ways.page(ways.MEETING), query_params=address(made.id, PLAN))
