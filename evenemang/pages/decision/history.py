"""What was decided: the decision that counts, and those before it."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.decision import Decision
from evenemang.domain.text import Text
from evenemang.flow.saying import day
from evenemang.pages.decision.words import view_word
from evenemang.pages.desk import Desk
from evenemang.pages.people import People
from evenemang.pages.showing import escaped, moment

OFFICER = Text(sv="Handläggarens bedömning", en="The officer's view")
NO_VIEW = Text(sv="Ingen egen bedömning angiven", en="No view of their own given")
GROUP = Text(sv="Gruppens ställningstagande", en="The group's view")
CONDITIONS = Text(sv="Villkor som följer med", en="Conditions that follow")
MOTIVE = Text(sv="Motivering", en="Reason")
DESPITE = Text(sv="Varför trots obesvarade frågor", en="Why despite unanswered questions")
COMPLETE_BY = Text(sv="Komplettering senast {day}", en="Completion by {day}")
BEFORE = Text(sv="Tidigare ställningstaganden ({count})", en="Earlier decisions ({count})")


def show_current(desk: Desk, decision: Decision, people: People) -> None:
    """Show the decision that counts."""
    with st.container(border=True, key="lista-beslut"):
        _decision(desk, decision, people)


def show_earlier(desk: Desk, people: People) -> None:
    """Show the decisions before it, the newest first; nothing is erased."""
    earlier = desk.dossier.decisions[:-1]
    if not earlier:
        return
    with st.expander(desk.say(BEFORE).format(count=len(earlier))):
        for number, one in enumerate(reversed(earlier)):
            with st.container(key=f"post-beslut-{number}", gap="xsmall"):
                st.markdown(f"**{escaped(view_word(desk, one.group_view))}**")
                _decision(desk, one, people)


def _decision(desk: Desk, one: Decision, people: People) -> None:
    officer = escaped(people.say(one.officer))
    view = escaped(view_word(desk, one.officer_view)) if one.officer_view else desk.say(NO_VIEW)
    group = f"{escaped(view_word(desk, one.group_view))} · {moment(one.given.at, desk.language)}"
    _part(desk, OFFICER, f"{view} · {officer}")
    _part(desk, GROUP, f"{group} · {escaped(people.say(one.given.by))}")
    if one.conditions:
        _part(
            desk, CONDITIONS, "\n".join(f"{n}. {escaped(text)}" for n, text in enumerate(one.conditions, 1))
        )
    if one.motive.strip():
        _part(desk, MOTIVE, escaped(one.motive))
    if one.despite_unanswered.strip():
        _part(desk, DESPITE, escaped(one.despite_unanswered))
    if one.complete_by:
        st.markdown(desk.say(COMPLETE_BY).format(day=day(one.complete_by, desk.language)))


def _part(desk: Desk, label: Text, markdown: str) -> None:
    st.markdown(f":small[{desk.say(label)}]\n\n{markdown}")
