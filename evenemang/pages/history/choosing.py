"""What of the history is shown: all of it, one field's, one person's; kept in the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.journal import JournalEntry
from evenemang.pages.desk import Desk
from evenemang.pages.held import hold
from evenemang.pages.history.deeds import place
from evenemang.pages.people import People

FIELD, WHO, PAGE = "falt", "vem", "sida"  # in the address
ABOUT = Text(sv="Gäller", en="About")
BY = Text(sv="Vem", en="Who")
ALL = Text(sv="Allt", en="Everything")
ALL_PEOPLE = Text(sv="Alla", en="Everybody")


@dataclass(frozen=True)
class Chosen:
    """What the address asks for; nothing where it asks for what is not in the history."""

    field: str = ""
    who: str = ""

    def fits(self, entry: JournalEntry) -> bool:
        """Whether a row is shown."""
        return self.field in {"", entry.deed.touched} and self.who in {"", entry.deed.by}


def show(desk: Desk, journal: Sequence[JournalEntry], people: People) -> Chosen:
    """Show the two choices and return what is chosen."""
    paths = list(dict.fromkeys(one.deed.touched for one in reversed(journal)))
    names = sorted({one.deed.by for one in journal}, key=people.say)
    with st.container(key="historikval"):
        about, by = st.columns([3, 1])
        with about:
            field = _choice(
                desk, FIELD, paths, ABOUT, lambda path: place(desk, path) if path else desk.say(ALL)
            )
        with by:
            who = _choice(
                desk, WHO, names, BY, lambda name: people.say(name) if name else desk.say(ALL_PEOPLE)
            )
    return Chosen(field, who)


def _choice(desk: Desk, key: str, known: Sequence[str], label: Text, said: Callable[[str], str]) -> str:
    asked = st.query_params.get(key, "")
    chosen = asked if asked in known else ""
    st.selectbox(
        desk.say(label),
        ["", *known],
        format_func=said,
        key=hold(f"historik-{key}", chosen),
        on_change=_choose,
        args=(key,),
    )
    return chosen


def _choose(key: str) -> None:
    st.query_params.pop(PAGE, None)
    chosen = st.session_state[f"historik-{key}"]
    if chosen:
        st.query_params[key] = chosen
    else:
        st.query_params.pop(key, None)
