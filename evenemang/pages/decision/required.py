"""Vad som krävs: the facts that a positive decision rests on, true or not yet."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.requirements import Requirement, requirements
from evenemang.pages.desk import Desk
from evenemang.pages.showing import escaped

HEADING = Text(sv="Vad som krävs", en="What it takes")
GOOD = Text(sv="Bra att ha klart", en="Good to have done")
LEFT = Text(sv="{count} kvar", en="{count} left")


def show(desk: Desk) -> None:
    """Show both lists."""
    found = requirements(desk.whole, desk.content, desk.reading_of_whole)  # counts alone
    st.subheader(desk.say(HEADING), anchor=False)
    st.markdown("\n\n".join(_line(desk, one) for one in found if one.holds))
    st.subheader(desk.say(GOOD), anchor=False)
    st.markdown("\n\n".join(_line(desk, one) for one in found if not one.holds))


def _line(desk: Desk, one: Requirement) -> str:
    what = escaped(desk.say(one.what))
    if one.met:
        return f":material/check_circle: {what}"
    left = desk.say(LEFT).format(count=one.left)
    strong = f"**{what}**" if one.holds else what
    return f":material/{'cancel' if one.holds else 'pending'}: {strong} :small[{left}]"
