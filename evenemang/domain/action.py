"""Actions: what will be done about a risk, by whom, by when, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, model_validator

from evenemang.domain.actor import Name, Stamp
from evenemang.domain.checklist import Phase, Secrecy
from evenemang.domain.errors import ReasonMissing, Refused
from evenemang.domain.risk import Risk
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text

ActionStatus = Literal["proposed", "decided", "started", "done", "verified", "dropped"]
ActionKind = Literal["preventive", "mitigating"]
STATUSES: tuple[ActionStatus, ...] = (
    "proposed",
    "decided",
    "started",
    "done",
    "verified",
    "dropped",
)
CLOSED: tuple[ActionStatus, ...] = ("done", "verified", "dropped")
IN_FORCE: tuple[ActionStatus, ...] = ("decided", "started", "done", "verified")


class StatusChange(Frozen):
    """One step in an action's life; `how` tells how it was verified, `because` why it was dropped."""

    status: ActionStatus
    given: Stamp
    how: PersonText = ""
    because: PersonText = ""


class Action(Frozen):
    """Something to do, with an owner and a date: fixed, or days from the event's first day."""

    id: Id
    alias: Id | None = None
    risk: Id | None = None  # without one it belongs to the dossier or the place
    do: Required
    kind: ActionKind = "preventive"
    phase: Phase
    owner: Name | None = None
    due_days: Annotated[int, Field(ge=-1000, le=1000)] | None = None
    due: date | None = None
    history: Annotated[tuple[StatusChange, ...], Field(min_length=1)]
    standing_measure: Id | None = None
    question: Id | None = None  # the round's question where the deviation was seen that it mends
    secrecy: Secrecy = "open"

    @model_validator(mode="after")
    def _one_date(self) -> Action:
        if self.due is not None and self.due_days is not None:
            msg = "an action has a fixed date or days from the event, not both"
            raise ValueError(msg)
        return self

    @property
    def status(self) -> ActionStatus:
        """The last row of the history."""
        return self.history[-1].status

    @property
    def in_force(self) -> bool:
        """Whether the group has decided it, and it is not dropped."""
        return self.status in IN_FORCE

    def due_on(self, first_day: date | None) -> date | None:
        """Return the day it is due; None while it has no date, or hangs on an event without one."""
        if self.due is not None:
            return self.due
        if self.due_days is None or first_day is None:
            return None
        return first_day + timedelta(days=self.due_days)

    def is_overdue(self, first_day: date | None, today: date) -> bool:
        """Whether it is still open after its day."""
        due = self.due_on(first_day)
        return self.status not in CLOSED and due is not None and due < today


def treating(risk_id: str, actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the actions that treat a risk."""
    return tuple(action for action in actions if action.risk == risk_id)


def is_treated(risk: Risk, actions: Iterable[Action]) -> bool:
    """Whether the risk has a decided action with an owner and a date."""
    return any(
        action.in_force and action.owner and (action.due or action.due_days is not None)
        for action in treating(risk.id, actions)
    )


def counted_residual(risk: Risk, actions: Iterable[Action]) -> Risk:
    """Return the risk as a decision counts it: no lower after than before without a decided action.

    Source: reference.md §1.2, override rules (ours).
    """
    return next(counted_residuals((risk,), actions))


def counted_residuals(risks: Iterable[Risk], actions: Iterable[Action]) -> Iterator[Risk]:
    """Yield risks as a decision counts them; the actions are looked through once for all."""
    decided = {action.risk for action in actions if action.in_force}
    for risk in risks:
        if risk.after is None or risk.after.score >= risk.before.score or risk.id in decided:
            yield risk
        else:
            yield risk.model_copy(update={"after": risk.before})


def advance(action: Action, change: StatusChange) -> Action:
    """Return the action one step on.

    Raises:
        ReasonMissing: If it is dropped without a reason, or verified without telling how.
        Refused: If it is decided without an owner and a date.
    """
    if change.status == "dropped" and not change.because.strip():
        raise ReasonMissing("drop", deed=Text(sv="att avskriva en åtgärd", en="dropping an action"))
    if change.status == "verified" and not change.how.strip():
        raise ReasonMissing(
            "verify",
            deed=Text(
                sv="att verifiera en åtgärd (hur såg ni det)",
                en="verifying an action (how was it seen)",
            ),
        )
    dated = action.due is not None or action.due_days is not None
    if change.status not in ("proposed", "dropped") and not (action.owner and dated):
        raise Refused(
            "no owner or date",
            why=Text(
                sv="Åtgärden behöver en ansvarig och ett datum innan den beslutas. Fyll i dem först.",
                en="The action needs an owner and a date before it is decided. Fill them in first.",
            ),
        )
    return action.model_copy(update={"history": (*action.history, change)})
