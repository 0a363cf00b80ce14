"""The look that the theme cannot say: one style sheet, put on every page."""

from pathlib import Path

import streamlit as st

SHEET = Path(__file__).parents[1] / "static" / "look.css"


def apply() -> None:
    """Put the style sheet on the page."""
    st.html(SHEET)
