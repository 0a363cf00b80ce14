"""The group's own questions in an area, and the way to ask another."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.assessment import OwnQuestion
from evenemang.domain.text import Text
from evenemang.flow.assessing import AskOwnQuestion
from evenemang.flow.words import SECRECIES, capital
from evenemang.pages.allowed import takes
from evenemang.pages.showing import escaped
from evenemang.pages.walk import answers, choosing, question, saving
from evenemang.pages.walk.visit import Visit

TITLE = Text(sv="{area}: gruppens egna frågor", en="{area}: the group's own questions")
NONE_YET = Text(
    sv="Gruppen har inte ställt någon egen fråga i området än.",
    en="The group has not asked a question of its own here yet.",
)
ADD = Text(sv="Lägg till egen fråga", en="Add a question of your own")
ASK = Text(
    sv="Frågan, ställd så att ja är det säkra svaret", en="The question, put so that yes is the safe answer"
)
SECRECY = Text(sv="Vem får se den?", en="Who may see it?")
REFUSED_AT = "egen-fraga"


def show(visit: Visit, area: str) -> None:
    """Show the own questions of an area as the others are shown, and the form for one more."""
    questions(visit, area)
    with st.container(key=f"egenruta-{area}"):
        _form(visit, area)


def questions(visit: Visit, area: str) -> None:
    """Show the own questions of an area."""
    for number, own in enumerate(in_area(visit, area), 1):
        _question(visit, own, number)


def in_area(visit: Visit, area: str) -> list[OwnQuestion]:
    """Return the own questions of an area."""
    return [one for one in visit.desk.dossier.assessment.own_questions if one.area == area]


def _question(visit: Visit, own: OwnQuestion, number: int) -> None:
    mark = (
        f" :gray-badge[:material/lock: {visit.desk.say(capital(SECRECIES[own.secrecy]))}]"
        if own.secrecy != "open"
        else ""
    )
    with st.container(key=f"fraga-{own.id}"):
        asked, answered = st.columns([11, 9], gap="medium")
        with asked:
            st.markdown(f"**{number}. {escaped(own.ask)}**{mark}")
        with answered, st.container(key=f"svarsruta-{own.id}"):
            st.fragment(_answer, key=saving.slot(own.id))(visit, own)


def _answer(visit: Visit, own: OwnQuestion) -> None:
    visit = visit.now()
    saving.refused_at(own.id)
    with st.container(key=f"svar-{own.id}"):
        if visit.may("give-answer"):
            answers.yes_no(visit, own.id, own.ask)
        else:
            answers.as_text(visit, own.id, None)
    choosing.reason(visit, own.id)
    choosing.clash(visit, own.id, None)
    question.status(visit, own.id)


@takes("ask-own-question")
def _form(visit: Visit, area: str) -> None:
    say = visit.desk.say
    with st.expander(say(ADD), icon=":material/add:", key=f"nyfraga-{area}"):
        saving.refused_at(REFUSED_AT)
        with st.form(f"egen-{area}", border=False, clear_on_submit=True, enter_to_submit=False):
            st.text_input(say(ASK), key=f"egen-text-{area}")
            st.segmented_control(
                say(SECRECY),
                list(SECRECIES),
                default="open",
                required=True,
                format_func=lambda one: say(capital(SECRECIES[one])),
                key=f"egen-sekretess-{area}",
            )
            st.form_submit_button(say(ADD), on_click=_add, args=(visit, area))


def _add(visit: Visit, area: str) -> None:
    text = str(st.session_state.get(f"egen-text-{area}", ""))
    if not text.strip():
        return
    deed = AskOwnQuestion(
        question=f"own.{visit.desk.house.workspace.new_id('dossier')}",
        area=area,
        ask=text,
        secrecy=st.session_state.get(f"egen-sekretess-{area}", "open"),
    )
    if not visit.desk.do(deed):
        st.session_state[saving.REFUSED] = REFUSED_AT
