"""A round as it is walked: one question at a time, each answer saved and each deviation an action at once."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evenemang.domain.checklist import NO, NOT_RELEVANT, PARTLY, YES, YES_NO, Question
from evenemang.domain.condition import Value
from evenemang.domain.round import Round
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.rounds import AnswerInRound, EndRound, asked_on_round, deviations, open_action, said_on
from evenemang.flow.words import ANSWERS, PHASES, capital
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.on_site import deviation, words
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.on_site.zones import zone_name
from evenemang.pages.showing import clock, escaped
from evenemang.pages.walk.words import ICONS, answer_words, unit_words

AT = Text(sv="Fråga {number} av {count}", en="Question {number} of {count}")
LINE = Text(sv="Rond, {phase}, påbörjad {when}", en="Round, {phase}, begun {when}")
DONE = Text(sv="Alla {count} frågor är besvarade", en="All {count} questions are answered")
ONE_DEVIATION = Text(sv="1 avvikelse blev en åtgärd", en="1 deviation became an action")
DEVIATIONS = Text(sv="{count} avvikelser blev åtgärder", en="{count} deviations became actions")
NO_DEVIATION = Text(sv="Ingen avvikelse", en="No deviation")
NO_QUESTIONS = Text(
    sv="Inga frågor i det här skedet. Skriv vad ni såg, och avsluta ronden.",
    en="No questions in this phase. Write what you saw, and end the round.",
)
WHY = Text(sv="Varför är frågan inte aktuell?", en="Why is the question not relevant?")
SAVE = Text(sv="Spara", en="Save")
ANSWER = Text(sv="Svar", en="Answer")
IN_UNIT = Text(sv="Svar i {unit}", en="Answer in {unit}")
BACK, ON = Text(sv="Förra", en="Previous"), Text(sv="Nästa", en="Next")
NOTE = Text(sv="Vad mer såg ni? (kan lämnas tomt)", en="What else did you see? (may be left empty)")
END = Text(sv="Avsluta ronden {clock}", en="End the round {clock}")
LEAVE = Text(sv="Till alla ronder", en="To all rounds")
MEND = Text(sv="Rätta till: {ask}", en="Mend: {ask}")
FRAGMENT, ADDRESS, QUESTION, REASON = "rond", "rond", "fraga", "rond-skal"


def show(desk: Desk, walked: Round) -> None:
    """Show the question that is next, or the one that the address asks for; then the end of the round."""
    questions = asked_on_round(desk.reading, walked.phase)
    ids = [one.id for one in questions]
    at = _at(desk, walked, ids)
    phase = desk.say(PHASES[walked.phase])
    where = f" · {escaped(zone_name(desk, walked.zone))}" if walked.zone else ""
    begun = clock(walked.begun) if walked.begun else ""
    st.caption(f"{desk.say(LINE).format(phase=phase, when=begun)}{where}")
    if at is None:
        _end(desk, walked, len(questions))
    else:
        _question(desk, walked, questions, at)
    st.button(desk.say(LEAVE), key="rond-lamna", type="tertiary", icon=":material/list:", on_click=_leave)


def _at(desk: Desk, walked: Round, ids: list[str]) -> int | None:
    """Return where one stands: where the address says, else at the first question not answered yet."""
    asked = st.query_params.get(QUESTION)
    if asked in ids:
        return ids.index(asked)
    left = (place for place, one in enumerate(ids) if said_on(walked, one, desk.dossier) is None)
    return next(left, None)


def _question(desk: Desk, walked: Round, questions: tuple[Question, ...], at: int) -> None:
    one = questions[at]
    answered = sum(said_on(walked, each.id, desk.dossier) is not None for each in questions)
    st.progress(answered / len(questions), desk.say(AT).format(number=at + 1, count=len(questions)))
    area = desk.content.area_of(one.id)
    st.caption(desk.say(area.title) if area else one.id.split(".", 1)[0])
    st.header(escaped(desk.say(one.ask)), anchor=False)
    st.caption(escaped(desk.say(one.why)))
    if not desk.may("answer-in-round"):
        _told(desk, walked, one)
    elif one.answer == "yes-no":
        _yes_no(desk, walked, one)
    elif one.answer == "choice":
        _choice(desk, walked, one)
    else:
        _typed(desk, walked, one)
    _reason(desk, walked, one)
    action = open_action(desk.dossier, one.id)
    if action and said_on(walked, one.id, desk.dossier) is not None:
        deviation.show(desk, action)
    _ways(desk, questions, at)


def _told(desk: Desk, walked: Round, one: Question) -> None:
    said = answer_words(one, said_on(walked, one.id, desk.dossier), desk.language)
    st.markdown(f"**{escaped(said)}**")


def _yes_no(desk: Desk, walked: Round, one: Question) -> None:
    key = f"svar-rond-{one.id}"
    waits = st.session_state.get(REASON) == one.id
    st.session_state[key] = NOT_RELEVANT if waits else said_on(walked, one.id, desk.dossier)
    with st.container(key=f"svar-{one.id}"):
        st.segmented_control(
            escaped(desk.say(one.ask)),
            (*YES_NO, NOT_RELEVANT),
            format_func=lambda each: f":material/{ICONS[each]}: {desk.say(capital(ANSWERS[each]))}",
            key=key,
            required=True,
            width="stretch",
            label_visibility="collapsed",
            on_change=_give,
            args=(desk, walked, one, key),
        )


def _choice(desk: Desk, walked: Round, one: Question) -> None:
    key = f"svar-rond-{one.id}"
    said = {each.id: escaped(desk.say(each.text)) for each in one.choices}
    found = said_on(walked, one.id, desk.dossier)
    st.session_state[key] = found if found in said else None
    st.pills(
        escaped(desk.say(one.ask)),
        list(said),
        format_func=lambda each: said[each],
        key=key,
        required=True,
        label_visibility="collapsed",
        on_change=_give,
        args=(desk, walked, one, key),
    )


def _typed(desk: Desk, walked: Round, one: Question) -> None:
    unit = unit_words(one.unit, desk.language)
    label = desk.say(IN_UNIT).format(unit=unit) if unit else desk.say(ANSWER)
    found = said_on(walked, one.id, desk.dossier)
    key = f"{turn(f'rond-text-{one.id}')}"
    shown = "" if found is None else answer_words(one, found, desk.language).removesuffix(unit).strip()
    st.text_input(escaped(label), shown, key=key, on_change="ignore", max_chars=LONGEST_TEXT)
    with st.container(horizontal=True):
        st.button(
            desk.say(SAVE), key=f"spara-{key}", type="primary", on_click=_give, args=(desk, walked, one, key)
        )
        st.button(
            desk.say(capital(ANSWERS[NOT_RELEVANT])),
            key=f"ej-{key}",
            type="tertiary",
            on_click=_set_aside,
            args=(one,),
        )


def _set_aside(one: Question) -> None:
    st.session_state[REASON] = one.id
    st.query_params[QUESTION] = one.id
    st.rerun([FRAGMENT])


def _reason(desk: Desk, walked: Round, one: Question) -> None:
    """Ask why a question is not relevant, where somebody has just said so."""
    if st.session_state.get(REASON) != one.id:
        return
    key = f"rond-skal-{one.id}"
    st.text_input(desk.say(WHY), key=key, max_chars=LONGEST_TEXT, on_change="ignore")
    st.button(
        desk.say(SAVE),
        key=f"{key}-spara",
        type="primary",
        on_click=_with_reason,
        args=(desk, walked, one, key),
    )


def _with_reason(desk: Desk, walked: Round, one: Question, key: str) -> None:
    _answer(desk, walked, one, NOT_RELEVANT, str(st.session_state.get(key) or ""))


def _give(desk: Desk, walked: Round, one: Question, key: str) -> None:
    value = st.session_state.get(key)
    if value == NOT_RELEVANT:
        _set_aside(one)
    if value is None or not str(value).strip():
        st.rerun([FRAGMENT])
    _answer(desk, walked, one, value, "")


def _answer(desk: Desk, walked: Round, one: Question, value: Value, comment: str) -> None:
    """Save an answer, and go on where it is as it should be; at a deviation one stays."""
    st.session_state.pop(REASON, None)
    deed = AnswerInRound(
        round=walked.id, question=one.id, value=value, comment=comment, do=_to_do(desk, one, value)
    )
    before = len(desk.dossier.actions)
    done = desk.do(deed)
    stays = not done or value in (NO, PARTLY) or len(fresh(desk).dossier.actions) > before
    if done:
        next_turn(f"rond-text-{one.id}")
    if stays:
        st.query_params[QUESTION] = one.id
    else:
        st.query_params.pop(QUESTION, None)
    st.rerun([FRAGMENT])


def _to_do(desk: Desk, one: Question, value: Value) -> str:
    """Return what the checklist suggests first against this answer; it can be written over at once."""
    listed = (each for each in one.raises if isinstance(each.when, tuple) and value in each.when)
    found = next(listed, one.raises[0] if one.raises else None)
    if value == YES or found is None or not found.actions:
        return desk.say(MEND).format(ask=desk.say(one.ask))
    return desk.say(found.actions[0].do)


def _ways(desk: Desk, questions: tuple[Question, ...], at: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", key="rond-vagar"):
        st.button(
            desk.say(BACK),
            key="rond-forra",
            icon=":material/arrow_back:",
            disabled=at == 0,
            on_click=_to(questions[at - 1].id if at else None),
        )
        after = questions[at + 1].id if at + 1 < len(questions) else None
        st.button(desk.say(ON), key="rond-nasta", icon=":material/arrow_forward:", on_click=_to(after))


def _to(question: str | None) -> Callable[[], None]:
    def go() -> None:
        st.session_state.pop(REASON, None)
        if question:
            st.query_params[QUESTION] = question
        else:
            st.query_params.pop(QUESTION, None)
        st.rerun([FRAGMENT])

    return go


def _leave() -> None:
    for one in (ADDRESS, QUESTION):
        st.query_params.pop(one, None)
    st.rerun([FRAGMENT])


def _end(desk: Desk, walked: Round, count: int) -> None:
    st.header(desk.say(DONE if count else NO_QUESTIONS).format(count=count), anchor=False)
    made = deviations(walked, desk.dossier)
    form = NO_DEVIATION if not made else ONE_DEVIATION if len(made) == 1 else DEVIATIONS
    st.markdown(desk.say(form).format(count=len(made)))
    for one in made:
        deviation.show(desk, one)
    _last_word(desk, walked)


@takes("end-round")
def _last_word(desk: Desk, walked: Round) -> None:
    key = f"rond-slut-{walked.id}"
    st.text_area(desk.say(NOTE), key=key, height=100, max_chars=LONGEST_TEXT, on_change="ignore")
    st.caption(desk.say(words.NO_NAMES))
    with st.bottom, st.container(key="plats-fot"):
        st.button(
            desk.say(END).format(clock=clock(desk.house.workspace.now())),
            key="avsluta-rond",
            type="primary",
            icon=":material/check:",
            width="stretch",
            on_click=_ended,
            args=(desk, walked, key),
        )


def _ended(desk: Desk, walked: Round, key: str) -> None:
    if desk.do(EndRound(round=walked.id, note=str(st.session_state.get(key) or ""))):
        for one in (ADDRESS, QUESTION):
            st.query_params.pop(one, None)
    st.rerun([FRAGMENT])
