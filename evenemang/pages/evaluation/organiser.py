"""What the organiser says of it, beside the group's own evaluation."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from evenemang.domain.evaluation import OrganiserEvaluation
from evenemang.domain.text import Text
from evenemang.flow.saying import day, number
from evenemang.flow.words import COUNT_METHODS
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

TITLE = Text(sv="Arrangören säger", en="The organiser says")
NOT_YET = Text(sv="Arrangören har inte utvärderat än", en="The organiser has not evaluated yet")
HOW = Text(
    sv="Bladet Utvärdering ligger först i arrangörens exemplar från den dag evenemanget börjar. När filen "
    "kommer tillbaka läser du in den i steget Arbetsbok, ruta för ruta.",
    en="The sheet Evaluation stands first in the organiser's copy from the day the event begins. When the "
    "file comes back you read it in at the step Workbook, cell by cell.",
)
TO_BOOK = Text(sv="Till Arbetsbok", en="To Workbook")
NOTED = Text(sv="Inläst {day} av {who}", en="Taken in {day} by {who}")
NOTHING = Text(sv="Inget hände.", en="Nothing happened.")
VISITS = Text(sv="{count} besök", en="{count} visits")
VISITS_SUM = Text(
    sv="{count} besök på de {occasions} tillfällen de räknade",
    en="{count} visits on the {occasions} occasions they counted",
)
VISITS_BY = Text(sv="{count} besök ({method})", en="{count} visits ({method})")
PEAK = Text(sv="som mest {count} på en gång", en="at most {count} at one time")
COST = Text(sv="säkerheten kostade {count} kr", en="safety cost SEK {count}")
LISTS = (
    ("happened", Text(sv="Det här hände", en="This happened")),
    ("worked", Text(sv="Fungerade", en="Worked")),
    ("change", Text(sv="Att göra annorlunda", en="To do differently")),
)


def show(desk: Desk) -> None:
    """Show it, or how to get it."""
    told = desk.dossier.organiser_evaluation
    st.header(desk.say(TITLE if told else NOT_YET), anchor=False)
    if told is None:
        st.caption(desk.say(HOW))
        ways.link(desk.say(TO_BOOK), desk.dossier.id, "arbetsbok", icon=":material/arrow_forward:")
        return
    who = people_of(desk.house).say(told.given.by)
    when = day(told.given.at.date(), desk.language)
    st.caption(escaped(desk.say(NOTED).format(day=when, who=who)))
    facts = " · ".join(_facts(desk, told))
    if facts:
        st.markdown(escaped(facts))
    for words in (told.weather, told.note):
        if words.strip():
            st.markdown(escaped(words))
    for name, title in LISTS:
        lines: tuple[str, ...] = getattr(told, name)
        if lines:
            st.markdown(f"**{desk.say(title)}**\n\n" + "\n".join(f"- {escaped(one)}" for one in lines))


def _facts(desk: Desk, told: OrganiserEvaluation) -> Iterator[str]:
    if told.nothing_happened:
        yield desk.say(NOTHING)
    if told.visitors is not None:
        count = number(told.visitors, desk.language)
        method = desk.say(COUNT_METHODS[told.method]) if told.method else ""
        yield desk.say(VISITS_BY if method else VISITS).format(count=count, method=method)
    elif told.method == "not-counted":
        yield desk.say(COUNT_METHODS[told.method])
    if told.by_occasion:
        total = sum(one.visitors for one in told.by_occasion)
        said = {"count": number(total, desk.language), "occasions": len(told.by_occasion)}
        yield desk.say(VISITS_SUM).format(**said)
    if told.peak is not None:
        yield desk.say(PEAK).format(count=number(told.peak, desk.language))
    if told.safety_sek is not None:
        yield desk.say(COST).format(count=number(told.safety_sek, desk.language))
