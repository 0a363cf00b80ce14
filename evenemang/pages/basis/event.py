"""What the event is called, who holds it and who handles it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.opening import SetEvent, SetOfficer
from evenemang.flow.operation import Operation
from evenemang.flow.saying import day
from evenemang.pages import registers, ways
from evenemang.pages.allowed import is_members, told
from evenemang.pages.basis import new_organiser
from evenemang.pages.desk import Desk, fresh, show_refusal
from evenemang.pages.held import hold
from evenemang.pages.new_dossier import DAY_FORMAT
from evenemang.pages.people import people_of

TITLE = Text(sv="Evenemanget", en="The event")
NAME = Text(sv="Namn", en="Name")
DIARY = Text(sv="Diarienummer", en="Diary number")
OFFICER = Text(sv="Handläggare", en="Officer")
SERIES = Text(sv="Serie (samma evenemang olika år)", en="Series (the same event different years)")
ORGANISER = Text(sv="Arrangör", en="Organiser")
SEE = Text(sv="Arrangörens historik och kontakter", en="The organiser's history and contacts")
RECEIVED = Text(sv="Ansökan inkom", en="Application received")
NOTE = Text(sv="Anteckning", en="Note")
SERIES_FORM = Text(
    sv="Skriv serien med bokstäver a–z, siffror och bindestreck, till exempel potatisfestivalen.",
    en="Write the series with letters a–z, digits and hyphens, for example potato-festival.",
)


@st.fragment
def show(desk: Desk) -> None:
    """Show the event's own fields; each is kept when it is left."""
    before, desk = desk, fresh(desk)
    st.header(desk.say(TITLE), anchor=False)
    show_refusal()
    if desk.may("set-event"):
        _fields(desk)
    else:
        _as_text(desk)
    organiser = desk.dossier.event.organiser
    if organiser and is_members(desk.house, desk.actor):
        ways.to_organiser(desk.say(SEE), organiser, icon=":material/corporate_fare:")
    if _head_differs(before, desk):
        st.rerun()


def _as_text(desk: Desk) -> None:
    event, received = desk.dossier.event, desk.dossier.event.application_received
    organiser = registers.organisers(desk.house).get(event.organiser or "")
    told(desk.say(NAME), event.name)
    left, right = st.columns(2)
    with left:
        told(desk.say(DIARY), desk.dossier.diary_number)
        told(desk.say(ORGANISER), organiser.name if organiser else event.organiser)
        told(desk.say(RECEIVED), day(received, desk.language) if received else None)
    with right:
        _officer(desk)
        told(desk.say(SERIES), event.series)
    told(desk.say(NOTE), event.note)


def _fields(desk: Desk) -> None:
    event = desk.dossier.event
    st.text_input(
        desk.say(NAME), max_chars=200, key=hold("namn", event.name), on_change=_on("namn", desk, _name)
    )
    left, right = st.columns(2)
    with left:
        st.text_input(
            desk.say(DIARY),
            max_chars=100,
            key=hold("diarie", desk.dossier.diary_number),
            on_change=_on("diarie", desk, lambda said: SetEvent(diary_number=said or "")),
        )
        _organiser(desk)
        st.date_input(
            desk.say(RECEIVED),
            value=None,
            format=DAY_FORMAT,
            key=hold("inkom", event.application_received),
            on_change=_on("inkom", desk, _received),
        )
    with right:
        _officer(desk)
        _series(desk)
    st.text_area(
        desk.say(NOTE),
        max_chars=LONGEST_TEXT,
        height=100,
        key=hold("anteckning", event.note),
        on_change=_on("anteckning", desk, lambda said: SetEvent(note=said or "")),
    )


def _on(key: str, desk: Desk, deed: Callable[[object], Operation | None]) -> Callable[[], None]:
    """Return what keeps a field when it is left."""

    def keep() -> None:
        operation = deed(st.session_state[key])
        if operation is not None:
            desk.do_as_seen(operation)

    return keep


def _name(said: object) -> Operation | None:
    return SetEvent(event_name=str(said)) if str(said or "").strip() else None


def _received(said: object) -> Operation:
    return SetEvent(application_received=said) if said else SetEvent(clear=("application_received",))


def _holder(said: object) -> Operation:
    return SetEvent(organiser=said) if said else SetEvent(clear=("organiser",))


def _of_series(said: object) -> Operation:
    return SetEvent(series=said) if said else SetEvent(clear=("series",))


def _officer(desk: Desk) -> None:
    def keep() -> None:
        desk.do_as_seen(SetOfficer(officer=st.session_state["handlaggaren"]))

    people, officer = people_of(desk.house), desk.dossier.officer
    if desk.may("set-officer"):
        people.choose(desk.say(OFFICER), officer, desk.language, "handlaggaren", keep)
    else:
        told(desk.say(OFFICER), people.say(officer) if officer else None)


def _organiser(desk: Desk) -> None:
    names = {one.id: one.name for one in registers.organisers(desk.house).values()}
    registers.choose(
        desk.say(ORGANISER),
        names,
        desk.dossier.event.organiser,
        language=desk.language,
        key="arrangor",
        on_change=_on("arrangor", desk, _holder),
    )
    new_organiser.show(desk)


def _series(desk: Desk) -> None:
    st.text_input(
        desk.say(SERIES),
        max_chars=60,
        validate=(r"^[A-Za-z0-9][A-Za-z0-9._/-]*$", desk.say(SERIES_FORM)),
        key=hold("serie", desk.dossier.event.series or ""),
        on_change=_on("serie", desk, _of_series),
    )


def _head_differs(before: Desk, now: Desk) -> bool:
    """Whether the page's head, drawn before, says something else now."""
    return (before.dossier.event.name, before.dossier.diary_number) != (
        now.dossier.event.name,
        now.dossier.diary_number,
    )
