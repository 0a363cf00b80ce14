"""The facts that decide which questions are asked; what is not known stays open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from evenemang.domain.condition import Value
from evenemang.domain.profile import FactQuestion, asked_facts
from evenemang.domain.text import Text
from evenemang.flow.difference import picture
from evenemang.flow.opening import SetFact
from evenemang.flow.saying import number
from evenemang.pages.desk import Desk, fresh, show_refusal
from evenemang.pages.held import hold
from evenemang.pages.showing import escaped

STEP = Text(sv="Steg", en="Step")
STEP_COUNT = Text(sv="{title} {known}/{asked}", en="{title} {known}/{asked}")
NEXT = Text(sv="Nästa: {title}", en="Next: {title}")
YES = Text(sv="Ja", en="Yes")
NO = Text(sv="Nej", en="No")
WITH_UNIT = Text(sv="{ask} ({unit})", en="{ask} ({unit})")

YES_CODE, NO_CODE, OPEN_CODE = "\x00yes", "\x00no", "\x00open"  # told apart from a choice's own id
CODES: dict[object, Value | None] = {YES_CODE: True, NO_CODE: False, OPEN_CODE: None}
ICONS = {YES_CODE: "check", NO_CODE: "close", OPEN_CODE: "question_mark"}


@dataclass(frozen=True)
class Field:
    """What a fact's control is drawn from, and what keeps the answer."""

    desk: Desk
    fact: FactQuestion
    value: Value | None
    key: str
    keep: Callable[[], None]


def show(desk: Desk) -> None:
    """Show the facts of one step of the profile."""
    profile = desk.content.profile
    steps = {step.id: step for step in profile.steps}
    asked = asked_facts(profile, desk.reading.facts.event)

    def said(step: str) -> str:
        facts = [one for one in asked if one.step == step]
        known = sum(one.id in desk.dossier.event.facts for one in facts)
        title = desk.say(steps[step].title)
        return desk.say(STEP_COUNT).format(title=title, known=known, asked=len(facts))

    st.session_state.setdefault("profilsteg", profile.steps[0].id)
    chosen = st.segmented_control(
        desk.say(STEP),
        list(steps),
        required=True,
        format_func=said,
        key="profilsteg",
        label_visibility="collapsed",
    )
    chosen = chosen or profile.steps[0].id
    st.header(desk.say(steps[chosen].title), anchor=False)
    st.caption(desk.say(profile.leave_open.help))
    for fact in asked:
        if fact.step == chosen:
            _fact(desk, fact)
    _next(desk, list(steps), chosen)


def _next(desk: Desk, steps: list[str], chosen: str) -> None:
    after = steps.index(chosen) + 1
    if after == len(steps):
        return
    title = next(one.title for one in desk.content.profile.steps if one.id == steps[after])

    def go() -> None:
        st.session_state["profilsteg"] = steps[after]

    st.button(
        desk.say(NEXT).format(title=desk.say(title)),
        key="nasta-steg",
        type="primary",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=go,
    )


@st.fragment
def _fact(desk: Desk, fact: FactQuestion) -> None:
    before, desk = desk, fresh(desk)
    with st.container(key=f"fraga-{fact.id}"):
        text, answer = st.columns([11, 9], gap="medium")
        with text:
            st.markdown(f"**{_ask(desk, fact)}**")
            if fact.help:
                st.caption(desk.say(fact.help))
        with answer.container(key=f"svar-{fact.id}"):
            _control(desk, fact)
        show_refusal()
    if _page_differs(before, desk):
        st.rerun()


def _page_differs(before: Desk, now: Desk) -> bool:
    """Whether counts, the class or the questions shown are others than those drawn."""
    return before.dossier.event.facts != now.dossier.event.facts


def _ask(desk: Desk, fact: FactQuestion) -> str:
    ask = desk.say(fact.ask)
    return desk.say(WITH_UNIT).format(ask=ask, unit=desk.say(fact.unit)) if fact.unit else ask


def _control(desk: Desk, fact: FactQuestion) -> None:
    value = desk.dossier.event.facts.get(fact.id)
    if not desk.may("set-fact"):
        st.markdown(escaped(_said(desk, fact, value)))
        return
    seen = picture(desk.dossier, f"event/facts/{fact.id}")
    key = f"uppgift-{fact.id}"

    def keep() -> None:
        said = st.session_state[key]
        desk.do(SetFact(fact=fact.id, value=CODES.get(said, said), seen=seen))

    draw = {"yes-no": _yes_no, "choice": _choice, "number": _number}[fact.type]
    draw(Field(desk, fact, value, key, keep))


def _said(desk: Desk, fact: FactQuestion, value: Value | None) -> str:
    """Return what is answered, in words."""
    if value is None:
        return desk.say(desk.content.profile.leave_open.answer)
    if isinstance(value, bool):
        return desk.say(YES if value else NO)
    if isinstance(value, int | float):
        return number(value, desk.language)
    return next((desk.say(one.text) for one in fact.choices if one.id == value), str(value))


def _yes_no(field: Field) -> None:
    desk = field.desk
    words = {
        YES_CODE: desk.say(YES),
        NO_CODE: desk.say(NO),
        OPEN_CODE: desk.say(desk.content.profile.leave_open.answer),
    }
    code = OPEN_CODE if field.value is None else YES_CODE if field.value else NO_CODE
    st.segmented_control(
        desk.say(field.fact.ask),
        list(words),
        required=True,
        format_func=lambda one: f":material/{ICONS[one]}: {words[one]}",
        width="stretch",
        label_visibility="collapsed",
        key=hold(field.key, code),
        on_change=field.keep,
    )


def _choice(field: Field) -> None:
    words = {choice.id: field.desk.say(choice.text) for choice in field.fact.choices}
    st.selectbox(
        field.desk.say(field.fact.ask),
        list(words),
        index=None,
        format_func=words.__getitem__,
        placeholder=field.desk.say(field.desk.content.profile.leave_open.answer),
        label_visibility="collapsed",
        key=hold(field.key, field.value),
        on_change=field.keep,
    )


def _number(field: Field) -> None:
    fact = field.fact
    st.number_input(
        field.desk.say(fact.ask),
        min_value=None if fact.min is None else int(fact.min),
        max_value=None if fact.max is None else int(fact.max),
        value=None,
        step=1,
        placeholder=field.desk.say(field.desk.content.profile.leave_open.answer),
        label_visibility="collapsed",
        key=hold(field.key, None if field.value is None else int(field.value)),
        on_change=field.keep,
    )
