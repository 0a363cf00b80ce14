"""What each column of a list is: the proposal with three rows to go by, settled by a person."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.past.fields import TITLES, UNCLEAR, Field, folded
from evenemang.flow.past.headings import Listed
from evenemang.flow.past.mapping import ListMapping, fitted, proposed, remembered
from evenemang.flow.past.telling import as_text
from evenemang.pages import refusing
from evenemang.pages.house import House
from evenemang.pages.showing import CHOOSE, escaped

TITLE = Text(sv="Vad är kolumnerna?", en="What are the columns?")
PROPOSED = Text(
    sv="Förslaget går på rubrikerna. Rätta det som är fel. Under varje rubrik står de tre första raderna.",
    en="The proposal goes by the headings. Mend what is wrong. Below each stand the first three rows.",
)
REMEMBERED = Text(
    sv="Så här sa ni förra gången en lista hade de här rubrikerna. Ändra det som inte stämmer längre.",
    en="This is what you said the last time a list had these headings. Change what is no longer so.",
)
SHOW = Text(sv="Visa vad det blir", en="Show what it becomes")
SAMPLE = 3  # rows
SHORT = 40  # characters of a cell
SETTLED = "lista-kolumner"


def settled(house: House, listed: Listed, language: Language) -> ListMapping | None:
    """Show the columns; return what they are, or None until somebody has settled them."""
    st.header(TITLE.say(language), anchor=False)
    known = remembered(house.workspace.store, listed.headings)
    st.write((REMEMBERED if known else PROPOSED).say(language))
    begin = known or proposed(listed.headings)
    mark = (listed.file, listed.sheet, listed.headings)
    with st.form("kolumner", border=False, enter_to_submit=False):
        columns = {
            heading: _column(listed, number, heading, begin, language)
            for number, heading in enumerate(listed.headings)
        }
        if st.form_submit_button(SHOW.say(language)):
            st.session_state.pop(SETTLED, None)
            said = begin.model_copy(update={"columns": columns})
            try:
                st.session_state[SETTLED] = (mark, fitted(said, listed.headings))
            except EvenemangError as refused:
                refusing.tell(refused, language, "list-columns")
    kept = st.session_state.get(SETTLED)
    return kept[1] if kept and kept[0] == mark else None


def _column(
    listed: Listed, number: int, heading: str, begin: ListMapping, language: Language
) -> Field | None:
    fields: list[Field] = list(TITLES)
    field = begin.columns.get(heading)
    left, right = st.columns([3, 2], vertical_alignment="center")
    with left.container(gap=None):
        st.markdown(f"**{escaped(heading)}**")
        st.caption(_sample(listed, number))
        if field is None and folded(heading) in UNCLEAR:
            st.caption(f":material/help: {UNCLEAR[folded(heading)].say(language)}")
    return right.selectbox(
        escaped(heading),
        fields,
        index=fields.index(field) if field else None,
        format_func=lambda one: TITLES[one].say(language),
        placeholder=CHOOSE.say(language),
        label_visibility="collapsed",
        key=f"kolumn-{listed.file}-{listed.sheet}-{number}",
    )


def _sample(listed: Listed, number: int) -> str:
    cells = (as_text(row[number]).strip() for _, row in listed.rows[:SAMPLE])
    return escaped(" · ".join(one if len(one) <= SHORT else f"{one[: SHORT - 1]}…" for one in cells if one))
