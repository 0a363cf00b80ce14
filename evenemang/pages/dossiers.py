"""Dossiers: the list with its search, and the ways to a new one."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Stage, State
from evenemang.domain.text import Language, Text
from evenemang.flow.browsing import browse
from evenemang.flow.listing import DossierRow
from evenemang.flow.storing import Search
from evenemang.flow.words import STATES, capital
from evenemang.pages import ways
from evenemang.pages.house import House
from evenemang.pages.people import People, people_of
from evenemang.pages.rows import table

NEW = Text(sv="Nytt ärende", en="New dossier")
TEXT = Text(sv="Sök", en="Search")
TEXT_HINT = Text(sv="Namn eller diarienummer", en="Name or diary number")
STATE = Text(sv="Läge", en="State")
ANY_STATE = Text(sv="Alla lägen", en="Any state")
OFFICER = Text(sv="Handläggare", en="Officer")
ANY_OFFICER = Text(sv="Alla handläggare", en="Any officer")
MINE = Text(sv="Bara mina", en="Only mine")
NO_DOSSIERS = Text(
    sv="Inga ärenden än. Lägg upp det första med Nytt ärende.",
    en="No dossiers yet. Add the first with New dossier.",
)
NO_HITS = Text(
    sv="Inget ärende passar det du söker. Ta bort något av villkoren.",
    en="No dossier fits what you look for. Take away one of the conditions.",
)
COUNT = Text(sv="{count} ärenden", en="{count} dossiers")
ONE = Text(sv="1 ärende", en="1 dossier")
MORE = Text(sv="Visa fler", en="Show more")

PAGE = 25  # rows at once
STAGE: dict[State, Stage] = {"running": "decided", "to-evaluate": "decided"}


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the list."""
    title = st.empty()
    people = people_of(house)
    wanted, state = _search(house, people, language, actor)
    now = house.workspace.now()
    rows = [one for one in browse(house.workspace, wanted) if state is None or one.state(now) == state]
    with title.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        count = ONE if len(rows) == 1 else COUNT
        st.title(count.say(language).format(count=len(rows)), anchor=False, width="content")
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            if house.may(actor, "import-from-list"):
                ways.to_past_events(language)
            if house.may(actor, "open-dossier") and st.button(
                NEW.say(language), icon=":material/add:", type="primary"
            ):
                st.switch_page(ways.page("nytt-arende"))
    if not rows:
        narrowed = wanted != Search() or state
        st.write((NO_HITS if narrowed else NO_DOSSIERS).say(language))
        return
    _rows(house, rows, language)


def _search(
    house: House, people: People, language: Language, actor: Actor | None
) -> tuple[Search, State | None]:
    codes: dict[str, State] = {capital(word).say(language): one for one, word in STATES.items()}
    text, where, who = st.columns([2, 1, 1], vertical_alignment="bottom")
    typed = text.text_input(
        TEXT.say(language), placeholder=TEXT_HINT.say(language), key="sok", bind="query-params"
    )
    word = where.selectbox(
        STATE.say(language),
        list(codes),
        index=None,
        placeholder=ANY_STATE.say(language),
        key="lage",
        bind="query-params",
    )
    officer = who.selectbox(
        OFFICER.say(language),
        list(people.posts),
        index=None,
        format_func=people.say,
        placeholder=ANY_OFFICER.say(language),
        key="handlaggare",
        bind="query-params",
    )
    mine = actor is not None and st.toggle(MINE.say(language), key="mina", bind="query-params")
    state = codes[word] if word else None
    return (
        Search(
            text=typed or "",
            officer=None if mine else officer,
            officers=actor.called if mine and actor else (),
            stage=(STAGE.get(state, state),) if state else (),
        ),
        state,
    )


def _rows(house: House, rows: list[DossierRow], language: Language) -> None:
    now = house.workspace.now()
    shown = st.session_state.get("visade", PAGE)
    table(house, "lista-arenden", rows[:shown], now, language, last=True)
    if len(rows) > shown and st.button(MORE.say(language), key="fler"):
        st.session_state["visade"] = shown + PAGE
        st.rerun()
