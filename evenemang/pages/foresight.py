"""Foresight: what was seen coming, what never came, and what the checklists should therefore ask."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.text import Language, Text
from evenemang.flow.foresight.gathering import MOST, YEARS
from evenemang.flow.foresight.seen import foresight
from evenemang.flow.saying import day, number
from evenemang.pages.foresight_parts import drafts, foreseen, idle, judged, proposed
from evenemang.pages.foresight_parts.scene import Scene
from evenemang.pages.house import House

BACK = "ar"  # years, in the address
TITLE = Text(sv="Förutseende", en="Foresight")
HOW_LONG = Text(sv="Hur långt tillbaka", en="How far back")
SPAN = Text(sv="{years} år", en="{years} years")
READING = Text(sv="Läser evenemangen …", en="Reading the events …")
LINE = Text(
    sv="{events} evenemang som började {since}–{until}, varav {evaluated} är utvärderade. Det som är "
    "hemligt visas inte här för någon.",
    en="{events} events that began {since}–{until}, of which {evaluated} are evaluated. What is secret is "
    "shown here to nobody.",
)
CUT_SHORT = Text(
    sv="Det finns fler. Bara de {most} senaste är med.",
    en="There are more. Only the latest {most} are included.",
)
EMPTY = Text(
    sv="Inget evenemang har börjat de senaste {years} åren. Välj en längre tid, eller kom tillbaka när "
    "något har hållits.",
    en="No event has begun in the last {years} years. Choose a longer time, or come back when one has been "
    "held.",
)


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the page; how far back it looks is in the address."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(TITLE.say(language), anchor=False, width="content")
        years = _years(language)
    with st.spinner(READING.say(language)):
        found = foresight(house.workspace, years)
    scene = Scene(found, house.workspace.content, years, language)
    if not scene.found.looked.imprints:
        st.info(EMPTY.say(language).format(years=years))
        return
    st.caption(_line(scene))
    foreseen.show(scene)
    judged.show(scene)
    judged.show_never(scene)
    idle.show(scene)
    proposed.show(scene)
    drafts.show(house, scene)


def _line(scene: Scene) -> str:
    looked, language = scene.found.looked, scene.language
    said = LINE.say(language).format(
        events=number(len(looked.imprints), language),
        since=day(looked.since, language),
        until=day(looked.until, language),
        evaluated=number(sum(one.evaluated for one in looked.imprints), language),
    )
    more = CUT_SHORT.say(language).format(most=number(MOST, language)) if looked.cut_short else ""
    return f"{said} {more}".strip()


def _years(language: Language) -> int:
    """Show the choice and return what the address asks for; what it cannot know is ignored."""
    asked = st.query_params.get(BACK, "")
    years = int(asked) if asked.isdecimal() and int(asked) in YEARS else YEARS[0]
    if st.session_state.get("val-tid") != years:
        st.session_state["val-tid"] = years
    st.segmented_control(
        HOW_LONG.say(language),
        YEARS,
        format_func=lambda one: SPAN.say(language).format(years=one),
        required=True,
        key="val-tid",
        on_change=_to_address,
        label_visibility="collapsed",
    )
    return years


def _to_address() -> None:
    st.query_params[BACK] = str(st.session_state["val-tid"])
