"""A risk's level before and after treatment, as badges; and the scales in words."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.checklist import Axis
from evenemang.domain.matrix import Matrix, Scale
from evenemang.domain.risk import Judgement
from evenemang.domain.text import Language, Text
from evenemang.flow.saying import NBSP
from evenemang.flow.weighing import Weighed
from evenemang.pages.desk import Desk
from evenemang.pages.showing import escaped, level

ARROW = ":material/arrow_right_alt:"
SPECIAL = Text(sv="Särskild bedömning", en="Special assessment")
WAITS = Text(
    sv="Bedömd till {score} efter åtgärd, men räknas som före tills en åtgärd är beslutad.",
    en="Judged {score} after treatment, but counts as before until an action is decided.",
)
MEANING = Text(sv="Vad stegen betyder", en="What the steps mean")
STEP = Text(sv="Steg", en="Step")
PLACE = Text(sv="{upright} {l}, konsekvens {c}", en="{upright} {l}, consequence {c}")


def badge(desk: Desk, placed: Judgement) -> str:
    """Return the level of a place on the matrix, as a badge."""
    matrix = desk.content.matrix
    return level(matrix, placed.level(matrix), placed.score, desk.language)


def before_after(desk: Desk, one: Weighed) -> str:
    """Return the level before and after as a decision counts it, with the mark of the worst consequence."""
    look = f" :gray-badge[:material/visibility: {desk.say(SPECIAL)}]" if one.special_look else ""
    return f"{badge(desk, one.risk.before)} {ARROW} {badge(desk, one.after)}{look}"


def waits(desk: Desk, one: Weighed) -> str:
    """Return the sentence for a risk judged lower without a decided action; empty for others."""
    if not one.waits_for_action:
        return ""
    return desk.say(WAITS).format(score=one.risk.residual.score)


def upright(matrix: Matrix, axis: Axis) -> Scale:
    """Return the scale that the upright axis reads: vulnerability for threats."""
    return matrix.vulnerability if axis == "threat" else matrix.likelihood


def place_words(desk: Desk, axis: Axis, placed: Judgement) -> str:
    """Return a place on the matrix in words: sannolikhet 3, konsekvens 5."""
    title = upright(desk.content.matrix, axis).title.say(desk.language)
    return desk.say(PLACE).format(upright=title.lower(), l=placed.likelihood, c=placed.consequence)


def step_words(scale: Scale, step: int, language: Language) -> str:
    """Return a step with its word and its anchor, as Markdown."""
    found = scale.steps[step - 1]
    return f"**{step}{NBSP}{escaped(found.word.say(language))}:** {escaped(found.anchor.say(language))}"


def explain(desk: Desk, axis: Axis) -> None:
    """Show both scales as a table, folded."""
    matrix = desk.content.matrix
    scales = (upright(matrix, axis), matrix.consequence)
    with st.expander(desk.say(MEANING)):
        for scale in scales:
            st.table(
                [
                    {desk.say(STEP): f"{one.step}", desk.say(scale.title): words(desk, one.word, one.anchor)}
                    for one in scale.steps
                ],
                border="horizontal",
                hide_index=True,
            )


def words(desk: Desk, word: Text, anchor: Text) -> str:
    """Return a step's word and anchor in one cell."""
    return f"**{escaped(desk.say(word))}:** {escaped(desk.say(anchor))}"
