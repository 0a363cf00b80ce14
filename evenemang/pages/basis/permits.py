"""Permits, notices and duties: what this event needs, by when, how far each has come, and what is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from evenemang.domain.event import LOCAL
from evenemang.domain.permit import Permit
from evenemang.domain.text import Text
from evenemang.flow.permitting import PermitLine, is_over, permit_lines
from evenemang.flow.plan_words import reasons_said
from evenemang.flow.planning import KeepPermit
from evenemang.flow.saying import day
from evenemang.pages.allowed import takes
from evenemang.pages.basis import parts
from evenemang.pages.desk import Desk
from evenemang.pages.people import people_of
from evenemang.pages.permits import form, row
from evenemang.pages.showing import escaped

NONE = Text(sv="Inget återstår att söka eller ordna", en="Nothing is left to apply for or see to")
ADD = Text(sv="Lägg till tillstånd", en="Add a permit")
TO_PLAN = Text(sv="Se tidplanen", en="See the time plan")
TO_FACTS = Text(sv="Fyll i uppgifterna", en="Fill in the facts")
TO_APPLY = Text(sv="Att söka eller anmäla ({count})", en="To apply for or report ({count})")
DUTIES = Text(sv="Skyldigheter att ordna ({count})", en="Duties to see to ({count})")
OPEN = Text(sv="Inte känt än ({count})", en="Not known yet ({count})")
KEPT = Text(sv="Sökt, beslutat och ordnat ({count})", en="Applied for, decided and seen to ({count})")
NOT_NEEDED = Text(sv="Behövs inte ({count})", en="Not needed ({count})")
BY_FACTS = Text(sv="Behövs inte enligt uppgifterna ({count})", en="Not needed by the facts ({count})")
TAKE_UP = Text(sv="Ta upp igen", en="Take up again")
SPARED = Text(sv="{because} Angivet av {by} {day}.", en="{because} Said by {by} on {day}.")
COVERED = Text(sv="Ingår i: {what}", en="Part of: {what}")
COUNTED = Text(sv="Räknat {day}.", en="Counted on {day}.")

Draw = Callable[[Desk, Sequence[PermitLine]], None]


@dataclass(frozen=True)
class Sorted:
    """The lines by what is asked of people."""

    apply: list[PermitLine]
    duties: list[PermitLine]
    open: list[PermitLine]
    kept: list[PermitLine]
    aside: list[PermitLine]
    by_facts: list[PermitLine]

    @staticmethod
    def of(lines: Sequence[PermitLine]) -> Sorted:
        """Return the lines sorted, the soonest first."""
        soon = sorted(lines, key=lambda one: one.days if one.days is not None else 0)
        waiting = [one for one in soon if one.waits]
        return Sorted(
            apply=[one for one in waiting if not one.is_duty],
            duties=[one for one in waiting if one.is_duty],
            open=[one for one in soon if one.standing == "not-known"],
            kept=[one for one in soon if one.standing == "kept" and not one.waits],
            aside=[one for one in soon if one.standing in ("spared", "covered")],
            by_facts=[one for one in soon if one.standing == "not-needed"],
        )


def show(desk: Desk) -> None:
    """Show what is left, then what is open, done, and not needed."""
    today = desk.house.workspace.now().astimezone(LOCAL).date()
    found = Sorted.of(permit_lines(desk.dossier, desk.content, desk.reading.facts, today))
    over = is_over(desk.dossier, today)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(desk.say(finding(found)), anchor=False, width="content")
        _add(desk)
    rules = dict.fromkeys(desk.say(file.lead_time_rule) for file in desk.content.permits)
    st.caption(" ".join([*rules, desk.say(COUNTED).format(day=day(today, desk.language))]))
    parts.jump(desk, "tidplan", TO_PLAN, icon=":material/timeline:")
    for title, lines, key in (
        (TO_APPLY, found.apply, "sok"),
        (DUTIES, found.duties, "ordna"),
        (KEPT, found.kept, "klara"),
    ):
        _rows(desk, title, lines, key, today, over=over)
    _open(desk, found.open, today, over=over)
    _aside(desk, found.aside)
    _by_facts(desk, found.by_facts)


@takes("keep-permit")
def _add(desk: Desk) -> None:
    if st.button(desk.say(ADD), key="nytt-tillstand", icon=":material/add:"):
        form.add(desk)


def finding(found: Sorted) -> Text:
    """Return the heading: how much is left, and how much of it is late."""
    left = [*found.apply, *found.duties]
    late = sum(one.late > 0 for one in left)
    if not left:
        return NONE
    count = len(left)
    verb_sv, verb_en = ("är för sent", "is late") if late == 1 else ("är för sena", "are late")
    sv = f"{count} att söka eller ordna, " + (f"{late} {verb_sv}" if late else "inget är för sent")
    en = f"{count} to apply for or see to, " + (f"{late} {verb_en}" if late else "none is late")
    return Text(sv=sv, en=en)


def _rows(  # a list: its title, its rows, and what they are told by
    desk: Desk, title: Text, lines: list[PermitLine], key: str, today: date, *, over: bool
) -> None:
    if not lines:
        return
    st.subheader(desk.say(title).format(count=len(lines)), anchor=False)
    with st.container(border=True, key=f"lista-tillstand-{key}"):
        for one in lines:
            row.show(desk, one, today, over=over)


def _open(desk: Desk, lines: list[PermitLine], today: date, *, over: bool) -> None:
    if not lines:
        return
    with st.expander(desk.say(OPEN).format(count=len(lines)), icon=":material/question_mark:"):
        parts.jump(desk, "uppgifter", TO_FACTS)
        for one in lines:
            row.show(desk, one, today, over=over)


def _aside(desk: Desk, lines: list[PermitLine]) -> None:
    if not lines:
        return
    st.subheader(desk.say(NOT_NEEDED).format(count=len(lines)), anchor=False)
    with st.container(border=True, key="lista-tillstand-behovs-inte"):
        for one in lines:
            with st.container(key=f"post-tillstand-{one.id}", gap="xsmall"):
                st.markdown(f"**{escaped(desk.say(one.title))}**")
                st.caption(_why_aside(desk, one))
                if one.spared:
                    _take_up(desk, one)


@takes("keep-permit")
def _take_up(desk: Desk, one: PermitLine) -> None:
    again = KeepPermit(permit=Permit(permit=one.id, what=desk.say(one.title)))
    st.button(desk.say(TAKE_UP), key=f"upp-{one.id}", type="tertiary", on_click=desk.doing(again))


def _why_aside(desk: Desk, one: PermitLine) -> str:
    if one.spared and one.standing == "spared":
        by = escaped(people_of(desk.house).say(one.spared.given.by))
        when = day(one.spared.given.at.astimezone(LOCAL).date(), desk.language)
        return desk.say(SPARED).format(because=escaped(one.spared.because), by=by, day=when)
    return desk.say(COVERED).format(what=escaped(one.kept.what)) if one.kept else ""


def _by_facts(desk: Desk, lines: list[PermitLine]) -> None:
    if not lines:
        return
    with st.expander(desk.say(BY_FACTS).format(count=len(lines))):
        for one in lines:
            why = reasons_said(one, desk.content, desk.language)
            st.markdown(f"{escaped(desk.say(one.title))}  \n:small[{escaped(why)}]")
