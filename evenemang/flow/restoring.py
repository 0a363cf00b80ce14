"""Restoring: a former value put back as a new change, by the verb that a person would say it with.

What happened is not undone: a decision, an incident, a line in the log and a step of an action stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from pydantic import ValidationError

from evenemang.domain.action import Action
from evenemang.domain.assessment import Answer, AreaTaken, DepthOverride
from evenemang.domain.dossier import Dossier
from evenemang.domain.evaluation import Evaluation, OccasionReview, OrganiserEvaluation
from evenemang.domain.lesson import LessonAnswer
from evenemang.domain.permit import Permit, PermitNotNeeded
from evenemang.domain.risk import Judged, Risk
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.difference import picture
from evenemang.flow.evaluating import Evaluate
from evenemang.flow.journal import Json
from evenemang.flow.judging import DismissRisk, JudgeRisk
from evenemang.flow.learning import ReplyToLesson
from evenemang.flow.occasions import ReviewOccasions
from evenemang.flow.opening import Clearable, SetEvent, SetFact, SetOfficer
from evenemang.flow.operation import Operation
from evenemang.flow.organiser_says import SAID, NoteOrganiserEvaluation
from evenemang.flow.planning import ChangeAction, KeepPermit, PermitIsNotNeeded
from evenemang.flow.scoping import ChooseDepth, HandArea, TakeArea

Verb = Callable[[str, Json], Operation | None]  # the key of a place, and what stood there


def way_back(dossier: Dossier, path: str, former: Json) -> Operation | None:
    """Return the operation that says at a path what the journal holds as a former value.

    It is refused, as any other, where somebody changes the place meanwhile. None where the value stands
    there already, where it is something that happened, or where it does not fit today's models.
    """
    start, key = _place(path)
    verb = VERBS.get(start)
    if verb is None:
        return None
    now = picture(dossier, path)
    found = _said(verb, key, former)
    if found is None or found == _said(verb, key, now):
        return None
    return found.model_copy(update={"seen": now}) if found.subject == path else found


def _said(verb: Verb, key: str, value: Json) -> Operation | None:
    """Return the operation that says a value; None where none does, or no longer."""
    try:
        return verb(key, value)
    except ValidationError:
        return None


def _place(path: str) -> tuple[str, str]:
    """Return the verb's place and the key in it: assessment/answers and crowds.queue-space."""
    steps = path.split("/")
    count = next((count for count in (2, 1) if "/".join(steps[:count]) in VERBS), len(steps))
    return "/".join(steps[:count]), "/".join(steps[count:])


def _answer(_key: str, former: Json) -> Operation | None:
    if former is None:
        return None
    answer = Answer.model_validate(former)
    return GiveAnswer(question=answer.question, value=answer.value, comment=answer.comment)


def _fact(key: str, former: Json) -> Operation:
    return SetFact(fact=key, value=former)


def _officer(_key: str, former: Json) -> Operation:
    return SetOfficer(officer=former)


def _event(field: str, of: str) -> Verb:
    def verb(_key: str, former: Json) -> Operation | None:
        if former is not None:
            return SetEvent.model_validate({of: former})
        return SetEvent.model_validate({"clear": (field,)}) if field in get_args(Clearable) else None

    return verb


def _area(key: str, former: Json) -> Operation | None:
    if former is None:
        return None
    taken = AreaTaken.model_validate(former)
    return HandArea(area=key, owner=taken.owner, due=taken.due)


def _left_out(key: str, former: Json) -> Operation | None:
    return TakeArea(area=key) if former is None else None


def _depth(_key: str, former: Json) -> Operation | None:
    if former is None:
        return None
    chosen = DepthOverride.model_validate(former)
    return ChooseDepth(depth=chosen.depth, because=chosen.because)


def _risk(key: str, former: Json) -> Operation | None:
    if former is None:
        return None
    risk = Risk.model_validate(former)
    if risk.state == "dismissed" and risk.dismissal:
        return DismissRisk(risk=key, because=risk.dismissal.because)
    if risk.state != "accepted":
        return None
    fields = {name: getattr(risk, name) for name in Judged.model_fields if name != "title"}
    title = risk.title if isinstance(risk.title, str) else None
    return JudgeRisk(risk=key, said=Judged(**fields, title=title))


def _action(key: str, former: Json) -> Operation | None:
    if former is None:
        return None
    action = Action.model_validate(former)
    fields = {
        name: getattr(action, name) for name in ("do", "owner", "due_days", "due", "phase", "kind", "risk")
    }
    return ChangeAction(action=key, **fields)


def _permit(_key: str, former: Json) -> Operation | None:
    return None if former is None else KeepPermit(permit=Permit.model_validate(former))


def _not_needed(key: str, former: Json) -> Operation | None:
    if former is None:
        return None
    return PermitIsNotNeeded(permit=key, because=PermitNotNeeded.model_validate(former).because)


def _evaluation(_key: str, former: Json) -> Operation | None:
    if former is None:
        return None
    before = Evaluation.model_validate(former)
    said: dict[str, Any] = {name: one for name, one in before if name in Evaluate.model_fields}
    return Evaluate(**said)


def _occasion(key: str, former: Json) -> Operation | None:
    if former is None:
        return None
    before = OccasionReview.model_validate(former)
    return ReviewOccasions(
        occasions=(key,), happened=before.happened, visitors=before.visitors, note=before.note
    )


def _organiser_evaluation(_key: str, former: Json) -> Operation | None:
    if former is None:
        return None
    before = OrganiserEvaluation.model_validate(former)
    return NoteOrganiserEvaluation(**{name: getattr(before, name) for name in SAID})


def _lesson_answer(key: str, former: Json) -> Operation | None:
    if former is None:
        return None
    before = LessonAnswer.model_validate(former)
    return ReplyToLesson(lesson=key, answer=before.answer, how=before.how)


FIELDS_OF_EVENT = ("organiser", "place", "zones", "application_received", "occasions", "series", "note")
VERBS: Mapping[str, Verb] = {
    "assessment/answers": _answer,
    "assessment/areas": _area,
    "assessment/left_out": _left_out,
    "assessment/depth": _depth,
    "event/facts": _fact,
    "event/name": _event("name", "event_name"),
    "diary_number": _event("diary_number", "diary_number"),
    "police_number": _event("police_number", "police_number"),
    **{f"event/{field}": _event(field, field) for field in FIELDS_OF_EVENT},
    "officer": _officer,
    "risks": _risk,
    "actions": _action,
    "permits": _permit,
    "permits_not_needed": _not_needed,
    "evaluation": _evaluation,
    "occasion_reviews": _occasion,
    "organiser_evaluation": _organiser_evaluation,
    "lesson_answers": _lesson_answer,
}
"""How each place of a dossier is said again; a place that is not here holds what happened."""
