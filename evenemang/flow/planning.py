"""Planning what is done: actions with owner, date and status; permits and how far they have come."""

from __future__ import annotations

from datetime import date

from evenemang.domain.action import (
    CLOSED,
    Action,
    ActionKind,
    ActionStatus,
    StatusChange,
    advance,
)
from evenemang.domain.actor import Name
from evenemang.domain.checklist import Phase, Secrecy
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import ReasonMissing, Refused
from evenemang.domain.permit import Permit, PermitNotNeeded, contradiction, is_begun
from evenemang.domain.text import Id, PersonText, Required, Text
from evenemang.flow.operation import Operation, Scene

FILED = Text(
    sv="Det är redan inlämnat. Ändra läget i stället, och skriv varför i anteckningen.",
    en="It is filed already. Change its state instead, and note why.",
)

ALWAYS = Text(
    sv="Skyldigheten gäller alla evenemang. Anteckna hur den är ordnad i stället.",
    en="The duty holds for every event. Note how it is seen to instead.",
)


class AddAction(Operation):
    """Propose an action; with `decided` the group decides it at once."""

    do: Required
    risk: Id | None = None
    kind: ActionKind = "preventive"
    phase: Phase = "planning"
    owner: Name | None = None
    due_days: int | None = None
    due: date | None = None
    standing_measure: Id | None = None
    secrecy: Secrecy = "open"
    decided: bool = False
    alias: Id | None = None

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the action.

        Raises:
            NotFound: If the risk is not there.
            Refused: If it is decided without an owner and a date.
        """
        risk = dossier.risk(self.risk).id if self.risk else None
        action_id, numbered = dossier.numbered("A")
        action = Action(
            id=action_id,
            alias=self.alias,
            risk=risk,
            do=self.do,
            kind=self.kind,
            phase=self.phase,
            owner=self.owner,
            due_days=self.due_days,
            due=self.due,
            standing_measure=self.standing_measure,
            secrecy=self.secrecy,
            history=(StatusChange(status="proposed", given=scene.stamp),),
        )
        if self.decided:
            action = advance(action, StatusChange(status="decided", given=scene.stamp))
        return numbered.model_copy(update={"actions": (*numbered.actions, action)})


class OnAction(Operation):
    """A deed on one action."""

    action: Id

    @property
    def subject(self) -> str:
        """Where the action stands."""
        return f"actions/{self.action}"

    def put(self, dossier: Dossier, changed: Action) -> Dossier:
        """Return the dossier with the action changed."""
        actions = tuple(changed if one.id == changed.id else one for one in dossier.actions)
        return dossier.model_copy(update={"actions": actions})


class ChangeAction(OnAction):
    """Change what an action says, who owns it, or when it is due; its history stays."""

    do: Required
    owner: Name | None
    due_days: int | None = None
    due: date | None = None
    phase: Phase
    kind: ActionKind
    risk: Id | None = None

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the action changed.

        Raises:
            NotFound: If the action, or its risk, is not there.
        """
        action = dossier.action(self.action)
        said = {name: getattr(self, name) for name in ("do", "owner", "due_days", "due", "phase", "kind")}
        said["risk"] = dossier.risk(self.risk).id if self.risk else None
        return self.put(dossier, Action.model_validate({**dict(action), **said}))


class AdvanceAction(OnAction):
    """Take an action one step on: decided, started, done, verified (how) or dropped (why)."""

    status: ActionStatus
    how: PersonText = ""
    because: PersonText = ""

    @property
    def wanted(self) -> str:
        """The status."""
        return self.status

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the step; a closed action asks for its risk to be judged anew.

        Raises:
            ReasonMissing: If it is dropped without a reason, or verified without telling how.
            Refused: If it is decided without an owner and a date.
        """
        change = StatusChange(status=self.status, given=scene.stamp, how=self.how, because=self.because)
        action = advance(dossier.action(self.action), change)
        changed = self.put(dossier, action)
        return _ask_for_new_look(changed, action) if self.status in CLOSED else changed


def _ask_for_new_look(dossier: Dossier, action: Action) -> Dossier:
    risks = tuple(
        one.model_copy(update={"treatment_changed": True})
        if one.id == action.risk and one.state == "accepted"
        else one
        for one in dossier.risks
    )
    return dossier.model_copy(update={"risks": risks})


class KeepPermit(Operation):
    """Keep how far a permit has come; one that was said not to be needed is so no longer."""

    permit: Permit

    @property
    def subject(self) -> str:
        """Where the permit stands."""
        return f"permits/{self.permit.permit}"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the permit as it is now.

        Raises:
            Refused: If its days and its state contradict each other.
        """
        _refuse_contradiction(self.permit, scene.today)
        others = [one for one in dossier.permits if one.permit != self.permit.permit]
        before = [one.permit for one in dossier.permits]
        at = before.index(self.permit.permit) if self.permit.permit in before else len(others)
        spared = tuple(one for one in dossier.permits_not_needed if one.permit != self.permit.permit)
        permits = (*others[:at], self.permit, *others[at:])
        return dossier.model_copy(update={"permits": permits, "permits_not_needed": spared})


def _refuse_contradiction(permit: Permit, today: date) -> None:
    why = contradiction(permit, today)
    if why:
        raise Refused("permit contradicts itself", why=why)


class PermitIsNotNeeded(Operation):
    """Say that a proposed permit is not needed, and why."""

    permit: Id
    because: PersonText

    @property
    def subject(self) -> str:
        """Where the reason stands."""
        return f"permits_not_needed/{self.permit}"

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the reason; one on the list that is not filed leaves it.

        Raises:
            ReasonMissing: If no reason is given.
            Refused: If it has been filed, since then its state tells; or if it is a duty of every event.
        """
        rules = [rule for file in scene.content.permits for rule in file.items if rule.id == self.permit]
        if any(rule.holds_always for rule in rules):
            raise Refused("a duty of every event", why=ALWAYS)
        if not self.because.strip():
            raise ReasonMissing(
                "not needed", deed=Text(sv="att ett tillstånd inte behövs", en="a permit that is not needed")
            )
        listed = next((one for one in dossier.permits if one.permit == self.permit), None)
        if listed and is_begun(listed):
            raise Refused("filed", why=FILED)
        # One that the group added has its name nowhere else, so it stays.
        permits = tuple(one for one in dossier.permits if one is not listed or not rules)
        others = tuple(one for one in dossier.permits_not_needed if one.permit != self.permit)
        note = PermitNotNeeded(permit=self.permit, because=self.because, given=scene.stamp)
        return dossier.model_copy(update={"permits": permits, "permits_not_needed": (*others, note)})
