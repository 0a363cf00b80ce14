"""Meeting mode, for the projector: one thing at a time, large, and by the keyboard."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

import streamlit as st

from evenemang.domain.errors import NotFound
from evenemang.domain.text import Text
from evenemang.flow.meeting.holding import begin_meeting, end_meeting
from evenemang.flow.meeting.slides import Slide, place_of, slides
from evenemang.flow.meeting.weighing import judged_and_not_shown
from evenemang.flow.meeting.words import SECTION_TITLES, SUMMARY
from evenemang.flow.saying import day
from evenemang.pages.desk import show_refusal
from evenemang.pages.meeting_parts import deciding, point, question, risk, saying
from evenemang.pages.meeting_parts.point import short
from evenemang.pages.meeting_parts.room import ALONE, HOLD, MINUTES, PLAN, Room, link, turn_to
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

BEGIN = Text(sv="Starta mötet", en="Begin the meeting")
WHO = Text(sv="Vilka är här?", en="Who is here?")
WHO_WHY = Text(
    sv="Den som kallades och inte är här antecknas som frånvarande när mötet avslutas.",
    en="Whoever was called and is not here is noted as absent when the meeting ends.",
)
NOT_NOW = Text(
    sv="Mötet är inte igång. Planera det först, eller läs minnesanteckningarna.",
    en="The meeting is not going on. Plan it first, or read the minutes.",
)
WAIT = Text(
    sv="Mötet har inte börjat. Samordnaren startar det.",
    en="The meeting has not begun. The coordinator begins it.",
)
SAVE_PRESENT = Text(sv="Spara närvaron", en="Save who is here")
PRESENT = Text(sv="Närvarande: {count}", en="Present: {count}")
PLACE = Text(sv="Möte {day} · {at} av {all}", en="Meeting {day} · {at} of {all}")
EARLIER, NEXT = Text(sv="Föregående", en="Previous"), Text(sv="Nästa", en="Next")
NEXT_POINT = Text(sv="Hoppa till nästa punkt", en="Skip to the next point")
COMES = Text(sv="Nästa: {what}", en="Next: {what}")
LAST = Text(sv="Det här var sista punkten.", en="This was the last point.")
END = Text(sv="Avsluta mötet", en="End the meeting")
NOTHING = Text(
    sv="Dagordningen är tom. Lägg till en egen punkt under Planera, eller avsluta mötet.",
    en="The agenda is empty. Add a point of your own under Plan, or end the meeting.",
)
LEAVE = Text(sv="Lämna projektorläget", en="Leave the projector view")
NOT_SHOWN = Text(
    sv="Bedömt var för sig men inte visat: {risks}. Visa det innan mötet avslutas.",
    en="Judged alone but not shown: {risks}. Show it before the meeting ends.",
)
JUDGE = Text(sv="Bedöm själv", en="Judge alone")
KEYS = Text(
    sv="Tangenter: pil höger nästa, pil vänster föregående, pil ned nästa punkt, J ja, D delvis, N nej.",
    en="Keys: right arrow next, left arrow previous, down arrow next point, Y yes, P partly, N no.",
)


def begin(room: Room) -> None:
    """Show who is called, to be ticked, and the way to begin."""
    if room.meeting.planned is None or room.meeting.ended or room.meeting.cancelled:
        st.info(room.say(NOT_NOW))
        return
    if not room.may("begin-meeting"):
        st.info(room.say(WAIT))
        return
    chosen = _present(room, list(room.meeting.called))
    st.caption(room.say(WHO_WHY))
    st.button(
        room.say(BEGIN), type="primary", icon=":material/slideshow:", on_click=_begin, args=(room, chosen)
    )


def show(room: Room) -> None:
    """Show what the address names, and nothing else."""
    found = slides(room.house.workspace, room.meeting)
    at = place_of(found, st.query_params.get("bild"))
    with st.container(key="motesvy"):
        _head(room, found, at)
        show_refusal()
        if found:
            _slide(room, found, at)
        else:
            st.title(room.say(SUMMARY), anchor=False)
            st.info(room.say(NOTHING))
        _foot(room, found, at)


def _present(room: Room, now: list[str]) -> tuple[str, ...]:
    people = people_of(room.house)
    chosen = st.multiselect(
        room.say(WHO),
        list(dict.fromkeys([*room.meeting.called, *people.in_use, *now])),
        default=now,
        format_func=people.say,
        accept_new_options=True,
        key=f"mote-har-{room.meeting.id}",
    )
    return tuple(one.strip() for one in chosen if one.strip())


def _begin(room: Room, present: tuple[str, ...]) -> None:
    if room.do(lambda by: begin_meeting(room.house.workspace, room.meeting.id, present, by)):
        turn_to(HOLD, st.query_params.get("bild"))


def _head(room: Room, found: tuple[Slide, ...], at: int) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        said = room.say(
            PLACE, day=day(room.meeting.on, room.language), at=at + 1 if found else 0, all=len(found)
        )
        section = f" · {room.say(SECTION_TITLES[found[at].point.kind])}" if found else ""
        st.caption(said + section, width="content")
        with st.container(horizontal=True, width="content", key="mote-bladdra"):
            if found:
                _turn(room, EARLIER, found[at - 1].key if at else None, "Left", "foregaende")
                after = found[at + 1].key if at + 1 < len(found) else None
                _turn(room, NEXT, after, "Right", "nasta")


def _turn(room: Room, label: Text, key: str | None, shortcut: str, name: str) -> None:
    forward = name == "nasta"
    st.button(
        room.say(label),
        key=f"mote-{name}",
        type="primary" if forward else "secondary",
        shortcut=shortcut,
        disabled=key is None,
        on_click=turn_to,
        args=(HOLD, key),
    )


def _slide(room: Room, found: tuple[Slide, ...], at: int) -> None:
    here, after = found[at], found[at + 1].key if at + 1 < len(found) else None
    if here.question:
        question.show(room, here, here.question, after)
        return
    if here.risk:
        risk.show(room, here, here.risk)
        return
    what = " ".join(here.point.what.split())
    st.title(escaped(point.heading(room, here.point)), anchor=False)
    left, right = st.columns([11, 9], gap="large")
    with left:
        if short(what) != what:
            st.markdown(escaped(here.point.what))
        told = point.facts(room, here.point)
        if told:
            st.markdown("\n".join(f"- {one}" for one in told))
        point.way(room, here.point)
        _skip(room, found, at)
    with right, st.container(border=True, key="mote-sager"):
        saying.show(room, here.point)
        deciding.show(room, here)


def _skip(room: Room, found: tuple[Slide, ...], at: int) -> None:
    """Offer to skip the risks and questions of an event."""
    here = found[at].point.id
    beyond = next((one.key for one in found[at + 1 :] if one.point.id != here), None)
    following = found[at + 1].point.id == here if at + 1 < len(found) else False
    if beyond and following:
        st.button(
            room.say(NEXT_POINT),
            key="mote-hoppa",
            type="tertiary",
            icon=":material/arrow_downward:",
            shortcut="Down",
            on_click=turn_to,
            args=(HOLD, beyond),
        )


def _foot(room: Room, found: tuple[Slide, ...], at: int) -> None:
    comes = found[at + 1] if at + 1 < len(found) else None
    st.caption(room.say(COMES, what=escaped(_named(room, comes))) if comes else room.say(LAST))
    _not_shown(room)
    with st.container(key="mote-tangenter"):  # a phone has none: the sheet of looks hides it there
        st.caption(room.say(KEYS))
    with st.container(horizontal=True, vertical_alignment="center"):
        link(room.say(LEAVE), room.meeting.id, PLAN, ":material/close_fullscreen:")
        link(room.say(JUDGE), room.meeting.id, ALONE, ":material/person:")
        if room.may("end-meeting"):
            with st.popover(room.say(PRESENT, count=len(room.meeting.present)), icon=":material/group:"):
                chosen = _present(room, list(room.meeting.present))
                st.button(room.say(SAVE_PRESENT), key="mote-narvaro", on_click=_begin, args=(room, chosen))
            st.button(room.say(END), key="mote-avsluta", icon=":material/check:", on_click=_end, args=(room,))


def _not_shown(room: Room) -> None:
    """Say which judgements wait to be shown: once the meeting has ended nobody looks for them."""
    risks = []
    for one in judged_and_not_shown(room.house.workspace, room.meeting):
        with suppress(NotFound):  # gone since, or secret: then it cannot be shown here
            risks.append(room.desk(one.event).dossier.risk(one.risk).says(room.language))
    if risks:
        said = room.say(NOT_SHOWN, risks=escaped(", ".join(risks)))
        st.warning(said, icon=":material/visibility_off:")


def _named(room: Room, slide: Slide) -> str:
    if slide.risk:
        return slide.risk.says(room.language)
    return slide.question.ask.say(room.language) if slide.question else slide.point.what


def _end(room: Room) -> None:
    if room.do(partial(end_meeting, room.house.workspace, room.meeting.id)):
        turn_to(MINUTES)
