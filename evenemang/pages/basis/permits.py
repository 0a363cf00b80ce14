"""Permits and notices of this event: how far each has come."""

from __future__ import annotations

from typing import Any, cast

import streamlit as st

from evenemang.domain.permit import Permit, PermitOutcome
from evenemang.domain.text import Text
from evenemang.flow.difference import picture
from evenemang.flow.planning import KeepPermit
from evenemang.flow.words import PERMIT_OUTCOMES, capital
from evenemang.pages.desk import Desk, show_refusal
from evenemang.pages.new_dossier import DAY_FORMAT
from evenemang.pages.showing import day, escaped

TITLE = Text(sv="Tillstånd och anmälningar", en="Permits and notices")
NONE = Text(
    sv="Inga tillstånd är antecknade. Lägg till dem som arrangören ska söka eller anmäla.",
    en="No permits are noted. Add those that the organiser is to apply for or report.",
)
ADD = Text(sv="Lägg till tillstånd", en="Add a permit")
CHANGE = Text(sv="Ändra", en="Change")
WHAT = Text(sv="Vad ska sökas eller anmälas?", en="What is to be applied for or reported?")
STATE = Text(sv="Hur långt har det kommit?", en="How far has it come?")
FILED = Text(sv="Inlämnat", en="Filed")
DECIDED = Text(sv="Beslutat", en="Decided")
CONDITIONS = Text(sv="Villkor, ett per rad", en="Conditions, one a line")
NOTE = Text(sv="Anteckning", en="Note")
KEEP = Text(sv="Spara tillståndet", en="Keep the permit")
WORDLESS = Text(sv="Skriv vad som ska sökas.", en="Write what is to be applied for.")
FILED_ON = Text(sv="inlämnat {day}", en="filed {day}")
DECIDED_ON = Text(sv="beslutat {day}", en="decided {day}")
NOT_NEEDED = Text(sv="Behövs inte", en="Not needed")

LOOKS: dict[PermitOutcome, str] = {
    "not-applied": ":gray-badge[:material/radio_button_unchecked: {word}]",
    "applied": ":gray-badge[:material/hourglass_empty: {word}]",
    "granted": ":blue-badge[:material/check_circle: {word}]",
    "approved": ":blue-badge[:material/check_circle: {word}]",
    "registered": ":blue-badge[:material/check_circle: {word}]",
    "refused": ":violet-badge[:material/block: {word}]",
}


def show(desk: Desk) -> None:
    """Show the permits, each with its state, and the way to change one."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.header(desk.say(TITLE), anchor=False, width="content")
        if st.button(desk.say(ADD), key="nytt-tillstand", icon=":material/add:"):
            st.dialog(desk.say(ADD))(_form)(desk, None)
    if not desk.dossier.permits:
        st.write(desk.say(NONE))
    else:
        with st.container(border=True, key="lista-tillstand", gap=None):
            for one in desk.dossier.permits:
                _row(desk, one)
    _not_needed(desk)


def _row(desk: Desk, one: Permit) -> None:
    with st.container(
        key=f"rad-tillstand-{one.permit}",
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
    ):
        with st.container(width="content", gap=None, key=f"tillstand-text-{one.permit}"):
            badge = LOOKS[one.outcome].format(word=desk.say(capital(PERMIT_OUTCOMES[one.outcome])))
            st.markdown(f"**{escaped(one.what)}** {badge}")
            st.caption(_under(desk, one))
        if st.button(desk.say(CHANGE), key=f"andra-{one.permit}", type="tertiary"):
            st.dialog(desk.say(CHANGE))(_form)(desk, one)


def _under(desk: Desk, one: Permit) -> str:
    parts = [
        desk.say(FILED_ON).format(day=day(one.filed, desk.language)) if one.filed else "",
        desk.say(DECIDED_ON).format(day=day(one.decided, desk.language)) if one.decided else "",
        *(escaped(condition) for condition in one.conditions),
        escaped(one.note),
    ]
    return " · ".join(part for part in parts if part)


def _not_needed(desk: Desk) -> None:
    if not desk.dossier.permits_not_needed:
        return
    st.header(desk.say(NOT_NEEDED), anchor=False)
    for one in desk.dossier.permits_not_needed:
        st.markdown(f"{escaped(one.permit)}: {escaped(one.because)}")


def _form(desk: Desk, before: Permit | None) -> None:
    key = before.permit if before else "ny"
    said: dict[str, Any] = {
        "what": st.text_input(desk.say(WHAT), before.what if before else "", max_chars=500, key=f"vad-{key}"),
        "outcome": st.selectbox(
            desk.say(STATE),
            list(PERMIT_OUTCOMES),
            index=list(PERMIT_OUTCOMES).index(before.outcome) if before else 0,
            format_func=lambda one: desk.say(capital(PERMIT_OUTCOMES[cast(PermitOutcome, one)])),
            key=f"lage-{key}",
        ),
    }
    left, right = st.columns(2)
    with left:
        said["filed"] = st.date_input(
            desk.say(FILED), before.filed if before else None, format=DAY_FORMAT, key=f"in-{key}"
        )
    with right:
        said["decided"] = st.date_input(
            desk.say(DECIDED), before.decided if before else None, format=DAY_FORMAT, key=f"beslut-{key}"
        )
    lines = st.text_area(
        desk.say(CONDITIONS), "\n".join(before.conditions) if before else "", key=f"villkor-{key}", height=100
    )
    said["conditions"] = tuple(line.strip() for line in lines.splitlines() if line.strip())
    said["note"] = st.text_input(
        desk.say(NOTE), before.note if before else "", max_chars=2_000, key=f"not-{key}"
    )
    if st.button(desk.say(KEEP), key=f"spara-{key}", type="primary"):
        _keep(desk, before, said)
    show_refusal()


def _keep(desk: Desk, before: Permit | None, said: dict[str, Any]) -> None:
    if not said["what"].strip():
        st.error(desk.say(WORDLESS))
        return
    whole = {**(dict(before) if before else {"permit": _own_id(desk)}), **said}
    permit = Permit.model_validate(whole)
    seen = picture(desk.dossier, f"permits/{permit.permit}")
    if desk.do(KeepPermit(permit=permit, seen=seen)):
        st.rerun()


def _own_id(desk: Desk) -> str:
    taken = {one.permit for one in desk.dossier.permits}
    return next(f"own-{number}" for number in range(1, len(taken) + 2) if f"own-{number}" not in taken)
