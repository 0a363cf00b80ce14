"""The frame around every page: run by Streamlit for each visit and each change."""

import streamlit as st

from evenemang.domain.errors import EvenemangError
from evenemang.pages import example, house, look, menu, visitor, who
from evenemang.pages.look import sign

language = visitor.language()
actor = visitor.actor()
try:
    here = house.current()
except EvenemangError as closed:
    st.error(closed.say(language))
    st.stop()

st.set_page_config(layout="wide")
sign.show()  # before the menu, whose icons would else be fetched from elsewhere for the tab
chosen = menu.show(here, language, actor)
st.set_page_config(page_title=f"{chosen.title} · Evenemang")
look.apply()
who.show(here, language, actor)
example.show(here, language, actor)
chosen.run()
house.shown()
