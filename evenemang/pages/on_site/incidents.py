"""The incidents of an event, newest first, each with what is left to tell about it."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.incident import FORESEEN_BY_NONE, Incident
from evenemang.domain.text import Text
from evenemang.flow.saying import day
from evenemang.flow.words import INCIDENT_TYPES, SEVERITIES, capital
from evenemang.pages.attached import beside
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.on_site import completing, words
from evenemang.pages.on_site.new_incident import LIST
from evenemang.pages.on_site.zones import zone_name
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

NONE = Text(sv="Inget tillbud än", en="No incidents yet")
NONE_MEANS = Text(
    sv="Logga även det som nästan hände. Det är det nästa års grupp lär sig mest av.",
    en="Log near misses too. They teach next year's group the most.",
)
ONE = Text(sv="1 händelse, {open}", en="1 incident, {open}")
MANY = Text(sv="{count} händelser, {open}", en="{count} incidents, {open}")
ALL_CLOSED = Text(sv="alla stängda", en="all closed")
IS_CLOSED = Text(sv="stängd", en="closed")
STILL_OPEN = Text(sv="{count} att fylla i och stänga", en="{count} to complete and close")
OPEN = Text(sv="Öppen", en="Open")
CLOSED = Text(sv="Stängd {day}", en="Closed {day}")
CAUSE = Text(sv="Orsak", en="Cause")
IMMEDIATE = Text(sv="Gjordes genast", en="Done at once")
MEASURE = Text(sv="Åtgärd efteråt", en="Measure after")
OWNER = Text(sv="Ansvarig", en="Owner")
DUE = Text(sv="Senast", en="Due")
FORESEEN = Text(sv="Förutsågs av", en="Foreseen by")
BY_NONE = Text(sv="Ingen risk förutsåg det", en="No risk had foreseen it")
ACTION = Text(sv="Hör till åtgärd", en="Belongs to action")
NOTED = Text(sv="Noterat av {who}", en="Noted by {who}")


def show(desk: Desk) -> None:
    """Show the list; it follows each saved incident."""
    st.fragment(_list, key=LIST)(desk)


def _list(desk: Desk) -> None:
    desk = fresh(desk)
    st.header(heading(desk), anchor=False)
    if not desk.dossier.incidents:
        st.caption(desk.say(NONE_MEANS))
        return
    with st.container(border=True, key="lista-handelser"):
        for incident in reversed(desk.dossier.incidents):
            with st.container(key=f"rad-handelse-{incident.id}", gap="xsmall"):
                _row(desk, incident)


def heading(desk: Desk) -> str:
    """Return what the list says: how many, and how many are left to close."""
    incidents = desk.dossier.incidents
    if not incidents:
        return desk.say(NONE)
    left = sum(one.is_open for one in incidents)
    if left:
        state = desk.say(STILL_OPEN).format(count=left)
    else:
        state = desk.say(IS_CLOSED if len(incidents) == 1 else ALL_CLOSED)
    form = ONE if len(incidents) == 1 else MANY
    return desk.say(form).format(count=len(incidents), open=state)


def _row(desk: Desk, incident: Incident) -> None:
    st.caption(_line(desk, incident))
    st.markdown(f"**{escaped(incident.what)}**")
    for label, told in _told(desk, incident):
        st.markdown(f"{desk.say(label)}: {escaped(told)}")
    beside.show(desk, f"incidents/{incident.id}")
    beside.button(desk, f"incidents/{incident.id}", incident.id)
    completing.show(desk, incident)


def _line(desk: Desk, incident: Incident) -> str:
    now = desk.house.workspace.now()
    if incident.closed:
        state = f":material/check: {desk.say(CLOSED).format(day=day(incident.closed, desk.language))}"
    else:
        state = f":material/pending: {desk.say(OPEN)}"
    parts = [
        incident.id,
        words.moment_short(incident.at, now, desk.language),
        desk.say(capital(INCIDENT_TYPES[incident.type])),
        f"**{desk.say(capital(SEVERITIES[incident.severity]))}**",
        escaped(zone_name(desk, incident.zone)) if incident.zone else "",
        desk.say(NOTED).format(who=escaped(people_of(desk.house).say(incident.noted.by))),
        state,
    ]
    return " · ".join(part for part in parts if part)


def _told(desk: Desk, incident: Incident) -> list[tuple[Text, str]]:
    said = [
        (CAUSE, incident.cause),
        (IMMEDIATE, incident.immediate),
        (MEASURE, incident.measure),
        (OWNER, people_of(desk.house).say(incident.owner) if incident.owner else ""),
        (DUE, day(incident.due, desk.language) if incident.due else ""),
        (FORESEEN, _foreseen(desk, incident)),
        (ACTION, _action(desk, incident)),
    ]
    return [(label, told) for label, told in said if told]


def _foreseen(desk: Desk, incident: Incident) -> str:
    if incident.foreseen is None:
        return ""
    if incident.foreseen == FORESEEN_BY_NONE:
        return desk.say(BY_NONE)
    risk = next((one for one in desk.dossier.risks if one.id == incident.foreseen), None)
    return f"{risk.id} {risk.says(desk.language)}" if risk else incident.foreseen


def _action(desk: Desk, incident: Incident) -> str:
    action = next((one for one in desk.dossier.actions if one.id == incident.action), None)
    return f"{action.id} {action.do}" if action else incident.action or ""
