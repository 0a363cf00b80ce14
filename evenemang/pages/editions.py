"""Upplagor: one event's editions, and what has changed between two of them, in words first."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError, NotFound
from evenemang.domain.text import Language, Text
from evenemang.flow.listing import DossierRow
from evenemang.flow.recalling.editions import edition_before, editions_of
from evenemang.pages import states, ways
from evenemang.pages.counting import INCIDENTS, VISITS
from evenemang.pages.desk import Desk, desk_with
from evenemang.pages.edition_parts import differing, in_words, side_by_side
from evenemang.pages.edition_parts.pair import Pair, called
from evenemang.pages.house import House
from evenemang.pages.rows import when
from evenemang.pages.showing import escaped

TITLE = Text(sv="Upplagor av {name}", en="Editions of {name}")
BACK = Text(sv="Till ärendet", en="To the dossier")
WHICH = Text(sv="Vilket evenemang?", en="Which event?")
CHANGED = Text(sv="Vad som har ändrats sedan {then}", en="What has changed since {then}")
NOW = Text(sv="Jämförs: {now}.", en="Compared: {now}.")
ONLY_ONE = Text(
    sv="Det finns ingen tidigare upplaga att jämföra med. Öppna nästa upplaga från ärendets utvärdering, "
    "eller läs in en lista över tidigare evenemang.",
    en="There is no earlier edition to compare with. Open the next edition from the dossier's evaluation, or "
    "read in a list of past events.",
)
ALL = Text(sv="Alla upplagor", en="All editions")
COMPARE = Text(sv="Jämför med den här", en="Compare with this one")
AGAINST = "mot"  # in the address: the edition to compare with


def render(house: House, language: Language, actor: Actor | None) -> None:
    """Show the editions of the event whose dossier the address names."""
    try:
        now = _desk(house, st.query_params.get("id", ""), language, actor)
    except EvenemangError as unknown:
        st.title(WHICH.say(language), anchor=False)
        st.text(unknown.say(language))
        st.page_link(ways.page("arenden"), label=BACK.say(language), icon=":material/folder_open:")
        return
    st.query_params["id"] = now.dossier.id  # a link from a page to itself leaves the old address there
    editions = editions_of(house.workspace, now.dossier)
    name = escaped(now.dossier.event.name)
    ways.link(now.say(BACK), now.dossier.id, icon=":material/arrow_back:")
    st.title(TITLE.say(language).format(name=name), anchor=False)
    before = _before(house, editions, now)
    if before is None:
        st.write(now.say(ONLY_ONE))
    else:
        _compare(Pair(now, before))
    if len(editions) > 1:
        _all(now, editions, before)


def _desk(house: House, handle: str, language: Language, actor: Actor | None) -> Desk:
    return desk_with(house, house.workspace.dossier(handle), language, actor)


def _before(house: House, editions: tuple[DossierRow, ...], now: Desk) -> Desk | None:
    """Return the edition of the address, where it is one of them; else the one before."""
    asked = st.query_params.get(AGAINST, "")
    named = next((one for one in editions if one.id == asked != now.dossier.id), None)
    chosen = named or edition_before(editions, now.dossier)
    if chosen is None:
        st.query_params.pop(AGAINST, None)
        return None
    try:
        found = _desk(house, chosen.id, now.language, now.actor)
    except NotFound:  # taken away since the list was read
        return None
    st.query_params[AGAINST] = chosen.id
    return found


def _compare(pair: Pair) -> None:
    st.header(pair.say(CHANGED).format(then=called(pair.before)), anchor=False)
    st.caption(pair.say(NOW).format(now=called(pair.now)))
    in_words.show(pair)
    side_by_side.show(pair)
    if not pair.only_a_list:
        differing.show(pair)


def _all(now: Desk, editions: tuple[DossierRow, ...], before: Desk | None) -> None:
    st.header(now.say(ALL), anchor=False)
    counted = _incidents(now, editions)
    with st.container(border=True, key="lista-upplagor", gap=None):
        for row in editions:
            with st.container(key=f"rad-upplaga-{row.id}", gap=None):
                ways.link(f"**{escaped(row.name)}, {when(row, now.language)}**", row.id)
                st.markdown(_line(now, row, counted.get(row.id, 0)))
                _way(now, row, before)


def _incidents(now: Desk, editions: tuple[DossierRow, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in now.house.workspace.store.incidents(dossiers=[row.id for row in editions]):
        found[one.dossier] = found.get(one.dossier, 0) + 1
    return found


def _line(now: Desk, row: DossierRow, incidents: int) -> str:
    language = now.language
    parts = [states.badge(row.state(now.house.workspace.now()), language)]
    if row.visits is not None:
        parts.append(VISITS.say(row.visits, language))
    if row.evaluated_on or incidents:
        parts.append(INCIDENTS.say(incidents, language))
    return " · ".join(parts)


def _way(now: Desk, row: DossierRow, before: Desk | None) -> None:
    if row.id == now.dossier.id or (before and row.id == before.dossier.id):
        return
    ways.to_editions(now.say(COMPARE), now.dossier.id, against=row.id)
