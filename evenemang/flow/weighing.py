"""The risk picture of a dossier: what nobody has looked at, what was judged and counts, worst first."""

from __future__ import annotations

from dataclasses import dataclass

from evenemang.domain.action import Action, counted_residual, counted_residuals, is_treated, treating
from evenemang.domain.dossier import Dossier
from evenemang.domain.matrix import LevelId, Matrix, worse
from evenemang.domain.risk import Judgement, Risk, by_severity


@dataclass(frozen=True)
class Weighed:
    """A risk with what a decision counts, and what it still asks for."""

    risk: Risk
    level_before: LevelId
    after: Judgement  # as a decision counts it
    level_after: LevelId
    actions: tuple[Action, ...]
    treated: bool  # a decided action has an owner and a date
    demands: bool  # its level asks for a decided action and an acceptance
    too_high: bool  # above what even conditions can bear: an acceptance does not help
    special_look: bool

    @property
    def waits_for_action(self) -> bool:
        """Whether it was judged lower, but counts as before until an action is decided."""
        return self.after != self.risk.residual

    @property
    def unhandled(self) -> bool:
        """Whether it asks for an action or an acceptance that is not there."""
        return self.demands and not (self.treated and self.risk.acceptance)


@dataclass(frozen=True)
class RiskPicture:
    """All risks of a dossier; judged threats are kept apart from accidents."""

    proposals: tuple[Weighed, ...]
    accidents: tuple[Weighed, ...]
    threats: tuple[Weighed, ...]
    dismissed: tuple[Risk, ...]

    @property
    def judged(self) -> tuple[Weighed, ...]:
        """Every risk that a person has judged."""
        return (*self.accidents, *self.threats)

    @property
    def most_urgent(self) -> Weighed | None:
        """The worst judged risk that asks for an action or an acceptance."""
        waiting = [one for one in self.judged if one.unhandled]
        return max(waiting, key=lambda one: (one.after.score, one.after.consequence), default=None)

    def after(self, level: LevelId) -> int:
        """Return how many judged risks are at a level after treatment."""
        return sum(one.level_after == level for one in self.judged)

    @property
    def lowered(self) -> int:
        """How many judged risks treatment takes to a lower level."""
        return sum(worse(one.level_before, one.level_after) for one in self.judged)


def weighed(dossier: Dossier, matrix: Matrix) -> RiskPicture:
    """Return the risks of a dossier, each row worst first."""
    counted = counted_residuals(dossier.risks, dossier.actions)
    ordered = [weigh(dossier.risk(one.id), dossier, matrix) for one in by_severity(counted)]
    judged = [one for one in ordered if one.risk.state == "accepted"]
    return RiskPicture(
        proposals=tuple(one for one in ordered if one.risk.state == "proposed"),
        accidents=tuple(one for one in judged if one.risk.axis == "accident"),
        threats=tuple(one for one in judged if one.risk.axis == "threat"),
        dismissed=tuple(one.risk for one in ordered if one.risk.state == "dismissed"),
    )


def weigh(risk: Risk, dossier: Dossier, matrix: Matrix) -> Weighed:
    """Return one risk with what a decision counts."""
    after = counted_residual(risk, dossier.actions).residual
    level = after.level(matrix)
    return Weighed(
        risk=risk,
        level_before=risk.before.level(matrix),
        after=after,
        level_after=level,
        actions=treating(risk.id, dossier.actions),
        treated=is_treated(risk, dossier.actions),
        demands=_demands(level, matrix),
        too_high=_too_high(level, matrix),
        special_look=matrix.asks_for_special_look(after.consequence),
    )


def _demands(level: LevelId, matrix: Matrix) -> bool:
    return any(not worse(at, level) for at in _handled_at(matrix))


def _too_high(level: LevelId, matrix: Matrix) -> bool:
    handled = _handled_at(matrix)
    return bool(handled) and all(worse(level, at) for at in handled)


def _handled_at(matrix: Matrix) -> list[LevelId]:
    return [rule.handled_at for rule in matrix.decisions if rule.handled_at]
