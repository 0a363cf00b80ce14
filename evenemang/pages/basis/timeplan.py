"""The time plan: permits, duties and actions by day, as a picture and as a table."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.plan_words import relative_day
from evenemang.flow.saying import NBSP, day
from evenemang.flow.timeplan import Milestone, TimePlan, time_plan
from evenemang.flow.words import capital
from evenemang.pages import ways
from evenemang.pages.basis import parts
from evenemang.pages.desk import Desk
from evenemang.pages.people import People, people_of
from evenemang.pages.permits.words import days_words
from evenemang.pages.showing import escaped, relative

NOTHING = Text(sv="Inget i planen har en dag än", en="Nothing in the plan has a day yet")
ALL_DONE = Text(sv="Allt i tidplanen är klart", en="Everything in the time plan is done")
WAS = Text(sv="Så var tidplanen", en="This was the time plan")
NEXT = Text(sv="Närmast: {what}, {day}", en="Next: {what}, {day}")
LATE = Text(sv="{late} av {left} som återstår är {word}", en="{late} of {left} that are left {word} late")
ONE_LATE = Text(sv="för sent", en="is")
MANY_LATE = Text(sv="för sena", en="are")
UNDER = Text(
    sv="Kalenderdagar från evenemangets första dag{first}: T−60 är 60 dagar före. "
    "För tillstånd är dagen den sista att lämna in; senare är för sent. Räknat {today}.",
    en="Calendar days from the event's first day{first}: T−60 is 60 days before. "
    "For permits the day is the last to file; later is late. Counted on {today}.",
)
NO_FIRST_DAY = Text(
    sv="Evenemanget har ingen dag än. Ange den under Evenemanget, så räknas dagarna ut.",
    en="The event has no day yet. Set it under The event, and the days are worked out.",
)
OPEN = Text(
    sv="{count} tillstånd och skyldigheter är inte kända än och står inte i bilden.",
    en="{count} permits and duties are not known yet and are not in the picture.",
)
ALT = Text(sv="Tidslinje: {rows}", en="Timeline: {rows}")
DAY = Text(sv="Senast", en="By")
WHAT = Text(sv="Vad", en="What")
STATE = Text(sv="Läge", en="State")
WHO = Text(sv="Vem", en="Who")
NO_DAY = Text(sv="Ingen dag", en="No day")
NO_OWNER = Text(sv="Ansvarig saknas", en="No owner")
SAID_LATE = Text(sv="för sent, {days}", en="late, {days}")
TO_PERMITS = Text(sv="Till tillstånden", en="To the permits")
TO_ACTIONS = Text(sv="Till åtgärderna", en="To the actions")


def show(desk: Desk) -> None:
    """Show the plan as it stands today."""
    today = desk.house.workspace.now().astimezone(LOCAL).date()
    plan = time_plan(desk.dossier, desk.content, desk.reading.facts, today)
    st.header(finding(desk, plan), anchor=False)
    first = f" ({day(plan.first_day, desk.language)})" if plan.first_day else ""
    st.caption(desk.say(UNDER).format(first=first, today=day(today, desk.language)))
    if plan.first_day is None:
        st.info(desk.say(NO_FIRST_DAY))
    if plan.dated:
        _figure(desk, plan)
    _table(desk, plan)
    with st.container(horizontal=True, vertical_alignment="center"):
        parts.jump(desk, "tillstand", TO_PERMITS)
        ways.link(desk.say(TO_ACTIONS), desk.dossier.id, "atgarder")


def finding(desk: Desk, plan: TimePlan) -> str:
    """Return the heading: what is late, or what comes next."""
    if plan.over:
        return desk.say(WAS)
    if plan.late:
        one = len(plan.late) == 1
        word = desk.say(ONE_LATE if one else MANY_LATE)
        return desk.say(LATE).format(late=len(plan.late), left=len(plan.left), word=word)
    coming = next((one for one in plan.left if one.day), None)
    if coming and coming.day:
        far = relative((coming.day - plan.today).days, desk.language)
        return desk.say(NEXT).format(what=escaped(desk.say(coming.what)), day=far)
    return desk.say(NOTHING if not plan.dated else ALL_DONE)


def _figure(desk: Desk, plan: TimePlan) -> None:
    dark = st.context.theme.type == "dark"
    rows = "; ".join(f"{desk.say(one.what)}, {one.day}, {_state(desk, one)}" for one in plan.dated)
    st.plotly_chart(
        desk.house.charts.timeline_figure(plan, dark, desk.language),
        theme=None,
        config={"displayModeBar": False},
        key="tidslinje",
        alt=desk.say(ALT).format(rows=rows),
    )


def _table(desk: Desk, plan: TimePlan) -> None:
    people = people_of(desk.house)
    shown = [one for one in plan.milestones if not one.is_open]
    with st.container(key="kort-tidplan"):
        st.table(
            {
                desk.say(DAY): [_when(desk, one) for one in shown],
                desk.say(WHAT): [escaped(desk.say(one.what)) for one in shown],
                desk.say(STATE): [_badge(desk, one) for one in shown],
                desk.say(WHO): [_who(desk, one, people) for one in shown],
            },
            border="horizontal",
            hide_index=True,
        )
    left_open = sum(one.is_open for one in plan.milestones)
    if left_open:
        st.caption(desk.say(OPEN).format(count=left_open))


def _when(desk: Desk, one: Milestone) -> str:
    far = relative_day(one.days) if one.days is not None else ""
    if one.day is None:
        return far or desk.say(NO_DAY)
    said = day(one.day, desk.language).replace(NBSP, " ")  # a narrow column may break it
    return f"{said} ({far})" if far else said


def _state(desk: Desk, one: Milestone) -> str:
    word = desk.say(capital(one.state))
    late = desk.say(SAID_LATE).format(days=days_words(desk, one.late)) if one.late else ""
    return ", ".join(part for part in (word, late) if part)


def _badge(desk: Desk, one: Milestone) -> str:
    if one.late:
        return f":violet-badge[:material/schedule: {_state(desk, one)}]"
    return _state(desk, one)


def _who(desk: Desk, one: Milestone, people: People) -> str:
    if one.action:
        return escaped(people.say(one.action.owner)) if one.action.owner else desk.say(NO_OWNER)
    ruled = one.line.ruled if one.line else None
    return escaped(desk.say(ruled.rule.decided_by)) if ruled else ""
