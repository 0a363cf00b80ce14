"""A figure as a person types it: with a comma or a point, and a space in its thousands."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.settings.words import number
from evenemang.pages.settings_parts.office import Office
from evenemang.pages.showing import escaped
from evenemang.pages.walk.calculation_form import typed_number

LARGEST = 1e9  # sums must stay numbers
NO_NUMBER = Text(
    sv="”{typed}” är inget tal att räkna med. Skriv till exempel 0,85.",
    en="“{typed}” is no number to reckon with. Write 0.85, say.",
)


def figure(office: Office, label: str, value: float | None, key: str) -> float | str | None:
    """Show a field for a figure; return it, what was typed where that is no number, or None where empty."""
    shown = "" if value is None else office.say(number(value))
    typed = st.text_input(escaped(label), value=shown, max_chars=30, key=key).strip()
    found = typed_number(typed) if typed else None
    return typed if isinstance(found, int | float) and abs(found) > LARGEST else found


def refused(office: Office, *typed: float | str | None) -> bool:
    """Say which of what was typed is no number; whether anything was."""
    wrong = [one for one in typed if isinstance(one, str)]
    for one in wrong:
        st.error(escaped(office.say(NO_NUMBER).format(typed=one)))
    return bool(wrong)
