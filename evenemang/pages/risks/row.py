"""One judged risk: where it was and is, what raised it, what is done about it, and what to do next."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.flow.weighing import Weighed
from evenemang.flow.words import SURE
from evenemang.pages import ways
from evenemang.pages.actions import form
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk
from evenemang.pages.people import People
from evenemang.pages.review import notes
from evenemang.pages.risks import judging, origin, reasons
from evenemang.pages.risks.levels import before_after, place_words, waits
from evenemang.pages.showing import escaped, moment
from evenemang.pages.stamp import stamp

Weight = Literal["primary", "secondary", "tertiary"]  # of a button

NEITHER = Text(sv="Ingen åtgärd, ingen acceptans", en="No action, no acceptance")
NO_ACTION = Text(sv="Ingen åtgärd", en="No action")
NO_DECIDED = Text(
    sv="Ingen beslutad åtgärd med ansvarig och datum", en="No decided action with an owner and a date"
)
NOT_ACCEPTED = Text(sv="Inte godtagen", en="Not accepted")
ACCEPTED = Text(sv="Godtagen", en="Accepted")
GROUNDS = Text(sv="Underlag och motiv", en="Grounds and reason")
CONTROLS = Text(sv="Befintligt skydd", en="Existing controls")
NO_CONTROLS = Text(sv="Inget angivet", en="None given")
MOTIVE = Text(sv="Motivering", en="Reason")
SURENESS = Text(sv="Säkerhet i bedömningen: {sure}.", en="Certainty of the judgement: {sure}.")
NOT_SAID = Text(sv="inte angiven", en="not given")
JUDGED = Text(sv="Bedömd", en="Judged")
HISTORY = Text(sv="Historik", en="History")
ACT = Text(sv="Bestäm åtgärd", en="Decide action")
JUDGE = Text(sv="Bedöm på nytt", en="Judge anew")
ACCEPT = Text(sv="Godta det som återstår", en="Accept what remains")


def show(desk: Desk, one: Weighed, people: People, *, primary: bool) -> None:
    """Show a row; with `primary` its action is what the person came to do."""
    risk = one.risk
    with st.container(key=f"post-risk-{risk.id}", gap="xsmall"):
        st.markdown(f"**{risk.id} {escaped(risk.says(desk.language))}**{stamp(desk, risk.id)}")
        st.markdown(before_after(desk, one))
        if waits(desk, one):
            st.caption(waits(desk, one))
        notes.show(desk, "risk", risk.id)
        origin.show(desk, risk, people)
        st.markdown(_status(desk, one, people))
        with st.expander(desk.say(GROUNDS)):
            _grounds(desk, one, people)
        with st.container(horizontal=True):
            _buttons(desk, one, primary=primary)


def _status(desk: Desk, one: Weighed, people: People) -> str:
    accepted = one.risk.acceptance is not None
    if one.demands and not one.actions and not accepted:
        return f":material/block: **{desk.say(NEITHER)}**"
    parts = []
    if one.actions:
        parts.append(_action_line(desk, one, people))
    if one.demands and not one.treated:
        parts.append(f":material/block: **{desk.say(NO_DECIDED)}**")
    if accepted:
        parts.append(desk.say(ACCEPTED))
    elif one.demands:
        parts.append(f":material/block: **{desk.say(NOT_ACCEPTED)}**")
    return " · ".join(parts) or desk.say(NO_ACTION)


def _action_line(desk: Desk, one: Weighed, people: People) -> str:
    count = len(one.actions)
    words = Text(
        sv=f"{count} åtgärd" if count == 1 else f"{count} åtgärder",
        en=f"{count} action" if count == 1 else f"{count} actions",
    )
    owners = dict.fromkeys(escaped(people.say(action.owner)) for action in one.actions if action.owner)
    return " · ".join([desk.say(words), *([", ".join(owners)] if owners else [])])


def _grounds(desk: Desk, one: Weighed, people: People) -> None:
    risk = one.risk
    controls = "\n".join(f"- {escaped(control)}" for control in risk.existing_controls)
    st.markdown(f"**{desk.say(CONTROLS)}**\n\n{controls or desk.say(NO_CONTROLS)}")
    if risk.motive.strip():
        st.markdown(f"**{desk.say(MOTIVE)}**\n\n{escaped(risk.motive)}")
    sure = desk.say(SURE[risk.sure]) if risk.sure else desk.say(NOT_SAID)
    st.markdown(f"{desk.say(SURENESS).format(sure=sure)} {place_words(desk, risk.axis, risk.before)}.")
    if risk.acceptance:
        given = risk.acceptance.given
        st.markdown(f"**{desk.say(ACCEPTED)}**\n\n{escaped(risk.acceptance.because)}")
        st.caption(f"{escaped(people.say(given.by))} · {moment(given.at, desk.language)}")
    if risk.judged:
        by, at = escaped(people.say(risk.judged.by)), moment(risk.judged.at, desk.language)
        st.caption(f"{desk.say(JUDGED)} {at} · {by}")
    ways.to_history(desk.say(HISTORY), desk.dossier.id, f"risks/{risk.id}")


def _buttons(desk: Desk, one: Weighed, *, primary: bool) -> None:
    risk = one.risk
    to_accept = one.treated and one.demands and not one.too_high and not risk.acceptance
    first: Weight = "primary" if primary else "secondary"
    act: Weight = "tertiary" if to_accept else first
    if to_accept:
        _accept(desk, one, first)
    _act(desk, risk, act)
    _judge(desk, risk)
    if not to_accept and not risk.acceptance:
        _accept(desk, one, "tertiary")


@takes("add-action")
def _act(desk: Desk, risk: Risk, kind: Weight) -> None:
    if st.button(desk.say(ACT), key=f"atgard-{risk.id}", type=kind):
        form.add(desk, risk)


@takes("judge-risk")
def _judge(desk: Desk, risk: Risk) -> None:
    if st.button(desk.say(JUDGE), key=f"bedom-{risk.id}", type="tertiary"):
        judging.open_dialog(desk, risk)


@takes("accept-risk")
def _accept(desk: Desk, one: Weighed, kind: Weight) -> None:
    if st.button(desk.say(ACCEPT), key=f"godta-{one.risk.id}", type=kind):
        reasons.accept(desk, one)
