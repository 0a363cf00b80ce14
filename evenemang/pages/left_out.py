"""What is left out for who looks, told as how much: on every step of a dossier."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.sight import Hidden
from evenemang.pages import ways
from evenemang.pages.desk import Desk

ONLY = Text(
    sv="{what} visas bara för dem som är utsedda att se hemliga delar.",
    en="{what} shown only to those who are named to see secret parts.",
)
AREAS = (
    Text(sv="1 riskområde", en="1 area of risk"),
    Text(sv="{count} riskområden", en="{count} areas of risk"),
)
RISKS = (Text(sv="1 risk", en="1 risk"), Text(sv="{count} risker", en="{count} risks"))
ACTIONS = (Text(sv="1 åtgärd", en="1 action"), Text(sv="{count} åtgärder", en="{count} actions"))
OTHER = Text(sv="Uppgifter", en="Some facts")
WHO = Text(sv="Vilka är utsedda?", en="Who is named?")
SECRECY, PART = "del", Text(sv="Sekretess", en="Secrecy")  # where in Underlag it stands


def show(desk: Desk) -> None:
    """Show how much is left out, and the way to who sees it; nothing where all is shown."""
    if not desk.hidden:
        return
    with st.container(key="utelamnat", horizontal=True, vertical_alignment="center"):
        said = desk.say(ONLY).format(what=counted(desk, desk.hidden))
        st.caption(f":material/lock: {said}", width="content")
        ways.link(desk.say(WHO), desk.dossier.id, "underlag", **{SECRECY: desk.say(PART)})


def counted(desk: Desk, hidden: Hidden) -> str:
    """Return how much is left out: 1 riskområde, 2 risker och 3 åtgärder."""
    counts = ((hidden.areas, AREAS), (hidden.risks, RISKS), (hidden.actions, ACTIONS))
    said = [desk.say(words[count != 1]).format(count=count) for count, words in counts if count]
    if not said:
        return desk.say(OTHER)
    last = " och " if desk.language == "sv" else " and "
    return last.join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else said[0]
