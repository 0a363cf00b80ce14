"""One stretch of the walk: its heading and count, its questions, and the ways on."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.checklist import Area
from evenemang.domain.text import Text
from evenemang.flow.walking import Stretch, stretches
from evenemang.pages import paper, said
from evenemang.pages.review import notes
from evenemang.pages.walk import focus, own, question, saving
from evenemang.pages.walk.visit import Visit, go
from evenemang.pages.ways import OWN

HEADING = Text(sv="{area}: {part}", en="{area}: {part}")
COUNT = Text(sv="{answered} av {asked} besvarade", en="{answered} of {asked} answered")
SECTION = Text(
    sv="Avsnitt {number} av {count} · {answered} av {asked} besvarade",
    en="Section {number} of {count} · {answered} of {asked} answered",
)
ROUND = Text(
    sv="Rond, räknas för sig · {answered} av {asked} besvarade",
    en="Round, counted apart · {answered} of {asked} answered",
)
OWN_COUNT = Text(sv="Egna frågor räknas för sig", en="Own questions are counted apart")
NO_QUESTIONS = Text(
    sv="Området ställer inga frågor till det här evenemanget.", en="The area asks nothing of this event."
)
ROUNDS = {
    "build-up": Text(sv="Rond: uppbyggnad", en="Round: build-up"),
    "running": Text(sv="Rond: genomförande", en="Round: running"),
    "strike": Text(sv="Rond: nedmontering", en="Round: strike"),
}
OWN_QUESTIONS = Text(sv="Egna frågor", en="Own questions")
OF = Text(sv="{title} · {answered} av {asked}", en="{title} · {answered} of {asked}")
NEXT_AREA = Text(sv="Nästa område: {area}", en="Next area: {area}")
MORE = Text(sv="Mer i området", en="More in the area")


def show(visit: Visit, area: str) -> None:
    """Show the stretch the person stands in."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key=focus.TOP
    ):
        st.header(_heading(visit, area), anchor=False, width="content")
        with st.container(width="content", key="avsnittsantal"):
            st.fragment(_count, key=saving.COUNT)(visit, area)
    notes.show(visit.desk, "area", area)
    if visit.stretch:
        _questions(visit, visit.stretch)
    elif st.query_params.get("avsnitt") == OWN:
        own.show(visit, area)
    else:
        st.info(visit.desk.say(NO_QUESTIONS))
    with st.container(key="vidareruta"):
        st.fragment(_onward, key=saving.ONWARD)(visit, area)


def _questions(visit: Visit, stretch: Stretch) -> None:
    """Show the questions, numbered through; several sections stand under a title each."""
    number = 0
    for part in stretch.parts:
        if len(stretch.parts) > 1:
            st.subheader(visit.desk.say(part.title), anchor=False)
        for one in part.questions:
            number += 1
            question.show(visit, one, number)


def _heading(visit: Visit, area: str) -> str:
    say = visit.desk.say
    name = say(visit.desk.content.areas[area].title)
    if visit.stretch is None:
        return say(own.TITLE).format(area=name)
    if len(visit.stretch.parts) > 1:
        return name
    part = say(visit.stretch.title)
    return say(HEADING).format(area=name, part=part[:1].lower() + part[1:])


def _count(visit: Visit, area: str) -> None:
    visit = visit.now()
    counted = _counted_here(visit, area)
    with said.saying(saving.COUNT, counted, lambda: _counted_here(visit.now(), area)):
        st.caption(counted)


def _counted_here(visit: Visit, area: str) -> str:
    say, here = visit.desk.say, visit.stretch
    if here is None:
        return say(OWN_COUNT)
    counts = {"answered": here.answered(visit.desk.dossier), "asked": len(here.questions)}
    if here.is_round:
        return say(ROUND).format(**counts)
    sections = [one.id for one in _parts(visit, area) if not one.is_round]
    number = sections.index(here.id) + 1 if here.id in sections else 1
    text = SECTION if len(sections) > 1 else COUNT
    return say(text).format(number=number, count=len(sections), **counts)


def _parts(visit: Visit, area: str) -> tuple[Stretch, ...]:
    return stretches(visit.desk.content.areas[area], visit.desk.reading.asked[area])


def _onward(visit: Visit, area: str) -> None:
    """Show the way back and on, and what else the area holds: rounds and own questions."""
    visit = visit.now()
    parts = _parts(visit, area)
    sections = [one for one in parts if not one.is_round]
    here = next(
        (place for place, one in enumerate(sections) if visit.stretch and one.id == visit.stretch.id), None
    )
    with st.container(horizontal=True, horizontal_alignment="distribute", key="avsnittsval"):
        for place, icon in ((_before(here), "arrow_back"), (_after(here, sections), "arrow_forward")):
            if place is not None:
                _way(visit, area, sections[place].id, visit.desk.say(sections[place].title), icon)
        following = _area_after(visit, area)
        if following and _after(here, sections) is None:
            title = visit.desk.say(NEXT_AREA).format(area=visit.desk.say(following.title))
            _way(visit, following.area, None, title, "arrow_forward")
    st.caption(visit.desk.say(MORE))
    with st.container(horizontal=True, key="ronder"):
        for one in parts:
            if one.is_round:
                title = _counted(
                    visit, ROUNDS[one.phase], one.answered(visit.desk.dossier), len(one.questions)
                )
                _way(visit, area, one.id, title, "checklist")
        mine = own.in_area(visit, area)
        answered = sum(visit.desk.dossier.assessment.is_answered(one.id) for one in mine)
        _way(visit, area, OWN, _counted(visit, OWN_QUESTIONS, answered, len(mine)), "edit_note")
        paper.area_button(visit.desk, area)


def _area_after(visit: Visit, area: str) -> Area | None:
    """Return the next area that asks something while planning."""
    asked = visit.desk.reading.asked
    behind = list(asked)[list(asked).index(area) + 1 :]
    found = next((one for one in behind if any(each.is_planning for each in asked[one])), None)
    return visit.desk.content.areas[found] if found else None


def _before(here: int | None) -> int | None:
    return here - 1 if here else None


def _after(here: int | None, sections: list[Stretch]) -> int | None:
    if here is None:
        return 0 if sections else None
    return here + 1 if here + 1 < len(sections) else None


def _counted(visit: Visit, title: Text, answered: int, asked: int) -> str:
    return visit.desk.say(OF).format(title=visit.desk.say(title), answered=answered, asked=asked)


def _way(visit: Visit, area: str, stretch: str | None, title: str, icon: str) -> None:
    after = icon == "arrow_forward"
    st.button(
        title,
        key=f"till-{area}-{stretch or 'start'}",
        icon=f":material/{icon}:",
        icon_position="right" if after else "left",
        on_click=_go,
        args=(area, stretch),
    )


def _go(area: str, stretch: str | None) -> None:
    go(area, stretch)
    focus.aim_at_top()
    st.rerun()
