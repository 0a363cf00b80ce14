"""What happened before, for pages that look back: events and incidents as rows, the latest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import streamlit as st

from evenemang.domain.event import LOCAL
from evenemang.domain.place import Place
from evenemang.domain.text import Text
from evenemang.flow.listing import DossierRow, IncidentRow
from evenemang.flow.saying import day
from evenemang.flow.words import INCIDENT_TYPES, SEVERITIES, capital
from evenemang.pages import states, ways
from evenemang.pages.counting import INCIDENTS, VISITS
from evenemang.pages.rows import when
from evenemang.pages.settings_parts.office import Office
from evenemang.pages.showing import escaped

NO_EVENTS = Text(sv="Inga evenemang än.", en="No events yet.")
NO_INCIDENTS = Text(sv="Ingen händelse är loggad.", en="No incident is logged.")
SECRET = Text(
    sv="En händelse som är hemlig. Den visas i ärendet för den som är utsedd.",
    en="An incident that is secret. It is shown in the dossier to those who are named.",
)
CONDITIONS = Text(sv="Villkor: {conditions}", en="Conditions: {conditions}")
OPEN = Text(sv="öppen", en="open")
MORE = Text(sv="Visa {count} till", en="Show {count} more")
FEW = 8  # rows that stand open

Row = TypeVar("Row", DossierRow, IncidentRow)


def events(
    office: Office,
    rows: Sequence[DossierRow],
    incidents: Sequence[IncidentRow],
    conditions: Mapping[str, tuple[str, ...]] | None = None,
) -> None:
    """Show events with state, decision, visits and incidents; `conditions` are told under each."""
    if not rows:
        st.write(office.say(NO_EVENTS))
        return
    by_event: dict[str, int] = {}
    for one in incidents:
        by_event[one.dossier] = by_event.get(one.dossier, 0) + 1

    def draw(row: DossierRow) -> None:
        ways.link(f"**{escaped(row.name)}**", row.id)
        st.markdown(_line(office, row, by_event.get(row.id, 0)))
        told = (conditions or {}).get(row.id, ())
        if told:
            st.caption(escaped(office.say(CONDITIONS).format(conditions="; ".join(told))))

    _rows(office, "evenemang", rows, draw)


def incidents(
    office: Office, rows: Sequence[IncidentRow], names: Mapping[str, str], places: Mapping[str, Place]
) -> None:
    """Show incidents, each with the event as its source; `names` are the events', `places` those known."""
    if not rows:
        st.write(office.say(NO_INCIDENTS))
        return

    def draw(one: IncidentRow) -> None:
        st.markdown(office.say(SECRET) if one.is_secret else f"**{escaped(one.what)}**")
        place, _, zone_id = (one.zone or "").partition("/")
        zone = places[place].zone(zone_id) if place in places else None
        parts = [
            day(one.at.astimezone(LOCAL).date(), office.language),
            office.say(capital(SEVERITIES[one.severity])),
            "" if one.is_secret else office.say(INCIDENT_TYPES[one.type]),
            escaped(zone.name) if zone else "",
            "" if one.closed else office.say(OPEN),
        ]
        st.caption(" · ".join(part for part in parts if part))
        ways.link(escaped(names.get(one.dossier, one.dossier)), one.dossier, "plats")

    _rows(office, "handelser", rows, draw)


def _line(office: Office, row: DossierRow, count: int) -> str:
    language = office.language
    parts = [when(row, language), states.badge(row.state(office.workspace.now()), language)]
    rule = next((one for one in office.content.matrix.decisions if one.view == row.decision), None)
    if rule:
        parts.append(escaped(office.say(rule.word)))
    if row.visits is not None:
        parts.append(VISITS.say(row.visits, language))
    if count or row.evaluated_on:
        parts.append(INCIDENTS.say(count, language))
    return " · ".join(parts)


def _rows(office: Office, key: str, rows: Sequence[Row], draw: Callable[[Row], None]) -> None:
    _boxed(key, rows[:FEW], draw)
    if len(rows) > FEW:
        with st.expander(office.say(MORE).format(count=len(rows) - FEW), key=f"mer-{key}"):
            _boxed(f"{key}-mer", rows[FEW:], draw)


def _boxed(key: str, rows: Sequence[Row], draw: Callable[[Row], None]) -> None:
    with st.container(border=True, key=f"lista-{key}", gap=None):
        for at, one in enumerate(rows):
            with st.container(key=f"rad-{key}-{at}", gap=None):
                draw(one)
