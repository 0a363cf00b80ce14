"""Dossiers as rows of a list: name and days, worst residual risk, state, how much is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache

import streamlit as st

from evenemang.domain.event import LOCAL
from evenemang.domain.place import Place
from evenemang.domain.text import Language, Text
from evenemang.flow.listing import DossierRow
from evenemang.pages import states, ways
from evenemang.pages.house import House
from evenemang.pages.periods import between_moments
from evenemang.pages.showing import escaped, level, relative

Called = Callable[[str], Place | None]

WIDTHS = [10, 5, 5, 4]
LAST_WIDTH = 5
EVENT = Text(sv="Evenemang", en="Event")
WORST = Text(sv="Högsta restrisk eller hot", en="Highest residual risk or threat")
STATE = Text(sv="Läge", en="State")
ANSWERED = Text(sv="Besvarat", en="Answered")
NOT_JUDGED = Text(sv="Ingen risk än", en="No risk yet")
NEVER_JUDGED = Text(sv="Inte bedömt här", en="Not assessed here")
ENDED = ("evaluated", "past")  # what may be held anew
OF = Text(sv="{answered} av {asked}", en="{answered} of {asked}")
NEW_EDITION = Text(sv="Ny upplaga", en="New edition")
NO_DATE = Text(sv="Datum saknas", en="No date yet")


def table(
    house: House,
    key: str,
    found: Iterable[DossierRow],
    now: datetime,
    language: Language,
    *,
    last: bool = False,
) -> None:
    """Show dossiers below what the columns are; with `last`, an evaluated one offers its next edition."""
    place = cache(house.workspace.place)  # of a year's events most are at a few places
    with st.container(key=key, gap=None):
        _heading(language, last=last)
        for one in found:
            _row(house, one, place, now, language, last=last)


def _heading(language: Language, *, last: bool) -> None:
    with st.container(key="rubrikrad"):
        columns = st.columns([*WIDTHS, LAST_WIDTH] if last else WIDTHS)
        for column, text in zip(columns, (EVENT, WORST, STATE, ANSWERED), strict=False):
            column.caption(text.say(language))


def _row(
    house: House, one: DossierRow, place: Called, now: datetime, language: Language, *, last: bool
) -> None:
    with st.container(key=f"rad-arende-{one.id}"):
        widths = [*WIDTHS, LAST_WIDTH] if last else WIDTHS
        name, worst, state, answered, *after = st.columns(widths, vertical_alignment="center")
        with name.container(gap=None):
            ways.link(f"**{escaped(one.name)}**", one.id)
            st.caption(_when_and_where(one, place, now, language))
        worst.markdown(_worst(house, one, language))
        mark = f" {states.reconsider_badge(language)}" if one.reconsider else ""
        state.markdown(states.badge(one.state(now), language) + mark)
        if after and one.stage in ENDED:
            with after[0]:
                ways.to_new_edition(NEW_EDITION.say(language), one.id)
        if one.stage != "past":
            answered.markdown(OF.say(language).format(answered=one.answered, asked=one.asked))


def _worst(house: House, one: DossierRow, language: Language) -> str:
    if one.worst_level is None or one.worst_score is None:
        return (NEVER_JUDGED if one.stage == "past" else NOT_JUDGED).say(language)
    return level(house.workspace.content.matrix, one.worst_level, one.worst_score, language)


def when(one: DossierRow, language: Language) -> str:
    """Return the days of a dossier in a list, or how a list wrote when it was held."""
    if one.some_time is not None:
        return escaped(one.some_time)
    return between_moments(one.starts, one.ends, language) or NO_DATE.say(language)


def _when_and_where(one: DossierRow, place: Called, now: datetime, language: Language) -> str:
    where = place(one.place) if one.place else None
    days = (one.starts.astimezone(LOCAL).date() - now.date()).days if one.starts else None
    parts = [
        when(one, language),
        relative(days, language) if days is not None and days >= 0 else "",
        escaped(where.name) if where else "",
    ]
    return " · ".join(part for part in parts if part)
