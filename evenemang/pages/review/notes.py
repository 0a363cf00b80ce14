"""What is found, shown where it arises."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.review import Finding, PlaceKind
from evenemang.pages.desk import Desk
from evenemang.pages.review.words import badge
from evenemang.pages.showing import escaped


def show(desk: Desk, kind: PlaceKind, thing: str | None = None) -> tuple[Finding, ...]:
    """Show and return what warns or hints at a thing; what stops the decision is told there already."""
    found = desk.review.at(kind, thing)
    for one in found:
        st.markdown(f"{badge(one.severity, desk.language)} :small[{escaped(desk.say(one.says))}]")
    return found
