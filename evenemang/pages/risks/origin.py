"""The answer behind a risk: what was asked, what was answered, by whom, and the way back to it."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.assessment import Answer
from evenemang.domain.checklist import Question
from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.flow.saying import NBSP
from evenemang.flow.words import ANSWERS, capital
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.people import People
from evenemang.pages.showing import escaped, moment

RAISED = Text(sv="{value} på ”{asked}”", en="{value} to “{asked}”")
OWN = Text(sv="Egen risk, inte väckt av någon fråga", en="Own risk, not raised by a question")
GONE = Text(
    sv="Frågan {question} är inte besvarad längre", en="The question {question} is no longer answered"
)


def show(desk: Desk, risk: Risk, people: People) -> None:
    """Show the answer that raised the risk, linked to its question in Checklistor."""
    if risk.origin is None:
        st.caption(desk.say(OWN))
        return
    answer = desk.dossier.assessment.answers.get(risk.origin.question)
    question = desk.content.question(risk.origin.question)
    label = _label(desk, risk.origin.question, question, answer)
    ways.to_question(label, desk, risk.origin.question, risk.area)
    if answer:
        st.caption(_who(desk, answer, people))


def _label(desk: Desk, question_id: str, question: Question | None, answer: Answer | None) -> str:
    asked = escaped(desk.say(question.ask)) if question else escaped(question_id)
    if answer is None:
        return desk.say(GONE).format(question=asked)
    return desk.say(RAISED).format(value=value_words(desk, question, answer), asked=asked)


def value_words(desk: Desk, question: Question | None, answer: Answer) -> str:
    """Return an answer as a person reads it, harmless in Markdown."""
    value = str(answer.value)
    if value in ANSWERS and (question is None or question.answer == "yes-no"):
        return desk.say(capital(ANSWERS[value]))
    choices = {one.id: desk.say(one.text) for one in question.choices} if question else {}
    unit = f"{NBSP}{desk.say(question.unit)}" if question and question.unit else ""
    return escaped(choices.get(value, value) + unit)


def _who(desk: Desk, answer: Answer, people: People) -> str:
    comment = f"”{escaped(answer.comment)}” · " if answer.comment.strip() else ""
    given = answer.given
    return f"{comment}{escaped(people.say(given.by))} · {moment(given.at, desk.language)}"
