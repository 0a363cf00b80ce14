"""Overdue actions of every event that is near, the longest overdue first."""

from __future__ import annotations

from datetime import date

import streamlit as st

from evenemang.domain.text import Language, Text
from evenemang.flow.listing import ActionRow
from evenemang.flow.saying import day
from evenemang.flow.waiting import Around
from evenemang.pages import ways
from evenemang.pages.people import People
from evenemang.pages.showing import escaped, overdue

NONE = Text(sv="Inga försenade åtgärder", en="No overdue actions")
ONE = Text(sv="1 försenad åtgärd", en="1 overdue action")
MANY = Text(sv="{count} försenade åtgärder", en="{count} overdue actions")
ALL_IN_TIME = Text(
    sv="Alla beslutade åtgärder som borde vara klara är klara.",
    en="Every decided action that should be done is done.",
)
NO_OWNER = Text(sv="Ingen ansvarig", en="No owner")
SHOULD = Text(sv="skulle vara klar {day}", en="was due {day}")
ONE_SECRET = Text(
    sv=":material/lock: 1 av dem är hemlig och visas i sitt ärende för dem som är utsedda.",
    en=":material/lock: 1 of them is secret, and shown in its dossier to those named.",
)
SECRETS = Text(
    sv=":material/lock: {count} av dem är hemliga och visas i sina ärenden för dem som är utsedda.",
    en=":material/lock: {count} of them are secret, and shown in their dossiers to those named.",
)
FEW = 5


def show(people: People, near: Around, language: Language) -> None:
    """Show what should have been done."""
    shown = [one for one in near.overdue if one.due and one.do]
    count = len(near.overdue)
    title = {0: NONE, 1: ONE}.get(count, MANY)
    st.header(title.say(language).format(count=count), anchor=False)
    if not count:
        st.caption(ALL_IN_TIME.say(language))
        return
    with st.container(border=True, key="lista-forsenade", gap=None):
        for action in shown[:FEW]:
            if action.due:
                _row(people, action, action.due, near, language)
        left_out = count - len(shown)
        if left_out:
            st.caption((ONE_SECRET if left_out == 1 else SECRETS).say(language).format(count=left_out))


def _row(people: People, action: ActionRow, due: date, near: Around, language: Language) -> None:
    with st.container(key=f"rad-forsenad-{action.dossier}-{action.id}", gap=None):
        ways.link(f"**{escaped(action.do)}**", action.dossier, "atgarder")
        owner = escaped(people.say(action.owner)) if action.owner else NO_OWNER.say(language)
        should = SHOULD.say(language).format(day=day(due, language))
        st.caption(f"{escaped(near.row(action.dossier).name)} · {owner} · {should}")
        late = overdue((near.now.date() - due).days, language)
        st.markdown(f":violet-badge[:material/schedule: {late}]")
