"""What it cost: what was done so that nothing would happen, and what happened."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.evaluation import Costs, Evaluation
from evenemang.domain.text import Text
from evenemang.pages.desk import Desk
from evenemang.pages.evaluation.fields import Fields

TITLE = Text(sv="Vad kostade det?", en="What did it cost?")
EMPTY = Text(sv="Hela kronor. Lämna tomt om ni inte vet.", en="Whole kronor. Leave empty if you do not know.")
SAFETY = Text(sv="Säkerheten (kr): vakter, avspärrning, vård", en="Safety (SEK): guards, barriers, care")
DAMAGE = Text(sv="Det som hände (kr)", en="What happened (SEK)")
NOTE = Text(sv="Vad som ingår", en="What is included")
MOST_SEK = 10_000_000_000


def show(desk: Desk, fields: Fields, before: Evaluation | None) -> None:
    """Show both figures and what they cover."""
    costs = (before.costs if before else None) or Costs()
    st.header(desk.say(TITLE), anchor=False)
    st.caption(desk.say(EMPTY))
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        fields.count("cost_safety", SAFETY, costs.safety_sek, most=MOST_SEK)
    with right:
        fields.count("cost_damage", DAMAGE, costs.damage_sek, most=MOST_SEK)
    fields.text("cost_note", NOTE, costs.note)
