"""What was saved though it looks like a personal number or somebody's health: told once, where one looks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import streamlit as st
from pydantic import BaseModel

from evenemang.domain.text import Language, Text
from evenemang.flow.sensitive import Seen, seen_in, seen_in_record, told
from evenemang.pages.showing import escaped

NOTICED = "lagt-marke-till"
WARNING = Text(
    sv="Det är sparat, men texten ser ut att innehålla {seen}. Bedömningen behöver inte veta vem det gäller, "
    "och det som står här kan lämnas ut. Ta bort det ur texten och skriv till exempel ”en besökare”. Det du "
    "tog bort finns kvar i historiken: säg till den som ansvarar för personuppgifter. Stämmer det inte, låt "
    "texten stå.",
    en="It is saved, but the text seems to hold {seen}. The assessment need not know who it concerns, and "
    "what stands here may be handed out. Take it out of the text, and write for example “a visitor”. What "
    "you took out remains in the history: tell whoever is responsible for personal data. If this is not so, "
    "let the text stand.",
)


def look(saved: BaseModel, language: Language) -> None:
    """Look at what was just saved, and keep what is to be told; what was seen before is forgotten."""
    _keep(seen_in_record(saved), language)


def look_at_texts(saved: Iterable[str], language: Language) -> None:
    """Look at texts that were just saved, and keep what is to be told."""
    _keep(chain.from_iterable(map(seen_in, saved)), language)


def _keep(seen_things: Iterable[Seen], language: Language) -> None:
    forget()
    found = told(dict.fromkeys(seen_things))
    if found:
        seen = ", ".join(one.say(language) for one in found)
        st.session_state[NOTICED] = WARNING.say(language).format(seen=seen)


def forget() -> None:
    """Forget what was seen before: something else is being done."""
    st.session_state.pop(NOTICED, None)


def waits() -> bool:
    """Whether there is something to tell."""
    return NOTICED in st.session_state


def show() -> None:
    """Tell it, once; nothing of it goes to the log."""
    said = st.session_state.pop(NOTICED, None)
    if said:
        st.warning(escaped(said), icon=":material/privacy_tip:")
