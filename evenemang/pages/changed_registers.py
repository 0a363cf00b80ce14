"""Registers' workbooks that somebody changed by hand in the folder: what differs, taken in or settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.books import Returned
from evenemang.flow.outbox import registers_set_aside
from evenemang.flow.returning.registers import OPERATION, of_register
from evenemang.pages import refusing
from evenemang.pages.book.returned import DIFFERS, EXCEL, FETCH, GONE, SAVED, SECRET, SETTLED
from evenemang.pages.changed_parts import comparison, settling
from evenemang.pages.house import House
from evenemang.pages.showing import escaped, moment

TITLE = Text(sv="Register som är ändrade för hand", en="Registers that were changed by hand")
MEANS = Text(
    sv="Platser, arrangörer, lärdomar, möten och funktioner har var sin arbetsbok i mappen. Det som någon "
    "skriver i en sådan fil kommer inte in i registret av sig självt: filen läggs undan hel, och en ny "
    "skrivs på dess plats. Här ser du vad som skiljer och tar in det som ska gälla.",
    en="Places, organisers, lessons, meetings and functions have a workbook each in the folder. What "
    "somebody writes in such a file does not come into the register by itself: the file is set aside "
    "whole, and a new one is written in its place. Here you see what differs, and take in what is to count.",
)
NONE = Text(sv="Ingen fil väntar.", en="No file waits.")
HIDDEN = Text(
    sv="Ändrade hemliga delar: {count}. De avslutas på datorn där programmet körs, med evenemang import.",
    en="Changed secret parts: {count}. They are settled where the program runs, by evenemang import.",
)
KEPT = Text(
    sv="De här filerna är någon klar med. Vem och varför står i registrets arbetsbok, på bladet Historik. "
    "Filerna finns kvar.",
    en="Somebody is done with these files. Who and why stands in the register's workbook, on the sheet "
    "History. The files remain.",
)
CHOSEN = "register-undanlagd"


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the page."""
    st.title(TITLE.say(language), anchor=False)
    st.write(MEANS.say(language))
    every = registers_set_aside(house.workspace)
    sees = house.workspace.access.sees_secret(actor)
    seen = [one for one in every if sees or not one.secret]
    hidden = sum(one.secret and not one.settled for one in every) if not sees else 0
    waiting = [one for one in seen if not one.settled]
    comparison.show_receipt(language)
    if not waiting:
        st.write(NONE.say(language))
    for one in waiting:
        _row(house, one, language, actor)
    if hidden:
        st.caption(HIDDEN.say(language).format(count=hidden))
    _settled(house, [one for one in seen if one.settled], language, actor)
    _compared(house, seen, language, actor)


def _settled(house: House, found: Sequence[Returned], language: Language, actor: Actor | None) -> None:
    if not found:
        return
    with st.expander(SETTLED.say(language).format(count=len(found)), key="register-avslutade"):
        st.caption(KEPT.say(language))
        for one in found:
            _row(house, one, language, actor)


def _row(house: House, one: Returned, language: Language, actor: Actor | None) -> None:
    name = Path(one.name).name
    if one.secret:
        name = f"{name} ({SECRET.say(language)})"
    saved = moment(one.saved, language)
    st.markdown(escaped(SAVED.say(language).format(name=name, saved=saved)))
    mark = one.digest[:16]
    with st.container(horizontal=True):
        st.button(
            DIFFERS.say(language),
            key=f"register-skiljer-{mark}",
            icon=":material/difference:",
            on_click=_choose,
            args=(one.digest,),
        )
        st.download_button(
            FETCH.say(language),
            data=_content(house.data / one.path),
            file_name=Path(one.path).name,
            mime=EXCEL,
            key=f"register-hamta-{mark}",
            icon=":material/download:",
            on_click="ignore",
        )
        if not one.settled and house.may(actor, OPERATION):
            settling.show(house, one, language, actor)
    st.text(one.path)


def _choose(digest: str) -> None:
    st.session_state[CHOSEN] = digest


def _content(path: Path) -> Callable[[], bytes]:
    return path.read_bytes


def _compared(house: House, seen: Sequence[Returned], language: Language, actor: Actor | None) -> None:
    one = next((each for each in seen if each.digest == st.session_state.get(CHOSEN)), None)
    if one is None:
        return
    path = house.data / one.path
    if not path.is_file():
        st.error(GONE.say(language))
        return
    try:
        held = comparison.held_of(house, of_register(one.kind), Path(one.name).name, path.read_bytes())
    except EvenemangError as refused:
        refusing.tell(refused, language, "look-at-register")
        return
    comparison.show(house, held, language, actor)
