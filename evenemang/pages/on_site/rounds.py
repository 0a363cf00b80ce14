"""Rounds: begin one and walk it question by question, write one down afterwards, and those already walked."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.checklist import Phase
from evenemang.domain.round import Round
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.on_site import WalkRound
from evenemang.flow.rounds import BeginRound, asked_on_round, deviations, said_on
from evenemang.flow.words import PHASES, capital
from evenemang.pages import foot, paper
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.on_site import walking, words
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.on_site.walking import ADDRESS, FRAGMENT, QUESTION
from evenemang.pages.on_site.zones import zone_name, zones
from evenemang.pages.people import people_of
from evenemang.pages.showing import clock, escaped

TITLE = Text(sv="Ny rond", en="New round")
PHASE = Text(sv="När i evenemanget?", en="When in the event?")
QUESTIONS = Text(
    sv="{count} frågor, en i taget. Det som avviker blir en åtgärd genast.",
    en="{count} questions, one at a time. What deviates becomes an action at once.",
)
ONE_QUESTION = Text(
    sv="1 fråga. Det som avviker blir en åtgärd genast.",
    en="1 question. What deviates becomes an action at once.",
)
NO_QUESTIONS = Text(sv="Inga rondfrågor i det här skedet", en="No round questions in this phase")
WHERE = Text(sv="Var går ni? (kan lämnas öppet)", en="Where do you walk? (may be left open)")
BEGIN = Text(sv="Påbörja rond {clock}", en="Begin a round {clock}")
AFTERWARDS = Text(sv="Skriv in en rond som redan är gången", en="Write down a round already walked")
NOTE = Text(sv="Vad såg ni?", en="What did you see?")
SAVE = Text(sv="Spara rond", en="Save the round")
WHICH = Text(sv="Välj först när i evenemanget ronden gås.", en="First choose when in the event it is walked.")
GOING = Text(sv="Pågår nu", en="Going on now")
JOIN = Text(sv="Fortsätt ronden", en="Go on with the round")
SO_FAR = Text(sv="{answered} av {asked} frågor besvarade", en="{answered} of {asked} questions answered")
WALKED = Text(sv="Gångna ronder", en="Rounds walked")
NOTHING_SEEN = Text(sv="Inget att notera", en="Nothing to note")
MADE = Text(sv="Blev åtgärder: {actions}", en="Became actions: {actions}")
ROUND_PHASES = [one for one in PHASES if one != "planning"]


def show(desk: Desk) -> None:
    """Show the round of the address, where it is being walked; else the way to a new one."""
    st.fragment(_round, key=FRAGMENT)(desk)


def _round(desk: Desk) -> None:
    desk = fresh(desk)
    foot.tell(FRAGMENT)
    asked = st.query_params.get(ADDRESS)
    walked = next((one for one in desk.dossier.rounds if one.id == asked and one.is_going), None)
    if walked:
        walking.show(desk, walked)
        return
    st.header(desk.say(TITLE), anchor=False)
    chosen: Phase | None = st.pills(
        desk.say(PHASE),
        ROUND_PHASES,
        format_func=lambda one: desk.say(capital(PHASES[one])),
        key=_phase(desk),
        required=True,
    )
    if chosen:
        _what_it_asks(desk, chosen)
        _where(desk)
    _going(desk)
    _afterwards(desk)
    paper.rounds_button(desk)
    _walked(desk)
    _foot(desk)


def _phase(desk: Desk) -> str:
    return f"rondskede-{desk.dossier.id}"


def _zone(desk: Desk) -> str:
    return f"rondplats-{turn(f'rond-{desk.dossier.id}')}"


def _what_it_asks(desk: Desk, phase: Phase) -> None:
    count = len(asked_on_round(desk.reading, phase))
    form = NO_QUESTIONS if not count else ONE_QUESTION if count == 1 else QUESTIONS
    st.markdown(desk.say(form).format(count=count))


@takes("begin-round")
def _where(desk: Desk) -> None:
    names = zones(desk)
    if names:
        st.pills(
            desk.say(WHERE),
            list(names),
            format_func=lambda one: escaped(names[one]),
            key=_zone(desk),
            on_change="ignore",
        )


@takes("begin-round")
def _foot(desk: Desk) -> None:
    with st.bottom, st.container(key="plats-fot"):
        st.button(
            desk.say(BEGIN).format(clock=clock(desk.house.workspace.now())),
            key="paborja-rond",
            type="primary",
            icon=":material/directions_walk:",
            width="stretch",
            on_click=_begin,
            args=(desk,),
        )


def _begin(desk: Desk) -> None:
    phase, zone = st.session_state.get(_phase(desk)), st.session_state.get(_zone(desk))
    if phase is None:
        st.session_state["refused"] = (False, desk.say(WHICH))
    elif desk.do(BeginRound(phase=phase, zone=zone)):
        rounds = fresh(desk).dossier.rounds
        mine = [one for one in rounds if one.is_going and desk.actor and one.walked.by == desk.actor.name]
        next_turn(f"rond-{desk.dossier.id}")
        if mine:
            st.query_params[ADDRESS] = mine[-1].id
            st.query_params.pop(QUESTION, None)
    st.rerun([FRAGMENT])


def _going(desk: Desk) -> None:
    going = [one for one in desk.dossier.rounds if one.is_going]
    if not going:
        return
    st.header(f"{desk.say(GOING)}: {len(going)}", anchor=False)
    with st.container(border=True, key="lista-pagaende-ronder"):
        for one in going:
            with st.container(key=f"rad-rond-{one.id}", gap=None):
                asked = asked_on_round(desk.reading, one.phase)
                answered = sum(said_on(one, each.id, desk.dossier) is not None for each in asked)
                st.caption(_line(desk, one))
                st.markdown(desk.say(SO_FAR).format(answered=answered, asked=len(asked)))
                _join(desk, one)


@takes("answer-in-round")
def _join(desk: Desk, walked: Round) -> None:
    st.button(
        desk.say(JOIN),
        key=f"fortsatt-{walked.id}",
        icon=":material/arrow_forward:",
        on_click=_go,
        args=(walked.id,),
    )


def _go(round_id: str) -> None:
    st.query_params[ADDRESS] = round_id
    st.query_params.pop(QUESTION, None)
    st.rerun([FRAGMENT])


@takes("walk-round")
def _afterwards(desk: Desk) -> None:
    key = turn(f"rondefter-{desk.dossier.id}")
    with st.expander(desk.say(AFTERWARDS), icon=":material/edit_note:"):
        st.text_area(
            desk.say(NOTE), key=f"rondnot-{key}", max_chars=LONGEST_TEXT, height=100, on_change="ignore"
        )
        st.caption(desk.say(words.NO_NAMES))
        st.button(desk.say(SAVE), key="spara-rond", icon=":material/check:", on_click=_save, args=(desk, key))


def _save(desk: Desk, key: str) -> None:
    phase, zone = st.session_state.get(_phase(desk)), st.session_state.get(_zone(desk))
    note = str(st.session_state.get(f"rondnot-{key}") or "")
    if phase is None:
        st.session_state["refused"] = (False, desk.say(WHICH))
    elif desk.do(WalkRound(phase=phase, zone=zone, note=note)):
        next_turn(f"rondefter-{desk.dossier.id}")
    st.rerun([FRAGMENT])


def _walked(desk: Desk) -> None:
    walked = [one for one in desk.dossier.rounds if not one.is_going]
    if not walked:
        return
    st.header(f"{desk.say(WALKED)}: {len(walked)}", anchor=False)
    with st.container(border=True, key="lista-ronder"):
        for one in reversed(walked):
            with st.container(key=f"rad-rond-{one.id}", gap=None):
                st.caption(_line(desk, one))
                _seen(desk, one)


def _line(desk: Desk, one: Round) -> str:
    people, now = people_of(desk.house), desk.house.workspace.now()
    begun = words.moment_short(one.begun or one.walked.at, now, desk.language)
    parts = [
        f"{begun}–{clock(one.ended)}" if one.ended else begun,
        desk.say(capital(PHASES[one.phase])),
        escaped(zone_name(desk, one.zone)) if one.zone else "",
        escaped(people.say(one.walked.by)),
    ]
    return " · ".join(part for part in parts if part)


def _seen(desk: Desk, one: Round) -> None:
    made = deviations(one, desk.dossier)
    if one.begun:
        asked = asked_on_round(desk.reading, one.phase)
        answered = sum(said_on(one, each.id, desk.dossier) is not None for each in asked)
        st.markdown(desk.say(SO_FAR).format(answered=answered, asked=len(asked)))
    if made:
        st.markdown(desk.say(MADE).format(actions=", ".join(each.id for each in made)))
    if one.note or not one.begun:
        st.markdown(escaped(one.note) or desk.say(NOTHING_SEEN))
