"""Empty fields after a save: a new turn gives every field a new key."""

from __future__ import annotations

import streamlit as st

# A field whose changes wait for the save button keeps its text in the browser, whatever its state is set to.


def turn(form: str) -> str:
    """Return the key that the fields of a form begin with this time."""
    return f"{form}-{st.session_state.get(_count(form), 0)}"


def next_turn(form: str) -> None:
    """Let the form be empty at its next showing."""
    st.session_state[_count(form)] = st.session_state.get(_count(form), 0) + 1


def _count(form: str) -> str:
    return f"varv-{form}"
