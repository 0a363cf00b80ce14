"""The day log: one line at a time, with the time and who wrote it."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.on_site import NoteInLog
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, fresh, show_refusal
from evenemang.pages.on_site import words
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.people import People, people_of
from evenemang.pages.showing import clock, escaped

NONE = Text(sv="Dagboken är tom", en="The day log is empty")
ONE = Text(sv="1 rad i dagboken", en="1 line in the day log")
MANY = Text(sv="{count} rader i dagboken", en="{count} lines in the day log")
LINE = Text(sv="Vad händer nu?", en="What is happening now?")
SAVE = Text(sv="Skriv i dagboken {clock}", en="Write in the day log {clock}")
EMPTY = Text(sv="Skriv en rad först.", en="Write a line first.")
FRAGMENT = "dagbok"


def show(desk: Desk) -> None:
    """Show the log, newest first, with a line to write at the top."""
    st.fragment(_log, key=FRAGMENT)(desk)


def _log(desk: Desk) -> None:
    desk = fresh(desk)
    entries = desk.dossier.day_log
    form = NONE if not entries else ONE if len(entries) == 1 else MANY
    st.header(desk.say(form).format(count=len(entries)), anchor=False)
    _line(desk)
    show_refusal()
    if entries:
        _lines(desk, people_of(desk.house))


@takes("note-in-log")
def _line(desk: Desk) -> None:
    key = turn(f"dagbok-{desk.dossier.id}")
    st.text_input(desk.say(LINE), key=key, max_chars=LONGEST_TEXT, on_change="ignore", autocomplete="off")
    st.caption(desk.say(words.NO_NAMES))
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
        for entry in reversed(desk.dossier.day_log):
            with st.container(key=f"rad-dagbok-{entry.id}", gap=None):
                when = words.moment_short(entry.noted.at, now, desk.language)
                st.caption(f"{when} · {escaped(people.say(entry.noted.by))}")
                st.markdown(escaped(entry.what))


def _write(desk: Desk, key: str) -> None:
    what = str(st.session_state.get(key) or "")
    if not what.strip():
        st.session_state["refused"] = (False, desk.say(EMPTY))
    elif desk.do(NoteInLog(what=what)):
        next_turn(f"dagbok-{desk.dossier.id}")
    st.rerun([FRAGMENT])
