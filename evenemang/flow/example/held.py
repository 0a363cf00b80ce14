"""How the example year's events were decided on, held and evaluated, as steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from evenemang.domain.decision import Draft
from evenemang.flow.deciding import Decide
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.example.steps import Rank, Step, does, on
from evenemang.flow.example.year import ExampleEvent, ExampleIncident
from evenemang.flow.on_site import CompleteIncident, LogIncident, NoteInLog


def holding_steps(event: ExampleEvent) -> Iterator[Step]:
    """Return its decision, its days, and its evaluation."""
    decision = event.decision
    if decision:
        draft = Draft(
            officer=decision.officer,
            officer_view=decision.officer_view,
            group_view=decision.group_view,
            conditions=decision.conditions,
            motive=decision.motive,
            meeting=decision.meeting,
        )
        yield on(decision.on, Rank.DECIDE, decision.officer, does(event, Decide(draft=draft)))
    for line in event.day_log:
        yield Step(line.at, Rank.INCIDENT, line.by, does(event, NoteInLog(what=line.what)))
    for incident in event.incidents:
        yield from _incident_steps(event, incident)
    evaluation = event.evaluation
    if evaluation:
        said = {
            name: getattr(evaluation, name) for name in Evaluate.model_fields if hasattr(evaluation, name)
        }
        yield on(evaluation.on, Rank.EVALUATE, evaluation.by, does(event, Evaluate(**said)))


def _incident_steps(event: ExampleEvent, incident: ExampleIncident) -> Iterator[Step]:
    """What was seen is logged at once; cause, measure and what foresaw it come the day after, or later."""
    log = LogIncident(
        alias=incident.id,
        at=incident.at,
        type=incident.type,
        severity=incident.severity,
        what=incident.what,
        zone=incident.zone,
        immediate=incident.immediate,
    )
    yield Step(incident.at, Rank.INCIDENT, incident.by, does(event, log))
    complete = CompleteIncident(
        incident=incident.id,
        cause=incident.cause,
        measure=incident.measure,
        owner=incident.owner,
        due=incident.due,
        foreseen=incident.foreseen_by,
    )
    day_after = incident.at.date() + timedelta(days=1)
    yield on(day_after, Rank.INCIDENT, incident.owner, does(event, complete))
    if incident.action:
        proposed = next(one.history[0].on for one in event.actions if one.id == incident.action)
        linked = CompleteIncident(incident=incident.id, action=incident.action)
        yield on(max(day_after, proposed), Rank.INCIDENT, incident.owner, does(event, linked))
    if incident.closed:
        closed = CompleteIncident(incident=incident.id, closed=incident.closed)
        yield on(max(day_after, incident.closed), Rank.INCIDENT, incident.owner, does(event, closed))
