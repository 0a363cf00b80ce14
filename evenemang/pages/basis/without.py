"""The smallest events: no assessment is needed, said in a minute, with a reason, and taken back as easily."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.assessment import NotNeeded
from evenemang.domain.condition import Value
from evenemang.domain.profile import FactQuestion, facts_that_class
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.doing_without import AssessAfterAll, DoWithout
from evenemang.flow.saying import day
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

WITHOUT = Text(sv="Ingen bedömning behövs", en="No assessment needed")
SAID = Text(sv="{by}, {day}: {because}", en="{by}, {day}: {because}")
ASSESS = Text(sv="Bedöm ändå", en="Assess it after all")
EXPLAINED = Text(
    sv="För det allra minsta. Ärendet finns kvar i listor och statistik, och går att bedöma senare.",
    en="For the very smallest. The dossier stays in lists and statistics, and can be assessed later.",
)
TICK = Text(sv="Bocka i det som stämmer", en="Tick what is so")
READ = Text(
    sv="Jag har läst alla {count} frågorna. Svaret är nej på dem som inte är ibockade.",
    en="I have read all {count} questions. The answer is no to those that are not ticked.",
)
OTHERWISE = Text(
    sv="Vet du inte svaret på någon? Spara inte här, utan svara under Uppgifter när ni vet.",
    en="Do you not know the answer to one? Do not save here, but answer under Facts when you know.",
)
UNKNOWN = Text(sv="Vet inte än", en="Not known yet")
BECAUSE = Text(sv="Varför behövs ingen bedömning?", en="Why is no assessment needed?")
KEEP = Text(sv="Spara: ingen bedömning behövs", en="Save: no assessment needed")


def show(desk: Desk) -> None:
    """Show that no assessment is needed, or the way to say so where the event may still be that small."""
    found = desk.dossier.assessment.not_needed
    if found and not desk.dossier.decision:
        _told(desk, found)
    elif not desk.dossier.decision and _may_be_small(desk):
        _offer(desk)


@takes("do-without")
def _offer(desk: Desk) -> None:
    if st.button(desk.say(WITHOUT), key="utan-bedomning", icon=":material/do_not_disturb_on:"):
        st.dialog(desk.say(WITHOUT), width="medium")(_form)(desk)


def _may_be_small(desk: Desk) -> bool:
    classes = {one.id: one for one in desk.content.profile.classification.classes}
    return classes[desk.reading.standing.at_least].assessment == "optional"


def _told(desk: Desk, found: NotNeeded) -> None:
    by = people_of(desk.house).say(found.judged.by)
    when = day(found.judged.at.date(), desk.language)
    said = desk.say(SAID).format(by=by, day=when, because=found.because)
    st.info(escaped(said), title=desk.say(WITHOUT), icon=":material/do_not_disturb_on:")
    _take_up(desk)


@takes("assess-after-all")
def _take_up(desk: Desk) -> None:
    st.button(desk.say(ASSESS), key="bedom-anda", on_click=desk.doing(AssessAfterAll()))


def _form(desk: Desk) -> None:
    st.write(desk.say(EXPLAINED))
    open_ones = facts_that_class(desk.content.profile, desk.reading.facts.event)
    plain = [one for one in open_ones if one.type == "yes-no"]
    facts = _asked(desk, [one for one in open_ones if one.type != "yes-no"])
    if plain:
        facts |= _ticked(desk, plain)
    because = st.text_area(desk.say(BECAUSE), max_chars=LONGEST_TEXT, key="utan-varfor")
    if st.button(desk.say(KEEP), key="utan-spara", type="primary"):
        if desk.do(DoWithout(because=because, facts=facts)):
            st.rerun()
    show_refusal()


def _ticked(desk: Desk, plain: list[FactQuestion]) -> dict[str, Value]:
    """Return the facts that the person has read and answered; none until they say they have read them all."""
    st.markdown(f"**{desk.say(TICK)}**")
    with st.container(gap="xsmall", key="utan-lista"):
        given = {one.id: st.checkbox(desk.say(one.ask), key=f"utan-{one.id}") for one in plain}
    st.caption(desk.say(OTHERWISE))
    has_read = st.checkbox(desk.say(READ).format(count=len(plain)), key="utan-last")
    return dict(given) if has_read else {}


def _asked(desk: Desk, facts: list[FactQuestion]) -> dict[str, Value]:
    given = {one.id: _control(desk, one) for one in facts}
    return {key: value for key, value in given.items() if value is not None}


def _control(desk: Desk, fact: FactQuestion) -> Value | None:
    label, unknown, key = desk.say(fact.ask), desk.say(UNKNOWN), f"utan-{fact.id}"
    if fact.type == "choice":
        words = {one.id: desk.say(one.text) for one in fact.choices}
        return st.selectbox(
            label, list(words), index=None, format_func=words.__getitem__, placeholder=unknown, key=key
        )
    low, high = (None if bound is None else int(bound) for bound in (fact.min, fact.max))
    return st.number_input(
        label, min_value=low, max_value=high, value=None, step=1, placeholder=unknown, key=key
    )
