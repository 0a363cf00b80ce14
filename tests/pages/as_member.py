"""The script of one page as a member sees it, for AppTest: which page and who stands in the address."""

from importlib import import_module

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.pages import house, menu
from evenemang.pages.signing_in import Visitor

whole = house.current()
who = st.session_state.setdefault("vem", st.query_params.get("vem"))  # a page may empty the address
module = st.session_state.setdefault("modul", st.query_params.get("modul"))
actor = Actor(name=who, member=who)
here = whole.seen_by(actor)
menu.show(here, "sv", Visitor(actor))
import_module(f"evenemang.pages.{module}").render(here, "sv", actor)
