"""The walk through the checklists by itself, as AppTest runs it: no menu, no head."""

import streamlit as st

from bench.matter import SARA
from evenemang.pages import house
from evenemang.pages.dossier import at_desk
from evenemang.pages.steps import checklistor

checklistor.render(at_desk(house.current(), st.query_params["id"], "sv", SARA))
