"""What the answers raised and nobody has looked at: accept as it stands, judge, or dismiss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from evenemang.domain.risk import Judged, Risk
from evenemang.domain.text import Text
from evenemang.flow.judging import JudgeRisk
from evenemang.flow.weighing import Weighed
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk
from evenemang.pages.people import People
from evenemang.pages.risks import judging, origin, reasons
from evenemang.pages.risks.attempt import guarded
from evenemang.pages.risks.finding import proposals_heading
from evenemang.pages.risks.levels import badge, place_words
from evenemang.pages.showing import escaped
from evenemang.pages.stamp import stamp

UNDER = Text(
    sv="Svaren har väckt dem. Tills någon har bedömt ett förslag räknas det på checklistans nivå.",
    en="The answers raised them. Until somebody has judged a proposal it counts at the checklist's level.",
)
MORE = Text(sv="{count} förslag till", en="{count} more")
AS_IS = Text(sv="Ta med som det är", en="Take as it is")
JUDGE = Text(sv="Bedöm", en="Judge")
DISMISS = Text(sv="Avfärda", en="Dismiss")
AT_ONCE = 5  # shown unfolded: what a group takes in one go


def show(desk: Desk, proposals: Sequence[Weighed], people: People) -> None:
    """Show the proposals, worst first; the first one's judging is what the person came to do."""
    if not proposals:
        return
    st.header(desk.say(proposals_heading(len(proposals))), anchor=False)
    st.caption(desk.say(UNDER))
    with st.container(border=True, key="lista-forslag"):
        for number, one in enumerate(proposals[:AT_ONCE]):
            _row(desk, one.risk, people, primary=number == 0)
        if len(proposals) > AT_ONCE:
            with st.expander(desk.say(MORE).format(count=len(proposals) - AT_ONCE)):
                for one in proposals[AT_ONCE:]:
                    _row(desk, one.risk, people, primary=False)
    st.space("small")


def _row(desk: Desk, risk: Risk, people: People, *, primary: bool) -> None:
    with st.container(key=f"post-forslag-{risk.id}", gap="xsmall"):
        what, choices = st.columns([11, 9], gap="small", vertical_alignment="center")
        with what.container(gap="xsmall"):
            st.markdown(f"**{risk.id} {escaped(risk.says(desk.language))}**{stamp(desk, risk.id)}")
            st.markdown(f"{badge(desk, risk.before)} :small[{place_words(desk, risk.axis, risk.before)}]")
            origin.show(desk, risk, people)
        with choices.container(horizontal=True, horizontal_alignment="right"):
            _buttons(desk, risk, primary=primary)


@takes("judge-risk", "dismiss-risk")
def _buttons(desk: Desk, risk: Risk, *, primary: bool) -> None:
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    if st.button(desk.say(JUDGE), key=f"bedom-{risk.id}", type=kind):
        judging.open_dialog(desk, risk)
    st.button(desk.say(AS_IS), key=f"tamed-{risk.id}", on_click=_take, args=(desk, risk))
    if st.button(desk.say(DISMISS), key=f"avfarda-{risk.id}", type="tertiary"):
        reasons.dismiss(desk, risk)


def _take(desk: Desk, risk: Risk) -> None:
    guarded(desk, lambda: JudgeRisk(risk=risk.id, said=Judged(before=risk.before)))
