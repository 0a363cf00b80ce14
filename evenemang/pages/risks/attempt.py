"""Trying a deed from a form: what does not fit is said in words, beside the form."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from evenemang.domain.text import Text
from evenemang.flow.difference import picture
from evenemang.flow.operation import Operation
from evenemang.pages.desk import Desk, fresh, show_refusal

FIELDS = {
    "do": Text(sv="åtgärden", en="the action"),
    "title": Text(sv="rubriken", en="the title"),
    "owner": Text(sv="ansvarig", en="the owner"),
    "officer": Text(sv="handläggare", en="the officer"),
    "area": Text(sv="riskområdet", en="the area"),
}
MISSING = Text(
    sv="Fyll i {field}, med högst 20 000 tecken.", en="Fill in {field}, with at most 20 000 characters."
)
UNFIT = Text(
    sv="Något i formuläret passar inte: tomt där det behövs en text, eller längre än 20 000 tecken.",
    en="Something in the form does not fit: empty where a text is needed, or longer than 20 000 characters.",
)
CANCEL = Text(sv="Avbryt", en="Cancel")


def attempt(desk: Desk, build: Callable[[], Operation]) -> bool:
    """Do the deed that a form describes; return whether it was done."""
    try:
        operation = build()
    except ValidationError as unfit:
        field = next((str(at) for one in unfit.errors() for at in reversed(one["loc"]) if at in FIELDS), None)
        said = desk.say(MISSING).format(field=desk.say(FIELDS[field])) if field else desk.say(UNFIT)
        st.session_state["refused"] = (False, said)
        return False
    return desk.do(operation)


def guarded(desk: Desk, build: Callable[[], Operation]) -> bool:
    """Do the deed unless somebody changed the same thing meanwhile; once told, one may insist."""

    def seeing() -> Operation:
        operation = build()
        known = fresh(desk) if st.session_state.pop(_told(desk), False) else desk
        return operation.model_copy(update={"seen": picture(known.dossier, operation.subject or "")})

    done = attempt(desk, seeing)
    if not done and fresh(desk).version != desk.version:
        st.session_state[_told(desk)] = True
    return done


def _told(desk: Desk) -> str:
    return f"told-{desk.dossier.id}-{desk.version}"


def save_or_cancel(
    desk: Desk, key: str, label: Text, deed: Callable[[], bool], *, disabled: bool = False
) -> None:
    """Show the buttons at the foot of a dialog; close it when the deed is done, else say why above them."""
    refusal = st.container()
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button(desk.say(CANCEL), key=f"{key}-avbryt", type="tertiary"):
            st.rerun()
        saving = st.button(desk.say(label), key=f"{key}-spara", type="primary", disabled=disabled)
    if saving and deed():
        st.rerun()
    with refusal:
        show_refusal()
