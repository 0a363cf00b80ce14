"""The way to say that one is done with a register's workbook that was set aside: with a reason."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.books import Returned
from evenemang.flow.returning.settling import LONGEST, OPERATION
from evenemang.pages import refusing
from evenemang.pages.book.settling import DONE, SETTLE, WHY
from evenemang.pages.desk import SAY_WHO
from evenemang.pages.house import House

MEANS = Text(
    sv="Filen flyttas till mappen settled och finns kvar där. Inget i registret ändras.",
    en="The file is moved to the folder settled and stays there. Nothing in the register changes.",
)


def show(house: House, one: Returned, language: Language, actor: Actor | None) -> None:
    """Show the button."""
    mark = one.digest[:16]
    with st.popover(DONE.say(language), icon=":material/task_alt:", key=f"register-klar-{mark}"):
        st.write(MEANS.say(language))
        why = st.text_input(WHY.say(language), key=f"register-varfor-{mark}", max_chars=LONGEST)
        if st.button(SETTLE.say(language), type="primary", key=f"register-klar-nu-{mark}"):
            _settle(house, one, why, language, actor)


def _settle(house: House, one: Returned, why: str, language: Language, actor: Actor | None) -> None:
    if actor is None:
        st.info(SAY_WHO.say(language))
        return
    try:
        house.settle(one, why, actor)
    except EvenemangError as refused:
        refusing.tell(refused, language, OPERATION)
        return
    house.changed()
    st.rerun()
