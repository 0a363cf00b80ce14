"""The dialogs where a person notes how far a permit has come, or says that it is not needed."""

from __future__ import annotations

from typing import Any, cast

import streamlit as st

from evenemang.domain.permit import Permit, PermitOutcome
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.permitting import PermitLine
from evenemang.flow.planning import KeepPermit, PermitIsNotNeeded
from evenemang.flow.timeplan import TO_DO
from evenemang.flow.words import PERMIT_OUTCOMES, capital
from evenemang.pages.desk import Desk
from evenemang.pages.limits import LIMIT
from evenemang.pages.new_dossier import DAY_FORMAT
from evenemang.pages.risks.attempt import guarded, save_or_cancel
from evenemang.pages.showing import escaped

ADD = Text(sv="Lägg till tillstånd", en="Add a permit")
WHAT = Text(sv="Vad ska sökas eller anmälas?", en="What is to be applied for or reported?")
WHAT_DUTY = Text(sv="Vad ska ordnas?", en="What is to be seen to?")
STATE = Text(sv="Hur långt har det kommit?", en="How far has it come?")
FILED = Text(sv="Inlämnat", en="Filed")
SEEN_TO = Text(sv="Ordnat", en="Seen to")
DECIDED = Text(sv="Beslutat", en="Decided")
CONDITIONS = Text(sv="Villkor, ett per rad", en="Conditions, one a line")
COVERS = Text(sv="Täcker också", en="Also covers")
COVERS_NONE = Text(sv="Inget annat tillstånd", en="No other permit")
NOTE = Text(sv="Anteckning", en="Note")
KEEP = Text(sv="Spara tillståndet", en="Keep the permit")
KEEP_DUTY = Text(sv="Spara", en="Save")
SPARE = Text(sv="Behövs inte", en="Not needed")
BECAUSE = Text(
    sv="Varför behövs det inte, och vem har sagt det?", en="Why is it not needed, and who said so?"
)
OUTCOMES: tuple[PermitOutcome, ...] = (
    "not-applied",
    "applied",
    "granted",
    "approved",
    "registered",
    "refused",
)
OUTCOMES_DUTY: tuple[PermitOutcome, ...] = ("not-applied", "seen-to")


def keep(desk: Desk, line: PermitLine) -> None:
    """Open the dialog for a permit of the rules, or one that is noted."""
    before = line.kept if line.standing == "kept" and line.kept else None
    start = before or Permit(permit=line.id, what=desk.say(line.title))
    st.dialog(escaped(desk.say(line.title)), width="medium")(_form)(desk, start, line.is_duty)


def add(desk: Desk) -> None:
    """Open the dialog for a permit that no rule knows."""
    st.dialog(desk.say(ADD), width="medium")(_form)(desk, None, False)


def spare(desk: Desk, line: PermitLine) -> None:
    """Open the dialog that asks why a permit is not needed."""
    st.dialog(desk.say(SPARE), width="medium")(_spare)(desk, line)


def _form(desk: Desk, start: Permit | None, duty: bool) -> None:
    key = f"tillstand-{start.permit if start else 'ny'}"
    what, state = (WHAT_DUTY if duty else WHAT), _state_words(desk, duty=duty)
    outcomes = list(OUTCOMES_DUTY if duty else OUTCOMES)
    said: dict[str, Any] = {
        "what": st.text_input(desk.say(what), start.what if start else "", max_chars=500, key=f"{key}-vad"),
        "outcome": st.selectbox(
            desk.say(STATE),
            outcomes,
            index=outcomes.index(start.outcome) if start and start.outcome in outcomes else 0,
            format_func=lambda one: state[cast(PermitOutcome, one)],
            key=f"{key}-lage",
        ),
    }
    said |= _days(desk, start, key, duty=duty)
    if not duty:
        said |= _conditions(desk, start, key)
    said["note"] = st.text_input(
        desk.say(NOTE), start.note if start else "", max_chars=2_000, key=f"{key}-not"
    )
    whole = {**(dict(start) if start else {"permit": _own_id(desk)}), **said}
    label = KEEP_DUTY if duty else KEEP
    save_or_cancel(
        desk, key, label, lambda: guarded(desk, lambda: KeepPermit(permit=Permit.model_validate(whole)))
    )


def _state_words(desk: Desk, *, duty: bool) -> dict[PermitOutcome, str]:
    words = {code: desk.say(capital(word)) for code, word in PERMIT_OUTCOMES.items()}
    return words | ({"not-applied": desk.say(capital(TO_DO))} if duty else {})


def _days(desk: Desk, start: Permit | None, key: str, *, duty: bool) -> dict[str, Any]:
    left, right = st.columns(2)
    filed = left.date_input(
        desk.say(SEEN_TO if duty else FILED),
        start.filed if start else None,
        format=DAY_FORMAT,
        key=f"{key}-in",
    )
    if duty:
        return {"filed": filed}
    decided = right.date_input(
        desk.say(DECIDED), start.decided if start else None, format=DAY_FORMAT, key=f"{key}-beslut"
    )
    return {"filed": filed, "decided": decided}


def _conditions(desk: Desk, start: Permit | None, key: str) -> dict[str, Any]:
    lines = st.text_area(
        desk.say(CONDITIONS), "\n".join(start.conditions) if start else "", key=f"{key}-villkor", height=100
    )
    titles = {
        rule.id: desk.say(rule.title)
        for file in desk.content.permits
        for rule in file.items
        if not rule.is_duty and (start is None or rule.id != start.permit)
    }
    before = start.covers if start else ()
    covers = st.multiselect(
        desk.say(COVERS),
        [*titles, *(one for one in before if one not in titles)],
        default=list(before),
        format_func=lambda one: titles.get(one, one),
        placeholder=desk.say(COVERS_NONE),
        key=f"{key}-tacker",
    )
    said = tuple(line.strip() for line in lines.splitlines() if line.strip())
    return {"conditions": said, "covers": tuple(covers)}


def _own_id(desk: Desk) -> str:
    taken = {one.permit for one in desk.dossier.permits}
    return next(f"own-{number}" for number in range(1, len(taken) + 2) if f"own-{number}" not in taken)


def _spare(desk: Desk, line: PermitLine) -> None:
    key = f"behovs-inte-{line.id}"
    st.markdown(f"**{escaped(desk.say(line.title))}**")
    because = st.text_area(desk.say(BECAUSE), key=f"{key}-varfor", height=100, max_chars=LONGEST_TEXT)
    st.caption(desk.say(LIMIT))
    save_or_cancel(
        desk,
        key,
        SPARE,
        lambda: guarded(desk, lambda: PermitIsNotNeeded(permit=line.id, because=because)),
    )
