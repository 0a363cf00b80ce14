"""The door: `streamlit run app.py` and `uvicorn app:app` serve the same as `evenemang`."""

import streamlit as st

from evenemang.bootstrap import open_when_asked
from evenemang.pages.door import furnish, parts

furnish()
open_when_asked()

# `streamlit run` finds the app by reading this file: the call must stand here, by this name.
app = st.App(**parts())
