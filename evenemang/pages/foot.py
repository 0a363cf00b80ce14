"""The foot of a page, always in sight: what was refused or noticed, told where somebody has just pressed."""

from __future__ import annotations

import streamlit as st

from evenemang.pages.desk import show_refusal


def tell(fragment: str) -> None:
    """Show what the last press in a fragment met.

    Each fragment begins with it: one that has not written to the foot when the whole page was shown may not
    do so later, when its first counter or the end of its round brings a button there.
    """
    with st.bottom, st.container(key=f"sagt-{fragment}"):
        show_refusal()
