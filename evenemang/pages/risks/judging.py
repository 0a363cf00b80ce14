"""The dialog where a person places a risk on the matrix, before and after treatment."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from evenemang.domain.matrix import Scale
from evenemang.domain.risk import Judged, Judgement, Risk
from evenemang.domain.source import Sure
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.judging import JudgeRisk
from evenemang.flow.words import SURE, capital
from evenemang.pages.desk import Desk
from evenemang.pages.limits import LIMIT
from evenemang.pages.live import stand_still
from evenemang.pages.people import people_of
from evenemang.pages.risks import origin
from evenemang.pages.risks.attempt import guarded, save_or_cancel
from evenemang.pages.risks.levels import ARROW, badge, explain, step_words, upright
from evenemang.pages.showing import escaped

STEPS = (1, 2, 3, 4, 5)
TITLE = Text(sv="Bedöm {risk}", en="Judge {risk}")
OWN_TITLE = Text(sv="Risken i egna ord", en="The risk in your own words")
BEFORE = Text(sv="{scale} före åtgärder", en="{scale} before treatment")
AFTER = Text(sv="{scale} efter åtgärder", en="{scale} after treatment")
AFTER_OPEN = Text(
    sv="Ta bort valet om risken inte är bedömd efter åtgärder.",
    en="Take the choice away if the risk is not judged after treatment.",
)
NOT_JUDGED = Text(sv="inte bedömd efter åtgärder", en="not judged after treatment")
CONTROLS = Text(sv="Befintligt skydd, ett per rad", en="Existing controls, one per line")
MOTIVE = Text(sv="Motivering", en="Reason")
MOTIVE_WHEN = Text(
    sv="Behövs när konsekvensen sätts lägre än checklistans, eller lägre efter än före.",
    en="Needed when the consequence is set lower than the checklist's, or lower after than before.",
)
HOW_SURE = Text(sv="Hur hög säkerhet har bedömningen?", en="How certain is the judgement?")
SUGGESTED = Text(sv="Checklistans förslag: {place}", en="The checklist's default: {place}")
BECOMES = Text(sv="Ny nivå", en="New level")
SAVE = Text(sv="Spara bedömningen", en="Save the judgement")


def open_dialog(desk: Desk, risk: Risk) -> None:
    """Open the dialog."""
    title = desk.say(TITLE).format(risk=risk.id)
    stand_still()
    st.dialog(title, width="medium")(_form)(desk, risk)


def _form(desk: Desk, risk: Risk) -> None:
    key = f"bedom-{risk.id}"
    st.markdown(f"**{escaped(risk.says(desk.language))}**")
    origin.show(desk, risk, people_of(desk.house))
    if risk.default:
        st.caption(desk.say(SUGGESTED).format(place=badge(desk, risk.default)))
    before = _placed(desk, risk, BEFORE, risk.before, f"{key}-fore")
    after = placed_after(desk, risk, risk.after, before, f"{key}-efter")
    _level(desk, before, after)
    explain(desk, risk.axis)
    words = _words(desk, risk, key)
    said = Said(before, after, *words)
    save_or_cancel(desk, key, SAVE, lambda: guarded(desk, lambda: _judge(desk, risk, said)))


@dataclass(frozen=True)
class Said:
    """What stands in the form."""

    before: Judgement
    after: Judgement | None
    controls: str
    motive: str
    sure: Sure | None
    title: str


def _judge(desk: Desk, risk: Risk, said: Said) -> JudgeRisk:
    own = said.title.strip()
    judged = Judged(
        before=said.before,
        after=said.after,
        motive=said.motive,
        sure=said.sure,
        existing_controls=tuple(line.strip() for line in said.controls.splitlines() if line.strip()),
        title=own if own and own != risk.says(desk.language) else None,
    )
    return JudgeRisk(risk=risk.id, said=judged)


def _placed(desk: Desk, risk: Risk, label: Text, now: Judgement, key: str) -> Judgement:
    matrix = desk.content.matrix
    likelihood = _step(desk, upright(matrix, risk.axis), label, now.likelihood, f"{key}-s") or now.likelihood
    consequence = _step(desk, matrix.consequence, label, now.consequence, f"{key}-k") or now.consequence
    return Judgement(likelihood=likelihood, consequence=consequence)


def placed_after(
    desk: Desk, risk: Risk, now: Judgement | None, before: Judgement, key: str
) -> Judgement | None:
    """Ask for the place after treatment; None while neither step is chosen, one alone keeps the other."""
    matrix = desk.content.matrix
    first = now.likelihood if now else None
    second = now.consequence if now else None
    likelihood = _step(desk, upright(matrix, risk.axis), AFTER, first, f"{key}-s", required=False)
    consequence = _step(desk, matrix.consequence, AFTER, second, f"{key}-k", required=False)
    st.caption(desk.say(AFTER_OPEN))
    if likelihood is None and consequence is None:
        return None
    return Judgement(
        likelihood=likelihood or before.likelihood, consequence=consequence or before.consequence
    )


def _step(
    desk: Desk, scale: Scale, label: Text, now: int | None, key: str, *, required: bool = True
) -> int | None:
    chosen = st.segmented_control(
        desk.say(label).format(scale=desk.say(scale.title)),
        STEPS,
        default=now,
        required=required,
        key=key,
        width="stretch",
    )
    if chosen:
        st.caption(step_words(scale, chosen, desk.language))
    return chosen


def _level(desk: Desk, before: Judgement, after: Judgement | None) -> None:
    then = badge(desk, after) if after else desk.say(NOT_JUDGED)
    st.markdown(f"{desk.say(BECOMES)} {badge(desk, before)} {ARROW} {then}")


def _words(desk: Desk, risk: Risk, key: str) -> tuple[str, str, Sure | None, str]:
    controls = st.text_area(
        desk.say(CONTROLS), "\n".join(risk.existing_controls), key=f"{key}-skydd", height=100
    )
    motive = st.text_area(
        desk.say(MOTIVE), risk.motive, key=f"{key}-motiv", height=100, max_chars=LONGEST_TEXT
    )
    st.caption(f"{desk.say(MOTIVE_WHEN)} {desk.say(LIMIT)}")
    sure = st.segmented_control(
        desk.say(HOW_SURE),
        list(SURE),
        default=risk.sure,
        format_func=lambda one: desk.say(capital(SURE[one])),
        key=f"{key}-saker",
        width="stretch",
    )
    title = st.text_input(desk.say(OWN_TITLE), risk.says(desk.language), key=f"{key}-rubrik")
    return controls, motive, sure, title
