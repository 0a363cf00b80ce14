"""What a register's workbook says otherwise, cell by cell, and the button that takes in what is chosen."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.returning.registers import OPERATION, accept_register
from evenemang.pages import noticed, refusing
from evenemang.pages.book import differences, holding, remarks
from evenemang.pages.book.holding import Held
from evenemang.pages.book.speaking import Speaker
from evenemang.pages.book.taking_in import ALL, CHOOSE, COUNTS, NONE, SURE, TAKE, TAKE_ONE
from evenemang.pages.desk import SAY_WHO
from evenemang.pages.house import House
from evenemang.pages.showing import escaped

TITLE = Text(sv="Det som skiljer i {name}", en="What differs in {name}")
SAME = Text(
    sv="Inget i filen skiljer sig från registret. Avsluta filen med ett skäl.",
    en="Nothing in the file differs from the register. Settle the file with a reason.",
)
MEND = Text(
    sv="Skriv om dem i registrets arbetsbok i mappen, så läggs den filen undan också. Eller ändra i appen.",
    en="Write them anew in the register's workbook in the folder: that file is set aside too. Or in the app.",
)
TAKEN = Text(
    sv="Ändringar intagna ur {file}: {count}. De står i registrets historik.",
    en="Changes taken in from {file}: {count}. They stand in the register's history.",
)
SETTLED = Text(sv="Filen är avslutad.", en="The file is settled.")
TOLD, REFUSED = "register-intaget", "register-avvisat"


def held_of(house: House, of: str, name: str, content: bytes) -> Held:
    """Return the file with its comparison, read once while somebody chooses.

    Raises:
        FileUnfit: If it cannot be read.
    """
    known = holding.held(holding.mark_of(of, name, content))
    return known or holding.hold(Held(name, content, of, house.look_at_returned(content, name)))


def show_receipt(language: Language) -> None:
    """Show what was taken in last, or why it was not; and what was noticed in it."""
    said: str | None = st.session_state.pop(TOLD, None)
    if said:
        st.success(escaped(said), icon=":material/task_alt:")
    refused: EvenemangError | None = st.session_state.pop(REFUSED, None)
    if refused:
        refusing.tell(refused, language, OPERATION)
    noticed.show()


def show(house: House, found: Held, language: Language, actor: Actor | None) -> None:
    """Show the differences, and the way to take them in."""
    speaker = Speaker(language)
    st.header(escaped(TITLE.say(language).format(name=found.looked.name)), anchor=False)
    every = found.looked.differences
    if not (every or found.looked.remarks):
        st.success(SAME.say(language), icon=":material/task_alt:")
    if every:
        _bulk(found, language)
        differences.show(speaker, found)
    remarks.show(speaker, found.looked, MEND)
    if every and house.may(actor, OPERATION):
        _button(house, found, language, actor)


def _bulk(found: Held, language: Language) -> None:
    every = found.looked.differences
    clear = tuple(one for one in every if one.outcome == "theirs")
    ways = [(SURE, (True, clear), "utan-krock")] if clear and len(clear) < len(every) else []
    ways += [(ALL, (True, every), "alla"), (NONE, (False, every), "inga")]
    with st.container(horizontal=True):
        for label, choice, key in ways:
            said = label.say(language).format(count=len(choice[1]))
            st.button(said, key=f"register-{key}", on_click=found.choose, args=choice)


def _button(house: House, found: Held, language: Language, actor: Actor | None) -> None:
    accepted = len(found.accepted)
    left = len(found.looked.differences) - accepted - found.refused
    with st.container(border=True, key="register-ta-in"):
        said = COUNTS.say(language).format(accepted=accepted, refused=found.refused, left=left)
        st.caption(said)
        label = (TAKE_ONE if accepted == 1 else TAKE).say(language).format(count=accepted)
        if st.button(label, type="primary", key="register-ta-in-nu", icon=":material/move_to_inbox:"):
            _take(house, found, language, actor)


def _take(house: House, found: Held, language: Language, actor: Actor | None) -> None:
    wants = CHOOSE if not found.accepted else SAY_WHO if actor is None else None
    if wants or actor is None:
        st.info((wants or SAY_WHO).say(language))
        return
    keys = [one.key for one in found.accepted]
    try:
        accept_register(house.workspace, found.looked, keys, actor)
        settled = house.settle_taken(found.looked, found.content, keys, actor)
    except EvenemangError as refused:
        st.session_state[REFUSED] = refused
        found.looked_anew(house.look_at_returned(found.content, found.name))
        st.rerun()
    said = TAKEN.say(language).format(file=found.name, count=len(keys))
    st.session_state[TOLD] = f"{said} {SETTLED.say(language)}" if settled else said
    noticed.look_at_texts((one.returned or "" for one in found.accepted), language)
    house.changed()
    holding.let_go()
    st.rerun()
