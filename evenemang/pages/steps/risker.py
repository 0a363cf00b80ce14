"""Risker: what the answers mean, and how serious it is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evenemang.domain.checklist import Axis
from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.flow.weighing import RiskPicture, Weighed, weighed
from evenemang.pages import live
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.meeting_parts import guests
from evenemang.pages.people import People, people_of
from evenemang.pages.review import notes
from evenemang.pages.risks import drawing, judging, own, proposals, row
from evenemang.pages.risks.finding import counted_line, finding
from evenemang.pages.showing import escaped
from evenemang.pages.walk import focus

EMPTY = Text(
    sv="Inga risker än. Svara på checklistorna först, eller lägg till en egen risk.",
    en="No risks yet. Answer the checklists first, or add a risk of your own.",
)
WORST_FIRST = Text(sv="Risker, högst först", en="Risks, worst first")
THREATS = Text(sv="Hot för sig", en="Threats apart")
THREATS_UNDER = Text(
    sv="För hot läses axeln som sårbarhet: 1 är väl skyddad, 5 är oskyddad.",
    en="For threats the axis reads vulnerability: 1 is well protected, 5 is unprotected.",
)
DISMISSED = Text(sv="{count} avfärdade förslag", en="{count} dismissed proposals")
JUDGE = Text(sv="Bedöm", en="Judge")
ADD = Text(sv="Lägg till risk", en="Add risk")


def render(desk: Desk) -> None:
    """Show the step."""
    picture = weighed(desk.dossier, desk.content.matrix)
    people = people_of(desk.house)
    show_refusal()
    guests.show(desk)
    proposals.show(desk, picture.proposals, people)
    if picture.judged:
        _judged(desk, picture, people)
    else:
        _nothing_judged(desk, picture)
    _dismissed(desk, picture.dismissed)
    _lead(desk)
    live.watch(desk, live.Watch("risker"))


def _lead(desk: Desk) -> None:
    """Lead to the risk that the address names, once."""
    asked = st.query_params.pop("risk", None)
    found = next((one for one in desk.dossier.risks if one.id == asked), None)
    if found:
        focus.aim_at_row(f"post-{'forslag' if found.state == 'proposed' else 'risk'}-{found.id}")
    focus.lead()


def _nothing_judged(desk: Desk, picture: RiskPicture) -> None:
    st.header(desk.say(finding(picture)), anchor=False)
    if not picture.proposals:
        st.info(desk.say(EMPTY))
    _add(desk)


def _judged(desk: Desk, picture: RiskPicture, people: People) -> None:
    urgent = None if picture.proposals else picture.most_urgent
    st.header(desk.say(finding(picture)), anchor=False)
    st.caption(counted_line(picture, desk.language))
    if picture.accidents:
        _side_by_side(desk, picture.accidents, "accident", urgent, people)
    if picture.threats:
        st.header(desk.say(THREATS), anchor=False)
        st.caption(desk.say(THREATS_UNDER))
        _side_by_side(desk, picture.threats, "threat", urgent, people)
    if not picture.accidents:
        _add(desk)


def _side_by_side(
    desk: Desk, rows: Sequence[Weighed], axis: Axis, urgent: Weighed | None, people: People
) -> None:
    left, right = st.columns(2, gap="medium")
    with left.container(key=f"bild-{axis}"):
        drawing.show(desk, rows, axis)
    with right:
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.subheader(desk.say(WORST_FIRST), anchor=False, width="content")
            if axis == "accident":
                _add(desk)
        with st.container(border=True, key=f"lista-{axis}"):
            for one in rows:
                row.show(desk, one, people, primary=one is urgent)


@takes("add-risk")
def _add(desk: Desk) -> None:
    if st.button(desk.say(ADD), icon=":material/add:", key="lagg-till-risk"):
        own.open_dialog(desk)


def _dismissed(desk: Desk, risks: Sequence[Risk]) -> None:
    if not risks:
        return
    with st.expander(desk.say(DISMISSED).format(count=len(risks))):
        for risk in risks:
            because = risk.dismissal.because if risk.dismissal else ""
            with st.container(key=f"post-avfardad-{risk.id}", gap="xsmall"):
                st.markdown(f"**{risk.id} {escaped(risk.says(desk.language))}**  \n{escaped(because)}")
                notes.show(desk, "risk", risk.id)
                _judge(desk, risk)


@takes("judge-risk")
def _judge(desk: Desk, risk: Risk) -> None:
    if st.button(desk.say(JUDGE), key=f"bedom-{risk.id}", type="tertiary"):
        judging.open_dialog(desk, risk)
