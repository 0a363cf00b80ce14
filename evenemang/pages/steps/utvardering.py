"""Utvärdering: how it went, what was learned, and the way to the next edition."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.occasions import evaluate_by, has_many_occasions
from evenemang.flow.saying import day
from evenemang.pages import ways
from evenemang.pages.desk import Desk
from evenemang.pages.evaluation import full, lessons, next_edition, occasions, organiser, outcome, quick

NOT_YET = Text(
    sv="Utvärderingen öppnas när evenemanget är slut, {day}",
    en="The evaluation opens when the event is over, {day}",
)
UNDATED = Text(
    sv="Utvärderingen öppnas när evenemanget har ett datum och är slut",
    en="The evaluation opens when the event has a date and is over",
)
AFTERWARDS = Text(
    sv="Den ska vara klar senast {by}. Händer inget räcker tre uppgifter. Det som händer loggas på plats och "
    "står redan i utvärderingen när den öppnas. Arrangören får frågorna i sitt exemplar från första dagen.",
    en="It is due {by}. If nothing happens, three facts will do. What happens is logged on site, and stands "
    "in the evaluation when it opens. The organiser gets the questions in their copy from the first day.",
)
LOGGED = Text(
    sv="Händelser är loggade: fyll i hela utvärderingen",
    en="Incidents are logged: fill in the whole evaluation",
)
WAITS = Text(sv="Evenemanget är inte utvärderat än", en="The event is not evaluated yet")
OPENS = Text(
    sv="Utvärderingen av hela evenemanget öppnas {day}, när det sista tillfället är slut.",
    en="The evaluation of the whole event opens on {day}, when the last occasion is over.",
)
DUE = Text(sv="Klar senast {day}, 30 dagar efter evenemanget.", en="Due {day}, 30 days after the event.")
WAS_DUE = Text(
    sv="Skulle ha varit klar {day}, 30 dagar efter evenemanget.", en="Was due {day}, 30 days after the event."
)
TO_BASIS = Text(sv="Till Underlag", en="To Basis")
TO_SITE = Text(sv="Till På plats", en="To On site")


def render(desk: Desk) -> None:
    """Show the evaluation, or the form for it; then the lessons and the next edition."""
    begun = _has_begun(desk)
    if begun:
        occasions.show(desk)
    _evaluation(desk, begun=begun)
    if begun:
        organiser.show(desk)
    lessons.show(desk)
    next_edition.show(desk, begun=begun)


def _has_begun(desk: Desk) -> bool:
    start = desk.dossier.event.start
    if start is None:  # of a list: held on a day that nobody knows
        return desk.dossier.from_list is not None or desk.dossier.evaluation is not None
    return desk.house.workspace.now() >= start


def _evaluation(desk: Desk, *, begun: bool) -> None:
    given = desk.dossier.evaluation
    if given:
        outcome.show(desk, given)
        full.show(desk, primary=False)
    elif not begun or (_is_going(desk) and not has_many_occasions(desk.dossier.event)):
        _later(desk)
    elif not _is_open(desk):
        return
    elif desk.dossier.incidents or any(one.happened for one in desk.dossier.occasion_reviews):
        st.header(desk.say(LOGGED if desk.may("evaluate") else WAITS), anchor=False)
        _due(desk)
        full.show(desk, primary=True)
    elif not desk.may("evaluate"):
        st.header(desk.say(WAITS), anchor=False)
        _due(desk)
    else:
        quick.show(desk)
        _due(desk)
        full.show(desk, primary=False)


def _later(desk: Desk) -> None:
    """Say when it opens and what it will ask, and show the way to where things are logged meanwhile."""
    end = desk.dossier.event.end
    if end is None:
        st.header(desk.say(UNDATED), anchor=False)
        ways.link(desk.say(TO_BASIS), desk.dossier.id, "underlag", icon=":material/arrow_forward:")
        return
    local, by = end.astimezone(LOCAL), day(evaluate_by(end), desk.language)
    when = f"{day(local.date(), desk.language)} {local:%H:%M}"
    st.header(desk.say(NOT_YET).format(day=when), anchor=False)
    st.caption(desk.say(AFTERWARDS).format(by=by))
    ways.link(desk.say(TO_SITE), desk.dossier.id, "plats", icon=":material/arrow_forward:")


def _is_going(desk: Desk) -> bool:
    end = desk.dossier.event.end
    return end is not None and desk.house.workspace.now() < end


def _is_open(desk: Desk) -> bool:
    """Whether the whole is evaluated now: not while an event of many occasions has some left."""
    end = desk.dossier.event.end
    if end is None or not _is_going(desk):
        return True
    st.caption(desk.say(OPENS).format(day=day(end.date(), desk.language)))
    return False


def _due(desk: Desk) -> None:
    """Say by when, once it has ended."""
    end, now = desk.dossier.event.end, desk.house.workspace.now()
    if end is None or now < end:
        return
    by = evaluate_by(end)
    st.caption(desk.say(DUE if now.date() <= by else WAS_DUE).format(day=day(by, desk.language)))
