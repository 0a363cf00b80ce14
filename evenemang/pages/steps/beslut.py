"""Ställningstagande: the officer's view and the group's, and what must be so first."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.decision import Decision
from evenemang.domain.text import Text
from evenemang.flow.saying import day
from evenemang.pages import live
from evenemang.pages.allowed import tell_what_it_takes
from evenemang.pages.decision import form, history, letter, reconsider, required
from evenemang.pages.decision.words import view_word
from evenemang.pages.desk import Desk
from evenemang.pages.people import People, people_of
from evenemang.pages.review import listing
from evenemang.pages.showing import escaped

NOT_DECIDED = Text(sv="Gruppen har inte tagit ställning", en="The group has not decided")
DECIDED = Text(sv="{view}, {day}", en="{view}, {day}")
ANEW = Text(sv="Ta ställning på nytt", en="Decide anew")


def render(desk: Desk) -> None:
    """Show the step."""
    people = people_of(desk.house)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        if desk.dossier.decision is None:
            st.header(desk.say(NOT_DECIDED), anchor=False)
            _form(desk, people)
        else:
            _decided(desk, desk.dossier.decision, people)
        letter.show(desk)
    with right:
        required.show(desk)
        listing.in_short(desk)
    live.watch(desk, live.Watch("beslut"))


def _decided(desk: Desk, decision: Decision, people: People) -> None:
    view, when = escaped(view_word(desk, decision.group_view)), day(decision.given.at.date(), desk.language)
    st.header(desk.say(DECIDED).format(view=view, day=when), anchor=False)
    if desk.dossier.reconsider and desk.dossier.asks_for_new_decision:
        reconsider.show(desk, desk.dossier.reconsider)
    history.show_current(desk, decision, people)
    history.show_earlier(desk, people)
    again = desk.dossier.asks_for_new_decision or decision.group_view == "to-complete"
    with st.expander(desk.say(ANEW), expanded=again):
        _form(desk, people)


def _form(desk: Desk, people: People) -> None:
    if desk.may("decide"):
        form.show(desk, people)
    else:
        tell_what_it_takes(desk, "decide")
