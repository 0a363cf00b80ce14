"""The frame around every page: run by Streamlit for each visit and each change."""

from pathlib import Path

import streamlit as st

from evenemang.domain.errors import EvenemangError
from evenemang.pages import example, house, look, menu, visitor, who

STATIC = Path(__file__).parent / "static"

language = visitor.language()
actor = visitor.actor()
try:
    here = house.current()
except EvenemangError as closed:
    st.error(closed.say(language))
    st.stop()

st.set_page_config(page_icon=str(STATIC / "icon.svg"), layout="wide")
chosen = menu.show(here, language, actor)
st.set_page_config(page_title=f"{chosen.title} · Evenemang")
st.logo(str(STATIC / "icon.svg"), size="large")
look.apply()
who.show(here, language, actor)
example.show(here, language)
chosen.run()
