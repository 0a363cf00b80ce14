"""The day log: one line at a time, or a decision and who took it, with the time and who wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from evenemang.domain.round import LogEntry, LogKind
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.on_site import NoteInLog
from evenemang.pages import foot
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.on_site import when, words
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.people import People, people_of
from evenemang.pages.showing import clock, escaped

NONE = Text(sv="Dagboken är tom", en="The day log is empty")
ONE = Text(sv="1 rad i dagboken", en="1 line in the day log")
MANY = Text(sv="{count} rader i dagboken", en="{count} lines in the day log")
LINE = Text(sv="Vad händer nu?", en="What is happening now?")
SAVE = Text(sv="Skriv i dagboken {clock}", en="Write in the day log {clock}")
EMPTY = Text(sv="Skriv en rad först.", en="Write a line first.")
IS_DECISION = Text(sv="Det är ett beslut", en="It is a decision")
WHO = Text(sv="Vem beslutade?", en="Who decided?")
DECISION = Text(sv="Beslut", en="Decision")
READING = Text(sv="Avläsning", en="Reading")
DECIDED_BY = Text(sv="beslutat av {who}", en="decided by {who}")
NOTED_AT = Text(sv="noterat {when}", en="noted {when}")
DECISIONS = Text(sv="{lines}, {count} beslut", en="{lines}, {count} decisions")
FRAGMENT = "dagbok"
MARKS: Mapping[LogKind, tuple[str, Text]] = {
    "decision": (":material/gavel:", DECISION),
    "reading": (":material/speed:", READING),
}


def show(desk: Desk) -> None:
    """Show the log, newest first, with a line to write at the top."""
    st.fragment(_log, key=FRAGMENT)(desk)


def _log(desk: Desk) -> None:
    desk = fresh(desk)
    foot.tell(FRAGMENT)
    entries = desk.dossier.day_log
    form = NONE if not entries else ONE if len(entries) == 1 else MANY
    said = desk.say(form).format(count=len(entries))
    decisions = sum(one.kind == "decision" for one in entries)
    if decisions:
        said = desk.say(DECISIONS).format(lines=said, count=decisions)
    st.header(said, anchor=False)
    _line(desk)
    if entries:
        _lines(desk, people_of(desk.house))


@takes("note-in-log")
def _line(desk: Desk) -> None:
    key = turn(f"dagbok-{desk.dossier.id}")
    st.text_input(desk.say(LINE), key=key, max_chars=LONGEST_TEXT, on_change="ignore", autocomplete="off")
    st.caption(desk.say(words.NO_NAMES))
    if st.checkbox(desk.say(IS_DECISION), key=f"{key}-beslut"):
        mine = desk.actor.name if desk.actor else None
        people_of(desk.house).choose(desk.say(WHO), mine, desk.language, f"{key}-vem")
    when.fields(desk, key)
    with st.bottom, st.container(key="plats-fot"):
        st.button(
            desk.say(SAVE).format(clock=clock(desk.house.workspace.now())),
            key="spara-dagbok",
            type="primary",
            icon=":material/check:",
            width="stretch",
            on_click=_write,
            args=(desk, key),
        )


def _lines(desk: Desk, people: People) -> None:
    now = desk.house.workspace.now()
    with st.container(border=True, key="lista-dagbok"):
        for entry in sorted(desk.dossier.day_log, key=lambda one: one.when.timestamp(), reverse=True):
            with st.container(key=f"rad-dagbok-{entry.id}", gap=None):
                st.caption(_line_of(desk, entry, people, now))
                st.markdown(f"**{escaped(entry.what)}**" if entry.kind == "decision" else escaped(entry.what))


def _line_of(desk: Desk, entry: LogEntry, people: People, now: datetime) -> str:
    icon, word = MARKS.get(entry.kind, ("", None))
    noted = words.moment_short(entry.noted.at, now, desk.language)
    parts = [
        words.moment_short(entry.when, now, desk.language),
        f"{icon} {desk.say(word)}" if word else "",
        desk.say(DECIDED_BY).format(who=escaped(people.say(entry.decided_by))) if entry.decided_by else "",
        escaped(people.say(entry.noted.by)),
        desk.say(NOTED_AT).format(when=noted) if entry.at else "",
    ]
    return " · ".join(part for part in parts if part)


def _deed(what: str, key: str) -> NoteInLog:
    decided = bool(st.session_state.get(f"{key}-beslut"))
    return NoteInLog(
        what=what,
        kind="decision" if decided else "note",
        at=when.moment(key),
        decided_by=st.session_state.get(f"{key}-vem") if decided else None,
    )


def _write(desk: Desk, key: str) -> None:
    what = str(st.session_state.get(key) or "")
    if not what.strip():
        st.session_state["refused"] = (False, desk.say(EMPTY))
    elif when.is_half_said(key):
        st.session_state["refused"] = (False, desk.say(when.BOTH))
    elif desk.do(_deed(what, key)):
        next_turn(f"dagbok-{desk.dossier.id}")
    st.rerun([FRAGMENT])
