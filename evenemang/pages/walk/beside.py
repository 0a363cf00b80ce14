"""What stands at a question besides its answer: what the place already has, a sum, what was learned."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from evenemang.domain.checklist import Question
from evenemang.domain.place import Place
from evenemang.domain.text import Text
from evenemang.flow.saying import day
from evenemang.pages import ways
from evenemang.pages.allowed import is_members
from evenemang.pages.showing import escaped, level
from evenemang.pages.walk import calculation, lessons
from evenemang.pages.walk.visit import Visit

MEASURE = Text(sv="På platsen: {title}", en="At the place: {title}")
VERIFIED = Text(sv="verifierad {day}", en="verified {day}")
NOT_VERIFIED = Text(sv="inte verifierad", en="not verified")
RISK = Text(sv="På platsen, känd risk: {title}", en="At the place, known risk: {title}")
JUDGED = Text(sv="bedömd {day}", en="judged {day}")


def show(visit: Visit, question: Question) -> None:
    """Show the sum and the lessons of a question, full width under it."""
    if question.calculator and question.calculator.use in visit.desk.content.calculators:
        with st.container(key=f"raknaruta-{question.id}"):
            st.fragment(calculation.show, key=calculation.slot(question.id))(visit, question)
    for lesson in visit.desk.reading.lessons_at(question.id):
        lessons.show(visit, lesson)


def site_lines(visit: Visit, question: str) -> None:
    """Show what the place itself brings to a question: measures that stand, risks that are known.

    Each leads to the place, which is its source; a guest is told of it, and has no way there.
    """
    lines = (*_measures(visit, question), *_risks(visit, question))
    own = is_members(visit.desk.house, visit.desk.actor)
    for at, (place, line) in enumerate(lines):
        if own:
            with st.container(key=f"minne-{question}-{at}"):
                ways.to_place(f":small[{line}]", place.id, icon=":material/place:")
        else:
            st.caption(f":material/place: {line}")


def _measures(visit: Visit, question: str) -> Iterator[tuple[Place, str]]:
    say, today = visit.desk.say, visit.desk.house.workspace.now().date()
    for place in visit.places:
        for one in place.standing_measures:
            if one.question == question and one.stands_on(today) and _used(visit, place, one.zone):
                seen = one.last_seen(today)
                words = day(seen.on, visit.desk.language) if seen else ""
                state = say(VERIFIED).format(day=words) if seen else say(NOT_VERIFIED)
                title = escaped(say(MEASURE).format(title=one.title))
                yield place, f"{title}, {state}"


def _risks(visit: Visit, question: str) -> Iterator[tuple[Place, str]]:
    say, matrix, language = visit.desk.say, visit.desk.content.matrix, visit.desk.language
    for place in visit.places:
        for one in place.standing_risks:
            if one.question == question and _used(visit, place, one.zone):
                now = one.now
                found = matrix.level(now.likelihood, now.consequence)
                badge = level(matrix, found, now.likelihood * now.consequence, language)
                title = escaped(say(RISK).format(title=one.title))
                yield place, f"{title} {badge} {say(JUDGED).format(day=day(now.on, language))}"


def _used(visit: Visit, place: Place, zone: str) -> bool:
    """Whether the event uses a zone; one that names no zones uses the whole place."""
    zones = [one for one in visit.desk.dossier.event.zones if one.split("/")[0] == place.id]
    return not zones or f"{place.id}/{zone}" in zones
