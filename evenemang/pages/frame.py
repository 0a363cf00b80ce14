"""The frame around every page: run by Streamlit for each visit and each change."""

from pathlib import Path

import streamlit as st

ICON = Path(__file__).parent / "static" / "icon.svg"

st.set_page_config(page_title="Evenemang", page_icon=str(ICON), layout="wide")
st.title("Evenemang", anchor=False)
