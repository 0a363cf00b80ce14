"""The frame around every page: run by Streamlit for each visit and each change."""

import streamlit as st

from evenemang.domain.errors import EvenemangError
from evenemang.pages import example, house, look, menu, signing_in, visitor, who
from evenemang.pages.look import sign
from evenemang.pages.showing import escaped

language = visitor.language()
try:
    whole = house.current()
except EvenemangError as closed:
    st.error(escaped(closed.say(language)))
    st.stop()
looking = signing_in.visitor_of(whole)
here = whole.seen_by(looking.actor)

st.set_page_config(layout="wide")
sign.show()  # before the menu, whose icons would else be fetched from elsewhere for the tab
chosen = menu.show(here, language, looking)
st.set_page_config(page_title=f"{chosen.title} · Evenemang")
look.apply()
who.show(here, language, looking)
if looking.outside:
    signing_in.show(whole, language, looking.refused)
else:
    example.show(here, language, looking.actor)
    chosen.run()
house.shown()
