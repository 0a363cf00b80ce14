"""Fields for a source: what it is, where it is found, when it was read, how sure it is."""

from __future__ import annotations

from datetime import date

import streamlit as st

from evenemang.domain.source import Source, Sure
from evenemang.domain.text import Text
from evenemang.flow.words import SURE, capital
from evenemang.pages.settings_parts.office import Office
from evenemang.pages.showing import CHOOSE

TITLE = Text(
    sv="Källa, till exempel Riktlinjer för evenemang 2026", en="Source, such as Guidelines for events 2026"
)
AT = Text(
    sv="Var den finns: adress, diarienummer eller pärm", en="Where it is found: address, number or binder"
)
CHECKED = Text(sv="Läst den dag", en="Read on the day")
HOW_SURE = Text(sv="Hur säker är uppgiften?", en="How sure is it?")
MISSING = Text(
    sv="Skriv källan och var den finns. En siffra utan källa kan ingen lita på.",
    en="Write the source and where it is found. Nobody can rely on a figure without one.",
)
LEVELS: tuple[Sure, ...] = ("high", "medium", "low")


def fields(office: Office, thing: str, before: Source | None) -> Source | None:
    """Show the fields, and return the source; None while something is missing."""
    title = st.text_input(
        office.say(TITLE), value=before.title if before else "", max_chars=300, key=f"kalla-{thing}"
    )
    at = st.text_input(office.say(AT), value=before.at if before else "", max_chars=300, key=f"finns-{thing}")
    read, sure = st.columns(2, vertical_alignment="bottom")
    checked: date | None = read.date_input(
        office.say(CHECKED),
        value=before.checked if before else None,
        format="YYYY-MM-DD",
        key=f"last-{thing}",
    )
    level = sure.selectbox(
        office.say(HOW_SURE),
        LEVELS,
        index=LEVELS.index(before.sure) if before else None,
        format_func=lambda one: office.say(capital(SURE[one])),
        placeholder=office.say(CHOOSE),
        key=f"saker-{thing}",
    )
    if not (title.strip() and at.strip() and level):
        return None
    return Source(id=thing, title=title.strip(), at=at.strip(), checked=checked, sure=level)
