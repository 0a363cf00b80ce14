"""A near miss or worse, logged on the phone in five taps: what, how bad, where, one line, save."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import streamlit as st

from evenemang.domain.incident import IncidentType
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.on_site import LogIncident
from evenemang.flow.words import SEVERITIES, capital
from evenemang.pages import foot
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.on_site import when, words
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.on_site.zones import zones
from evenemang.pages.showing import clock, escaped

TITLE = Text(sv="Nytt tillbud", en="New near miss or incident")
WHAT_KIND = Text(sv="Vad hände?", en="What happened?")
MORE = Text(sv="Fler …", en="More …")
HOW_BAD = Text(sv="Hur allvarligt?", en="How serious?")
WHERE = Text(sv="Var? (kan vänta)", en="Where? (can wait)")
ONE_LINE = Text(sv="Kort om vad", en="In short, what")
SAVE = Text(sv="Spara tillbud {clock}", en="Save incident {clock}")
MISSING = Text(
    sv="Det är inte sparat. Kvar att fylla i: {what}.", en="It is not saved. Left to fill in: {what}."
)
LEFT = {
    "type": Text(sv="vad som hände", en="what happened"),
    "severity": Text(sv="hur allvarligt", en="how serious"),
    "what": Text(sv="en rad om vad", en="one line of what"),
}
FRAGMENT, LIST = "tillbud-nytt", "tillbud-lista"
REST = "fler"


@takes("log-incident")
def show(desk: Desk) -> None:
    """Show the form with its save button at the foot."""
    st.fragment(_form, key=FRAGMENT)(desk)


def _root(desk: Desk) -> str:
    return turn(f"tillbud-{desk.dossier.id}")


def _key(desk: Desk, field: str) -> str:
    return f"{_root(desk)}-{field}"


def _form(desk: Desk) -> None:
    desk = fresh(desk)
    foot.tell(FRAGMENT)
    say = desk.say
    st.header(say(TITLE), anchor=False)
    _kinds(desk)
    st.pills(
        say(HOW_BAD),
        list(SEVERITIES),
        format_func=lambda one: say(capital(SEVERITIES[one])),
        key=_key(desk, "severity"),
        on_change="ignore",
    )
    _where(desk)
    st.text_input(
        say(ONE_LINE),
        key=_key(desk, "what"),
        max_chars=LONGEST_TEXT,
        on_change="ignore",
        autocomplete="off",
    )
    st.caption(say(words.NO_NAMES))
    when.fields(desk, _root(desk))
    _foot(desk)


def _kinds(desk: Desk) -> None:
    chosen = st.session_state.get(_key(desk, "type"))
    all_shown = chosen is not None and chosen not in words.COMMON
    st.pills(
        desk.say(WHAT_KIND),
        [*words.BUTTONS] if all_shown else [*words.COMMON, REST],
        format_func=lambda one: desk.say(MORE if one == REST else words.BUTTONS[one]),
        key=_key(desk, "type"),
    )


def _where(desk: Desk) -> None:
    names = zones(desk)
    if names:
        st.pills(
            desk.say(WHERE),
            list(names),
            format_func=lambda one: escaped(names[one]),
            key=_key(desk, "zone"),
            on_change="ignore",
        )


def _foot(desk: Desk) -> None:
    with st.bottom, st.container(key="plats-fot"):
        st.button(
            desk.say(SAVE).format(clock=clock(desk.house.workspace.now())),
            key="spara-tillbud",
            type="primary",
            icon=":material/check:",
            width="stretch",
            on_click=_save,
            args=(desk,),
        )


def _save(desk: Desk) -> None:
    kind, severity = _said(desk, "type"), _said(desk, "severity")
    what = str(_said(desk, "what") or "").strip()
    there = {"type": kind not in (None, REST), "severity": severity is not None, "what": bool(what)}
    if not all(there.values()):
        left = ", ".join(desk.say(LEFT[name]) for name, said in there.items() if not said)
        st.session_state["refused"] = (False, desk.say(MISSING).format(what=left))
    elif when.is_half_said(_root(desk)):
        st.session_state["refused"] = (False, desk.say(when.BOTH))
    else:
        _log(desk, kind, severity, what, when.moment(_root(desk)))
    st.rerun([FRAGMENT, LIST])


def _log(desk: Desk, kind: IncidentType, severity: int, what: str, at: datetime | None) -> None:
    deed = LogIncident(type=kind, severity=severity, what=what, zone=_said(desk, "zone"), at=at)
    if desk.do(deed):
        next_turn(f"tillbud-{desk.dossier.id}")


def _said(desk: Desk, field: str) -> Any:
    return st.session_state.get(_key(desk, field))
