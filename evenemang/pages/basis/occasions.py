"""When: each day or evening, and series of days."""

from __future__ import annotations

from datetime import date, time

import streamlit as st
from pydantic import ValidationError

from evenemang.domain.event import DailyOccasions, Occasion
from evenemang.domain.text import Text
from evenemang.flow.opening import SetEvent
from evenemang.flow.saying import number
from evenemang.flow.words import sentence
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk, fresh, show_refusal
from evenemang.pages.new_dossier import DAY_FORMAT
from evenemang.pages.periods import between, period, weekday
from evenemang.pages.showing import escaped

TITLE = Text(sv="Tillfällen", en="Occasions")
NONE = Text(
    sv="Ingen dag är bestämd än. Lägg till den första när ni vet.", en="No day is set yet. Add the first one."
)
ONE_DAY = Text(sv="{day}, klockan {starts}–{ends} · {visitors}", en="{day}, {starts}–{ends} · {visitors}")
DAILY = Text(
    sv="Varje dag {period}, klockan {starts}–{ends} · {visitors}",
    en="Every day {period}, {starts}–{ends} · {visitors}",
)
VISITORS = Text(sv="{count} väntade besök", en="{count} visits expected")
VISITORS_UNKNOWN = Text(sv="besök inte kända än", en="visits not known yet")
REMOVE = Text(sv="Ta bort", en="Remove")
ADD = Text(sv="Lägg till tillfälle", en="Add an occasion")
FIRST = Text(sv="Dag", en="Day")
LAST = Text(sv="Till och med (om det är varje dag)", en="Until (if it is every day)")
STARTS = Text(sv="Börjar", en="Starts")
ENDS = Text(sv="Slutar", en="Ends")
EXPECTED = Text(sv="Väntade besök", en="Visits expected")
UNKNOWN = Text(sv="Vet inte än", en="Not known yet")
DAYLESS = Text(sv="Välj en dag.", en="Choose a day.")
BACKWARDS = Text(sv="Sista dagen kommer före den första.", en="The last day comes before the first.")
NO_HOURS = Text(
    sv="Enligt listan: {days}. Klockslagen är inte kända.",
    en="By the list: {days}. The hours are not known.",
)

Entry = Occasion | DailyOccasions


@st.fragment
def show(desk: Desk) -> None:
    """Show the occasions, and the way to add one."""
    before, desk = desk, fresh(desk)
    st.header(desk.say(TITLE), anchor=False)
    show_refusal()
    entries = desk.dossier.event.occasions
    if not entries:
        days = escaped(period(desk.dossier.event, desk.language))
        st.write(desk.say(NO_HOURS).format(days=days) if days else desk.say(NONE))
    else:
        with st.container(border=True, key="lista-tillfallen", gap=None):
            for index, entry in enumerate(entries):
                _row(desk, index, entry)
    _add(desk)
    if before.dossier.event.occasions != entries:
        st.rerun()


@takes("set-event")
def _add(desk: Desk) -> None:
    if st.button(desk.say(ADD), key="nytt-tillfalle", icon=":material/add:"):
        st.dialog(desk.say(ADD))(_form)(desk)


def _row(desk: Desk, index: int, entry: Entry) -> None:
    with st.container(
        key=f"rad-tillfalle-{index}",
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
    ):
        st.markdown(said(desk, entry), width="content")

        _remove(desk, index)


@takes("set-event")
def _remove(desk: Desk, index: int) -> None:
    def remove() -> None:
        left = tuple(one for number, one in enumerate(desk.dossier.event.occasions) if number != index)
        desk.do_as_seen(SetEvent(occasions=left))

    st.button(desk.say(REMOVE), key=f"bort-tillfalle-{index}", type="tertiary", on_click=remove)


def said(desk: Desk, entry: Entry) -> str:
    """Return an occasion, or a series of days, in words."""
    daily = isinstance(entry, DailyOccasions)
    expected = entry.visitors_total if isinstance(entry, DailyOccasions) else entry.visitors
    visitors = (
        desk.say(VISITORS_UNKNOWN)
        if expected is None
        else desk.say(VISITORS).format(count=number(expected, desk.language))
    )
    if isinstance(entry, DailyOccasions):
        period = between(entry.first, entry.to, desk.language)
        hours = entry.daily
        return desk.say(DAILY).format(period=period, starts=hours.starts, ends=hours.ends, visitors=visitors)
    day = weekday(entry.date, desk.language)
    text = ONE_DAY if not daily else DAILY
    return desk.say(text).format(day=sentence(day), starts=entry.starts, ends=entry.ends, visitors=visitors)


def _form(desk: Desk) -> None:
    first = st.date_input(desk.say(FIRST), value=desk.dossier.event.first_day, format=DAY_FORMAT, key="t-dag")
    last = st.date_input(desk.say(LAST), value=None, format=DAY_FORMAT, key="t-sista")
    left, right = st.columns(2)
    starts = left.time_input(desk.say(STARTS), value=time(10), key="t-start")
    ends = right.time_input(desk.say(ENDS), value=time(16), key="t-slut")
    visitors = st.number_input(
        desk.say(EXPECTED),
        min_value=0,
        max_value=5_000_000,
        value=None,
        step=1,
        placeholder=desk.say(UNKNOWN),
        key="t-besok",
    )
    if st.button(desk.say(ADD), key="t-spara", type="primary"):
        if first is None:
            st.error(desk.say(DAYLESS))
            return
        _keep(desk, first, last, (f"{starts:%H:%M}", f"{ends:%H:%M}"), visitors)
    show_refusal()


def _keep(desk: Desk, first: date, last: date | None, hours: tuple[str, str], visitors: int | None) -> None:
    try:
        entry = _entry(first, last, hours, visitors)
    except ValidationError:
        st.error(desk.say(BACKWARDS))
        return
    if desk.do_as_seen(SetEvent(occasions=(*desk.dossier.event.occasions, entry))):
        st.rerun()


def _entry(first: date, last: date | None, hours: tuple[str, str], visitors: int | None) -> Entry:
    starts, ends = hours
    if last is None or last == first:
        return Occasion(date=first, starts=starts, ends=ends, visitors=visitors)
    return DailyOccasions.model_validate(
        {"from": first, "to": last, "daily": {"starts": starts, "ends": ends}, "visitors_total": visitors}
    )
