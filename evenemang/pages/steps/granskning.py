"""Granskning: what an experienced officer would speak up about, worst first."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.dossier import SETTLED, stage
from evenemang.domain.text import Text
from evenemang.pages.desk import Desk
from evenemang.pages.review import listing

UNDER = Text(
    sv="Bara hinder stoppar ett ställningstagande. Varningar och påpekanden är för er att väga.",
    en="Only obstacles stop a decision. Warnings and hints are for you to weigh.",
)
OVER = Text(
    sv="Evenemanget är utvärderat, inställt, hämtat ur en äldre lista eller klarar sig utan bedömning: "
    "inget finns kvar att granska.",
    en="The event is evaluated, cancelled, from an older list or goes without an assessment: "
    "nothing is left to look over.",
)
FINE = Text(
    sv="Reglerna hittar inget. Om bedömningen är rätt avgör ni själva.",
    en="The rules find nothing. Whether the assessment is right is for you to judge.",
)


def render(desk: Desk) -> None:
    """Show the step."""
    found = desk.review
    st.header(desk.say(listing.heading(found)), anchor=False)
    if found.groups:
        st.caption(desk.say(UNDER))
    else:
        st.write(desk.say(OVER if stage(desk.dossier) in SETTLED else FINE))
    listing.show(desk)
