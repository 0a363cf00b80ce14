"""Noting a lesson: one sentence, the question it belongs to, and how widely it is meant to come back."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.actor import Actor
from evenemang.domain.lesson import Concerns
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.learning import NewLesson, note_lesson
from evenemang.pages import noticed
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk
from evenemang.pages.evaluation.naming import KIND, kind_words, organiser_words, place_words
from evenemang.pages.evaluation.trying import tell, tried_beside
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.on_site.zones import zones
from evenemang.pages.showing import escaped

NOTE = Text(sv="Notera en lärdom", en="Note a lesson")
SENTENCE = Text(
    sv="Lärdomen i en mening, så att nästa års grupp förstår",
    en="The lesson in one sentence, so that next year's group understands",
)
QUESTION = Text(sv="Vilken fråga gäller den?", en="Which question does it concern?")
AREA = Text(sv="{area}: hela riskområdet", en="{area}: the whole area")
WHOLE = Text(sv="Hela evenemanget", en="The whole event")
INCIDENT = Text(sv="Kom den ur en händelse?", en="Did it come from an incident?")
NO_INCIDENT = Text(sv="Nej", en="No")
ONLY = Text(
    sv="Ska den bara komma tillbaka där det här är likadant?",
    en="Is it only to come back where this is the same?",
)
PLACE = Text(sv="Platsen: {name}", en="The place: {name}")
ZONE = Text(sv="Delområde", en="Zone")
WHOLE_PLACE = Text(sv="Hela platsen", en="The whole place")
ORGANISER = Text(sv="Arrangören: {name}", en="The organiser: {name}")
SORT = Text(sv="Slag av evenemang: {name}", en="The kind of event: {name}")
NOBODY_ELSE = Text(
    sv="Utan kryss kommer den tillbaka vid alla evenemang som får frågan.",
    en="Without ticks it comes back at every event that is asked the question.",
)
SAVE = Text(sv="Spara lärdomen", en="Save the lesson")
EMPTY = Text(
    sv="Det är inte sparat. Skriv lärdomen i en mening.",
    en="It is not saved. Write the lesson in one sentence.",
)


@takes("note-lesson")
def show(desk: Desk, fragment: str) -> None:
    """Show the form, folded; `fragment` shows the lessons and is shown anew."""
    key = turn(_form(desk))
    with (
        st.expander(desk.say(NOTE), icon=":material/lightbulb:", key="notera-lardom"),
        st.form(f"blankett-{key}", border=False, enter_to_submit=False),
    ):
        st.text_area(desk.say(SENTENCE), key=f"notering-text-{key}", height=80, max_chars=LONGEST_TEXT)
        _question(desk, key)
        _incident(desk, key)
        _ticks(desk, key)
        st.form_submit_button(desk.say(SAVE), key="spara-lardom", on_click=_save, args=(desk, fragment))


def _form(desk: Desk) -> str:
    return f"notering-{desk.dossier.id}"


def _question(desk: Desk, key: str) -> None:
    names: dict[str, str] = {}
    for area, asked in desk.reading.asked.items():
        title = desk.say(desk.content.areas[area].title)
        names[area] = desk.say(AREA).format(area=title)
        names |= {question.id: f"{title}: {desk.say(question.ask)}" for question in asked}
    st.selectbox(
        desk.say(QUESTION),
        list(names),
        index=None,
        format_func=lambda one: names[one],
        placeholder=desk.say(WHOLE),
        key=f"notering-fraga-{key}",
    )


def _incident(desk: Desk, key: str) -> None:
    incidents = {one.id: f"{one.id} {one.what}" for one in desk.dossier.incidents}
    if incidents:
        st.selectbox(
            desk.say(INCIDENT),
            list(incidents),
            index=None,
            format_func=lambda one: incidents[one],
            placeholder=desk.say(NO_INCIDENT),
            key=f"notering-handelse-{key}",
        )


def _ticks(desk: Desk, key: str) -> None:
    event = desk.dossier.event
    kind = event.facts.get(KIND)
    st.markdown(desk.say(ONLY))
    if event.place:
        st.checkbox(
            _label(desk, PLACE, place_words(desk, event.place)), value=True, key=f"notering-plats-{key}"
        )
        _zone(desk, key)
    if event.organiser:
        st.checkbox(_label(desk, ORGANISER, organiser_words(desk)), key=f"notering-arrangor-{key}")
    if kind:
        st.checkbox(_label(desk, SORT, kind_words(desk, str(kind))), key=f"notering-slag-{key}")
    st.caption(desk.say(NOBODY_ELSE))


def _label(desk: Desk, label: Text, name: str) -> str:
    """A label renders Markdown, where a name from a person must stay letters."""
    return desk.say(label).format(name=escaped(name))


def _zone(desk: Desk, key: str) -> None:
    names = zones(desk)
    if names:
        st.selectbox(
            desk.say(ZONE),
            list(names),
            index=None,
            format_func=lambda one: names[one],
            placeholder=desk.say(WHOLE_PLACE),
            key=f"notering-zon-{key}",
        )


def _save(desk: Desk, fragment: str) -> None:
    key = turn(_form(desk))
    text = str(st.session_state.get(f"notering-text-{key}") or "")
    if not text.strip():
        tell(desk, EMPTY)
    elif tried_beside(desk, lambda by: _note(desk, text, by)):
        next_turn(_form(desk))
    st.rerun([fragment])


def _note(desk: Desk, text: str, by: Actor) -> None:
    incident = st.session_state.get(f"notering-handelse-{turn(_form(desk))}")
    new = NewLesson(text=text, from_event=desk.dossier.id, from_incident=incident, concerns=_concerns(desk))
    note_lesson(desk.house.workspace, new, by)
    noticed.look(new, desk.language)


def _concerns(desk: Desk) -> Concerns:
    key, event = turn(_form(desk)), desk.dossier.event
    place, _, zone = str(st.session_state.get(f"notering-zon-{key}") or "").partition("/")
    if not st.session_state.get(f"notering-plats-{key}"):
        place, zone = "", ""
    elif not place:
        place = event.place or ""
    kind = event.facts.get(KIND)
    about = st.session_state.get(f"notering-fraga-{key}")
    whole_area = about in desk.reading.asked
    return Concerns(
        question=None if whole_area else about,
        area=about if whole_area else None,
        place=place or None,
        zone=zone or None,
        organiser=event.organiser if st.session_state.get(f"notering-arrangor-{key}") else None,
        kind=str(kind) if kind and st.session_state.get(f"notering-slag-{key}") else None,
    )
