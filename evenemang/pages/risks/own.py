"""The dialog for a risk that no question raised."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.checklist import Axis, Harm
from evenemang.domain.risk import Judgement
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.judging import AddRisk
from evenemang.flow.words import AXES, HARMS, capital
from evenemang.pages.desk import Desk
from evenemang.pages.limits import LIMIT
from evenemang.pages.live import stand_still
from evenemang.pages.risks.attempt import attempt, save_or_cancel
from evenemang.pages.risks.judging import STEPS
from evenemang.pages.risks.levels import badge, explain, step_words, upright

TITLE = Text(sv="Lägg till risk", en="Add risk")
WHAT = Text(sv="Vad kan gå fel?", en="What can go wrong?")
AREA = Text(sv="Riskområde", en="Area of risk")
CHOOSE = Text(sv="Välj", en="Choose")
KIND = Text(sv="Slag", en="Kind")
HARM = Text(sv="Vad skadas?", en="What is harmed?")
MOTIVE = Text(sv="Motivering", en="Reason")
UNPLACED = Text(sv="Välj båda stegen för att se nivån.", en="Choose both steps to see the level.")
LEVEL = Text(sv="Nivå", en="Level")
SAVE = Text(sv="Lägg till risken", en="Add the risk")


def open_dialog(desk: Desk) -> None:
    """Open the dialog."""
    stand_still()
    st.dialog(desk.say(TITLE), width="medium")(_form)(desk)


def _form(desk: Desk) -> None:
    title = st.text_input(desk.say(WHAT), key="egen-vad")
    area, areas = _area(desk), desk.content.areas
    axis: Axis = st.segmented_control(
        desk.say(KIND),
        list(AXES),
        default=areas[area].axis if area and area in areas else "accident",
        required=True,
        key=f"egen-slag-{area}",
        format_func=lambda one: desk.say(capital(AXES[one])),
    )
    harm: Harm = st.segmented_control(
        desk.say(HARM),
        list(HARMS),
        default="people",
        required=True,
        key="egen-skada",
        format_func=lambda one: desk.say(capital(HARMS[one])),
    )
    before = _placed(desk, axis)
    motive = st.text_area(desk.say(MOTIVE), key="egen-motiv", height=100, max_chars=LONGEST_TEXT)
    st.caption(desk.say(LIMIT))
    said = {"title": title, "area": area, "axis": axis, "harm": harm, "before": before, "motive": motive}
    save_or_cancel(
        desk,
        "egen",
        SAVE,
        lambda: attempt(desk, lambda: AddRisk.model_validate(said)),
        disabled=before is None or area is None,
    )


def _area(desk: Desk) -> str | None:
    areas = desk.content.areas
    taken = [one.area for one in desk.dossier.assessment.areas]
    return st.selectbox(
        desk.say(AREA),
        [*taken, *(area for area in areas if area not in taken)],
        index=None,
        placeholder=desk.say(CHOOSE),
        key="egen-omrade",
        format_func=lambda one: desk.say(areas[one].title) if one in areas else one,
    )


def _placed(desk: Desk, axis: Axis) -> Judgement | None:
    matrix = desk.content.matrix
    chosen = []
    for scale, key in ((upright(matrix, axis), "s"), (matrix.consequence, "k")):
        step = st.segmented_control(desk.say(scale.title), STEPS, key=f"egen-{key}", width="stretch")
        chosen.append(step)
        if step:
            st.caption(step_words(scale, step, desk.language))
    explain(desk, axis)
    likelihood, consequence = chosen
    if likelihood is None or consequence is None:
        st.caption(desk.say(UNPLACED))
        return None
    placed = Judgement(likelihood=likelihood, consequence=consequence)
    st.markdown(f"{desk.say(LEVEL)} {badge(desk, placed)}")
    return placed
