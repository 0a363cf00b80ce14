"""The answer behind a risk: what was asked, what was answered, by whom, and the way back to it."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.assessment import Answer
from evenemang.domain.checklist import Question
from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.people import People
from evenemang.pages.showing import escaped, moment
from evenemang.pages.walk.words import answer_words

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
    value = escaped(answer_words(question, answer.value, desk.language))
    return desk.say(RAISED).format(value=value, asked=asked)


def _who(desk: Desk, answer: Answer, people: People) -> str:
    comment = f"”{escaped(answer.comment)}” · " if answer.comment.strip() else ""
    given = answer.given
    return f"{comment}{escaped(people.say(given.by))} · {moment(given.at, desk.language)}"
