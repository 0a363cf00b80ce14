"""A deviation seen on a round: the action that it became, who sees to it, or that it is mended already."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.action import CLOSED, Action
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.rounds import SettleDeviation
from evenemang.flow.words import ACTION_STATUSES, capital
from evenemang.pages import ways
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

TITLE = Text(sv="Åtgärd {id}", en="Action {id}")
LINE = Text(sv="{status} · {owner}", en="{status} · {owner}")
NO_OWNER = Text(sv="ingen ansvarig än", en="no owner yet")
DO = Text(sv="Vad ska göras?", en="What is to be done?")
WHO = Text(sv="Vem gör det?", en="Who does it?")
DECIDE = Text(sv="Bestäm åtgärden", en="Decide the action")
MENDED = Text(sv="Rättat på plats", en="Mended on the spot")
WHO_FIRST = Text(sv="Välj vem som gör det.", en="Choose who does it.")
FRAGMENT = "rond"


def show(desk: Desk, action: Action) -> None:
    """Show the action with its way on."""
    with st.container(border=True, key=f"avvikelse-{action.id}"):
        ways.to_action(desk.say(TITLE).format(id=action.id), desk.dossier.id, action.id)
        owner = (
            people_of(desk.house).say_owner(action.owner, desk.actor, desk.language)
            if action.owner
            else desk.say(NO_OWNER)
        )
        status = desk.say(capital(ACTION_STATUSES[action.status]))
        st.markdown(f"**{escaped(action.do)}**")
        st.caption(desk.say(LINE).format(status=status, owner=escaped(owner)))
        if action.status == "proposed":
            _settle(desk, action)
        elif action.status not in CLOSED:
            _mended(desk, action)


@takes("settle-deviation")
def _settle(desk: Desk, action: Action) -> None:
    key = f"avvikelse-{action.id}"
    st.text_input(desk.say(DO), action.do, key=f"{key}-do", max_chars=LONGEST_TEXT, on_change="ignore")
    mine = desk.actor.name if desk.actor else None
    people_of(desk.house).choose(desk.say(WHO), action.owner or mine, desk.language, f"{key}-vem")
    with st.container(horizontal=True):
        st.button(
            desk.say(DECIDE),
            key=f"{key}-bestam",
            type="primary",
            on_click=_save,
            args=(desk, action, key),
        )
        st.button(desk.say(MENDED), key=f"{key}-rattat", on_click=_save, args=(desk, action, key, True))


@takes("settle-deviation")
def _mended(desk: Desk, action: Action) -> None:
    key = f"avvikelse-{action.id}"
    st.button(desk.say(MENDED), key=f"{key}-rattat", on_click=_save, args=(desk, action, key, True))


def _save(desk: Desk, action: Action, key: str, mended: bool = False) -> None:
    do = str(st.session_state.get(f"{key}-do", action.do))
    owner = st.session_state.get(f"{key}-vem", action.owner)
    if not owner:
        st.session_state["refused"] = (False, desk.say(WHO_FIRST))
    else:
        desk.do(SettleDeviation(action=action.id, owner=owner, do=do, mended=mended))
    st.rerun([FRAGMENT])
