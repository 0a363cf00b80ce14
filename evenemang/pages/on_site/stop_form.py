"""Reading a stop criterion off, agreeing on it, and adding one of the event's own."""

from __future__ import annotations

from typing import Any

import streamlit as st

from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.day_planning import AgreeStop, DropStop
from evenemang.flow.on_site import NoteInLog
from evenemang.flow.stopping import Criterion
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped
from evenemang.pages.walk.words import figure, unit_words

READ = Text(sv="Läs av", en="Read off")
VALUE = Text(sv="Avläst värde ({unit})", en="Value read ({unit})")
VALUE_ALONE = Text(sv="Avläst värde", en="Value read")
SAVE_VALUE = Text(sv="Skriv avläsningen", en="Write the reading")
NO_VALUE = Text(sv="Ange det avlästa värdet.", en="Give the value read.")
LINE = Text(sv="{what}: {value}", en="{what}: {value}")
AGREE = Text(sv="Bestäm vem som beslutar", en="Agree on who decides")
DECIDES = Text(sv="Vem beslutar?", en="Who decides?")
OTHER_FIGURES = Text(
    sv="Egna tal, om ni har en bättre källa", en="Figures of your own, where you have a better source"
)
WATCH, AT = Text(sv="Bevaka vid", en="Watch at"), Text(sv="Stopp vid", en="Stop at")
UNIT = Text(sv="Enhet", en="Unit")
SOURCE = Text(sv="Var kommer talen ifrån?", en="Where do the figures come from?")
WHEN = Text(sv="Eller i ord: stopp när …", en="Or in words: stop when …")
DO = Text(sv="Vad gör ni då?", en="What do you do then?")
SAVE = Text(sv="Spara kriteriet", en="Save the criterion")
DROP = Text(sv="Ta bort det ni har bestämt", en="Take away what you agreed on")
NEW = Text(sv="Lägg till ett eget stoppkriterium", en="Add a stop criterion of your own")
TITLE = Text(sv="Vad gäller det?", en="What is it about?")
TITLE_FORM = Text(sv="Till exempel: Räddningsväg vid Södra Ringgatan", en="For example: Rescue way")
FRAGMENT = "stopp"
FIELDS = ("title", "watch", "at", "unit", "when", "source", "do", "decides")


def show(desk: Desk, one: Criterion) -> None:
    """Show the two forms of a criterion, folded."""
    if one.stop is not None or one.watch is not None:
        _reading(desk, one)
    _agreeing(desk, one)


@takes("note-in-log")
def _reading(desk: Desk, one: Criterion) -> None:
    key = turn(f"avlast-{desk.dossier.id}-{one.id}")
    unit = unit_words(one.unit, desk.language)
    with st.expander(desk.say(READ), icon=":material/speed:"):
        label = desk.say(VALUE).format(unit=unit) if unit else desk.say(VALUE_ALONE)
        st.number_input(escaped(label), value=None, step=0.1, format="%.1f", key=key, on_change="ignore")
        st.button(desk.say(SAVE_VALUE), key=f"{key}-spara", on_click=_read, args=(desk, one, key))


def _read(desk: Desk, one: Criterion, key: str) -> None:
    value = st.session_state.get(key)
    if value is None:
        st.session_state["refused"] = (False, desk.say(NO_VALUE))
    else:
        unit = unit_words(one.unit, desk.language)
        shown = f"{figure(value, desk.language)} {unit}".strip()
        what = desk.say(LINE).format(what=desk.say(one.title), value=shown)
        if desk.do(NoteInLog(kind="reading", what=what, stop=one.id, value=float(value))):
            next_turn(f"avlast-{desk.dossier.id}-{one.id}")
    st.rerun([FRAGMENT])


@takes("agree-stop")
def _agreeing(desk: Desk, one: Criterion) -> None:
    key = turn(f"kriterium-{desk.dossier.id}-{one.id}")
    with st.expander(desk.say(AGREE), icon=":material/how_to_reg:"):
        _form(desk, one, key)
        if one.agreed:
            _drop(desk, one)


@takes("agree-stop")
def new(desk: Desk) -> None:
    """Show the form for a criterion of the event's own, folded."""
    with st.expander(desk.say(NEW), icon=":material/add:"):
        _form(desk, None, turn(f"kriterium-{desk.dossier.id}-nytt"))


def _form(desk: Desk, one: Criterion | None, key: str) -> None:
    agreed = one.agreed if one else None
    with st.form(f"form-{key}", border=False, enter_to_submit=False):
        if one is None or one.is_own:
            st.text_input(
                desk.say(TITLE),
                agreed.title if agreed else "",
                key=f"{key}-title",
                placeholder=desk.say(TITLE_FORM),
                max_chars=LONGEST_TEXT,
            )
        people_of(desk.house).choose(
            desk.say(DECIDES), agreed.decides if agreed else None, desk.language, f"{key}-decides"
        )
        _texts(desk, one, key)
        _figures(desk, one, key)
        st.form_submit_button(desk.say(SAVE), key=f"{key}-spara", on_click=_save, args=(desk, one, key))


def _texts(desk: Desk, one: Criterion | None, key: str) -> None:
    agreed = one.agreed if one else None
    for field, label in (("do", DO), ("when", WHEN)):
        st.text_input(
            desk.say(label),
            getattr(agreed, field) if agreed else "",
            key=f"{key}-{field}",
            max_chars=LONGEST_TEXT,
        )


def _figures(desk: Desk, one: Criterion | None, key: str) -> None:
    agreed = one.agreed if one else None
    st.caption(desk.say(OTHER_FIGURES))
    left, right = st.columns(2)
    for column, field, label, now in (
        (left, "watch", WATCH, agreed.watch if agreed else None),
        (right, "at", AT, agreed.stop if agreed else None),
    ):
        column.number_input(desk.say(label), value=now, step=0.1, format="%.1f", key=f"{key}-{field}")
    if one is None or one.is_own:
        st.text_input(desk.say(UNIT), (agreed.unit or "") if agreed else "", key=f"{key}-unit", max_chars=50)
    st.text_input(
        desk.say(SOURCE), agreed.source if agreed else "", key=f"{key}-source", max_chars=LONGEST_TEXT
    )


@takes("drop-stop")
def _drop(desk: Desk, one: Criterion) -> None:
    st.button(desk.say(DROP), key=f"slopa-{one.id}", type="tertiary", on_click=_dropped, args=(desk, one))


def _dropped(desk: Desk, one: Criterion) -> None:
    desk.do_as_seen(DropStop(stop=one.id))
    st.rerun([FRAGMENT])


def _save(desk: Desk, one: Criterion | None, key: str) -> None:
    said: dict[str, Any] = {field: st.session_state.get(f"{key}-{field}") for field in FIELDS}
    given = {field: value for field, value in said.items() if value not in (None, "")}
    deed = AgreeStop.model_validate({**given, "stop": one.id if one else None})
    if desk.do_as_seen(deed) if one else desk.do(deed):
        next_turn(f"kriterium-{desk.dossier.id}-{one.id if one else 'nytt'}")
    st.rerun([FRAGMENT])
