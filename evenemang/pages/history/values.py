"""One field's history: each value it has had, and the button that puts one back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.journal import JournalEntry
from evenemang.flow.restoring import way_back
from evenemang.pages.desk import Desk

RESTORE = Text(sv="Sätt tillbaka det som var före", en="Put back what was before")
HOW = Text(
    sv="Det som var före en ändring kan sättas tillbaka. Det blir en ny ändring i ditt namn, och inget i "
    "historiken försvinner.",
    en="What was before a change can be put back. It becomes a new change in your name; nothing leaves the "
    "history.",
)
HAPPENED = Text(
    sv="Här finns inget annat värde att sätta tillbaka. Det som har hänt står kvar.",
    en="There is no other value to put back here. What has happened stays.",
)


def show(desk: Desk, rows: Sequence[JournalEntry], told: Sequence[str]) -> None:
    """Show the rows of one field, each told already, with the ways back."""
    known = [way_back(desk.dossier, one.deed.touched, one.deed.before) for one in rows]
    ways = [back if back and desk.may(back.name) else None for back in known]
    if any(ways) or not any(known):
        st.caption(desk.say(HOW if any(ways) else HAPPENED))
    for one, said, back in zip(rows, told, ways, strict=True):
        key = f"{one.version}-{one.number}"
        with st.container(key=f"post-varde-{key}", gap="xsmall"):
            st.markdown(said)
            if back:
                st.button(
                    desk.say(RESTORE),
                    key=f"satt-tillbaka-{key}",
                    icon=":material/undo:",
                    on_click=desk.doing(back),
                )
