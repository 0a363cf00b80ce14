"""Saving what is answered: each answer at once, and only what it changes is shown anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NoReturn

import streamlit as st

from evenemang.domain.checklist import NOT_RELEVANT
from evenemang.domain.condition import Value
from evenemang.flow.assessing import ConfirmAnswer, GiveAnswer, TakeBackAnswer
from evenemang.flow.difference import picture
from evenemang.flow.journal import Json
from evenemang.flow.operation import Operation
from evenemang.pages import head, noticed, said
from evenemang.pages.desk import fresh, show_refusal
from evenemang.pages.walk.visit import ELSEWHERE, Visit

# What stands half said until it is saved or left; never the truth (that is the store's).
SHOWN, GLIMPSED = "vandring-visat", "vandring-skymtat"
REFUSED, REASON, CLASH = "vandring-avvisat", "vandring-skal", "vandring-krock"
AREAS, FOOT, COUNT, ONWARD = "omraden", "fot", "antal", "vidare"  # fragments that count, as the head does


def subject(question: str) -> str:
    """Return where the answer to a question stands."""
    return GiveAnswer(question=question, value=None).subject


def seen(visit: Visit, question: str) -> Json:
    """Return the answer as this person sees it now, to be held against what is stored when they change it."""
    return picture(visit.desk.dossier, subject(question))


def seen_typing(visit: Visit, question: str) -> Json:
    """Return the answer as it was when the person may have begun to type.

    What others wrote since then is shown beside the field, but who was typing has not seen it.
    """
    shown: dict[str, Json] = st.session_state.setdefault(SHOWN, {})
    if question not in st.session_state.get(GLIMPSED, ()):
        shown[question] = seen(visit, question)
    return shown[question]


def glimpsed(questions: Iterable[str]) -> None:
    """Say that others' answers are shown while somebody may be typing at those questions."""
    st.session_state.setdefault(GLIMPSED, set()).update(
        one for one in questions if one in st.session_state.get(SHOWN, ())
    )


def forget_glimpses() -> None:
    """Say that the whole page is shown anew."""
    st.session_state.pop(GLIMPSED, None)


def give(visit: Visit, question: str, shown: Json, key: str) -> NoReturn:
    """Save what was chosen or typed; not-relevant waits for its reason."""
    value: Value | None = st.session_state.get(key)
    if value is None or (isinstance(value, str) and not value.strip()):
        again(visit, question)
    if value == NOT_RELEVANT:
        set_aside(visit, question, shown)
    save_answer(visit, question, value, comment_of(visit, question), shown)


def save_answer(visit: Visit, question: str, value: Value | None, comment: str, shown: Json) -> NoReturn:
    """Save an answer with its comment; where somebody else was first, both wait for a choice."""
    deed = GiveAnswer(question=question, value=value, comment=comment, seen=shown)
    if not _do(visit, question, deed) and seen(visit.now(), question) != shown:
        st.session_state.pop("refused", None)
        st.session_state[CLASH] = {"question": question, "value": value, "comment": comment}
    again(visit, question, saved=True)


def comment(visit: Visit, question: str, shown: Json, key: str) -> NoReturn:
    """Save a comment with the answer that stands."""
    answer = visit.desk.dossier.assessment.answers.get(question)
    text = str(st.session_state.get(key, ""))
    if answer is None and not text.strip():
        again(visit, question)
    save_answer(visit, question, answer.value if answer else None, text, shown)


def confirm(visit: Visit, question: str, shown: Json) -> NoReturn:
    """Save that the answer still holds."""
    _do(visit, question, ConfirmAnswer(question=question, seen=shown))
    again(visit, question, saved=True)


def undo(visit: Visit, question: str, shown: Json) -> NoReturn:
    """Take the last answer back."""
    _do(visit, question, TakeBackAnswer(question=question, seen=shown))
    again(visit, question, saved=True)


def set_aside(visit: Visit, question: str, shown: Json) -> NoReturn:
    """Save that a question is not relevant, or ask why first."""
    said = comment_of(visit, question)
    if not said.strip():
        st.session_state[REASON] = question
        again(visit, question)
    save_answer(visit, question, NOT_RELEVANT, said, shown)


def comment_of(visit: Visit, question: str) -> str:
    """Return the comment that stands at a question."""
    return comment_in(visit.now(), question)


def comment_in(visit: Visit, question: str) -> str:
    """Return the comment as it was read."""
    answer = visit.desk.dossier.assessment.answers.get(question)
    return answer.comment if answer else ""


def again(visit: Visit, question: str, *, saved: bool = False) -> NoReturn:
    """Show anew the question and what counts it; the whole page only where other questions came or went."""
    st.session_state.get(GLIMPSED, set()).discard(question)
    if saved and _asks_otherwise(visit):
        st.rerun()
    st.rerun([slot(question), *totals(visit, (question,))])


def totals(visit: Visit, answered: Collection[str] = ()) -> tuple[str, ...]:
    """Return the parts of the page whose count is another by now.

    Where one goes on, rounds and own questions are counted: where such are answered, or nobody knows which.
    """
    here = (AREAS, FOOT) if visit.area == ELSEWHERE else (AREAS, FOOT, COUNT)
    onward = not answered or any(_counts_apart(visit, one) for one in answered)
    goes_on = (ONWARD,) if onward and visit.area != ELSEWHERE else ()
    return (*head.changed(), *filter(said.otherwise, here), *goes_on)


def _counts_apart(visit: Visit, question: str) -> bool:
    """Whether a question is of a round or the group's own: these are counted where one goes on."""
    found = visit.desk.content.question(question)
    return found is None or not found.is_planning


def slot(question: str) -> str:
    """Return the name of a question's own part of the page."""
    return f"svarsdel-{question}"


def refused_at(question: str) -> bool:
    """Show what was refused or noticed at this question, and return whether something was refused."""
    if st.session_state.get(REFUSED) != question:
        return False
    st.session_state.pop(REFUSED)
    was_saved = noticed.waits()
    show_refusal()
    return not was_saved


def _do(visit: Visit, question: str, deed: Operation) -> bool:
    for waiting in (REASON, CLASH):
        st.session_state.pop(waiting, None)
    done = visit.desk.do(deed)
    if not done or noticed.waits():
        st.session_state[REFUSED] = question
    return done


def _asks_otherwise(before: Visit) -> bool:
    now = fresh(before.desk)
    return [*now.reading.asked.items()] != [*before.desk.reading.asked.items()]
