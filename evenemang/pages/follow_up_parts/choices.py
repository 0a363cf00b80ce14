"""Which year and whose events are shown: chosen on the page, kept in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from evenemang.domain.text import Language, Text
from evenemang.flow.year_rows import Whose, latest_begun, years
from evenemang.pages.house import House

YEAR, WHOSE = "ar", "arrangor"
MANY = 5  # more years than this stand in a list
WHICH_YEAR = Text(sv="År", en="Year")
WHOSE_EVENTS = Text(sv="Arrangör", en="Organiser")
ANY = "alla"
WORDS: Mapping[str, tuple[Whose | None, Text]] = {
    ANY: (None, Text(sv="Alla", en="All")),
    "egna": ("own", Text(sv="Egna", en="Own")),
    "externa": ("external", Text(sv="Externa", en="External")),
}


@dataclass(frozen=True)
class Choice:
    """What is looked at."""

    year: int
    whose: Whose | None
    word: str  # of whose, as in the address


def choose(house: House, language: Language) -> Choice:
    """Show the choices and return what the address asks for; a year or a word it cannot know is ignored."""
    year = asked_year(house)
    word = st.query_params.get(WHOSE, ANY)
    word = word if word in WORDS else ANY
    with st.container(horizontal=True, width="content", vertical_alignment="bottom"):
        said = {key: text.say(language) for key, (_, text) in WORDS.items()}
        _segments(WHOSE, WHOSE_EVENTS, said, word, language)
        _years(house, year, language)
    return Choice(year=year, whose=WORDS[word][0], word=word)


def asked_year(house: House) -> int:
    """Return the year of the address, or the newest in which an event has begun."""
    store, today = house.workspace.store, house.workspace.now().date()
    choices = years(store, today)
    asked = st.query_params.get(YEAR, "")
    if asked.isdecimal() and int(asked) in choices:
        return int(asked)
    return latest_begun(store, choices, today)


def _years(house: House, year: int, language: Language) -> None:
    choices = years(house.workspace.store, house.workspace.now().date())
    said = {str(one): str(one) for one in reversed(choices)}
    if len(choices) <= MANY:
        _segments(YEAR, WHICH_YEAR, said, str(year), language)
        return
    _follow_address(YEAR, str(year))
    st.selectbox(
        WHICH_YEAR.say(language),
        list(reversed(said)),
        key=_key(YEAR),
        on_change=_to_address,
        args=(YEAR,),
        width=120,
        filter_mode=None,
    )


def _segments(name: str, label: Text, said: Mapping[str, str], chosen: str, language: Language) -> None:
    _follow_address(name, chosen)
    st.segmented_control(
        label.say(language),
        list(said),
        format_func=said.__getitem__,
        required=True,
        key=_key(name),
        on_change=_to_address,
        args=(name,),
        label_visibility="collapsed",
    )


def _key(name: str) -> str:
    return f"val-{name}"


def _follow_address(name: str, chosen: str) -> None:
    """The address holds the choice; the widget is set after it, also when one goes back in the browser."""
    if st.session_state.get(_key(name)) != chosen:
        st.session_state[_key(name)] = chosen


def _to_address(name: str) -> None:
    st.query_params[name] = st.session_state[_key(name)]
