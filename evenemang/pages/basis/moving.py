"""The event is moved, or not held."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.rescheduling import Cancel, MoveEvent, Uncancel
from evenemang.flow.saying import day
from evenemang.pages.allowed import takes, tell_what_it_takes
from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.new_dossier import DAY_FORMAT
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

MOVE = Text(sv="Flytta evenemanget", en="Move the event")
FOLLOWS = Text(
    sv="Alla tillfällen flyttas lika många dagar. Åtgärder som räknas i dagar före eller efter följer med.",
    en="Every occasion moves as many days. Actions counted in days before or after follow.",
)
NO_DAY = Text(sv="Ange en dag under Evenemanget först.", en="First set a day under The event.")
NEW_DAY = Text(sv="Ny första dag", en="New first day")
WHY = Text(sv="Varför?", en="Why?")
SAME = Text(sv="Välj en annan dag än den nuvarande.", en="Choose another day than the present one.")
MOVED = Text(
    sv="Flyttat {days} dagar {when} av {by}. {because}", en="Moved {days} days on {when} by {by}. {because}"
)
CANCEL = Text(sv="Ställ in evenemanget", en="Cancel the event")
STAYS = Text(
    sv="Ärendet finns kvar med allt som är gjort, och går att återuppta.",
    en="The dossier stays with all that is done, and can be taken up again.",
)
IS_CANCELLED = Text(sv="Inställt {when} av {by}: {because}", en="Cancelled {when} by {by}: {because}")
UNCANCEL = Text(sv="Evenemanget blir av ändå", en="The event is held after all")


def show(desk: Desk) -> None:
    """Show both ways."""
    show_refusal()
    tell_what_it_takes(desk, "move-event")
    left, right = st.columns(2, gap="large")
    with left:
        _move(desk)
    with right:
        _cancel(desk)


def _move(desk: Desk) -> None:
    st.header(desk.say(MOVE), anchor=False)
    _move_form(desk)
    people = people_of(desk.house)
    for one in desk.dossier.moves:
        st.caption(
            desk.say(MOVED).format(
                days=one.days,
                when=day(one.given.at.date(), desk.language),
                by=escaped(people.say(one.given.by)),
                because=escaped(one.because),
            )
        )


@takes("move-event")
def _move_form(desk: Desk) -> None:
    st.caption(desk.say(FOLLOWS))
    first = desk.dossier.event.first_day
    if first is None:
        st.write(desk.say(NO_DAY))
        return
    with st.form("flytta", border=False):
        to = st.date_input(
            desk.say(NEW_DAY), value=first, format=DAY_FORMAT, key=f"ny-dag-{desk.dossier.id}-{first}"
        )
        because = st.text_input(desk.say(WHY), max_chars=2_000, key=f"flytt-varfor-{desk.dossier.id}")
        if st.form_submit_button(desk.say(MOVE)):
            if to == first:
                st.error(desk.say(SAME))
            elif desk.do(MoveEvent(days=(to - first).days, because=because)):
                st.rerun()
    show_refusal()


def _cancel(desk: Desk) -> None:
    st.header(desk.say(CANCEL), anchor=False)
    cancelled = desk.dossier.cancelled
    if cancelled:
        by = escaped(people_of(desk.house).say(cancelled.given.by))
        when = day(cancelled.given.at.date(), desk.language)
        st.write(desk.say(IS_CANCELLED).format(when=when, by=by, because=escaped(cancelled.because)))
        _take_up(desk)
    else:
        _cancel_form(desk)


@takes("uncancel")
def _take_up(desk: Desk) -> None:
    st.button(desk.say(UNCANCEL), key="ateruppta", on_click=desk.doing(Uncancel()))


@takes("cancel")
def _cancel_form(desk: Desk) -> None:
    st.caption(desk.say(STAYS))
    with st.form("stall-in", border=False):
        because = st.text_input(desk.say(WHY), max_chars=2_000, key=f"installt-varfor-{desk.dossier.id}")
        if st.form_submit_button(desk.say(CANCEL)) and desk.do(Cancel(because=because)):
            st.rerun()
    show_refusal()
