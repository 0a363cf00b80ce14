"""Answers that nothing asks for: of areas not installed, and of questions asked no longer."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.assessment import Answer
from evenemang.domain.text import Text
from evenemang.pages.desk import Desk
from evenemang.pages.showing import escaped
from evenemang.pages.walk import focus, lessons, own, words
from evenemang.pages.walk.visit import Visit

TITLE = Text(sv="Område som inte är installerat", en="Area that is not installed")
NO_LONGER = Text(sv="Frågor som inte längre ställs", en="Questions no longer asked")
BOTH = Text(sv="Svar som inget här frågar efter", en="Answers that nothing here asks for")
WHY_NO_LONGER = Text(
    sv="Den version av checklistan som ni svarar på ställer inte frågorna. Svaren är sparade och följer "
    "med i arbetsboken.",
    en="The version of the checklist that you answer does not ask these questions. The answers are stored "
    "and go along in the workbook.",
)
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
        st.header(visit.desk.say(title(visit.desk)), anchor=False)
    stored = visit.desk.not_asked_here
    areas = dict.fromkeys([*visit.desk.reading.not_installed, *stored])
    for installed, why in ((True, WHY_NO_LONGER), (False, WHY)):
        found = [one for one in areas if (one in visit.desk.content.areas) is installed]
        if found:
            st.caption(visit.desk.say(why))
        for area in found:
            _area(visit, area, stored.get(area, ()))


def title(desk: Desk) -> Text:
    """Return what is shown here: areas that are not installed, questions no longer asked, or both."""
    stored = (*desk.reading.not_installed, *desk.not_asked_here)
    installed = {one in desk.content.areas for one in stored}
    return BOTH if len(installed) == 2 else NO_LONGER if True in installed else TITLE


def _area(visit: Visit, area: str, answers: tuple[Answer, ...]) -> None:
    say, installed = visit.desk.say, visit.desk.content.areas.get(area)
    heading = ANSWERS if answers else NO_ANSWERS
    name = say(installed.title) if installed else area
    st.subheader(escaped(say(heading).format(area=name, count=len(answers))), anchor=False)
    rows = [one for one in answers if one.question.split(".", 1)[0] == area]
    if rows:
        with st.container(key=f"lagrat-{area}"):
            st.table([_row(visit, one) for one in rows], border="horizontal", hide_index=True)
    if installed:
        return  # its own questions and lessons stand in the area itself
    own.questions(visit, area)
    for lesson in visit.desk.reading.lessons:
        if lesson.stands_in == area:
            lessons.show(visit, lesson)


def _row(visit: Visit, answer: Answer) -> dict[str, str]:
    question = visit.desk.content.question(answer.question)
    value = escaped(words.answer_words(question, answer.value, visit.desk.language))
    comment = f" {escaped(answer.comment)}" if answer.comment else ""
    given = f"{visit.who(answer.given.by)}, {words.moment_short(answer.given.at, visit)}"
    asked = visit.desk.say(question.ask) if question else answer.question
    said = (escaped(asked), f"**{value}**{comment}", escaped(given))
    return {visit.desk.say(name): value for name, value in zip(COLUMNS, said, strict=True)}
