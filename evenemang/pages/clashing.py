"""The same thing changed by two: both values, who and when, and the choice between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from evenemang.domain.errors import ChangedMeanwhile, EvenemangError
from evenemang.domain.text import Text
from evenemang.flow.difference import picture
from evenemang.flow.journal import canonical
from evenemang.flow.operation import NOT_LOOKED, Operation
from evenemang.flow.telling import Who
from evenemang.pages.history.pictures import change_at
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

if TYPE_CHECKING:  # the desk shows clashes
    from evenemang.pages.desk import Desk

BOTH = Text(
    sv="{who} ändrade samma sak {when}, medan du hade den framme. Det du skrev är inte sparat.",
    en="{who} changed the same thing {when}, while you had it open. What you wrote is not saved.",
)
THEIRS = Text(sv="Där stod: {seen}. Nu står där: {now}.", en="It said: {seen}. Now it says: {now}.")
MINE = Text(sv="Med ditt blir det: {mine}.", en="With yours it becomes: {mine}.")
CHOOSE = Text(
    sv="Välj vilket som ska gälla, eller skriv något tredje och spara det.",
    en="Choose which one is to count, or write a third and save it.",
)
KEEP_THEIRS = Text(sv="Behåll det som står", en="Keep what it says")
TOLD = "krock-sagd"  # what stood there when a clash was told, by what had been seen before
SAVE_MINE = Text(sv="Spara mitt", en="Save mine")


def show(desk: Desk, operation: Operation, refused: ChangedMeanwhile) -> None:
    """Show both, and let the person choose; a third change meanwhile is told again, never written over."""
    say, path = desk.say, operation.stands_at(desk.dossier) or ""
    now = picture(desk.dossier, path)
    who = people_of(desk.house).say
    seen, theirs = change_at(desk, operation.seen, now, who)
    lines = [
        say(BOTH).format(who=who(str(refused.facts["who"])), when=refused.facts["when"]),
        say(THEIRS).format(seen=seen, now=theirs),
    ]
    mine = _mine(desk, operation, path, who)
    if mine:
        lines.append(say(MINE).format(mine=mine))
    st.warning("  \n".join(escaped(one) for one in [*lines, say(CHOOSE)]))
    kept = operation.model_copy(update={"seen": now})
    st.session_state.setdefault(TOLD, {})[_key(desk, operation)] = now
    with st.container(horizontal=True, key="krockval"):
        st.button(say(KEEP_THEIRS), key="krock-deras", on_click=_keep)
        st.button(say(SAVE_MINE), key="krock-mitt", on_click=_save, args=(desk, kept))


def as_told(desk: Desk, operation: Operation) -> Operation:
    """Return a deed with what the person has been told of by now: a third is saved from the same old form."""
    told = st.session_state.get(TOLD, {})
    key = _key(desk, operation) if told and operation.seen != NOT_LOOKED else None
    return operation.model_copy(update={"seen": told[key]}) if key in told else operation


def _key(desk: Desk, operation: Operation) -> tuple[str, str, str]:
    return desk.dossier.id, operation.name, canonical(operation.seen)


def _mine(desk: Desk, operation: Operation, path: str, who: Who) -> str:
    """Return what would differ from what stands, with one's own; empty where it cannot be done any more."""
    if desk.actor is None:
        return ""
    try:
        after = operation.apply(desk.dossier, desk.house.workspace.scene(desk.actor, desk.dossier))
    except EvenemangError:
        return operation.wanted
    return change_at(desk, picture(desk.dossier, path), picture(after, path), who)[1]


def _keep() -> None:
    st.rerun()


def _save(desk: Desk, operation: Operation) -> None:
    if desk.do(operation):
        st.rerun()
