"""One action in the list: what, who, by when, how far it has come, and against which risk."""

from __future__ import annotations

from datetime import date

import streamlit as st

from evenemang.domain.action import Action, ActionStatus
from evenemang.domain.text import Text
from evenemang.flow.saying import day
from evenemang.flow.weighing import weigh
from evenemang.flow.words import ACTION_KINDS, ACTION_STATUSES, PHASES, capital
from evenemang.pages import ways
from evenemang.pages.actions import advancing
from evenemang.pages.actions.words import due_of
from evenemang.pages.attached import beside
from evenemang.pages.desk import Desk
from evenemang.pages.people import People
from evenemang.pages.review import notes
from evenemang.pages.risks.levels import badge
from evenemang.pages.showing import escaped
from evenemang.pages.stamp import stamp

NO_OWNER = Text(sv="Ansvarig saknas", en="No owner")
LATE = Text(sv="Försenad {days} dagar", en="{days} days late")
ONE_LATE = Text(sv="Försenad 1 dag", en="1 day late")
AGAINST = Text(sv="Mot {risk}", en="Against {risk}")
NO_RISK = Text(sv="Hör till ärendet eller platsen", en="Belongs to the dossier or the place")
HOW = Text(sv="Verifierad så här: {how}", en="Verified like this: {how}")
WHY = Text(sv="Avskriven: {why}", en="Dropped: {why}")
ICONS: dict[ActionStatus, str] = {
    "proposed": "lightbulb",
    "decided": "gavel",
    "started": "play_circle",
    "done": "check",
    "verified": "verified",
    "dropped": "remove",
}


def show(desk: Desk, action: Action, people: People, today: date) -> None:
    """Show a row with the steps it may take."""
    with st.container(key=f"post-atgard-{action.id}", gap="xsmall"):
        st.markdown(f"**{action.id} {escaped(action.do)}**{stamp(desk, action.id)}")
        st.markdown(_badges(desk, action, today))
        st.caption(_line(desk, action, people))
        notes.show(desk, "action", action.id)
        _last_words(desk, action)
        _against(desk, action)
        beside.show(desk, f"actions/{action.id}")
        with st.container(horizontal=True):
            advancing.buttons(desk, action)
            beside.button(desk, f"actions/{action.id}", action.id)


def _badges(desk: Desk, action: Action, today: date) -> str:
    status = (
        f":gray-badge[:material/{ICONS[action.status]}: {desk.say(capital(ACTION_STATUSES[action.status]))}]"
    )
    due = action.due_on(desk.dossier.event.first_day)
    if due is None or not action.is_overdue(desk.dossier.event.first_day, today):
        return status
    days = (today - due).days
    late = desk.say(ONE_LATE if days == 1 else LATE).format(days=days)
    return f":violet-badge[:material/schedule: {late}] {status}"


def _line(desk: Desk, action: Action, people: People) -> str:
    owner = (
        escaped(people.say_owner(action.owner, desk.actor, desk.language))
        if action.owner
        else f"**{desk.say(NO_OWNER)}**"
    )
    return " · ".join(
        [
            owner,
            due_of(desk, action),
            desk.say(capital(ACTION_KINDS[action.kind])),
            desk.say(capital(PHASES[action.phase])),
        ]
    )


def _last_words(desk: Desk, action: Action) -> None:
    last = action.history[-1]
    said = ((last.how, HOW), (last.because, WHY))
    for words, text in said:
        if words.strip():
            when = day(last.given.at.date(), desk.language)
            st.caption(f"{desk.say(text).format(how=escaped(words), why=escaped(words))} · {when}")


def _against(desk: Desk, action: Action) -> None:
    risk = next((one for one in desk.dossier.risks if one.id == action.risk), None)
    if risk is None:
        st.caption(desk.say(NO_RISK))
        return
    weighed = weigh(risk, desk.dossier, desk.content.matrix)
    named = f"{risk.id} {escaped(risk.says(desk.language))}"
    label = f"{desk.say(AGAINST).format(risk=named)} {badge(desk, weighed.after)}"
    ways.to_risk(label, desk.dossier.id, risk.id)
