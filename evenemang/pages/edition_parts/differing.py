"""What differs, row by row: answers, risks and actions, each with the way to where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from evenemang.domain.action import Action
from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.flow.recalling.editions import AnswerDiffers, RiskDiffers, Turn
from evenemang.flow.words import ACTION_STATUSES
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.edition_parts.pair import Pair, level_of
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped
from evenemang.pages.walk.words import answer_words

ANSWERS = Text(sv="Svar som skiljer sig", en="Answers that differ")
TURNS: dict[Turn, tuple[Text, str]] = {
    "worse": (Text(sv="Sämre nu", en="Worse now"), "trending_down"),
    "better": (Text(sv="Bättre nu", en="Better now"), "trending_up"),
    "other": (Text(sv="Av annat slag", en="Of another kind"), "sync_alt"),
}
NOW_THEN = Text(sv="Nu: **{now}** · Då: {then}", en="Now: **{now}** · Then: {then}")
COMMENT_NOW = Text(sv="Kommentar nu: {comment}", en="Comment now: {comment}")
COMMENT_THEN = Text(sv="Kommentar då: {comment}", en="Comment then: {comment}")
RISKS = Text(sv="Risker som skiljer sig", en="Risks that differ")
MOVED = Text(sv="Annan plats i matrisen", en="At another place on the matrix")
NEW_RISKS = Text(sv="Nya risker", en="New risks")
GONE_RISKS = Text(sv="Risker som inte är med nu", en="Risks not there now")
WAITING_RISKS = Text(
    sv="Risker från då vars frågor inte är besvarade än",
    en="Risks from then whose questions are not answered yet",
)
ACTIONS = Text(sv="Åtgärder som skiljer sig", en="Actions that differ")
NEW_ACTIONS = Text(sv="Nya åtgärder", en="New actions")
GONE_ACTIONS = Text(sv="Åtgärder som inte är med nu", en="Actions not there now")
WAITING_ACTIONS = Text(
    sv="Åtgärder från då vars frågor inte är besvarade än",
    en="Actions from then whose questions are not answered yet",
)
NOW_LEVEL = Text(sv="Nu {now} Då {then}", en="Now {now} Then {then}")
FEW = 6  # rows of a kind that stand open; the rest is folded
REST = Text(sv="Visa {count} till", en="Show {count} more")


@dataclass(frozen=True)
class Kind:
    """Rows of one kind: what they are called, by icon and word, and what their keys begin with."""

    title: Text
    icon: str
    key: str


def show(pair: Pair) -> None:
    """Show what differs; a kind of row that there is none of has no heading."""
    found = pair.differs
    if found.answers:
        st.header(pair.say(ANSWERS), anchor=False)
        for turn, (title, icon) in TURNS.items():
            draws = [partial(_answer, pair, one) for one in found.turned(turn)]
            _rows(pair, Kind(title, icon, f"svar-{turn}"), draws)
    if found.moved_risks or found.new_risks or found.gone_risks or found.waiting_risks:
        st.header(pair.say(RISKS), anchor=False)
        moved = [partial(_moved, pair, one) for one in found.moved_risks]
        _rows(pair, Kind(MOVED, "sync_alt", "flyttade"), moved)
        new = [partial(_risk, pair.now, one) for one in found.new_risks]
        _rows(pair, Kind(NEW_RISKS, "add_circle", "nya-risker"), new)
        gone = [partial(_risk, pair.before, one) for one in found.gone_risks]
        _rows(pair, Kind(GONE_RISKS, "remove_circle", "borta-risker"), gone)
        waiting = [partial(_risk, pair.before, one) for one in found.waiting_risks]
        _rows(pair, Kind(WAITING_RISKS, "hourglass_empty", "vantar-risker"), waiting)
    if found.new_actions or found.gone_actions or found.waiting_actions:
        st.header(pair.say(ACTIONS), anchor=False)
        done = [partial(_action, pair.now, one) for one in found.new_actions]
        _rows(pair, Kind(NEW_ACTIONS, "add_circle", "nya-atgarder"), done)
        left = [partial(_action, pair.before, one) for one in found.gone_actions]
        _rows(pair, Kind(GONE_ACTIONS, "remove_circle", "borta-atgarder"), left)
        later = [partial(_action, pair.before, one) for one in found.waiting_actions]
        _rows(pair, Kind(WAITING_ACTIONS, "hourglass_empty", "vantande-atgarder"), later)


def _rows(pair: Pair, kind: Kind, draws: Iterable[Callable[[], None]]) -> None:
    rows = list(draws)
    if not rows:
        return
    st.markdown(f":material/{kind.icon}: **{pair.say(kind.title)} ({len(rows)})**")
    _boxed(kind.key, rows[:FEW])
    if len(rows) > FEW:
        with st.expander(pair.say(REST).format(count=len(rows) - FEW), key=f"mer-{kind.key}"):
            _boxed(f"{kind.key}-mer", rows[FEW:])


def _boxed(key: str, rows: Iterable[Callable[[], None]]) -> None:
    with st.container(border=True, key=f"lista-{key}", gap=None):
        for at, draw in enumerate(rows):
            with st.container(key=f"rad-{key}-{at}", gap=None):
                draw()


def _answer(pair: Pair, one: AnswerDiffers) -> None:
    question = pair.question(one.question)
    asked = pair.say(question.ask) if question else one.question
    area = one.question.split(".", 1)[0]
    if question and pair.now.content.question(one.question):
        ways.to_question(escaped(asked), pair.now, one.question, area)
    else:
        st.markdown(escaped(asked))
    now, then = (escaped(answer_words(question, value, pair.language)) for value in (one.now, one.before))
    st.markdown(pair.say(NOW_THEN).format(now=now, then=then))
    for desk, said in ((pair.now, COMMENT_NOW), (pair.before, COMMENT_THEN)):
        comment = desk.dossier.assessment.answers[one.question].comment.strip()
        if comment:
            st.caption(pair.say(said).format(comment=escaped(comment)))


def _moved(pair: Pair, one: RiskDiffers) -> None:
    if one.before and one.now:
        _title(pair.now, one.now)
        now, then = level_of(pair.now, one.now), level_of(pair.before, one.before)
        st.markdown(pair.say(NOW_LEVEL).format(now=now, then=then))


def _risk(desk: Desk, one: Risk) -> None:
    _title(desk, one)
    st.markdown(level_of(desk, one))


def _title(desk: Desk, one: Risk) -> None:
    ways.to_risk(f"{one.id} {escaped(one.says(desk.language))}", desk.dossier.id, one.id)


def _action(desk: Desk, one: Action) -> None:
    ways.to_action(f"{one.id} {escaped(one.do)}", desk.dossier.id, one.id)
    owner = escaped(people_of(desk.house).say(one.owner)) if one.owner else ""
    status = desk.say(ACTION_STATUSES[one.status])
    st.caption(" · ".join(part for part in (status, owner) if part))
