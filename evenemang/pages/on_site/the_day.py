"""The day: telephone numbers, where things are, and what was decided; the day's sheet is made of it."""

from __future__ import annotations

import re

import streamlit as st

from evenemang.domain.day_plan import DayPlan, PhoneLine
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.day_planning import DropPhone, NotePhone, PlanDay
from evenemang.pages import foot
from evenemang.pages.allowed import takes, told
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.on_site import last_time, standing_conditions
from evenemang.pages.on_site.turns import next_turn, turn
from evenemang.pages.showing import escaped

PHONES = Text(sv="Ring", en="Phone")
EMERGENCY = Text(
    sv="**[112](tel:112)** vid fara för liv, egendom eller miljö",
    en="**[112](tel:112)** in danger to life, property or the environment",
)
NO_PHONES = Text(
    sv="Inga nummer än. Lägg in dem som behövs i kväll: ledning, ordningsvakter, sjukvård, el, väghållare.",
    en="No numbers yet. Add those needed tonight: command, stewards, medics, power, roads.",
)
ADD = Text(sv="Lägg till nummer", en="Add a number")
WHO = Text(sv="Vem (helst funktion)", en="Who (a post rather than a name)")
NUMBER = Text(sv="Telefonnummer", en="Telephone number")
SAVE_PHONE = Text(sv="Lägg till", en="Add")
BOTH = Text(sv="Fyll i både vem och nummer.", en="Fill in both who and number.")
DROP = Text(sv="Ta bort", en="Take away")
PLACES = Text(sv="Var finns det?", en="Where is it?")
SAVE = Text(sv="Spara", en="Save")
LABELS: dict[str, Text] = {
    "rescue": Text(sv="Räddningsvägar som hålls fria", en="Rescue ways that are kept free"),
    "meeting": Text(sv="Här möts räddningstjänsten", en="Here the rescue service is met"),
    "assembly": Text(sv="Återsamlingsplats för publiken", en="Assembly point for the audience"),
    "command": Text(sv="Ledningsplats", en="Command post"),
    "radio": Text(sv="Radio: kanal och anrop", en="Radio: channel and call signs"),
}
NUMBER_LIKE = re.compile(r"\+?[0-9][0-9 ()/–-]{2,24}")
FRAGMENT = "dagen"


def show(desk: Desk) -> None:
    """Show the numbers and the places, and then what was decided."""
    st.fragment(_day, key=FRAGMENT)(desk)
    standing_conditions.show(desk)


def _day(desk: Desk) -> None:
    desk = fresh(desk)
    foot.tell(FRAGMENT)
    st.header(desk.say(PHONES), anchor=False)
    with st.container(border=True, key="lista-telefon"):
        with st.container(key="rad-telefon-112"):
            st.markdown(desk.say(EMERGENCY))
        for one in desk.dossier.phones:
            with st.container(key=f"rad-telefon-{one.id}", horizontal=True, vertical_alignment="center"):
                _phone(desk, one)
    if not desk.dossier.phones:
        st.caption(desk.say(NO_PHONES))
    last_time.phones(desk, FRAGMENT)
    _add(desk)
    st.header(desk.say(PLACES), anchor=False)
    if desk.may("plan-day"):
        _plan(desk)
    else:
        for field, label in LABELS.items():
            told(desk.say(label), getattr(desk.dossier.day_plan, field, ""))


def _phone(desk: Desk, one: PhoneLine) -> None:
    st.markdown(f"{escaped(one.who)}  \n**{_to_call(one.number)}**", width="stretch")
    _drop(desk, one)


def _to_call(number: str) -> str:
    """Return a number that a phone calls when it is tapped; what is no number stays text."""
    digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return f"[{escaped(number)}](tel:{digits})" if NUMBER_LIKE.fullmatch(number.strip()) else escaped(number)


@takes("drop-phone")
def _drop(desk: Desk, one: PhoneLine) -> None:
    st.button(
        f"{desk.say(DROP)} {escaped(one.number)}",
        key=f"bort-telefon-{one.id}",
        type="tertiary",
        on_click=_dropped,
        args=(desk, one.id),
    )


def _dropped(desk: Desk, phone: str) -> None:
    desk.do_as_seen(DropPhone(phone=phone))
    st.rerun([FRAGMENT])


@takes("note-phone")
def _add(desk: Desk) -> None:
    key = turn(f"telefon-{desk.dossier.id}")
    with st.expander(desk.say(ADD), icon=":material/add_call:"), st.form(f"form-{key}", border=False):
        st.text_input(desk.say(WHO), key=f"{key}-vem", max_chars=LONGEST_TEXT, autocomplete="off")
        st.text_input(desk.say(NUMBER), key=f"{key}-nummer", max_chars=LONGEST_TEXT, autocomplete="off")
        st.form_submit_button(desk.say(SAVE_PHONE), key=f"{key}-spara", on_click=_noted, args=(desk, key))


def _noted(desk: Desk, key: str) -> None:
    who, number = (str(st.session_state.get(f"{key}-{field}") or "").strip() for field in ("vem", "nummer"))
    if not (who and number):
        st.session_state["refused"] = (False, desk.say(BOTH))
    elif desk.do(NotePhone(who=who, number=number)):
        next_turn(f"telefon-{desk.dossier.id}")
    st.rerun([FRAGMENT])


def _plan(desk: Desk) -> None:
    plan: DayPlan | None = desk.dossier.day_plan
    key = turn(f"dagen-{desk.dossier.id}")
    with st.form(f"form-{key}", border=False, enter_to_submit=False):
        for field, label in LABELS.items():
            st.text_area(
                desk.say(label),
                getattr(plan, field, ""),
                key=f"{key}-{field}",
                height=80,
                max_chars=LONGEST_TEXT,
            )
        st.form_submit_button(desk.say(SAVE), key=f"{key}-spara", on_click=_planned, args=(desk, key))


def _planned(desk: Desk, key: str) -> None:
    said = {field: str(st.session_state.get(f"{key}-{field}") or "") for field in LABELS}
    if desk.do_as_seen(PlanDay(**said)):
        next_turn(f"dagen-{desk.dossier.id}")
    st.rerun([FRAGMENT])
