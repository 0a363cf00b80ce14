"""The fields that a person accepted from a file, as the same operations that the app does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.domain.evaluation import Evaluation
from evenemang.domain.risk import Judged, Risk
from evenemang.domain.text import Text
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.journal import Json
from evenemang.flow.judging import AcceptRisk, AddRisk, DismissRisk, JudgeRisk
from evenemang.flow.occasions import ReviewOccasions
from evenemang.flow.on_site import CompleteIncident, LogIncident
from evenemang.flow.opening import SetEvent, SetFact, SetOfficer
from evenemang.flow.operation import Operation
from evenemang.flow.organiser_says import SAID, VISITS, NoteOrganiserEvaluation, visits_said
from evenemang.flow.planning import AddAction, AdvanceAction, ChangeAction
from evenemang.flow.returning import around
from evenemang.flow.returning.unnumbered import CONTACTS, OCCASIONS

Fields = Mapping[str, Json]
Compose = Callable[[Dossier, str, Fields], Iterable[Operation]]

SAID_OF_ACTION = ("do", "owner", "due", "due_days", "phase", "kind", "risk")
JUDGEMENTS = ("before", "after")
SAID_OF_RISK = ("title", "harm", "motive", "sure", "existing_controls")
NOT_SAID = ("acceptance.because", "dismissal.because", "state")


def composed(dossier: Dossier, path: str, fields: Fields) -> Iterable[Operation]:
    """Return the operations that give a record these fields, one after the other.

    Raises:
        NotFound: If the record is not there, or nothing of its kind comes back in a file.
        ValidationError: If a value fits no operation.
    """
    kind, _, added = path.partition("/+")
    if added:
        return NEW[kind](dossier, fields)
    kind = next((one for one in COMPOSE if path == one or path.startswith(f"{one}/")), "")
    if not kind:
        raise NotFound("comes back in no file", what=path)
    return COMPOSE[kind](dossier, path.removeprefix(kind).removeprefix("/"), fields)


def _answer(dossier: Dossier, question: str, fields: Fields) -> Iterable[Operation]:
    before = dossier.assessment.answers.get(question)
    stood = {"value": before.value, "comment": before.comment} if before else {"value": None, "comment": ""}
    yield GiveAnswer.model_validate({"question": question, **stood, **fields})


def _fact(_dossier: Dossier, fact: str, fields: Fields) -> Iterable[Operation]:
    yield SetFact.model_validate({"fact": fact, "value": fields["value"]})


def _event(_dossier: Dossier, name: str, fields: Fields) -> Iterable[Operation]:
    value = fields["value"]
    if value is None and name == "application_received":
        yield SetEvent(clear=("application_received",))
    else:
        yield SetEvent.model_validate({"event_name" if name == "name" else name: value})


def _number(name: str) -> Compose:
    def compose(_dossier: Dossier, _rest: str, fields: Fields) -> Iterable[Operation]:
        yield SetEvent.model_validate({name: fields["value"]})

    return compose


def _officer(_dossier: Dossier, _rest: str, fields: Fields) -> Iterable[Operation]:
    yield SetOfficer.model_validate({"officer": fields["value"]})


def _action(dossier: Dossier, action_id: str, fields: Fields) -> Iterable[Operation]:
    action = dossier.action(action_id)
    said = _dated(fields)
    if said:
        stood = {name: getattr(action, name) for name in SAID_OF_ACTION}
        other = {"due": "due_days", "due_days": "due"}  # an action has one day: the newer word counts
        for name, fallen in other.items():
            if said.get(name) is not None and fallen not in said:
                stood[fallen] = None
        yield ChangeAction.model_validate({"action": action_id, **stood, **said})
    if "status" in fields:
        yield AdvanceAction.model_validate({"action": action_id, "status": fields["status"]})


def _dated(fields: Fields) -> dict[str, Json]:
    """Return what is said of an action, the day it is due as a fixed one unless another is said."""
    said = {name: fields[name] for name in SAID_OF_ACTION if name in fields}
    if "due-on" in fields and not said.keys() & {"due", "due_days"}:
        said["due"] = fields["due-on"]
    return said


def _new_action(_dossier: Dossier, fields: Fields) -> Iterable[Operation]:
    said = {name: value for name, value in _dated(fields).items() if value is not None}
    yield AddAction.model_validate({**said, "decided": fields.get("status") == "decided"})


def _risk(dossier: Dossier, risk_id: str, fields: Fields) -> Iterable[Operation]:
    risk = dossier.risk(risk_id)
    dismissed = fields.get("state") == "dismissed"
    if (not dismissed and any(name not in NOT_SAID for name in fields)) or fields.get("state") == "accepted":
        yield JudgeRisk(risk=risk_id, said=_judged(risk, fields))
    if "acceptance.because" in fields:
        yield AcceptRisk(risk=risk_id, because=fields["acceptance.because"] or "")
    if dismissed or "dismissal.because" in fields:
        yield DismissRisk(risk=risk_id, because=fields.get("dismissal.because") or "")


def _judged(risk: Risk, fields: Fields) -> Judged:
    said: dict[str, Any] = {name: getattr(risk, name) for name in ("motive", "sure", "existing_controls")}
    said |= {name: fields[name] for name in SAID_OF_RISK if name in fields}
    for side in JUDGEMENTS:
        stood = getattr(risk, side)
        steps = stood.model_dump() if stood else {}
        steps |= {name: fields[f"{side}.{name}"] for name in STEPS if f"{side}.{name}" in fields}
        nothing = side == "after" and not any(value is not None for value in steps.values())
        said[side] = None if nothing else steps
    return Judged.model_validate(said)


STEPS = ("likelihood", "consequence")


def _new_risk(_dossier: Dossier, fields: Fields) -> Iterable[Operation]:
    said = {name: value for name, value in fields.items() if "." not in name and value is not None}
    for side in JUDGEMENTS:
        steps = {name: fields.get(f"{side}.{name}") for name in STEPS}
        if any(value is not None for value in steps.values()):
            said[side] = steps
    yield AddRisk.model_validate(said)


def _incident(_dossier: Dossier, incident: str, fields: Fields) -> Iterable[Operation]:
    yield CompleteIncident.model_validate({"incident": incident, **fields})


def _new_incident(_dossier: Dossier, fields: Fields) -> Iterable[Operation]:
    yield LogIncident.model_validate({name: one for name, one in fields.items() if one is not None})


def _evaluation(dossier: Dossier, _rest: str, fields: Fields) -> Iterable[Operation]:
    if dossier.evaluation is None:
        raise NotFound("not evaluated", what=EVALUATION.sv)
    body = dossier.evaluation.model_dump()
    for field, value in fields.items():
        *way, last = field.split(".")
        inside = body
        for step in way:
            inside = inside[step] if inside.get(step) is not None else inside.setdefault(step, {})
        inside[last] = value
    changed = Evaluation.model_validate(body)
    yield Evaluate(**{name: getattr(changed, name) for name in Evaluation.model_fields if name != "given"})


def _organiser_evaluation(dossier: Dossier, _rest: str, fields: Fields) -> Iterable[Operation]:
    before = dossier.organiser_evaluation
    stood = {name: getattr(before, name) for name in SAID} if before else {}
    said = {name: value for name, value in fields.items() if not name.startswith(VISITS)}
    visits: dict[str, Any] = {**visits_said(before)}
    visits |= {name.removeprefix(VISITS): value for name, value in fields.items() if name not in said}
    counted = [{"id": one, "visitors": visits[one]} for one in sorted(visits) if visits[one] is not None]
    yield NoteOrganiserEvaluation.model_validate({**stood, **said, "by_occasion": counted})


def _occasion_review(dossier: Dossier, review: str, fields: Fields) -> Iterable[Operation]:
    before = next((one for one in dossier.occasion_reviews if one.id == review), None)
    if before is None:
        raise NotFound("no such review", what=review)
    stood = {"happened": before.happened, "visitors": before.visitors, "note": before.note}
    yield ReviewOccasions.model_validate({"occasions": (review,), **stood, **fields})


EVALUATION = Text(sv="Utvärdering", en="Evaluation")

COMPOSE: Mapping[str, Compose] = {
    "assessment/answers": _answer,
    "event/facts": _fact,
    OCCASIONS: around.occasion,
    "event": _event,
    "diary_number": _number("diary_number"),
    "police_number": _number("police_number"),
    "officer": _officer,
    "actions": _action,
    "risks": _risk,
    "incidents": _incident,
    "evaluation": _evaluation,
    "organiser_evaluation": _organiser_evaluation,
    "occasion_reviews": _occasion_review,
    CONTACTS: around.contact,
    "permits": around.permit,
    "permits_not_needed": around.not_needed,
    "lesson_answers": around.reply,
}
NEW: Mapping[str, Callable[[Dossier, Fields], Iterable[Operation]]] = {
    "actions": _new_action,
    "risks": _new_risk,
    "incidents": _new_incident,
    OCCASIONS: around.new_occasion,
    CONTACTS: around.new_contact,
    "permits": around.new_permit,
}
