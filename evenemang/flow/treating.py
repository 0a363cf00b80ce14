"""Treating risks: what the checklists suggest, what is late, open and closed, and how an action may go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from evenemang.domain.action import CLOSED, Action, ActionStatus
from evenemang.domain.checklist import Phase, SuggestedAction
from evenemang.domain.dossier import Dossier
from evenemang.domain.risk import Judged, Risk
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.judging import JudgeRisk, OnRisk
from evenemang.flow.operation import Scene
from evenemang.flow.planning import AddAction

NEXT: Mapping[ActionStatus, tuple[ActionStatus, ...]] = {
    "proposed": ("decided", "dropped"),
    "decided": ("started", "done", "dropped"),
    "started": ("done", "dropped"),
    "done": ("verified",),
    "verified": (),
    "dropped": ("proposed",),
}
"""Which steps are offered after each status; the usual one first."""


@dataclass(frozen=True)
class Agenda:
    """The actions of a dossier, the soonest due first; those without a date last."""

    late: tuple[Action, ...]
    open: tuple[Action, ...]
    closed: tuple[Action, ...]


def agenda(dossier: Dossier, today: date) -> Agenda:
    """Return the actions by what is asked of people today."""
    first = dossier.event.first_day
    ordered = sorted(dossier.actions, key=lambda one: one.due_on(first) or date.max)
    left = [one for one in ordered if one.status not in CLOSED]
    return Agenda(
        late=tuple(one for one in left if one.is_overdue(first, today)),
        open=tuple(one for one in left if not one.is_overdue(first, today)),
        closed=tuple(one for one in ordered if one.status in CLOSED),
    )


@dataclass(frozen=True)
class Suggested:
    """An action that a checklist suggests, with its phase settled."""

    do: Text
    due_days: int
    phase: Phase


def suggested(risk: Risk, dossier: Dossier, content: Content) -> tuple[Suggested, ...]:
    """Return what the checklist suggests against a risk and nobody has added yet."""
    question = content.question(risk.origin.question) if risk.origin else None
    if risk.origin is None or question is None or risk.origin.index >= len(question.raises):
        return ()
    there = {one.do for one in dossier.actions if one.risk == risk.id}
    return tuple(
        Suggested(one.do, one.due, one.phase or question.phase)
        for one in question.raises[risk.origin.index].actions
        if not _added(one, there)
    )


def _added(one: SuggestedAction, there: set[str]) -> bool:
    return one.do.sv in there or one.do.en in there


class TreatRisk(OnRisk):
    """Add an action against a risk and say at once what remains of the risk after it."""

    action: AddAction
    said: Judged

    @property
    def wanted(self) -> str:
        """What is to be done."""
        return self.action.do

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the action and the new judgement, or neither.

        Raises:
            ReasonMissing: If a consequence is lowered without a motive.
            Refused: If the action is decided without an owner and a date.
        """
        acted = self.action.apply(dossier, scene)
        return JudgeRisk(risk=self.risk, said=self.said).apply(acted, scene)
