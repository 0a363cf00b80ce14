"""Which areas of risk the assessment covers, why, and who answers each by when."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.assessment import AreaTaken, proposed_areas
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.difference import picture
from evenemang.flow.saying import day
from evenemang.flow.scoping import HandArea, LeaveOutArea, TakeArea
from evenemang.pages import newer, ways
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.new_dossier import DAY_FORMAT
from evenemang.pages.people import People, people_of
from evenemang.pages.showing import escaped

TAKEN = Text(sv="Områden som bedöms", en="Areas that are assessed")
NONE_TAKEN = Text(
    sv="Inga områden är med än. Ta med dem som föreslås nedan.",
    en="No areas are in yet. Take in those proposed below.",
)
PROPOSED = Text(sv="Föreslås också", en="Also proposed")
OTHERS = Text(sv="Går också att ta med", en="Can be taken in too")
NOT_PROPOSED = Text(
    sv="Föreslås inte av uppgifterna om evenemanget.", en="Not proposed by the facts about the event."
)
ELSEWHERE = Text(
    sv="{count} områden som inte är installerade här", en="{count} areas that are not installed here"
)
NOT_INSTALLED = Text(sv="Område som inte är installerat", en="Area that is not installed")
PROGRESS = Text(sv="{answered} av {asked} besvarade", en="{answered} of {asked} answered")
HANDED = Text(sv="{owner} svarar", en="{owner} answers")
HANDED_BY = Text(sv="{owner} svarar senast {day}", en="{owner} answers by {day}")
NOT_HANDED = Text(sv="Ingen har fått området än", en="Nobody has been given the area yet")
LEFT_OUT = Text(sv="Utelämnat av {by}: {because}", en="Left out by {by}: {because}")
TAKE = Text(sv="Ta med", en="Take in")
LEAVE = Text(sv="Utelämna", en="Leave out")
HAND = Text(sv="Lämna över", en="Hand over")
WHO = Text(sv="Vem ska svara?", en="Who is to answer?")
BY = Text(sv="Senast", en="By")
BECAUSE = Text(
    sv="Varför utelämnas området? Svar som redan finns blir kvar.",
    en="Why is the area left out? Answers already given stay.",
)


def show(desk: Desk) -> None:
    """Show what is taken, then what could be."""
    show_refusal()
    people = people_of(desk.house)
    taken = desk.dossier.assessment.areas
    st.header(desk.say(TAKEN), anchor=False)
    if not taken:
        st.write(desk.say(NONE_TAKEN))
    else:
        here = {one.area: one for one in taken}
        _rows(desk, people, [here[area] for area in desk.content.areas if area in here], "lista-omraden")
        elsewhere = [one for one in taken if one.area not in desk.content.areas]
        if elsewhere:
            with st.expander(desk.say(ELSEWHERE).format(count=len(elsewhere))):
                _rows(desk, people, elsewhere, "lista-andra-omraden")
    proposed = {area.area for area, _ in proposed_areas(desk.content.areas.values(), desk.reading.facts)}
    free = [area for area in desk.content.areas if not desk.dossier.assessment.takes(area)]
    _choices(desk, people, PROPOSED, [one for one in free if one in proposed], proposed)
    _choices(desk, people, OTHERS, [one for one in free if one not in proposed], proposed)


def _rows(desk: Desk, people: People, taken: list[AreaTaken], key: str) -> None:
    if not taken:
        return
    with st.container(border=True, key=key, gap=None):
        for one in taken:
            _taken(desk, people, one)


def _taken(desk: Desk, people: People, one: AreaTaken) -> None:
    area = desk.content.areas.get(one.area)
    with st.container(key=f"rad-omrade-{one.area}", gap="xsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            if area:
                ways.link(f"**{desk.say(area.title)}**", desk.dossier.id, "checklistor", one.area)
            else:
                st.markdown(f"**{desk.say(NOT_INSTALLED)}: {escaped(one.area)}**", width="content")
            with st.container(horizontal=True, width="content", key=f"knappar-{one.area}"):
                _hand_over(desk, people, one)
                _set_aside(desk, one.area)
        if area:
            st.caption(desk.say(area.because))
        st.markdown(f":small[{_standing(desk, people, one)}]")
        newer.show(desk, one.area)


@takes("hand-area")
def _hand_over(desk: Desk, people: People, one: AreaTaken) -> None:
    if st.button(desk.say(HAND), key=f"lamna-{one.area}", type="tertiary"):
        st.dialog(desk.say(HAND))(_hand)(desk, people, one)


@takes("leave-out-area")
def _set_aside(desk: Desk, area: str) -> None:
    if st.button(desk.say(LEAVE), key=f"utelamna-{area}", type="tertiary"):
        st.dialog(desk.say(LEAVE))(_leave)(desk, area)


@takes("take-area")
def _take(desk: Desk, area: str) -> None:
    st.button(desk.say(TAKE), key=f"ta-{area}", on_click=desk.doing(TakeArea(area=area)))


def _standing(desk: Desk, people: People, one: AreaTaken) -> str:
    progress = desk.reading.progress.get(one.area)
    answered = desk.say(PROGRESS).format(answered=progress.answered, asked=progress.asked) if progress else ""
    if one.owner is None:
        handed = desk.say(NOT_HANDED)
    else:
        text = HANDED_BY if one.due else HANDED
        due = day(one.due, desk.language) if one.due else ""
        handed = desk.say(text).format(
            owner=escaped(people.say_owner(one.owner, desk.actor, desk.language)), day=due
        )
    return " · ".join(part for part in (answered, handed) if part)


def _choices(desk: Desk, people: People, title: Text, areas: list[str], proposed: set[str]) -> None:
    if not areas:
        return
    st.header(desk.say(title), anchor=False)
    left_out = {one.area: one for one in desk.dossier.assessment.left_out}
    with st.container(border=True, key=f"lista-{title.en.split()[0]}", gap=None):
        for area in areas:
            found = desk.content.areas[area]
            with st.container(key=f"rad-fri-{area}", gap="xsmall"):
                with st.container(
                    horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
                ):
                    st.markdown(f"**{desk.say(found.title)}**", width="content")
                    _take(desk, area)
                st.caption(desk.say(found.because if area in proposed else NOT_PROPOSED))
                if area in left_out:
                    out = left_out[area]
                    by, because = escaped(people.say(out.left.by)), escaped(out.because)
                    st.markdown(f":small[{desk.say(LEFT_OUT).format(by=by, because=because)}]")


def _hand(desk: Desk, people: People, one: AreaTaken) -> None:
    owner = people.choose(desk.say(WHO), one.owner, desk.language, f"vem-{one.area}")
    due = st.date_input(desk.say(BY), value=one.due, format=DAY_FORMAT, key=f"senast-{one.area}")
    if st.button(desk.say(HAND), key=f"lamna-nu-{one.area}", type="primary"):
        seen = picture(desk.dossier, f"assessment/areas/{one.area}")
        if desk.do(HandArea(area=one.area, owner=owner, due=due, seen=seen)):
            st.rerun()
    show_refusal()


def _leave(desk: Desk, area: str) -> None:
    because = st.text_area(desk.say(BECAUSE), max_chars=LONGEST_TEXT, key=f"varfor-{area}")
    if st.button(desk.say(LEAVE), key=f"utelamna-nu-{area}", type="primary"):
        if desk.do_as_seen(LeaveOutArea(area=area, because=because)):
            st.rerun()
    show_refusal()
