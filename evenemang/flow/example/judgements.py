"""How the example year's risks were judged and what was done about them, as steps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.permit import Permit
from evenemang.domain.risk import Judged
from evenemang.flow.example.steps import Rank, Step, does, on
from evenemang.flow.example.year import (
    ExampleAction,
    ExampleDismissed,
    ExampleEvent,
    ExampleRisk,
    ExampleStatus,
)
from evenemang.flow.judging import AcceptRisk, AddRisk, DismissRisk, JudgeRisk
from evenemang.flow.planning import AddAction, AdvanceAction, ChangeAction, KeepPermit, PermitIsNotNeeded
from evenemang.flow.workspace import Workspace


def judging_steps(event: ExampleEvent) -> Iterator[Step]:
    """Return how its risks were judged, dismissed and accepted."""
    for set_aside in event.dismissed:
        yield on(
            set_aside.on,
            Rank.DISMISS,
            set_aside.by,
            partial(_dismiss, event, set_aside),
        )
    for risk in event.risks:
        yield on(risk.judged.on, Rank.JUDGE, risk.judged.by, partial(_judge, event, risk))
        yield on(risk.judged.on, Rank.LINK, risk.judged.by, partial(_link, event, risk))
        if risk.acceptance:
            deed = partial(_accept, event, risk.id, risk.acceptance.because)
            yield on(risk.acceptance.on, Rank.ACCEPT, risk.acceptance.by, deed)


def _accept(event: ExampleEvent, alias: str, because: str, workspace: Workspace, by: Actor) -> None:
    risk = workspace.dossier(event.alias).record.risk(alias)
    workspace.do(event.alias, AcceptRisk(risk=risk.id, because=because), by)


def _raised_at(dossier: Dossier, question: str, index: int) -> str | None:
    return next(
        (
            risk.id
            for risk in dossier.risks
            if risk.origin and (risk.origin.question, risk.origin.index) == (question, index)
        ),
        None,
    )


def _is_elsewhere(workspace: Workspace, question: str) -> bool:
    return workspace.content.area_of(question) is None


def _dismiss(event: ExampleEvent, row: ExampleDismissed, workspace: Workspace, by: Actor) -> None:
    """Set a proposal aside; an area that is not installed raised none, and there is nothing to set aside."""
    if _is_elsewhere(workspace, row.question):
        return
    found = _raised_at(workspace.dossier(event.alias).record, row.question, row.raise_)
    workspace.do(
        event.alias, DismissRisk(risk=found or f"{row.question}[{row.raise_}]", because=row.because), by
    )


def _judge(event: ExampleEvent, risk: ExampleRisk, workspace: Workspace, by: Actor) -> None:
    question, index = risk.origin.question, risk.origin.raise_
    if _is_elsewhere(workspace, question):
        workspace.do(event.alias, _own(risk), by)
        return
    found = _raised_at(workspace.dossier(event.alias).record, question, index)
    said = Judged(
        title=risk.title,
        harm=risk.harm,
        before=risk.before,
        after=risk.after,
        motive=risk.motive,
        sure=risk.sure,
        existing_controls=risk.existing_controls,
    )
    workspace.do(event.alias, JudgeRisk(risk=found or f"{question}[{index}]", said=said, alias=risk.id), by)


def _own(risk: ExampleRisk) -> AddRisk:
    area = risk.origin.question.split(".", 1)[0]
    return AddRisk(
        title=risk.title,
        area=area,
        axis="threat" if area == "threats" else "accident",
        harm=risk.harm,
        before=risk.before,
        after=risk.after,
        motive=risk.motive,
        sure=risk.sure,
        existing_controls=risk.existing_controls,
        origin={"question": risk.origin.question, "index": risk.origin.raise_},
        default=risk.default or risk.before,
        secrecy=risk.secrecy,
        alias=risk.id,
    )


def _link(event: ExampleEvent, risk: ExampleRisk, workspace: Workspace, by: Actor) -> None:
    """Join the actions that were proposed before their risk was judged."""
    for action in event.actions:
        dossier = workspace.dossier(event.alias).record
        known = next((one for one in dossier.actions if one.alias == action.id), None)
        if action.risk == risk.id and known and known.risk is None:
            said = {
                name: getattr(known, name) for name in ("do", "owner", "due_days", "due", "phase", "kind")
            }
            joined = ChangeAction(action=known.id, risk=dossier.risk(risk.id).id, **said)
            workspace.do(event.alias, joined, by)


def planning_steps(event: ExampleEvent) -> Iterator[Step]:
    """Return its actions and permits, step by step."""
    for action in event.actions:
        first = action.history[0]
        yield on(first.on, Rank.PROPOSE, first.by, partial(_propose, event, action))
        for change in action.history[1:]:
            yield on(
                change.on,
                Rank.ADVANCE,
                change.by,
                partial(_advance, event, action.id, change),
            )
    for permit in event.permits:
        yield from _permit_steps(event, permit)
    for spared in event.permits_not_needed:
        operation = PermitIsNotNeeded(permit=spared.permit, because=spared.because)
        yield on(spared.on, Rank.PERMIT, spared.by, does(event, operation))


def _propose(event: ExampleEvent, action: ExampleAction, workspace: Workspace, by: Actor) -> None:
    dossier = workspace.dossier(event.alias).record
    risk = next((one.id for one in dossier.risks if one.alias and one.alias == action.risk), None)
    said = {
        name: getattr(action, name)
        for name in ("do", "kind", "phase", "owner", "due_days", "due", "standing_measure", "secrecy")
    }
    workspace.do(event.alias, AddAction(risk=risk, alias=action.id, **said), by)


def _advance(event: ExampleEvent, alias: str, change: ExampleStatus, workspace: Workspace, by: Actor) -> None:
    known = workspace.dossier(event.alias).record.action(alias)
    step = AdvanceAction(action=known.id, status=change.status, how=change.how, because=change.because)
    workspace.do(event.alias, step, by)


def _permit_steps(event: ExampleEvent, permit: Permit) -> Iterator[Step]:
    """A permit is first on the list, then filed, then decided."""
    by = event.opened.by
    listed = permit.model_copy(
        update={"filed": None, "decided": None, "outcome": "not-applied", "conditions": (), "note": ""}
    )
    yield on(event.opened.on, Rank.PERMIT, by, does(event, KeepPermit(permit=listed)))
    if permit.filed:
        filed = listed.model_copy(update={"filed": permit.filed, "outcome": "applied", "note": permit.note})
        yield on(permit.filed, Rank.PERMIT, by, does(event, KeepPermit(permit=filed)))
    if permit.decided:
        yield on(permit.decided, Rank.PERMIT, by, does(event, KeepPermit(permit=permit)))
