"""The fields of a meeting's plan: when, where, what kind, and who is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time

import streamlit as st

from evenemang.domain.meeting import Meeting
from evenemang.domain.text import Language, Text
from evenemang.flow.meeting.planning import Plan
from evenemang.flow.meeting.words import FORMS, KINDS
from evenemang.pages.people import People

DAY = Text(sv="Dag", en="Day")
STARTS, ENDS = Text(sv="Börjar", en="Starts"), Text(sv="Slutar", en="Ends")
WHERE = Text(sv="Plats, eller länk", en="Place, or link")
FORM = Text(sv="Form", en="Form")
KIND = Text(sv="Slag av möte", en="Kind of meeting")
CALLED = Text(sv="Kallade", en="Called")
NOBODY = Text(sv="Ingen vald", en="Nobody chosen")
DAY_FORMAT = "YYYY-MM-DD"


def fields(
    people: People, language: Language, now: Meeting | None, usual: Sequence[str], key: str
) -> Plan | None:
    """Show the fields and return what they say; None while no day is chosen."""
    on, starts, ends = _when(language, now, key)
    where = st.text_input(
        WHERE.say(language), value=now.where if now else "", max_chars=200, key=f"{key}-plats"
    )
    left, right = st.columns(2)
    with left:
        form = _one_of(FORM, FORMS, now.form if now else "in-person", language, f"{key}-form")
    with right:
        kind = _one_of(KIND, KINDS, now.kind if now else "regular", language, f"{key}-slag")
    called = st.multiselect(
        CALLED.say(language),
        list(dict.fromkeys([*people.in_use, *usual])),
        default=list(usual),
        format_func=people.say,
        placeholder=NOBODY.say(language),
        accept_new_options=True,
        key=f"{key}-kallade",
    )
    if on is None:
        return None
    said = {"on": on, "starts": starts, "ends": ends, "where": where, "form": form, "kind": kind}
    names = tuple(dict.fromkeys(one.strip() for one in called if one.strip()))
    return Plan.model_validate({**said, "called": names})


def _when(language: Language, now: Meeting | None, key: str) -> tuple[date | None, str | None, str | None]:
    when, starts, ends = st.columns(3)
    on = when.date_input(
        DAY.say(language), value=now.on if now else None, format=DAY_FORMAT, key=f"{key}-dag"
    )
    begins = starts.time_input(
        STARTS.say(language), value=_time(now.starts if now else None), key=f"{key}-fran"
    )
    over = ends.time_input(ENDS.say(language), value=_time(now.ends if now else None), key=f"{key}-till")
    return on if isinstance(on, date) else None, _clock(begins), _clock(over)


def _one_of(label: Text, words: Mapping[str, Text], now: str, language: Language, key: str) -> str | None:
    return st.segmented_control(
        label.say(language),
        list(words),
        default=now,
        required=True,
        format_func=lambda one: words[one].say(language),
        key=key,
    )


def _time(said: str | None) -> time | None:
    return time.fromisoformat(said) if said else None


def _clock(chosen: time | None) -> str | None:
    return f"{chosen:%H:%M}" if chosen else None
