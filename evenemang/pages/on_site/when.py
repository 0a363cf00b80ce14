"""When something happened, where it was not just now: a phone without network cannot log."""

from __future__ import annotations

from datetime import date, datetime, time

import streamlit as st

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.pages.desk import Desk

EARLIER = Text(sv="Hände det tidigare?", en="Did it happen earlier?")
DAY = Text(sv="Dag", en="Day")
CLOCK = Text(sv="Klockslag", en="Time")
BOTH = Text(
    sv="Fyll i både dag och klockslag, eller inget av dem.", en="Fill in both day and time, or neither."
)


def fields(desk: Desk, key: str) -> None:
    """Show a day and a time, folded: empty is now."""
    with st.expander(desk.say(EARLIER), icon=":material/schedule:"):
        day, hour = st.columns(2)
        day.date_input(desk.say(DAY), value=None, format="YYYY-MM-DD", key=f"{key}-day", on_change="ignore")
        hour.time_input(desk.say(CLOCK), value=None, step=60, key=f"{key}-clock", on_change="ignore")


def is_half_said(key: str) -> bool:
    """Whether one of day and time is filled in, and not the other."""
    day, hour = _said(key)
    return (day is None) != (hour is None)


def moment(key: str) -> datetime | None:
    """Return when it happened; None where nobody has said."""
    day, hour = _said(key)
    return datetime.combine(day, hour, LOCAL) if day and hour else None


def _said(key: str) -> tuple[date | None, time | None]:
    return st.session_state.get(f"{key}-day"), st.session_state.get(f"{key}-clock")
