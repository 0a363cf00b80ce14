"""The fields of a decision: the officer's view and the group's apart, and the words each view asks for."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from evenemang.domain.decision import Draft, Obstacle
from evenemang.domain.matrix import View
from evenemang.domain.text import LONGEST_TEXT, Id, Text
from evenemang.flow.deciding import POSITIVE, Decide
from evenemang.pages import ways
from evenemang.pages.decision import refusal
from evenemang.pages.decision.words import BUTTON, DECIDE, caption, view_word
from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.limits import LIMIT
from evenemang.pages.people import People
from evenemang.pages.review import notes
from evenemang.pages.risks.attempt import guarded
from evenemang.pages.showing import escaped

OFFICER = Text(sv="Handläggare", en="Officer")
OFFICER_VIEW = Text(sv="Handläggarens förslag", en="The officer's proposal")
NOT_YET = Text(sv="Ingen bedömning än", en="No view yet")
GROUP = Text(sv="Gruppens ställningstagande", en="The group's view")
CONDITIONS = Text(sv="Villkor, ett per rad", en="Conditions, one per line")
MOTIVE = Text(sv="Motivering", en="Reason")
TO_POLICE = Text(
    sv="Villkor och motivering står i yttrandet till Polisen: skriv inget hemligt där. Skriv sist i ett "
    "villkor vad det vilar på, till exempel (R3), så står skälet i yttrandet.",
    en="Conditions and reason stand in the answer to the police: write nothing secret there. Write at the "
    "end of a condition what it rests on, such as (R3), and the reason stands in the answer.",
)
DESPITE = Text(
    sv="{count} frågor är obesvarade. Varför tar gruppen ställning ändå?",
    en="{count} questions are unanswered. Why does the group decide all the same?",
)
LIST = Text(sv="Visa de obesvarade frågorna", en="Show the unanswered questions")
COMPLETE_BY = Text(sv="Komplettering senast", en="Completion by")
BLOCKED_HERE = Text(
    sv="Inget är beslutat. {what}. Rutan ovanför säger vad som behövs för var och en.",
    en="Nothing is decided. {what}. The box above says what each one needs.",
)
ONE_LEFT = Text(
    sv="1 fråga är obesvarad. Varför tar gruppen ställning ändå?",
    en="1 question is unanswered. Why does the group decide all the same?",
)
CHOOSE = Text(sv="Välj gruppens ställningstagande först.", en="Choose the group's view first.")


def show(desk: Desk, people: People) -> None:
    """Show the fields and decide when the person says so."""
    matrix = desk.content.matrix
    in_the_way = {rule.view: desk.in_the_way(rule.view) for rule in matrix.decisions}
    view: View | None = st.session_state.get("beslut-vy")
    notes.show(desk, "decision")
    refusal.show(desk, in_the_way[view] if view in in_the_way else _mildest(in_the_way))
    officer, officer_view = _officer(desk, people)
    view = st.radio(
        desk.say(GROUP),
        [rule.view for rule in matrix.decisions],
        index=None,
        format_func=lambda one: view_word(desk, one),
        captions=[caption(desk, rule, in_the_way[rule.view]) for rule in matrix.decisions],
        key="beslut-vy",
    )
    words = _words(desk, view)
    label = desk.say(BUTTON[view] if view else DECIDE)
    if st.button(label, type="primary", key="beslut-spara"):
        if view is None:
            st.error(desk.say(CHOOSE))
        elif in_the_way[view]:
            st.error(desk.say(BLOCKED_HERE).format(what=caption(desk, matrix.rule(view), in_the_way[view])))
        elif guarded(
            desk,
            lambda: _decision(
                {"officer": officer, "officer_view": officer_view, "group_view": view, **words}
            ),
        ):
            _clear()
            st.rerun()
    show_refusal()


def _decision(said: dict[str, Any]) -> Decide:
    return Decide(draft=Draft.model_validate(said))


def _clear() -> None:
    """A made decision leaves no half-written next one behind."""
    for key in [str(key) for key in st.session_state if str(key).startswith("beslut-")]:
        del st.session_state[key]


def _mildest(in_the_way: dict[View, tuple[Obstacle, ...]]) -> tuple[Obstacle, ...]:
    """Return what stops even the view that bears most; nothing when it is free."""
    return next((in_the_way[view] for view in POSITIVE if view in in_the_way), ())


def _officer(desk: Desk, people: People) -> tuple[str | None, View | None]:
    left, right = st.columns(2, gap="medium")
    with left:
        named = desk.dossier.officer or (desk.actor.name if desk.actor else None)
        officer = people.choose(desk.say(OFFICER), named, desk.language, "beslut-handlaggare")
    with right:
        view: View | None = st.selectbox(
            desk.say(OFFICER_VIEW),
            [rule.view for rule in desk.content.matrix.decisions],
            index=None,
            placeholder=desk.say(NOT_YET),
            format_func=lambda one: view_word(desk, one),
            key="beslut-handlaggarens",
        )
    return officer, view


def _words(desk: Desk, view: View | None) -> dict[str, Any]:
    """Ask for the words that the chosen view takes; the rules themselves stand with the matrix."""
    if view is None:
        return {}
    rule = desk.content.matrix.rule(view)
    said: dict[str, Any] = {}
    if rule.needs_depth_one:
        conditions = st.text_area(desk.say(CONDITIONS), key="beslut-villkor", height=120)
        said["conditions"] = [line.strip() for line in conditions.splitlines() if line.strip()]
    said["motive"] = st.text_area(desk.say(MOTIVE), key="beslut-motiv", height=100, max_chars=LONGEST_TEXT)
    st.caption(f"{desk.say(TO_POLICE)} {desk.say(LIMIT)}")
    deeper = desk.reading_of_whole.unanswered(desk.whole).deeper
    if rule.needs_depth_one and deeper:
        said["despite_unanswered"] = _despite(desk, deeper)
    if view == "to-complete":
        said["complete_by"] = _complete_by(desk)
    return said


def _despite(desk: Desk, deeper: tuple[Id, ...]) -> str:
    why = st.text_area(
        desk.say(ONE_LEFT if len(deeper) == 1 else DESPITE).format(count=len(deeper)),
        key="beslut-trots",
        height=80,
    )
    with st.expander(desk.say(LIST)):
        shown = [one for one in deeper if desk.hidden is None or not desk.hidden.secrets.asks(one)]
        for area in dict.fromkeys(one.split(".", 1)[0] for one in shown):
            found = desk.content.areas.get(area)
            ways.link(escaped(desk.say(found.title) if found else area), desk.dossier.id, "checklistor", area)
            asked = [desk.content.question(one) for one in shown if one.split(".", 1)[0] == area]
            st.markdown("\n".join(f"- {escaped(desk.say(one.ask))}" for one in asked if one))
    return why


def _complete_by(desk: Desk) -> date | None:
    return st.date_input(desk.say(COMPLETE_BY), None, format="YYYY-MM-DD", key="beslut-senast")
