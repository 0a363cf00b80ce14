"""Small builders of what a store keeps: each hides what does not matter to the sentence."""

from datetime import date, datetime, timedelta
from typing import Any

from evenemang.domain.action import Action, ActionStatus, StatusChange
from evenemang.domain.actor import Stamp
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL, Event, Occasion
from evenemang.domain.incident import Incident
from evenemang.domain.lesson import Concerns, Lesson
from evenemang.domain.place import Place
from evenemang.domain.risk import Judgement, Risk
from evenemang.flow.journal import Deed
from evenemang.flow.listing import ActionRow, DossierRow, IncidentRow, Projection, RiskRow

NOON = datetime(2027, 5, 3, 12, 0, tzinfo=LOCAL)
GIVEN = Stamp(by="Sara Lind", at=NOON)


def deed(touched: str = "event", after: Any = "Höstfesten", before: Any = None) -> Deed:
    return Deed(operation="note", touched=touched, before=before, after=after, by="Sara Lind", at=NOON)


def occasion(day: date, starts: str = "12:00", ends: str = "22:00") -> Occasion:
    return Occasion(date=day, starts=starts, ends=ends)


def dossier(record_id: str, *, on: date | None = None, name: str = "Höstfesten", **more: Any) -> Dossier:
    event = Event(name=name, occasions=(occasion(on),) if on else (), **more.pop("event", {}))
    return Dossier.model_validate({"id": record_id, "event": event, "opened": GIVEN, **more})


def risk(risk_id: str = "R1", *, likelihood: int = 3, consequence: int = 4, **more: Any) -> Risk:
    before = Judgement(likelihood=likelihood, consequence=consequence)
    values = {"title": "Trängsel vid scenen", "area": "crowds", "harm": "people", "state": "accepted"}
    return Risk.model_validate({"id": risk_id, "before": before, **values, **more})


def action(action_id: str = "A1", *, status: ActionStatus = "proposed", **more: Any) -> Action:
    history = (StatusChange(status=status, given=GIVEN),)
    values = {"do": "Bygg en bredare utgång", "phase": "planning", "history": history}
    return Action.model_validate({"id": action_id, **values, **more})


def incident(incident_id: str = "I1", *, at: datetime = NOON, **more: Any) -> Incident:
    values = {"type": "crowding", "severity": 0, "what": "Kö ut på körbanan", "noted": GIVEN}
    return Incident.model_validate({"id": incident_id, "at": at, **values, **more})


def lesson(lesson_id: str, *, days: int = 0, **about: Any) -> Lesson:
    noted = Stamp(by="Sara Lind", at=NOON + timedelta(days=days))
    concerns = Concerns(question="crowds.queue-space", **about)
    return Lesson(id=lesson_id, text="Öppna grinden tidigare", from_event="x", concerns=concerns, noted=noted)


def place(place_id: str, name: str = "Torget") -> Place:
    return Place(id=place_id, name=name)


def projection(one: Dossier, **more: Any) -> Projection:
    """Return the rows of a dossier as a store is handed them; content apart, which it does not know."""
    event = one.event
    row = DossierRow(
        id=one.id,
        alias=one.alias,
        name=event.name,
        diary_number=one.diary_number,
        example=one.example,
        series=event.series,
        organiser=event.organiser,
        organiser_kind=None,
        place=event.place,
        officer=one.officer,
        opened=one.opened.at,
        starts=event.start,
        ends=event.end,
        some_time=None,
        occasions=len(event.each_occasion()),
        stage=more.get("stage", "draft"),
        contacts_before=0,
        asked=more.get("asked", 10),
        answered=more.get("answered", 4),
        lessons_waiting=0,
        proposals=0,
        dismissed=0,
        worst_score=None,
        worst_level=None,
        reconsider=False,
        not_assessed=False,
        decision=None,
        evaluated_on=more.get("evaluated_on"),
        visits=None,
        from_list=one.from_list.fingerprint if one.from_list else None,
    )
    return Projection(
        row=row,
        actions=tuple(_action_row(one, each) for each in one.actions),
        risks=tuple(_risk_row(one, each) for each in one.risks),
        attachments=tuple(sorted({each.file for each in one.attachments})),
        places=tuple(sorted(event.places)),
        incidents=tuple(_incident_row(one, each) for each in one.incidents),
    )


def _action_row(one: Dossier, each: Action) -> ActionRow:
    kept = ("id", "alias", "do", "risk", "phase", "owner", "secrecy")
    return ActionRow(
        dossier=one.id,
        due=each.due_on(one.event.first_day),
        status=each.status,
        decided_on=None,
        done_on=None,
        helped=None,
        **{name: getattr(each, name) for name in kept},
    )


def _risk_row(one: Dossier, each: Risk) -> RiskRow:
    kept = ("id", "alias", "area", "axis", "harm", "secrecy")
    return RiskRow(
        dossier=one.id,
        title=each.says("sv"),
        likelihood_before=each.before.likelihood,
        consequence_before=each.before.consequence,
        level_before="high",
        likelihood_after=each.residual.likelihood,
        consequence_after=each.residual.consequence,
        level_after="high",
        **{name: getattr(each, name) for name in kept},
    )


def _incident_row(one: Dossier, each: Incident) -> IncidentRow:
    kept = ("id", "alias", "at", "type", "severity", "zone", "what", "foreseen", "closed")
    return IncidentRow(dossier=one.id, **{name: getattr(each, name) for name in kept})
