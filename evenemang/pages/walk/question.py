"""A question of the walk: what is asked and why to the left, the answer to the right."""

from __future__ import annotations

from html import escape
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from evenemang.domain.checklist import Question
from evenemang.domain.risk import Risk
from evenemang.domain.source import Source
from evenemang.domain.text import Text
from evenemang.flow.saying import day
from evenemang.flow.words import SECRECIES, SURE, capital
from evenemang.pages.allowed import takes
from evenemang.pages.review import notes
from evenemang.pages.showing import escaped, level
from evenemang.pages.walk import answers, beside, choosing, remembered, saving, words
from evenemang.pages.walk.visit import Visit
from evenemang.pages.ways import link, to_history

SOURCE = Text(sv="Källa", en="Source")
ASK_OF = {
    "organiser": Text(sv="Arrangören svarar.", en="The organiser answers."),
    "group": Text(sv="Gruppen svarar.", en="The group answers."),
    "both": Text(
        sv="Arrangören och gruppen svarar tillsammans.", en="The organiser and the group answer together."
    ),
}
CERTAINTY = Text(sv="Säkerhet: {sure}.", en="Certainty: {sure}.")
READ = Text(sv="Läst {day}.", en="Read {day}.")
FROM_MEMORY = Text(sv="Ur minnet, inte kontrollerad.", en="From memory, not checked.")
HOLDS = Text(sv="Stämmer fortfarande", en="Still holds")
UNDO = Text(sv="Ångra", en="Undo")
EARLIER = Text(sv="Tidigare svar", en="Earlier answers")


def show(visit: Visit, question: Question, number: int) -> None:
    """Show a question with everything that stands at it."""
    with st.container(key=f"fraga-{question.id}"):
        asked, answered = st.columns([11, 9], gap="medium")
        with asked, st.container(gap="xsmall"):
            _asked(visit, question, number)
        with answered, st.container(key=f"svarsruta-{question.id}"):
            st.fragment(_answer, key=saving.slot(question.id))(visit, question)
        beside.show(visit, question)


def _asked(visit: Visit, question: Question, number: int) -> None:
    say = visit.desk.say
    secrecy = visit.desk.content.areas[question.id.split(".", 1)[0]].secrecy_of(question)
    mark = f" :gray-badge[:material/lock: {say(capital(SECRECIES[secrecy]))}]" if secrecy != "open" else ""
    st.markdown(f"**{number}. {escaped(say(question.ask))}**{mark}  \n{escaped(say(question.why))}")
    if question.help:
        st.caption(escaped(say(question.help)))
    st.html(_source(visit, question))
    beside.site_lines(visit, question.id)
    remembered.show(visit, question)


def _source(visit: Visit, question: Question) -> str:
    """Return who answers and what the question rests on, folded until somebody asks."""
    say, area = visit.desk.say, visit.desk.content.areas[question.id.split(".", 1)[0]]
    lines = [escape(_cited(visit, one)) for one in area.sources if one.id in question.source]
    inside = "<br>".join([escape(say(ASK_OF[question.ask_of])), *lines])
    return f'<details class="kalla"><summary>{escape(say(SOURCE))}</summary>{inside}</details>'


def _cited(visit: Visit, source: Source) -> str:
    say = visit.desk.say
    read = (
        say(READ).format(day=day(source.checked, visit.desk.language)) if source.checked else say(FROM_MEMORY)
    )
    return f"{source.title}, {source.at}. {read} {say(CERTAINTY).format(sure=say(SURE[source.sure]))}"


def _answer(visit: Visit, question: Question) -> None:
    visit = visit.now()
    typed = saving.refused_at(question.id)
    answers.field(visit, question, keep_typed=typed)
    choosing.reason(visit, question.id)
    choosing.clash(visit, question.id, question)
    raised = _raised(visit, question.id)
    status(visit, question.id, badge=_badge(visit, raised), set_aside=question.answer != "yes-no")
    for one in notes.show(visit.desk, "question", question.id):
        if one.confirm:
            confirming(visit, question.id)
    if raised:
        with st.container(key=f"risklank-{question.id}", gap="xxsmall"):
            for risk in raised:
                title = escaped(risk.says(visit.desk.language))
                link(f":small[{risk.id}: {title}]", visit.desk.dossier.id, "risker")


@takes("confirm-answer")
def confirming(visit: Visit, question: str) -> None:
    """Offer to say that the answer still holds."""
    st.button(
        visit.desk.say(HOLDS),
        key=f"stammer-{question}",
        icon=":material/check:",
        on_click=saving.confirm,
        args=(visit, question, saving.seen(visit, question)),
    )


def status(visit: Visit, question: str, *, badge: str = "", set_aside: bool = False) -> None:
    """Show that it is saved, by whom, and the ways to undo and to comment; the comment itself under it.

    `badge` is the level of what the answer raises; `set_aside` offers not-relevant as a button.
    """
    answer = visit.desk.dossier.assessment.answers.get(question)
    answered = answer is not None and answer.value is not None
    with _line(f"lage-{question}", "distribute"):
        said = words.saved(answer.given, visit) if answer and answered else visit.desk.say(words.NOT_ANSWERED)
        st.markdown(f"{badge} :small[:gray[{escaped(said)}]]".strip(), width="content")
        with _line(f"knappar-{question}", "right"):
            if set_aside:
                answers.not_relevant(visit, question)
            if answer and _is_mine_today(visit, question):
                _undo(visit, question)
            choosing.comment_field(visit, question)
    if answer and answer.comment:
        st.caption(f":material/chat_bubble: {escaped(answer.comment)}")
    if answer and answer.earlier:
        earlier = f":small[{visit.desk.say(EARLIER)}]"
        to_history(earlier, visit.desk.dossier.id, f"assessment/answers/{question}")


def _line(key: str, align: Literal["distribute", "right"]) -> DeltaGenerator:
    return st.container(
        key=key,
        horizontal=True,
        horizontal_alignment=align,
        vertical_alignment="center",
        width="content" if align == "right" else "stretch",
    )


@takes("take-back-answer")
def _undo(visit: Visit, question: str) -> None:
    st.button(
        visit.desk.say(UNDO),
        key=f"angra-{question}",
        type="tertiary",
        on_click=saving.undo,
        args=(visit, question, saving.seen(visit, question)),
    )


def _is_mine_today(visit: Visit, question: str) -> bool:
    given = visit.desk.dossier.assessment.answers[question].given
    now = visit.desk.house.workspace.now()
    mine = visit.desk.actor is not None and given.by == visit.desk.actor.name
    return mine and given.at.astimezone(now.tzinfo).date() == now.date()


def _badge(visit: Visit, raised: tuple[Risk, ...]) -> str:
    """Return the level of the worst risk that the answer raises; empty where it raises none."""
    if not raised:
        return ""
    matrix, judged = visit.desk.content.matrix, raised[0].residual
    return level(matrix, judged.level(matrix), judged.score, visit.desk.language)


def _raised(visit: Visit, question: str) -> tuple[Risk, ...]:
    standing = visit.desk.dossier.standing_risks
    return tuple(one for one in standing if one.origin and one.origin.question == question)
