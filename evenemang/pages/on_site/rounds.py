"""Rounds: the checklists' round questions of a phase, what was seen, and the rounds already walked."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.checklist import Phase
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.on_site import WalkRound
from evenemang.flow.walking import Stretch, stretches
from evenemang.flow.words import PHASES, capital
from evenemang.pages import paper, ways
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, fresh, show_refusal
from evenemang.pages.on_site import words
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.on_site.zones import zone_name, zones
from evenemang.pages.people import people_of
from evenemang.pages.showing import clock, escaped

TITLE = Text(sv="Ny rond", en="New round")
PHASE = Text(sv="När i evenemanget?", en="When in the event?")
QUESTIONS = Text(
    sv="{answered} av {asked} rondfrågor besvarade", en="{answered} of {asked} round questions answered"
)
NO_QUESTIONS = Text(sv="Inga rondfrågor i det här skedet", en="No round questions in this phase")
AREA = Text(sv="{area}: {answered} av {asked} besvarade", en="{area}: {answered} of {asked} answered")
WHERE = Text(sv="Var gick ni? (kan lämnas öppet)", en="Where did you walk? (may be left open)")
NOTE = Text(sv="Vad såg ni?", en="What did you see?")
SAVE = Text(sv="Spara rond {clock}", en="Save round {clock}")
WHICH = Text(
    sv="Välj först när i evenemanget ronden gicks.", en="First choose when in the event it was walked."
)
WALKED = Text(sv="Gångna ronder", en="Rounds walked")
NOTHING_SEEN = Text(sv="Inget att notera", en="Nothing to note")
FRAGMENT = "rond"
ROUND_PHASES = [one for one in PHASES if one != "planning"]


def show(desk: Desk) -> None:
    """Show the round about to be walked, then those already walked."""
    st.fragment(_round, key=FRAGMENT)(desk)


def _round(desk: Desk) -> None:
    desk = fresh(desk)
    key = turn(f"rond-{desk.dossier.id}")
    st.header(desk.say(TITLE), anchor=False)
    chosen: Phase | None = st.pills(
        desk.say(PHASE),
        ROUND_PHASES,
        format_func=lambda one: desk.say(capital(PHASES[one])),
        key=f"rondskede-{desk.dossier.id}",
        required=True,
    )
    if chosen:
        _questions(desk, chosen)
        _note(desk, key)
    paper.rounds_button(desk)
    show_refusal()
    _walked(desk)
    _foot(desk, key)


def _questions(desk: Desk, phase: Phase) -> None:
    found = round_stretches(desk, phase)
    if not found:
        st.header(desk.say(NO_QUESTIONS), anchor=False)
        return
    asked = sum(len(one.questions) for one in found)
    answered = sum(one.answered(desk.dossier) for one in found)
    st.header(desk.say(QUESTIONS).format(answered=answered, asked=asked), anchor=False)
    with st.container(border=True, key="lista-rondfragor"):
        for one in found:
            with st.container(key=f"rad-rondfraga-{one.area}"):
                _to_questions(desk, one)


def round_stretches(desk: Desk, phase: Phase) -> tuple[Stretch, ...]:
    """Return the round of each area that asks something in a phase."""
    return tuple(
        one
        for area, asked in desk.reading.asked.items()
        for one in stretches(desk.content.areas[area], asked)
        if one.phase == phase
    )


def _to_questions(desk: Desk, one: Stretch) -> None:
    area = desk.say(desk.content.areas[one.area].title)
    label = desk.say(AREA).format(area=area, answered=one.answered(desk.dossier), asked=len(one.questions))
    query = {"id": desk.dossier.id, "steg": "checklistor", "omrade": one.area, "avsnitt": one.id}
    st.page_link(ways.page("arende"), label=label, icon=":material/checklist:", query_params=query)


@takes("walk-round")
def _note(desk: Desk, key: str) -> None:
    names = zones(desk)
    if names:
        st.pills(
            desk.say(WHERE),
            list(names),
            format_func=lambda one: escaped(names[one]),
            key=f"rondplats-{key}",
            on_change="ignore",
        )
    st.text_area(desk.say(NOTE), key=f"rondnot-{key}", max_chars=LONGEST_TEXT, height=100, on_change="ignore")
    st.caption(desk.say(words.NO_NAMES))


@takes("walk-round")
def _foot(desk: Desk, key: str) -> None:
    with st.bottom, st.container(key="plats-fot"):
        st.button(
            desk.say(SAVE).format(clock=clock(desk.house.workspace.now())),
            key="spara-rond",
            type="primary",
            icon=":material/check:",
            width="stretch",
            on_click=_save,
            args=(desk, key),
        )


def _save(desk: Desk, key: str) -> None:
    phase = st.session_state.get(f"rondskede-{desk.dossier.id}")
    zone = st.session_state.get(f"rondplats-{key}")
    note = str(st.session_state.get(f"rondnot-{key}") or "")
    if phase is None:
        st.session_state["refused"] = (False, desk.say(WHICH))
    elif desk.do(WalkRound(phase=phase, zone=zone, note=note)):
        next_turn(f"rond-{desk.dossier.id}")
    st.rerun([FRAGMENT])


def _walked(desk: Desk) -> None:
    if not desk.dossier.rounds:
        return
    people, now = people_of(desk.house), desk.house.workspace.now()
    st.header(f"{desk.say(WALKED)}: {len(desk.dossier.rounds)}", anchor=False)
    with st.container(border=True, key="lista-ronder"):
        for one in reversed(desk.dossier.rounds):
            with st.container(key=f"rad-rond-{one.id}", gap=None):
                parts = [
                    words.moment_short(one.walked.at, now, desk.language),
                    desk.say(capital(PHASES[one.phase])),
                    escaped(zone_name(desk, one.zone)) if one.zone else "",
                    escaped(people.say(one.walked.by)),
                ]
                st.caption(" · ".join(part for part in parts if part))
                st.markdown(escaped(one.note) or desk.say(NOTHING_SEEN))
