"""The fields of an action: what, what kind, when in the event, who, by when, against which risk."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, Literal

import streamlit as st

from evenemang.domain.action import Action, ActionKind
from evenemang.domain.checklist import Phase
from evenemang.domain.risk import by_severity
from evenemang.domain.text import LONGEST_TEXT, Text
from evenemang.flow.words import ACTION_KINDS, PHASES, capital
from evenemang.pages.actions.words import due_words
from evenemang.pages.desk import Desk
from evenemang.pages.limits import LIMIT
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

By = Literal["days", "date", "none"]

DO = Text(sv="Åtgärd", en="Action")
KIND_LABEL = Text(sv="Slag", en="Kind")
PHASE_LABEL = Text(sv="När i evenemanget", en="When in the event")
OWNER = Text(sv="Ansvarig", en="Owner")
BY_WHEN = Text(sv="Klar senast", en="Due")
BY: dict[By, Text] = {
    "days": Text(sv="Dagar före evenemanget", en="Days before the event"),
    "date": Text(sv="Fast datum", en="A fixed date"),
    "none": Text(sv="Inget datum än", en="No date yet"),
}
DAYS = Text(sv="Antal dagar före första dagen", en="Days before the first day")
FOLLOWS = Text(sv="Flyttas evenemanget följer dagen med.", en="If the event is moved, the day follows.")
DATE = Text(sv="Datum", en="Date")
RISK = Text(sv="Mot vilken risk", en="Against which risk")
NO_RISK = Text(
    sv="Ingen, den hör till ärendet eller platsen", en="None, it belongs to the dossier or the place"
)
USUAL_DAYS = 14


@dataclass(frozen=True)
class Filled:
    """What stands in the fields."""

    do: str
    kind: ActionKind
    phase: Phase
    owner: str | None
    risk: str | None
    due_days: int | None = None
    due: date | None = None

    @staticmethod
    def of(action: Action) -> Filled:
        """Return the fields of an action."""
        return Filled(
            do=action.do,
            kind=action.kind,
            phase=action.phase,
            owner=action.owner,
            risk=action.risk,
            due_days=action.due_days,
            due=action.due,
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as an operation takes them."""
        return {**asdict(self), "owner": (self.owner or "").strip() or None}


def fields(desk: Desk, start: Filled, key: str, *, ask_risk: bool) -> Filled:
    """Show the fields as they stand at start, and return what stands in them now."""
    do = st.text_area(desk.say(DO), start.do, key=f"{key}-gor", height=80, max_chars=LONGEST_TEXT)
    st.caption(desk.say(LIMIT))
    owner = people_of(desk.house).choose(desk.say(OWNER), start.owner, desk.language, f"{key}-ansvarig")
    due_days, due = _due(desk, start, key)
    kind: ActionKind = st.segmented_control(
        desk.say(KIND_LABEL),
        list(ACTION_KINDS),
        default=start.kind,
        required=True,
        key=f"{key}-slag",
        format_func=lambda one: desk.say(capital(ACTION_KINDS[one])),
    )
    phase: Phase = st.segmented_control(
        desk.say(PHASE_LABEL),
        list(PHASES),
        default=start.phase,
        required=True,
        key=f"{key}-skede",
        format_func=lambda one: desk.say(capital(PHASES[one])),
    )
    risk = _risk(desk, start.risk, key) if ask_risk else start.risk
    return Filled(do=do, kind=kind, phase=phase, owner=owner, risk=risk, due_days=due_days, due=due)


def _due(desk: Desk, start: Filled, key: str) -> tuple[int | None, date | None]:
    by: By = "days" if start.due_days is not None else "date" if start.due else "none"
    chosen = st.segmented_control(
        desk.say(BY_WHEN),
        list(BY),
        default=by,
        required=True,
        key=f"{key}-nar",
        format_func=lambda one: desk.say(BY[one]),
    )
    if chosen == "days":
        return _days(desk, start, key), None
    if chosen == "date":
        return None, st.date_input(desk.say(DATE), start.due, format="YYYY-MM-DD", key=f"{key}-dag")
    return None, None


def _days(desk: Desk, start: Filled, key: str) -> int:
    usual = -start.due_days if start.due_days is not None else USUAL_DAYS
    before = st.number_input(desk.say(DAYS), -365, 1000, usual, step=1, key=f"{key}-dagar")
    first = desk.dossier.event.first_day
    due = first - timedelta(days=before) if first else None
    st.caption(f"{due_words(desk, due, -before)}. {desk.say(FOLLOWS)}")
    return -before


def _risk(desk: Desk, chosen: str | None, key: str) -> str | None:
    risks = {one.id: one for one in by_severity(desk.dossier.risks) if one.counts}
    ids = list(dict.fromkeys([*risks, *([chosen] if chosen else [])]))
    return st.selectbox(
        desk.say(RISK),
        ids,
        index=ids.index(chosen) if chosen else None,
        format_func=lambda one: f"{one} {escaped(risks[one].says(desk.language))}" if one in risks else one,
        placeholder=desk.say(NO_RISK),
        key=f"{key}-risk",
    )
