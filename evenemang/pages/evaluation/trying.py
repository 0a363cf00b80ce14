"""Trying what a form of the evaluation says: what does not fit is told beside the form."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Text
from evenemang.flow.operation import Operation
from evenemang.pages import refusing
from evenemang.pages.desk import WHO_FIRST, Desk

UNFIT = Text(
    sv="Det är inte sparat: en text är tom eller längre än 20 000 tecken, eller ett tal är negativt.",
    en="It is not saved: a text is empty or longer than 20 000 characters, or a number is negative.",
)


def tell(desk: Desk, why: Text) -> None:
    """Keep a sentence to be shown where the person is looking."""
    st.session_state["refused"] = (False, desk.say(why))


def tried(desk: Desk, build: Callable[[], Operation]) -> bool:
    """Do what a form says to the dossier; return whether it was done."""
    try:
        operation = build()
    except ValidationError:
        tell(desk, UNFIT)
        return False
    return desk.do(operation)


def tried_beside(desk: Desk, deed: Callable[[Actor], object]) -> bool:
    """Do what a form says to something beside the dossier, such as a lesson; return whether it was done."""
    if desk.actor is None:
        tell(desk, WHO_FIRST)
        return False
    try:
        deed(desk.actor)
    except ValidationError:
        tell(desk, UNFIT)
        return False
    except EvenemangError as refused:
        refusing.note(refused, "evaluation", dossier=desk.dossier.id)
        st.session_state["refused"] = (False, refused.say(desk.language))
        return False
    desk.house.changed()
    return True
