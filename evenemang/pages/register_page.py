"""A register as pages: its list, one of its records, or that the address leads to none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.domain.text import Language, Text
from evenemang.pages import noticed, ways
from evenemang.pages.allowed import is_members
from evenemang.pages.counting import Counted
from evenemang.pages.house import House
from evenemang.pages.settings_parts.office import Office
from evenemang.pages.showing import escaped

NOT_YOURS = Text(
    sv="Registret läses av kommunens egna. Det som rör ärendet du är gäst i står i ärendet.",
    en="The register is read by the municipality's own. What concerns your dossier stands in it.",
)

WHICH = Text(sv="Vilken menas?", en="Which is meant?")
UNKNOWN = Text(
    sv="Adressen leder inte till någon här. Välj i listan.",
    en="The address leads to none here. Choose in the list.",
)

Record = TypeVar("Record", Place, Organiser)


@dataclass(frozen=True)
class Register(Generic[Record]):
    """What one register shows in the frame that they share."""

    address: str
    icon: str
    title: Text
    count: Counted
    about: Text
    empty: Text
    all: Text
    known: Callable[[House], dict[str, Record]]
    new: Callable[[Office], None]  # the way to a new one
    lines: Callable[[Office], Callable[[Record], str]]  # what stands under each name in the list, in Markdown
    change: Callable[[Office, Record], None]  # the way to change it
    story: Callable[[Office, Record], None]


def render(register: Register[Record], house: House, language: Language, actor: Actor | None) -> None:
    """Show the list, or the record that the address names; a guest is told why neither."""
    office = Office(house, language, actor)
    if not is_members(house, actor):
        st.title(office.say(register.title), anchor=False)
        st.info(office.say(NOT_YOURS))
        return
    known, wanted = register.known(house), st.query_params.get("id", "")
    if not wanted:
        _list(register, office, known)
    elif wanted in known:
        _one(register, office, known[wanted])
    else:
        st.title(office.say(WHICH), anchor=False)
        st.write(office.say(UNKNOWN))
        st.page_link(ways.page(register.address), label=office.say(register.all), icon=register.icon)


def _list(register: Register[Record], office: Office, known: dict[str, Record]) -> None:
    st.query_params.clear()  # a link from a page to itself leaves the old address there
    title = register.count.say(len(known), office.language) if known else office.say(register.title)
    _head(title, lambda: register.new(office))
    noticed.show()
    st.write(office.say(register.about if known else register.empty))
    if known:
        line = register.lines(office)
        with st.container(border=True, key=f"lista-{register.address}", gap=None):
            for one in known.values():
                with st.container(key=f"rad-{register.address}-{one.id}", gap=None):
                    to, label = ways.page(register.address), f"**{escaped(one.name)}**"
                    st.page_link(to, label=label, query_params={"id": one.id})
                    st.markdown(line(one))


def _one(register: Register[Record], office: Office, one: Record) -> None:
    st.query_params["id"] = one.id  # a link from a page to itself leaves the old address there
    st.set_page_config(page_title=f"{one.name} · Evenemang")
    back = office.say(register.all)
    st.page_link(ways.page(register.address), label=back, icon=":material/arrow_back:")
    _head(escaped(one.name), lambda: register.change(office, one))
    noticed.show()
    register.story(office, one)


def _head(title: str, beside: Callable[[], None]) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(title, anchor=False, width="content")
        beside()
