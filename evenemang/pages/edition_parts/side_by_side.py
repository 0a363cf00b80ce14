"""Two editions side by side: one row for each thing that is known of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import streamlit as st

from evenemang.domain.action import CLOSED
from evenemang.domain.condition import Value
from evenemang.domain.dossier import state
from evenemang.domain.profile import FactQuestion
from evenemang.domain.text import Text
from evenemang.flow.recalling.editions import FactDiffers
from evenemang.flow.saying import number
from evenemang.flow.words import STATES, capital, sentence
from evenemang.pages.decision.words import view_word
from evenemang.pages.desk import Desk
from evenemang.pages.edition_parts.pair import Pair, called, expected, level_of, visits, worst
from evenemang.pages.registers import organisers
from evenemang.pages.showing import escaped
from evenemang.pages.walk.words import figure, unit_words

TITLE = Text(sv="Sida vid sida", en="Side by side")
WHAT = Text(sv="Vad", en="What")
STATE = Text(sv="Läge", en="State")
PLACE = Text(sv="Plats", en="Place")
ORGANISER = Text(sv="Arrangör", en="Organiser")
DAYS = Text(sv="Tillfällen", en="Occasions")
EXPECTED = Text(sv="Väntade besök", en="Expected visits")
VISITS = Text(sv="Räknade besök", en="Visits counted")
ANSWERED = Text(sv="Besvarade frågor", en="Questions answered")
OF = Text(sv="{answered} av {asked}", en="{answered} of {asked}")
RISKS = Text(sv="Risker som räknas", en="Risks that count")
WORST = Text(sv="Högsta restrisk som visas", en="Highest residual risk shown")
ACTIONS = Text(sv="Avslutade åtgärder", en="Actions closed")
DECISION = Text(sv="Ställningstagande", en="Decision")
INCIDENTS = Text(sv="Händelser", en="Incidents")
NEAR = Text(sv="varav tillbud", en="of them near misses")
NOT_KNOWN = "–"
YES = Text(sv="Ja", en="Yes")
NO = Text(sv="Nej", en="No")


def show(pair: Pair) -> None:
    """Show the table; the later edition first."""
    st.header(pair.say(TITLE), anchor=False)
    now, before = dict(_rows(pair.now)), dict(_rows(pair.before))
    heads = (pair.say(WHAT), *_heads(pair))
    rows = [
        dict(zip(heads, (pair.say(title), now[title], before[title]), strict=True))
        for title in now
        if not now[title] == before[title] == NOT_KNOWN
    ]
    rows += [dict(zip(heads, _fact(pair, one), strict=True)) for one in pair.differs.facts]
    with st.container(key="kort-upplagor"):
        st.table(rows, border="horizontal", hide_index=True)


def _heads(pair: Pair) -> tuple[str, str]:
    """Return what the two are called, never alike."""
    now, before = called(pair.now), called(pair.before)
    return now, before if before != now else f"{before} ({pair.before.dossier.id})"


def _rows(desk: Desk) -> Iterator[tuple[Text, str]]:
    dossier, event, language = desk.dossier, desk.dossier.event, desk.language
    listed = dossier.from_list is not None
    yield STATE, capital(STATES[state(dossier, desk.house.workspace.now())]).say(language)
    place = desk.house.workspace.place(event.place) if event.place else None
    yield PLACE, escaped(place.name) if place else NOT_KNOWN
    known = organisers(desk.house).get(event.organiser or "")
    yield ORGANISER, escaped(known.name) if known else NOT_KNOWN
    yield DAYS, _number(desk, len(event.each_occasion()) or None)
    yield EXPECTED, _number(desk, expected(desk))
    yield VISITS, _number(desk, visits(desk))
    total = desk.reading.total
    answered = desk.say(OF).format(answered=total.answered, asked=total.asked)
    yield ANSWERED, NOT_KNOWN if listed else answered
    yield RISKS, NOT_KNOWN if listed else _number(desk, len(dossier.standing_risks))
    risk = worst(desk)
    yield WORST, level_of(desk, risk) if risk else NOT_KNOWN
    closed = sum(one.status in CLOSED for one in dossier.actions)
    done = desk.say(OF).format(answered=closed, asked=len(dossier.actions))
    yield ACTIONS, done if dossier.actions else NOT_KNOWN
    decision = dossier.decision
    yield DECISION, escaped(sentence(view_word(desk, decision.group_view))) if decision else NOT_KNOWN
    began = event.start is not None and event.start <= desk.house.workspace.now()
    logged = began and not listed
    yield INCIDENTS, _number(desk, len(dossier.incidents) if logged else None)
    near = sum(one.is_near_miss for one in dossier.incidents)
    yield NEAR, _number(desk, near if logged else None)


def _number(desk: Desk, count: int | None) -> str:
    return NOT_KNOWN if count is None else number(count, desk.language)


def _fact(pair: Pair, one: FactDiffers) -> tuple[str, str, str]:
    asked = _facts(pair).get(one.fact)
    title = pair.say(asked.ask) if asked else one.fact
    return escaped(title), fact_words(pair, asked, one.now), fact_words(pair, asked, one.before)


def _facts(pair: Pair) -> Mapping[str, FactQuestion]:
    return {one.id: one for one in pair.now.content.profile.facts}


def fact_words(pair: Pair, asked: FactQuestion | None, value: Value) -> str:
    """Return a fact's value as a person says it."""
    if isinstance(value, bool):
        return pair.say(YES if value else NO)
    if isinstance(value, int | float):
        unit = unit_words(asked.unit, pair.language) if asked else ""
        return escaped(f"{figure(value, pair.language)} {unit}".strip())
    choices = asked.choices if asked else ()
    return escaped(next((pair.say(one.text) for one in choices if one.id == value), value))
