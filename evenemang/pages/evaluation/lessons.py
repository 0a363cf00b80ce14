"""What was learned at this event: noted, then approved, so that the next event must answer it."""

from __future__ import annotations

from typing import cast

import streamlit as st

from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Meeting
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.learning import approve_lesson, decline_lesson
from evenemang.flow.saying import day
from evenemang.pages import foot
from evenemang.pages.allowed import takes
from evenemang.pages.clashing import KEEP_THEIRS
from evenemang.pages.desk import Desk, fresh
from evenemang.pages.evaluation import candidates, noting
from evenemang.pages.evaluation.naming import concerns_words
from evenemang.pages.evaluation.trying import tried_beside
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

NONE = Text(sv="Ingen lärdom än", en="No lesson yet")
ONE = Text(sv="1 lärdom, {state}", en="1 lesson, {state}")
MANY = Text(sv="{count} lärdomar, {state}", en="{count} lessons, {state}")
IS_APPROVED = Text(sv="godkänd av gruppen", en="approved by the group")
ALL_APPROVED = Text(sv="alla godkända av gruppen", en="all approved by the group")
LEFT = Text(sv="{count} väntar på gruppen", en="{count} waiting for the group")
WHAT_FOR = Text(
    sv="En lärdom kommer tillbaka vid sin fråga nästa gång den rör samma plats, arrangör eller "
    "slag av evenemang. När gruppen har godkänt den måste den besvaras.",
    en="A lesson comes back at its question the next time it concerns the same place, organiser or "
    "kind of event. Once the group has approved it, it must be answered.",
)
APPROVED = Text(sv="Godkänd {day} av {who}", en="Approved {day} by {who}")
AT = Text(sv=", mötet {day}", en=", meeting {day}")
WAITS = Text(sv="Inte godkänd av gruppen än", en="Not approved by the group yet")
DECLINE = Text(sv="Avslå med skäl", en="Decline with a reason")
WHY = Text(sv="Varför godkänner gruppen den inte?", en="Why does the group not approve it?")
SAVE_WHY = Text(sv="Avslå lärdomen", en="Decline the lesson")
DECLINED = Text(sv="Inte lärdomar, med skäl: {count}", en="No lessons, with reasons: {count}")
DECLINED_BY = Text(sv="{because} Avslagen {day} av {who}", en="{because} Declined {day} by {who}")
MEETING = Text(sv="Vid vilket möte?", en="At which meeting?")
NO_MEETING = Text(sv="Utanför möte", en="Outside a meeting")
APPROVE = Text(sv="Godkänn lärdomen", en="Approve the lesson")
MINE = Text(sv="Godkänn på nytt: {meeting}", en="Approve anew: {meeting}")
FRAGMENT, CLASH = "lardomar", "lardom-krock"


def show(desk: Desk) -> None:
    """Show the lessons of this event, and the form for another."""
    st.fragment(_lessons, key=FRAGMENT)(desk)


def _lessons(desk: Desk) -> None:
    desk = fresh(desk)
    foot.tell(FRAGMENT)
    found = learned_at(desk)
    st.header(_heading(desk, found), anchor=False)
    st.caption(desk.say(WHAT_FOR))
    kept = [one for one in found if one.state != "declined"]
    declined = [one for one in found if one.state == "declined"]
    if kept:
        meetings = _meetings(desk)
        with st.container(border=True, key="lista-lardomar"):
            for lesson in kept:
                with st.container(key=f"rad-lardomar-{lesson.id}", gap="xsmall"):
                    _row(desk, lesson, meetings)
    noting.show(desk, FRAGMENT)
    candidates.show(desk, found, FRAGMENT)
    _declined(desk, declined)


def learned_at(desk: Desk) -> tuple[Lesson, ...]:
    """Return the lessons noted at this event, in the order they were noted."""
    stored = (cast(Lesson, one.record) for one in desk.house.workspace.store.all("lesson"))
    here = [one for one in stored if one.from_event == desk.dossier.id and not _is_hidden(desk, one)]
    return tuple(sorted(here, key=lambda one: one.noted.at))


def _is_hidden(desk: Desk, lesson: Lesson) -> bool:
    asked = lesson.concerns.question or lesson.concerns.area
    return bool(desk.hidden and asked and desk.hidden.secrets.asks(asked))


def _heading(desk: Desk, found: tuple[Lesson, ...]) -> str:
    kept = [one for one in found if one.state != "declined"]
    if not kept:
        return desk.say(NONE)
    left = sum(one.state == "proposed" for one in kept)
    one = len(kept) == 1
    state = desk.say(LEFT).format(count=left) if left else desk.say(IS_APPROVED if one else ALL_APPROVED)
    return desk.say(ONE if one else MANY).format(count=len(kept), state=state)


