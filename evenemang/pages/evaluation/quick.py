"""The evaluation of an event where nothing happened: how many came, how they were counted, one tick."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.evaluation import VisitorCount
from evenemang.domain.text import Text
from evenemang.flow.difference import picture
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.journal import Json
from evenemang.flow.occasions import counts_by_occasion
from evenemang.flow.words import COUNT_METHODS, capital
from evenemang.pages.desk import Desk, fresh, show_refusal
from evenemang.pages.evaluation import sums, words
from evenemang.pages.evaluation.trying import tell, tried

TITLE = Text(sv="Hände inget? Då räcker tre uppgifter", en="Did nothing happen? Then three facts will do")
TICK = Text(
    sv="Inget hände: inga tillbud, inga skador, inget att ändra",
    en="Nothing happened: no near misses, no injuries, nothing to change",
)
SAVE = Text(sv="Spara utvärdering", en="Save the evaluation")
TICK_FIRST = Text(
    sv="Det är inte sparat. Kryssa för att inget hände, eller fyll i hela utvärderingen nedanför.",
    en="It is not saved. Tick that nothing happened, or fill in the whole evaluation below.",
)
METHOD_FIRST = Text(
    sv="Det är inte sparat. Säg hur besöken räknades, eller att de inte räknades.",
    en="It is not saved. Say how the visits were counted, or that they were not.",
)
FRAGMENT = "utvardering-kort"


def show(desk: Desk) -> None:
    """Show the short form."""
    st.fragment(_form, key=FRAGMENT)(desk)


def _form(desk: Desk) -> None:
    desk = fresh(desk)
    key = desk.dossier.id
    st.header(desk.say(TITLE), anchor=False)
    show_refusal()
    sums.show(desk)
    st.number_input(
        desk.say(words.VISITORS),
        min_value=0,
        max_value=5_000_000,
        value=sums.whole(desk),
        step=1,
        key=f"kort-besok-{key}",
        on_change="ignore",
    )
    st.pills(
        desk.say(words.METHOD),
        list(COUNT_METHODS),
        format_func=lambda one: desk.say(capital(COUNT_METHODS[one])),
        key=f"kort-metod-{key}",
        on_change="ignore",
    )
    st.checkbox(desk.say(TICK), key=f"kort-inget-{key}", on_change="ignore")
    shown = picture(desk.dossier, "evaluation")
    st.button(
        desk.say(SAVE), key="spara-kort", type="primary", icon=":material/check:",
        on_click=_save, args=(desk, shown),
    )  # fmt: skip


def _save(desk: Desk, shown: Json) -> None:
    key = desk.dossier.id
    method = st.session_state.get(f"kort-metod-{key}")
    total = st.session_state.get(f"kort-besok-{key}")
    if not st.session_state.get(f"kort-inget-{key}"):
        tell(desk, TICK_FIRST)
    elif method is None:
        tell(desk, METHOD_FIRST)
    elif tried(
        desk,
        lambda: Evaluate(
            visitors=VisitorCount(method=method, total=total, by_occasion=counts_by_occasion(desk.dossier)),
            nothing_happened=True,
            seen=shown,
        ),
    ):
        st.rerun()
    st.rerun([FRAGMENT])
