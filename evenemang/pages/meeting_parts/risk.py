"""A serious risk before the whole meeting: what each judged alone, how far apart, what they agree on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

import streamlit as st

from evenemang.domain.errors import NotFound
from evenemang.domain.meeting import Voice, spread
from evenemang.domain.risk import Judged, Judgement, Risk
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.judging import JudgeRisk
from evenemang.flow.meeting.slides import Slide
from evenemang.flow.meeting.weighing import ask_alone, have_judged, reveal
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.meeting_parts import deciding
from evenemang.pages.meeting_parts.point import GONE
from evenemang.pages.meeting_parts.room import Room, next_turn, turn
from evenemang.pages.meeting_parts.steps import choose
from evenemang.pages.people import people_of
from evenemang.pages.risks.levels import ARROW, badge
from evenemang.pages.showing import escaped

OPEN = Text(sv="Öppna risken i ärendet", en="Open the risk in the dossier")
ACTIONS = Text(sv="Åtgärder", en="Actions")
NO_ACTION = Text(sv="Ingen åtgärd än.", en="No action yet.")
ALONE = Text(sv="Bedöm var för sig först", en="Judge alone first")
ALONE_HOW = Text(
    sv="Var och en bedömer risken på sin egen skärm: under mötets flik Bedöm själv, gäster i ärendets steg "
    "Risker. Ingen ser någon annans bedömning förrän alla visas på en gång.",
    en="Each judges the risk on their own screen: under the meeting's tab Judge alone, guests in the "
    "dossier's step Risks. Nobody sees another's judgement before all are shown at once.",
)
ASK = Text(sv="Låt alla bedöma för sig", en="Let all judge alone")
AGAIN = Text(sv="Gör en ny omgång", en="Have another round")
JUDGED = Text(sv="Har bedömt ({count}): {who}", en="Have judged ({count}): {who}")
NONE_YET = Text(sv="Ingen har bedömt än.", en="Nobody has judged yet.")
SHOW = Text(sv="Visa bedömningarna", en="Show the judgements")
APART = Text(
    sv="Från {least} till {most} i risktal: prata om varför ni ser så olika på den.",
    en="From {least} to {most} in score: talk about why you see it so differently.",
)
NEAR = Text(sv="Alla bedömer lika: risktal {least}.", en="All judge alike: score {least}.")
WHO = Text(sv="Vem", en="Who")
JUDGES = Text(sv="Sannolikhet × konsekvens", en="Likelihood × consequence")
TOGETHER = Text(sv="Gruppens bedömning", en="The group's judgement")
MOTIVE = Text(sv="Motivering", en="Reason")
KEEP = Text(sv="Spara gruppens bedömning", en="Save the group's judgement")
EVERY = timedelta(seconds=3)


def show(room: Room, slide: Slide, risk: Risk) -> None:
    """Show the risk, and how the meeting judges it."""
    st.title(escaped(risk.says(room.language)), anchor=False)
    try:
        desk = room.desk(str(slide.point.event))
    except NotFound:
        st.info(room.say(GONE))
        return
    st.caption(escaped(f"{risk.id} · {desk.dossier.event.name}"))
    left, right = st.columns([11, 9], gap="large")
    with left:
        st.markdown(f"{badge(desk, risk.before)} {ARROW} {badge(desk, risk.residual)}")
        _actions(room, desk, risk)
        ways.to_risk(room.say(OPEN), desk.dossier.id, risk.id)
    with right, st.container(border=True, key="mote-sager"):
        _weighing(room, desk, risk)
        deciding.show(room, slide)


def _actions(room: Room, desk: Desk, risk: Risk) -> None:
    found = [one for one in desk.dossier.actions if one.risk == risk.id and one.status != "dropped"]
    if not found:
        st.markdown(room.say(NO_ACTION))
        return
    people = people_of(room.house)
    st.markdown(f"**{room.say(ACTIONS)}**")
    lines = [
        escaped(" · ".join([" ".join(one.do.split()), *([people.say(one.owner)] if one.owner else [])]))
        for one in found
    ]
    st.markdown("\n".join(f"- {one}" for one in lines))


def _weighing(room: Room, desk: Desk, risk: Risk) -> None:
    """Show where the judging alone stands: not asked, going on, or shown."""
    event = desk.dossier.id
    found = room.meeting.weighing(event, risk.id)
    st.header(room.say(ALONE), anchor=False)
    if found and found.revealed:
        _spread(room, desk, room.meeting.voices_on(event, risk.id))
        _together(room, desk, risk)
    elif found:
        st.caption(room.say(ALONE_HOW))
        st.fragment(_waiting, key="mote-vantar", run_every=EVERY)(room, event, risk.id)
    else:
        st.caption(room.say(ALONE_HOW))
    if room.may("weigh-at-meeting") and (found is None or found.revealed):
        st.button(
            room.say(AGAIN if found else ASK),
            key="mote-bedom",
            icon=":material/ballot:",
            type="tertiary" if found else "secondary",
            on_click=_ask,
            args=(room, event, risk.id),
        )


def _waiting(room: Room, event: str, risk: str) -> None:
    """Show who has judged so far, never what; the way to show all of it."""
    who = have_judged(room.house.workspace, room.meeting, event, risk)
    people = people_of(room.house)
    named = ", ".join(escaped(people.say(one)) for one in who)
    st.markdown(room.say(JUDGED, count=len(who), who=named) if who else room.say(NONE_YET))
    if room.may("weigh-at-meeting") and st.button(
        room.say(SHOW), key="mote-visa", icon=":material/visibility:", disabled=not who
    ):
        room.do(lambda by: reveal(room.house.workspace, room.meeting.id, event, risk, by))
        st.rerun()


def _ask(room: Room, event: str, risk: str) -> None:
    room.do(partial(ask_alone, room.house.workspace, room.meeting.id, event, risk))


def _spread(room: Room, desk: Desk, voices: Sequence[Voice]) -> None:
    found = spread(tuple(voices))
    if found is None:
        return
    least, most = found.score
    st.markdown(room.say(NEAR if found.agrees else APART, least=least, most=most))
    people = people_of(room.house)
    rows = sorted(voices, key=lambda one: (-one.likelihood * one.consequence, one.by))
    st.table(
        [
            {
                room.say(WHO): escaped(people.say(one.by)),
                room.say(JUDGES): _placed(desk, one),
            }
            for one in rows
        ],
        border="horizontal",
        hide_index=True,
    )


def _placed(desk: Desk, one: Voice) -> str:
    placed = Judgement(likelihood=one.likelihood, consequence=one.consequence)
    return f"{badge(desk, placed)} {one.likelihood}\u00a0×\u00a0{one.consequence}"


def _together(room: Room, desk: Desk, risk: Risk) -> None:
    """Ask what the group agrees on, and keep it as the risk's judgement before treatment."""
    if not desk.may("judge-risk"):
        return
    st.markdown(f"**{room.say(TOGETHER)}**")
    before = choose(desk, risk, (risk.before.likelihood, risk.before.consequence), f"mote-gruppen-{risk.id}")
    motive = st.text_area(
        room.say(MOTIVE), risk.motive, key=f"mote-motiv-{turn(risk.id)}", height=80, max_chars=LONGEST_TEXT
    )
    st.button(room.say(KEEP), key="mote-spara-bedomning", on_click=_judge, args=(desk, risk, before, motive))


def _judge(desk: Desk, risk: Risk, before: tuple[int, int] | None, motive: str) -> None:
    if before is None:
        return
    said = Judged(
        before=Judgement(likelihood=before[0], consequence=before[1]),
        after=risk.after,
        motive=motive,
        sure=risk.sure,
        existing_controls=risk.existing_controls,
    )
    if desk.do_as_seen(JudgeRisk(risk=risk.id, said=said)):
        next_turn(risk.id)
