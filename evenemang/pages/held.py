"""Widgets that show what is stored, and nothing else."""

from __future__ import annotations

import streamlit as st


def hold(key: str, stored: object) -> str:
    """Make a widget show what is stored, also when somebody else changed it; return its key.

    A keyed widget keeps what it showed last, whatever default it is given: another dossier's name, or the
    answer before a colleague's. So no default is given, and its state follows the store.
    """
    if key not in st.session_state or st.session_state[key] != stored:
        st.session_state[key] = stored
    return key
