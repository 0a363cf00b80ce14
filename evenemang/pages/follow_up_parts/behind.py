"""What lies behind a bar: the records it counts, chosen by a click or in a list, and kept in the address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

import streamlit as st

from evenemang.domain.text import Language, Text
from evenemang.flow.saying import day, number
from evenemang.pages import ways
from evenemang.pages.follow_up_parts.download import csv_file
from evenemang.pages.showing import escaped

SHOW = "visa"  # in the address: the card and the bar, handelser-per-manad.8
FIRST = 20  # records linked to on the page; all are in the file
BEHIND = Text(sv="Visa det som räknats", en="Show what is counted")
WHICH = Text(sv="Stapel, punkt eller ruta", en="Bar, point or cell")
CHOOSE = Text(sv="Välj här, eller klicka i diagrammet", en="Choose here, or click in the chart")
NOTHING = Text(sv="Inget är räknat här.", en="Nothing is counted here.")
MORE = Text(
    sv="{shown} av {all} visas. Alla finns i filen.", en="{shown} of {all} are shown. All are in the file."
)
SECRET = Text(
    sv="{count} hemliga är räknade och visas bara i sina ärenden.",
    en="{count} secret ones are counted, and shown in their dossiers only.",
)
FILE = Text(sv="Ladda ner posterna", en="Download the records")
HEADING = (
    Text(sv="Dag", en="Day"),
    Text(sv="Evenemang", en="Event"),
    Text(sv="Vad", en="What"),
)


@dataclass(frozen=True)
class Record:
    """Something that a bar counts, and where it is found; one without words is secret, and only counted."""

    dossier: str
    event: str
    on: date | None
    what: str
    step: str
    more: Mapping[str, str] = field(default_factory=dict)  # in the address: which row
    is_secret: bool = False


def figure_key(card: str) -> str:
    """Return what a card's figure is called in the state of the page."""
    return f"diagram-{card}"


def clicked(card: str) -> Callable[[], None]:
    """Return what a click in a card's figure does: it says in the address which bar is looked behind."""

    def look() -> None:
        code = _code_of(st.session_state.get(figure_key(card)))
        if code is not None:
            st.query_params[SHOW] = f"{card}.{code}"
        elif st.query_params.get(SHOW, "").startswith(f"{card}."):
            del st.query_params[SHOW]

    return look


def _code_of(state: Any) -> str | None:
    points = (state or {}).get("selection", {}).get("points", [])
    said = points[0].get("customdata") if points else None
    return str(said[0] if isinstance(said, list) else said) if said else None


def show(
    card: str,
    bars: Mapping[str, str],
    records: Callable[[str], Iterable[Record]],
    name: str,
    language: Language,
) -> None:
    """Show the choice of a bar, and the records behind the one that the address names."""
    chosen = asked(card, bars)
    with st.expander(BEHIND.say(language), expanded=chosen is not None):
        key = f"bakom-{card}"
        if st.session_state.get(key) != chosen:
            st.session_state[key] = chosen
        st.selectbox(
            WHICH.say(language),
            list(bars),
            index=None,
            format_func=bars.__getitem__,
            placeholder=CHOOSE.say(language),
            key=key,
            on_change=_to_address,
            args=(card,),
        )
        if chosen is not None:
            _records(tuple(records(chosen)), f"{name}-{chosen}", card, language)


def asked(card: str, bars: Mapping[str, str]) -> str | None:
    """Return the bar of a card that the address asks for; None where it asks for no such bar."""
    found, _, code = st.query_params.get(SHOW, "").partition(".")
    return code if found == card and code in bars else None


def _to_address(card: str) -> None:
    chosen = st.session_state[f"bakom-{card}"]
    if chosen is not None:
        st.query_params[SHOW] = f"{card}.{chosen}"
    elif SHOW in st.query_params:
        del st.query_params[SHOW]


def _records(found: tuple[Record, ...], name: str, card: str, language: Language) -> None:
    told = [one for one in found if not one.is_secret]
    if not found:
        st.caption(NOTHING.say(language))
    for one in islice(told, FIRST):
        ways.link(label(one, language), one.dossier, one.step, **one.more)
    if len(told) > FIRST:
        st.caption(MORE.say(language).format(shown=FIRST, all=number(len(told), language)))
    if len(found) > len(told):
        st.caption(SECRET.say(language).format(count=number(len(found) - len(told), language)))
    if told:
        rows = [(one.on, one.event, one.what) for one in told]
        st.download_button(
            FILE.say(language),
            csv_file([one.say(language) for one in HEADING], rows, language),
            file_name=f"{name}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key=f"poster-{card}",
        )


def label(one: Record, language: Language) -> str:
    """Return a record as the words of its link, text from people made harmless."""
    when = f"{day(one.on, language)}: " if one.on else ""
    what = f". {one.what}" if one.what and one.what != one.event else ""
    return escaped(f"{when}{one.event}{what}")
