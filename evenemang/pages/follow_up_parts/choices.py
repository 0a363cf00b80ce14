"""Which year, whose events, which place and which part are shown: chosen on the page, kept in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import streamlit as st

from evenemang.domain.place import Place
from evenemang.domain.text import Language, Text
from evenemang.flow.year_rows import Whose, latest_begun, years
from evenemang.pages.house import House

YEAR, WHOSE, PLACE, PART = "ar", "arrangor", "plats", "del"
MANY = 5  # more years than this stand in a list
WHICH_YEAR = Text(sv="År", en="Year")
WHOSE_EVENTS = Text(sv="Arrangör", en="Organiser")
WHICH_PLACE = Text(sv="Plats", en="Place")
ALL_PLACES = Text(sv="Alla platser", en="All places")
WHICH_PART = Text(sv="Vad vill du se?", en="What do you want to see?")
ANY = "alla"
OVERVIEW, INCIDENTS, RISKS, WORK = "overblick", "handelser", "risker", "arbetet"
PARTS: Mapping[str, Text] = {
    OVERVIEW: Text(sv="Överblick", en="Overview"),
    INCIDENTS: Text(sv="Händelser", en="Incidents"),
    RISKS: Text(sv="Risker och åtgärder", en="Risks and actions"),
    WORK: Text(sv="Tider och kalender", en="Times and calendar"),
}
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
    place: str | None

    @property
    def period(self) -> str:
        """What a file of these numbers is named after."""
        return "-".join([str(self.year), self.word, *([self.place] if self.place else [])])


def choose(house: House, language: Language) -> Choice:
    """Show the choices and return what the address asks for; a year or a word it cannot know is ignored."""
    known = known_years(house)
    year = asked_year(house, known)
    word = st.query_params.get(WHOSE, ANY)
    word = word if word in WORDS else ANY
    with st.container(horizontal=True, width="content", vertical_alignment="bottom", key="uppfoljningsval"):
        said = {key: text.say(language) for key, (_, text) in WORDS.items()}
        _segments(WHOSE, WHOSE_EVENTS, said, word, language)
        _years(known, year, language)
        place = _places(house, language)
    return Choice(year=year, whose=WORDS[word][0], word=word, place=place)


def choose_part(language: Language) -> str:
    """Show the parts of the page and return the one that the address asks for; the overview otherwise."""
    asked = st.query_params.get(PART, OVERVIEW)
    chosen = asked if asked in PARTS else OVERVIEW
    said = {key: text.say(language) for key, text in PARTS.items()}
    _segments(PART, WHICH_PART, said, chosen, language)
    return chosen


def known_years(house: House) -> tuple[int, ...]:
    """Return the years to choose among, the newest first."""
    return years(house.workspace.store, house.workspace.now().date())


def asked_year(house: House, choices: Sequence[int]) -> int:
    """Return the year of the address, or the newest in which an event has begun."""
    asked = st.query_params.get(YEAR, "")
    if asked.isdecimal() and int(asked) in choices:
        return int(asked)
    return latest_begun(house.workspace.store, choices, house.workspace.now().date())


def _years(choices: Sequence[int], year: int, language: Language) -> None:
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


def _places(house: House, language: Language) -> str | None:
    """Show the places to choose among, where there are several; an unknown one in the address is ignored."""
    stored = (cast(Place, one.record) for one in house.workspace.store.all("place"))
    names = {one.id: one.name for one in sorted(stored, key=lambda one: one.name)}
    if len(names) < 2:
        return None
    asked = st.query_params.get(PLACE, ANY)
    chosen = asked if asked in names else ANY
    said = {ANY: ALL_PLACES.say(language), **names}
    _follow_address(PLACE, chosen)
    st.selectbox(
        WHICH_PLACE.say(language),
        list(said),
        format_func=said.__getitem__,
        key=_key(PLACE),
        on_change=_to_address,
        args=(PLACE,),
        label_visibility="collapsed",
        width=320,
    )
    return None if chosen == ANY else chosen


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
