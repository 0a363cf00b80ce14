"""What the rows of a list become, row by row, and the button that keeps them all at once."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.errors import EvenemangError
from evenemang.domain.text import Language, Text
from evenemang.flow.past.keeping import Kept, keep
from evenemang.flow.past.mapping import NEW
from evenemang.flow.past.records import REGISTERS, Register
from evenemang.flow.past.trying import Becomes, Trial, Tried
from evenemang.flow.past.words import ALIKE, becomes, summary
from evenemang.flow.saying import number
from evenemang.flow.words import sentence
from evenemang.pages import noticed, refusing, ways
from evenemang.pages.desk import SAY_WHO
from evenemang.pages.house import House
from evenemang.pages.periods import between
from evenemang.pages.showing import escaped

TITLE = Text(sv="Det här blir det", en="This is what it becomes")
WHICH = Text(sv="Vilka rader", en="Which rows")
ALL = Text(sv="Alla rader ({count})", en="All rows ({count})")
LOOK = Text(sv="Att se över ({count})", en="To look over ({count})")
ROW = Text(sv="Rad {row}", en="Row {row}")
NO_TIME = Text(sv="Datum saknas", en="No date yet")
NEW_NAME = Text(sv="{name} (ny)", en="{name} (new)")
VISITS = Text(sv="{count} besök", en="{count} visits")
NAMELESS = Text(sv="Utan namn", en="Without a name")
LEFT_OUT = Text(sv="Kolumner som inte tas med: {headings}", en="Columns left out: {headings}")
MADE: dict[Register, Text] = {
    "places": Text(sv="Nya platser: {names}", en="New places: {names}"),
    "organisers": Text(
        sv="Nya arrangörer, kända bara till namnet: {names}",
        en="New organisers, known by name alone: {names}",
    ),
}
MORE = Text(sv="Visa fler rader", en="Show more rows")
KEEP = Text(sv="Lagra {count} ärenden", en="Keep {count} dossiers")
KEEP_ONE = Text(sv="Lagra ett ärende", en="Keep one dossier")
NOTHING = Text(
    sv="Inget nytt att lagra. Allt i listan finns redan, eller kan inte bli ärenden.",
    en="Nothing new to keep. All in the list is here already, or cannot become dossiers.",
)
PAGE = 20  # rows at once
SHOWN = "lista-visade"
LOOKS: dict[Becomes, tuple[str, str]] = {
    "new": ("blue", "add"),
    "exists": ("gray", "task_alt"),
    "same-row": ("gray", "content_copy"),
    "cannot": ("violet", "block"),
}


def show(house: House, trial: Trial, language: Language, actor: Actor | None) -> Kept | None:
    """Show what rows become; return what was kept, when somebody keeps it."""
    st.header(TITLE.say(language), anchor=False)
    st.write(summary(trial, language))
    _around(trial, language)
    _rows(trial, language)
    count = len(trial.of("new"))
    if not count:
        st.info(NOTHING.say(language))
        return None
    if actor is None:
        st.info(SAY_WHO.say(language))
    label = (KEEP_ONE if count == 1 else KEEP).say(language).format(count=count)
    ready = actor is not None and not trial.questions
    if not st.button(label, type="primary", disabled=not ready, key="lista-lagra") or actor is None:
        return None
    try:
        kept = keep(house.workspace, trial, actor)
    except EvenemangError as refused:
        refusing.tell(refused, language, "take-in-list")
        return None
    notes = (note.text for one in trial.of("new") for note in one.told.notes)
    noticed.look_at_texts(notes, language)
    house.changed()
    return kept


def _around(trial: Trial, language: Language) -> None:
    for register in REGISTERS:
        names = trial.made(register)
        if names:
            st.caption(MADE[register].say(language).format(names=escaped(", ".join(names))))
    for one in trial.alike:
        said = ALIKE.say(language).format(name=one.name, other=one.other)
        st.caption(f":material/help: {escaped(said)}")
    if trial.left_out:
        st.caption(LEFT_OUT.say(language).format(headings=escaped(", ".join(trial.left_out))))


def _rows(trial: Trial, language: Language) -> None:
    look = [one for one in trial.rows if one.remarks]
    counts = {"alla": (ALL, trial.rows), "oversyn": (LOOK, tuple(look))}
    which = st.segmented_control(
        WHICH.say(language),
        list(counts),
        default="oversyn" if look else "alla",
        required=True,
        format_func=lambda one: counts[one][0].say(language).format(count=len(counts[one][1])),
        label_visibility="collapsed",
        key="lista-vilka",
    )
    rows: Sequence[Tried] = counts[which or "alla"][1]
    shown = st.session_state.get(SHOWN, PAGE)
    with st.container(border=True, key="lista-rader", gap=None):
        for one in rows[:shown]:
            _row(one, language)
    if len(rows) > shown and st.button(MORE.say(language), key="lista-fler"):
        st.session_state[SHOWN] = shown + PAGE
        st.rerun()


def _row(one: Tried, language: Language) -> None:
    colour, icon = LOOKS[one.becomes]
    badge = f":{colour}-badge[:material/{icon}: {sentence(becomes(one, language))}]"
    name = escaped(one.told.name) or NAMELESS.say(language)
    with st.container(key=f"rad-lista-{one.told.row}", gap=None):
        if one.existing:
            ways.link(f"**{name}**", one.existing.id)
        else:
            st.markdown(f"**{name}**")
        st.markdown(badge)
        st.caption(_under(one, language))
        for remark in one.remarks:
            said = f"{remark.heading}: {remark.says.say(language)}"
            st.caption(f":material/error: {escaped(said)}")


def _under(one: Tried, language: Language) -> str:
    told = one.told
    place = NEW_NAME.say(language).format(name=told.place) if one.place == NEW else told.place
    organiser = NEW_NAME.say(language).format(name=told.organiser) if one.organiser == NEW else told.organiser
    parts = [
        ROW.say(language).format(row=told.row),
        _when(one, language),
        place,
        organiser,
        "" if told.visitors is None else VISITS.say(language).format(count=number(told.visitors, language)),
    ]
    return escaped(" · ".join(part for part in parts if part))


def _when(one: Tried, language: Language) -> str:
    held = one.told.held
    if held is None:
        return NO_TIME.say(language)
    return between(held.first, held.last, language) if held.exact else held.said
