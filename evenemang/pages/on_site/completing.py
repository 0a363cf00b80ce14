"""What came to light later about an incident: cause, measure, owner, whether a risk had foreseen it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import streamlit as st

from evenemang.domain.event import LOCAL
from evenemang.domain.incident import FORESEEN_BY_NONE, Incident
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.difference import picture
from evenemang.flow.journal import Json
from evenemang.flow.on_site import CompleteIncident
from evenemang.flow.words import INCIDENT_TYPES, SEVERITIES, capitals
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk
from evenemang.pages.on_site import words
from evenemang.pages.on_site.new_incident import FRAGMENT, HOW_BAD, LIST, ONE_LINE, WHAT_KIND
from evenemang.pages.on_site.when import CLOCK, DAY
from evenemang.pages.on_site.zones import zones
from evenemang.pages.people import people_of

FILL_IN = Text(sv="Fyll i eller rätta", en="Complete or correct")
CAUSE = Text(sv="Varför hände det?", en="Why did it happen?")
IMMEDIATE = Text(sv="Vad gjorde ni genast?", en="What did you do at once?")
MEASURE = Text(
    sv="Vad görs för att det inte ska hända igen?", en="What is done so that it does not happen again?"
)
OWNER = Text(sv="Ansvarig", en="Owner")
DUE = Text(sv="Klart senast", en="Due by")
ZONE = Text(sv="Var?", en="Where?")
NOT_SAID = Text(sv="Inte sagt", en="Not said")
FORESEEN = Text(sv="Hade någon risk förutsett det?", en="Had a risk foreseen it?")
NOT_JUDGED = Text(sv="Inte bedömt än", en="Not judged yet")
BY_NONE = Text(sv="Ingen risk förutsåg det", en="No risk had foreseen it")
ACTION = Text(sv="Åtgärd i ärendet som hör till", en="Action in the dossier that belongs to it")
NO_ACTION = Text(sv="Ingen vald", en="None chosen")
CLOSE = Text(sv="Händelsen är utredd: stäng den", en="The incident is looked into: close it")
SAVE = Text(sv="Spara", en="Save")
EMPTY = Text(
    sv="Det är inte sparat. Skriv kort vad som hände.", en="It is not saved. Say in short what happened."
)
FIELDS = (
    "what", "cause", "immediate", "measure", "owner", "due", "zone", "type", "severity", "action", "foreseen"
)  # fmt: skip
NO_TIME = Text(
    sv="Det är inte sparat. Ange både dag och klockslag.", en="It is not saved. Give both day and time."
)


@takes("complete-incident")
def show(desk: Desk, incident: Incident) -> None:
    """Show the form of one incident, folded."""
    key = f"{desk.dossier.id}-{incident.id}"
    with st.expander(desk.say(FILL_IN), icon=":material/edit:", key=f"mer-{key}"):
        with st.form(f"fyll-i-{key}", border=False, enter_to_submit=False):
            _texts(desk, incident, key)
            _choices(desk, incident, key)
            st.caption(desk.say(words.NO_NAMES))
            shown = picture(desk.dossier, f"incidents/{incident.id}")
            st.form_submit_button(
                desk.say(SAVE), key=f"spara-{key}", on_click=_save, args=(desk, incident, key, shown)
            )


def _texts(desk: Desk, incident: Incident, key: str) -> None:
    say = desk.say
    st.text_input(say(ONE_LINE), incident.what, key=f"what-{key}", max_chars=LONGEST_TEXT)
    for field, label in (("cause", CAUSE), ("immediate", IMMEDIATE), ("measure", MEASURE)):
        st.text_area(
            say(label), getattr(incident, field), key=f"{field}-{key}", height=80, max_chars=LONGEST_TEXT
        )


def _choices(desk: Desk, incident: Incident, key: str) -> None:
    left, right = st.columns(2)
    with left:
        people_of(desk.house).choose(desk.say(OWNER), incident.owner, desk.language, f"owner-{key}")
        _pick(desk, ZONE, zones(desk), incident.zone, none=NOT_SAID, key=f"zone-{key}")
        types = {one: desk.say(text) for one, text in capitals(INCIDENT_TYPES).items()}
        _pick(desk, WHAT_KIND, types, incident.type, none=NOT_SAID, key=f"type-{key}")
        at = incident.at.astimezone(LOCAL)
        st.date_input(desk.say(DAY), at.date(), format="YYYY-MM-DD", key=f"day-{key}")
    with right:
        st.date_input(desk.say(DUE), incident.due, format="YYYY-MM-DD", key=f"due-{key}")
        actions = {one.id: f"{one.id} {one.do}" for one in desk.dossier.actions}
        _pick(desk, ACTION, actions, incident.action, none=NO_ACTION, key=f"action-{key}")
        severities = {one: desk.say(text) for one, text in capitals(SEVERITIES).items()}
        _pick(desk, HOW_BAD, severities, incident.severity, none=NOT_SAID, key=f"severity-{key}")
        st.time_input(desk.say(CLOCK), at.time(), step=60, key=f"clock-{key}")
    risks = {one.id: f"{one.id} {one.says(desk.language)}" for one in desk.dossier.risks if one.counts}
    foreseen = {FORESEEN_BY_NONE: desk.say(BY_NONE), **risks}
    _pick(desk, FORESEEN, foreseen, incident.foreseen, none=NOT_JUDGED, key=f"foreseen-{key}")
    if incident.is_open:
        st.checkbox(desk.say(CLOSE), key=f"close-{key}")


def _pick(desk: Desk, label: Text, names: dict[Any, str], chosen: object, *, none: Text, key: str) -> None:
    known = [*names] if chosen is None or chosen in names else [*names, chosen]
    st.selectbox(
        desk.say(label),
        known,
        index=known.index(chosen) if chosen is not None else None,
        format_func=lambda one: names.get(one, str(one)),
        placeholder=desk.say(none),
        key=key,
    )


def _save(desk: Desk, incident: Incident, key: str, shown: Json) -> None:
    said = {field: st.session_state.get(f"{field}-{key}") for field in FIELDS}
    said["at"] = _moment(st.session_state.get(f"day-{key}"), st.session_state.get(f"clock-{key}"))
    wrong = EMPTY if not str(said["what"] or "").strip() else NO_TIME if said["at"] is None else None
    if wrong:
        st.session_state["refused"] = (False, desk.say(wrong))
    else:
        desk.do(_deed(desk, incident, key, said, shown))
    st.rerun([FRAGMENT, LIST])  # the first tells at the foot what was refused


def _deed(desk: Desk, incident: Incident, key: str, said: dict[str, Any], shown: Json) -> CompleteIncident:
    """What stands as it stood is left out, so that it cannot write over what somebody else said of it."""
    if isinstance(said["at"], datetime) and said["at"] == incident.at.replace(second=0, microsecond=0):
        said["at"] = None
    changed = {name: value for name, value in said.items() if value != getattr(incident, name)}
    if st.session_state.get(f"close-{key}"):
        changed["closed"] = desk.house.workspace.now().date()
    return CompleteIncident(incident=incident.id, seen=shown, **changed)


def _moment(day: date | None, hour: time | None) -> datetime | None:
    return datetime.combine(day, hour, LOCAL) if day and hour else None
