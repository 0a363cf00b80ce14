"""Names of a list that are like one in a register: the same, a new one, or kept as text."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Language, Text
from evenemang.flow.past.mapping import AS_TEXT, NEW, ListMapping
from evenemang.flow.past.matching import same
from evenemang.flow.past.records import Question, Register
from evenemang.pages.showing import CHOOSE, escaped

TITLE = Text(sv="Är det samma?", en="Are they the same?")
WHY = Text(
    sv="Namnen liknar något som redan finns. Inget lagras innan du har svarat.",
    en="The names are like something that is here. Nothing is kept before you have answered.",
)
ASK: dict[Register, Text] = {
    "places": Text(sv="Platsen ”{name}” (rad {rows})", en="The place “{name}” (row {rows})"),
    "organisers": Text(sv="Arrangören ”{name}” (rad {rows})", en="The organiser “{name}” (row {rows})"),
}
SAME = Text(sv="Är {name}", en="Is {name}")
OTHERS = {
    NEW: Text(sv="Är en annan, lägg till den", en="Is another, add it"),
    AS_TEXT: Text(sv="Behåll namnet som text", en="Keep the name as text"),
}
ANSWERS = "lista-namn"
FEW_ROWS = 8


def answered(mapping: ListMapping) -> ListMapping:
    """Return a mapping with what has been answered on this page."""
    given: dict[tuple[Register, str], str] = st.session_state.get(ANSWERS, {})

    def of(register: Register, before: dict[str, str]) -> dict[str, str]:
        return {**before, **{name: one for (about, name), one in given.items() if about == register}}

    return mapping.model_copy(
        update={
            "places": of("places", mapping.places),
            "organisers": of("organisers", mapping.organisers),
        }
    )


def ask(questions: tuple[Question, ...], language: Language) -> None:
    """Ask about each name; an answer counts at once, and the rows are tried anew."""
    if not questions:
        return
    st.header(TITLE.say(language), anchor=False)
    st.write(WHY.say(language))
    for question in questions:
        _ask(question, language)


def _ask(question: Question, language: Language) -> None:
    key = f"namn-{question.register}-{same(question.name)}"
    options = [*question.candidates, *OTHERS]

    def say(one: str) -> str:
        if one in question.candidates:
            return SAME.say(language).format(name=question.candidates[one])
        return OTHERS[one].say(language)

    def keep() -> None:
        given = st.session_state.setdefault(ANSWERS, {})
        given[(question.register, question.name)] = st.session_state[key]

    rows = ", ".join(map(str, question.rows[:FEW_ROWS])) + ("…" if len(question.rows) > FEW_ROWS else "")
    st.selectbox(
        escaped(ASK[question.register].say(language).format(name=question.name, rows=rows)),
        options,
        index=None,
        format_func=say,
        placeholder=CHOOSE.say(language),
        on_change=keep,
        key=key,
    )
