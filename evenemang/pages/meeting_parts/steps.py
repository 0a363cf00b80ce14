"""Choosing a place on the matrix: likelihood and consequence, each with what the step means."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.matrix import Scale
from evenemang.domain.risk import Judgement, Risk
from evenemang.domain.text import Text
from evenemang.pages.desk import Desk
from evenemang.pages.risks.levels import badge, step_words, upright

STEPS = (1, 2, 3, 4, 5)
BECOMES = Text(sv="Nivå", en="Level")


def choose(desk: Desk, risk: Risk, now: tuple[int, int] | None, key: str) -> tuple[int, int] | None:
    """Ask for both steps; None while one of them is not chosen."""
    matrix = desk.content.matrix
    likelihood = _step(desk, upright(matrix, risk.axis), now[0] if now else None, f"{key}-s")
    consequence = _step(desk, matrix.consequence, now[1] if now else None, f"{key}-k")
    if likelihood is None or consequence is None:
        return None
    placed = Judgement(likelihood=likelihood, consequence=consequence)
    st.markdown(f"{desk.say(BECOMES)} {badge(desk, placed)}")
    return likelihood, consequence


def _step(desk: Desk, scale: Scale, now: int | None, key: str) -> int | None:
    chosen = st.segmented_control(desk.say(scale.title), STEPS, default=now, key=key, width="stretch")
    if chosen:
        st.caption(step_words(scale, chosen, desk.language))
    return chosen
