"""The foot of På plats, always in sight: what was refused or noticed, right above the button that saves."""

from __future__ import annotations

import streamlit as st

from evenemang.pages.desk import show_refusal


def tell() -> None:
    """Show what the last press met, where the thumb is.

    Each fragment begins with it: one that has not written to the foot when the whole page was shown may not
    do so later, when its first counter or the end of its round brings a button there.
    """
    with st.bottom, st.container(key="plats-sagt"):
        show_refusal()