def _meetings(desk: Desk) -> dict[str, Meeting]:
    stored = (cast(Meeting, one.record) for one in desk.house.workspace.store.all("meeting"))
    today = desk.house.workspace.now().date()
    held = sorted((one for one in stored if one.on <= today), key=lambda one: one.on, reverse=True)
    return {one.id: one for one in held}


def _row(desk: Desk, lesson: Lesson, meetings: dict[str, Meeting]) -> None:
    st.markdown(f"**{escaped(lesson.text)}**")
    st.caption(escaped(concerns_words(desk, lesson)))
    if lesson.approved:
        st.caption(f":material/check: {escaped(_approved(desk, lesson, meetings))}")
        _clash(desk, lesson, meetings)
        return
    st.caption(f":material/pending: {desk.say(WAITS)}")
    _approval(desk, lesson, meetings)


@takes("approve-lesson")
def _approval(desk: Desk, lesson: Lesson, meetings: dict[str, Meeting]) -> None:
    choice, button = st.columns([2, 1], vertical_alignment="bottom")
    choice.selectbox(
        desk.say(MEETING),
        list(meetings),
        index=None,
        format_func=lambda one: day(meetings[one].on, desk.language),
        placeholder=desk.say(NO_MEETING),
        key=f"mote-{lesson.id}",
        on_change="ignore",
    )
    button.button(desk.say(APPROVE), key=f"godkann-{lesson.id}", on_click=_approve, args=(desk, lesson))
    _decline_way(desk, lesson)


@takes("decline-lesson")
def _decline_way(desk: Desk, lesson: Lesson) -> None:
    with st.popover(desk.say(DECLINE), key=f"avsla-{lesson.id}"):
        st.text_input(
            desk.say(WHY), key=f"avslag-skal-{lesson.id}", max_chars=LONGEST_TEXT, on_change="ignore"
        )
        st.button(desk.say(SAVE_WHY), key=f"avslag-{lesson.id}", on_click=_decline, args=(desk, lesson))


def _decline(desk: Desk, lesson: Lesson) -> None:
    because = str(st.session_state.get(f"avslag-skal-{lesson.id}") or "")
    meeting = st.session_state.get(f"mote-{lesson.id}")
    workspace = desk.house.workspace
    tried_beside(desk, lambda by: decline_lesson(workspace, lesson.id, because, meeting, by, lesson))
    st.rerun([FRAGMENT])


def _declined(desk: Desk, declined: list[Lesson]) -> None:
    """Show what the group did not approve, folded, with the reasons: nobody need propose it again."""
    if not declined:
        return
    with st.expander(desk.say(DECLINED).format(count=len(declined)), key="avslagna-lardomar"):
        for lesson in declined:
            if lesson.declined:
                who = people_of(desk.house).say(lesson.declined.given.by)
                when = day(lesson.declined.given.at.date(), desk.language)
                st.markdown(escaped(lesson.text))
                said = {"because": lesson.declined.because, "who": who, "day": when}
                st.caption(escaped(desk.say(DECLINED_BY).format(**said)))


def _approved(desk: Desk, lesson: Lesson, meetings: dict[str, Meeting]) -> str:
    if lesson.approved is None:
        return ""
    who = people_of(desk.house).say(lesson.approved.by)
    said = desk.say(APPROVED).format(day=day(lesson.approved.at.date(), desk.language), who=who)
    meeting = meetings.get(lesson.approved_at or "")
    return said + (desk.say(AT).format(day=day(meeting.on, desk.language)) if meeting else "")


def _approve(desk: Desk, lesson: Lesson) -> None:
    _try(desk, lesson, st.session_state.get(f"mote-{lesson.id}"))


def _try(desk: Desk, lesson: Lesson, meeting: str | None) -> None:
    """Approve it as it was seen; where somebody was first, both are told and the choice waits."""
    st.session_state.pop(CLASH, None)
    if not tried_beside(
        desk, lambda by: approve_lesson(desk.house.workspace, lesson.id, meeting, by, lesson)
    ):
        st.session_state[CLASH] = (lesson.id, meeting)
    st.rerun([FRAGMENT])


def _clash(desk: Desk, lesson: Lesson, meetings: dict[str, Meeting]) -> None:
    """Offer to approve it anew, where somebody else did meanwhile."""
    waiting, meeting = st.session_state.get(CLASH, (None, None))
    if waiting != lesson.id:
        return
    where = day(meetings[meeting].on, desk.language) if meeting in meetings else desk.say(NO_MEETING)
    with st.container(horizontal=True):
        st.button(desk.say(KEEP_THEIRS), key=f"krock-deras-{lesson.id}", on_click=_keep)
        label = desk.say(MINE).format(meeting=where)
        st.button(label, key=f"krock-mitt-{lesson.id}", on_click=_try, args=(desk, lesson, meeting))


def _keep() -> None:
    st.session_state.pop(CLASH, None)
    st.rerun([FRAGMENT])
