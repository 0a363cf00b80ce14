"""The door: `streamlit run app.py` and `uvicorn app:app` serve the same as `evenemang`."""

import streamlit as st

from evenemang.pages.door import PARTS, furnish

furnish()

# `streamlit run` finds the app by reading this file: the call must stand here, by this name.
app = st.App(**PARTS)
