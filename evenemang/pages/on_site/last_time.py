"""Counters and telephone numbers of the edition before, each to be confirmed by somebody or left."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.counting import Counter
from evenemang.domain.day_plan import PhoneLine
from evenemang.domain.text import Text
from evenemang.flow.counting import NamedEntrance, SetCounter
from evenemang.flow.day_planning import NotePhone
from evenemang.flow.operation import Operation
from evenemang.flow.recalling.last_time import last_time
from evenemang.flow.saying import number
from evenemang.pages.allowed import takes
from evenemang.pages.desk import Desk
from evenemang.pages.on_site.zones import zones
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

COUNTERS = Text(sv="Räknare från {name}: {count}", en="Counters of {name}: {count}")
CHECK_COUNTERS = Text(
    sv="Inget följer med av sig självt. Gäller högsta antalet och nivåerna än? Använd räknaren, och ändra "
    "det som är nytt.",
    en="Nothing comes along by itself. Do the highest number and the levels still hold? Use the counter, and "
    "change what is new.",
)
USE = Text(sv="Använd {name} igen", en="Use {name} again")
AT_MOST = Text(sv="högst {most} personer", en="at most {most} persons")
SHARES = Text(sv="bevaka vid {watch} %, stopp vid {stop} %", en="watch at {watch} %, stop at {stop} %")
WAYS = Text(sv="ingångar: {ways}", en="entrances: {ways}")
DECIDES = Text(sv="beslutar: {who}", en="decides: {who}")
AS_LAST = Text(sv="Som {name}: {because}", en="As {name}: {because}")
PHONES = Text(sv="Nummer från {name}: {count}", en="Numbers of {name}: {count}")
CHECK_PHONES = Text(
    sv="Ring eller fråga innan du lägger till: nummer och tjänstgörande byts.",
    en="Phone or ask before you add one: numbers and people on duty change.",
)
HOLDS = Text(sv="Stämmer, lägg till {number}", en="Still right, add {number}")


@takes("set-counter")
def counters(desk: Desk, fragment: str) -> None:
    """Show the counters of last time that are not set up here, open where there is none yet."""
    found = last_time(desk.house.workspace, desk.dossier)
    if not found.counters:
        return
    title = desk.say(COUNTERS).format(name=escaped(found.name), count=len(found.counters))
    with st.expander(title, icon=":material/history:", expanded=not desk.dossier.counters):
        st.caption(desk.say(CHECK_COUNTERS))
        for one in found.counters:
            st.markdown(f"**{escaped(one.name)}**: {escaped(_told(desk, one))}")
            st.button(
                desk.say(USE).format(name=escaped(one.name)),
                key=f"forra-raknare-{one.id}",
                on_click=_take,
                args=(desk, _again(desk, one, found.name), fragment),
            )


def _told(desk: Desk, one: Counter) -> str:
    parts = [
        desk.say(AT_MOST).format(most=number(one.holds, desk.language)) if one.holds else "",
        desk.say(SHARES).format(watch=one.watch, stop=one.stop),
        desk.say(WAYS).format(ways=", ".join(way.name for way in one.entrances)),
        desk.say(DECIDES).format(who=people_of(desk.house).say(one.decides)) if one.decides else "",
        one.because,
    ]
    return "; ".join(part for part in parts if part)


def _again(desk: Desk, one: Counter, name: str) -> SetCounter:
    """Return the deed that sets it up here; a zone that this event does not use is left out."""
    because = desk.say(AS_LAST).format(name=name, because=one.because) if one.holds else one.because
    return SetCounter(
        called=one.name,
        zone=one.zone if one.zone in zones(desk) else None,
        holds=one.holds,
        because=because,
        watch=one.watch,
        stop=one.stop,
        decides=one.decides,
        entrances=tuple(NamedEntrance(name=way.name) for way in one.entrances),
    )


@takes("note-phone")
def phones(desk: Desk, fragment: str) -> None:
    """Show the numbers of last time that do not stand here, open where there is none yet."""
    found = last_time(desk.house.workspace, desk.dossier)
    if not found.phones:
        return
    title = desk.say(PHONES).format(name=escaped(found.name), count=len(found.phones))
    with st.expander(title, icon=":material/history:", expanded=not desk.dossier.phones):
        st.caption(desk.say(CHECK_PHONES))
        for one in found.phones:
            _phone(desk, one, fragment)


def _phone(desk: Desk, one: PhoneLine, fragment: str) -> None:
    st.markdown(f"{escaped(one.who)}  \n**{escaped(one.number)}**")
    st.button(
        desk.say(HOLDS).format(number=escaped(one.number)),
        key=f"forra-telefon-{one.id}",
        on_click=_take,
        args=(desk, NotePhone(who=one.who, number=one.number), fragment),
    )


def _take(desk: Desk, deed: Operation, fragment: str) -> None:
    desk.do(deed)
    st.rerun([fragment])
