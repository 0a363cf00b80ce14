"""Areas that are not installed here: their stored answers, whole, and their lessons."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.assessment import Answer
from evenemang.domain.text import Text
from evenemang.flow.walking import not_asked_here
from evenemang.pages.showing import escaped
from evenemang.pages.walk import focus, lessons, own, words
from evenemang.pages.walk.visit import Visit

TITLE = Text(sv="Område som inte är installerat", en="Area that is not installed")
WHY = Text(
    sv="Frågornas text finns inte här, men svaren är sparade och följer med i arbetsboken. "
    "De visas med frågans id.",
    en="The text of the questions is not here, but the answers are stored and go along in the workbook. "
    "They are shown by the question's id.",
)
ANSWERS = Text(sv="{area}: {count} svar", en="{area}: {count} answers")
NO_ANSWERS = Text(sv="{area}: inga sparade svar", en="{area}: no stored answers")
COLUMNS = (
    Text(sv="Fråga", en="Question"),
    Text(sv="Svar och kommentar", en="Answer and comment"),
    Text(sv="Vem och när", en="Who and when"),
)


def show(visit: Visit) -> None:
    """Show every such area with all that is stored."""
    with st.container(key=focus.TOP):
        st.header(visit.desk.say(TITLE), anchor=False)
    st.caption(visit.desk.say(WHY))
    stored = not_asked_here(visit.desk.dossier, visit.desk.content)
    for area in dict.fromkeys([*visit.desk.reading.not_installed, *stored]):
        _area(visit, area, stored.get(area, ()))


def _area(visit: Visit, area: str, answers: tuple[Answer, ...]) -> None:
    say = visit.desk.say
    heading = ANSWERS if answers else NO_ANSWERS
    st.subheader(escaped(say(heading).format(area=area, count=len(answers))), anchor=False)
    rows = [one for one in answers if one.question.split(".", 1)[0] == area]
    if rows:
        with st.container(key=f"lagrat-{area}"):
            st.table([_row(visit, one) for one in rows], border="horizontal", hide_index=True)
    own.questions(visit, area)
    for lesson in visit.desk.reading.lessons:
        if (lesson.concerns.question or "").split(".", 1)[0] == area:
            lessons.show(visit, lesson)


def _row(visit: Visit, answer: Answer) -> dict[str, str]:
    value = escaped(words.answer_words(None, answer.value, visit.desk.language))
    comment = f" {escaped(answer.comment)}" if answer.comment else ""
    given = f"{visit.who(answer.given.by)}, {words.moment_short(answer.given.at, visit)}"
    said = (escaped(answer.question), f"**{value}**{comment}", escaped(given))
    return {visit.desk.say(name): value for name, value in zip(COLUMNS, said, strict=True)}
