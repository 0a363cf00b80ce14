"""The frame around every page: run by Streamlit for each visit and each change."""

import streamlit as st

from evenemang.pages.door import FRAME

st.set_page_config(
    page_title="Evenemang",
    page_icon=str(FRAME.parent / "static" / "icon.svg"),
    layout="wide",
)
st.title("Evenemang", anchor=False)
