"""What earlier events say at a question, each line a link to where it stands: an answer, incidents."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.checklist import Question
from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.recalling.questions import NOTHING, OPENED, AnswerThen, IncidentThen
from evenemang.flow.saying import day
from evenemang.flow.words import INCIDENT_TYPES, SEVERITIES, capital
from evenemang.pages import ways
from evenemang.pages.counting import Counted
from evenemang.pages.rows import when
from evenemang.pages.showing import escaped
from evenemang.pages.walk.visit import Visit
from evenemang.pages.walk.words import answer_words

ANSWER = Text(sv="Förra upplagan, {days}: {answer}", en="The edition before, {days}: {answer}")
COMMENT = Text(sv="Kommentar då: {comment}", en="Comment then: {comment}")
INCIDENT = Text(sv="{severity} {day}, {event}: {what}", en="{severity} {day}, {event}: {what}")
MORE = Text(sv="och {count} till vid tidigare evenemang", en="and {count} more at earlier events")
UNOPENED = Counted(
    Text(
        sv="Händelser från förr är hämtade ur de {opened} senaste evenemangen som har några. 1 äldre är inte "
        "med: läs om det på platsens sida.",
        en="Incidents from before come from the {opened} latest events that have any. 1 older is left out: "
        "read of it on the page of the place.",
    ),
    Text(
        sv="Händelser från förr är hämtade ur de {opened} senaste evenemangen som har några. {count} äldre "
        "är inte med: läs om dem på platsens sida.",
        en="Incidents from before come from the {opened} latest events that have any. {count} older are left "
        "out: read of them on the page of the place.",
    ),
)
LONGEST = 160  # characters of what happened; the whole stands where the link leads


def show(visit: Visit, question: Question) -> None:
    """Show what is remembered at a question, nothing where nothing is."""
    found = visit.remembered.at.get(question.id, NOTHING)
    if found == NOTHING:
        return
    with st.container(key=f"minne-{question.id}", gap="xxsmall"):
        if found.answer:
            _answer(visit, question, found.answer)
        for one in found.incidents:
            _incident(visit, one)
        if found.more:
            st.caption(visit.desk.say(MORE).format(count=found.more))


def show_limits(visit: Visit) -> None:
    """Say which earlier events were not opened for the questions, where there are any."""
    if visit.remembered.unopened:
        st.caption(UNOPENED.say(visit.remembered.unopened, visit.desk.language, opened=str(OPENED)))


def _answer(visit: Visit, question: Question, then: AnswerThen) -> None:
    language, answer = visit.desk.language, then.answer
    said = answer_words(question, answer.value, language)
    label = visit.desk.say(ANSWER).format(days=when(then.event, language), answer=f"**{escaped(said)}**")
    area = question.id.split(".", 1)[0]
    ways.link(
        f":small[{label}]", then.event.id, "checklistor", area, icon=":material/history:", fraga=question.id
    )
    if answer.comment.strip():
        st.caption(escaped(visit.desk.say(COMMENT).format(comment=_short(answer.comment))))


def _incident(visit: Visit, then: IncidentThen) -> None:
    say, one = visit.desk.say, then.incident
    facts = {
        "severity": say(capital(SEVERITIES[one.severity])),
        "day": day(one.at.astimezone(LOCAL).date(), visit.desk.language),
        "event": then.event.name,
        "what": _short(one.what) or say(INCIDENT_TYPES[one.type]),
    }
    label = f":small[{escaped(say(INCIDENT).format(**facts))}]"
    ways.link(label, then.event.id, "plats", icon=":material/report_problem:")


def _short(said: str) -> str:
    one_line = " ".join(said.split())
    return one_line if len(one_line) <= LONGEST else f"{one_line[:LONGEST].rstrip()}…"
