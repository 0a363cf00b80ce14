"""Follow-up: a year of events in figures and charts, each with its numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.text import Language, Text
from evenemang.flow.saying import day, number
from evenemang.flow.year import figures
from evenemang.flow.year_news import news
from evenemang.flow.year_rows import YearRows, gather
from evenemang.pages import ways
from evenemang.pages.follow_up_parts import (
    action_flow,
    actions,
    calendar,
    card,
    care,
    choices,
    control,
    key_figures,
    kinds,
    months,
    moves,
    open_incidents,
    places,
    punctual,
    rates,
    risks,
    shares,
)
from evenemang.pages.follow_up_parts import news as first_look
from evenemang.pages.follow_up_parts.card import Card
from evenemang.pages.follow_up_parts.choices import Choice
from evenemang.pages.follow_up_parts.scene import Scene
from evenemang.pages.house import House
from evenemang.pages.people import people_of

TITLE = Text(sv="Uppföljning", en="Follow-up")
WHOLE_YEAR = Text(sv="Januari–december {year}", en="January–December {year}")
SO_FAR = Text(sv="{year} till och med {today}", en="{year} up to {today}")
EVENTS = Text(sv="Evenemang: {count}", en="Events: {count}")
VISITS = Text(sv="Räknade besök: {count}", en="Visits counted: {count}")
MEETINGS = Text(sv="Gruppens möten: {count}", en="Meetings of the group: {count}")
FROM_LISTS = Text(
    sv="Dessutom {events} evenemang ur äldre listor, med {visits} besök enligt listan vid {counted} av dem. "
    "De räknas inte i siffrorna här, eftersom inga händelser är loggade från dem.",
    en="Besides, {events} events from older lists, with {visits} visits by the list at {counted} of them. "
    "They are in no figure here, since no incidents are logged from them.",
)
# Each part of the page: its cards, two beside each other.
CARDS: Mapping[str, tuple[Callable[[Scene], Card | None], ...]] = {
    choices.OVERVIEW: (
        months.card,
        kinds.card,
        rates.card,
        risks.card,
        actions.card,
        open_incidents.card,
    ),
    choices.INCIDENTS: (
        months.card,
        kinds.card,
        control.card,
        rates.card,
        places.card,
        shares.card,
        care.card,
        open_incidents.card,
    ),
    choices.RISKS: (
        partial(moves.card, axis="accident"),
        partial(moves.card, axis="threat"),
        risks.card,
        actions.card,
        action_flow.flow_card,
        action_flow.time_card,
    ),
    choices.WORK: (punctual.plan_card, punctual.evaluations_card, calendar.card),
}
REPORT = Text(sv="Skriv årets rapport {year}", en="Write the report of {year}")
EMPTY = Text(
    sv="Inget evenemang har börjat {year} än. Välj ett annat år, eller visa alla arrangörer.",
    en="No event has begun in {year} yet. Choose another year, or show all organisers.",
)


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the page; year, whose events, place and part are in the address."""
    above = st.container()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(TITLE.say(language), anchor=False, width="content")
        choice = choices.choose(house, language)
    store, today = house.workspace.store, house.workspace.now().date()
    rows = gather(store, choice.year, today, choice.whose, choice.place)
    scene = _scene(house, rows, language)
    above.caption(_line(scene))
    if actor is None or house.workspace.access.sees(actor) is None:
        ways.to_report(REPORT.say(language).format(year=choice.year), choice.year)
    if rows.from_lists:
        st.caption(_from_lists(scene))
    part = choices.choose_part(language)
    if not rows.events and not rows.happened and (part != choices.WORK or not rows.dated):
        st.info(EMPTY.say(language).format(year=choice.year))
        return
    if part == choices.OVERVIEW:
        _overview(scene, choice)
    _cards(scene, part, choice.period)


def _overview(scene: Scene, choice: Choice) -> None:
    until = min(scene.rows.today, date(choice.year, 12, 31))
    first_look.show(news(scene.house.workspace.store, until, choice.whose, choice.place), scene)
    key_figures.show(scene)


def _scene(house: House, rows: YearRows, language: Language) -> Scene:
    return Scene(
        house=house,
        rows=rows,
        figures=figures(rows),
        matrix=house.workspace.content.matrix,
        people=people_of(house),
        dark=st.context.theme.type == "dark",
        language=language,
    )


def _line(scene: Scene) -> str:
    rows, language = scene.rows, scene.language
    period = SO_FAR if rows.year == rows.today.year else WHOLE_YEAR
    counts = (
        (EVENTS, scene.figures.events.events),
        (VISITS, scene.figures.visits.visits),
        (MEETINGS, scene.figures.events.meetings),
    )
    said = [text.say(language).format(count=number(count, language)) for text, count in counts]
    return " · ".join([period.say(language).format(year=rows.year, today=day(rows.today, language)), *said])


def _from_lists(scene: Scene) -> str:
    lists = scene.figures.lists
    counts = {"events": lists.events, "visits": lists.visits, "counted": lists.counted}
    said = {name: number(count, scene.language) for name, count in counts.items()}
    return FROM_LISTS.say(scene.language).format(**said)


def _cards(scene: Scene, part: str, period: str) -> None:
    found = [one for make in CARDS[part] if (one := make(scene))]
    for at in range(0, len(found), 2):
        for column, one in zip(st.columns(2, gap="medium"), found[at : at + 2], strict=False):
            with column:
                card.show(one, period, scene)
