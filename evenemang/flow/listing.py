"""Rows for lists and statistics: what a dossier looks like from outside, without opening it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from pydantic import AwareDatetime

from evenemang.domain.action import ActionStatus, StatusChange
from evenemang.domain.actor import Name
from evenemang.domain.assessment import Attachment
from evenemang.domain.checklist import Axis, Harm, Secrecy
from evenemang.domain.dossier import Dossier, Stage, State, stage, state_at
from evenemang.domain.incident import FORESEEN_BY_NONE, IncidentType
from evenemang.domain.matrix import LevelId
from evenemang.domain.risk import Risk
from evenemang.domain.text import Frozen, Id, PersonText
from evenemang.flow.circumstances import Circumstances, circumstances
from evenemang.flow.content import Content
from evenemang.flow.reading import Reading
from evenemang.flow.secrecy import SECRET, Secrets, secrets_of

HIDDEN = "hidden"  # stands for a risk that is not said


class DossierRow(Circumstances):
    """One dossier in a list; the state is worked out from `stage` and the dates when it is read."""

    id: Id
    alias: Id | None
    name: str
    diary_number: PersonText
    example: bool
    series: Id | None
    organiser: Id | None
    organiser_kind: str | None  # own or external, as the profile says
    place: Id | None
    officer: Name | None
    opened: AwareDatetime
    starts: AwareDatetime | None  # the earliest it may have been, where `some_time` says no day
    ends: AwareDatetime | None
    some_time: PersonText | None  # when it was held as a list wrote it, where no day is known
    stage: Stage
    contacts_before: int
    asked: int
    answered: int
    lessons_waiting: int
    proposals: int  # raised, and not looked at by a person yet
    dismissed: int
    worst_score: int | None
    worst_level: LevelId | None
    reconsider: bool
    not_assessed: bool  # of the smallest kind, left without an assessment with a reason
    decision: str | None
    evaluated_on: date | None
    visits: int | None  # counted; None where nobody counted
    from_list: Id | None  # the fingerprint of the row of a list that it came from

    def state(self, now: datetime) -> State:
        """Return where the dossier stands at a moment."""
        return state_at(self.stage, self.starts, self.ends, now)


class ActionRow(Frozen):
    """One action, for lists across dossiers."""

    dossier: Id
    id: Id
    alias: Id | None
    do: str
    risk: Id | None
    phase: str
    owner: Name | None
    due: date | None
    status: ActionStatus
    decided_on: date | None
    done_on: date | None
    helped: str | None
    secrecy: Secrecy


class RiskRow(Frozen):
    """One accepted risk, for statistics."""

    dossier: Id
    id: Id
    alias: Id | None
    area: Id
    axis: Axis
    harm: Harm
    title: str
    likelihood_before: int
    consequence_before: int
    level_before: LevelId
    likelihood_after: int
    consequence_after: int
    level_after: LevelId
    secrecy: Secrecy


class IncidentRow(Frozen):
    """One incident or near miss, for statistics."""

    dossier: Id
    id: Id
    alias: Id | None
    at: AwareDatetime
    type: IncidentType
    severity: int
    zone: Id | None
    what: str
    foreseen: Id | None
    closed: date | None

    @property
    def is_secret(self) -> bool:
        """Whether what happened is secret: a row that may be told has words."""
        return not self.what


class Projection(Frozen):
    """All rows of one dossier, written in the same transaction as its body."""

    row: DossierRow
    actions: tuple[ActionRow, ...]
    risks: tuple[RiskRow, ...]
    incidents: tuple[IncidentRow, ...]
    attachments: tuple[Attachment, ...] = ()  # the files it names, by which they are kept
    places: tuple[Id, ...] = ()  # its main place, and those whose zones it uses


def project(dossier: Dossier, content: Content, reading: Reading) -> Projection:
    """Return the rows of a dossier."""
    standing = dossier.standing_risks
    whole = Projection(
        row=_dossier_row(dossier, reading, _worst(standing, content)),
        actions=tuple(_action_rows(dossier)),
        risks=tuple(_risk_rows(dossier, content, standing)),
        incidents=tuple(_incident_rows(dossier)),
        attachments=tuple(sorted({one.file for one in dossier.attachments})),
        places=tuple(sorted(dossier.event.places)),
    )
    return _without_secret_words(whole, secrets_of(dossier, content))


def _without_secret_words(found: Projection, secrets: Secrets) -> Projection:
    """Return the rows with the secret ones counted, and none of their words or what names them."""
    if not (secrets.risks or secrets.actions or secrets.incidents):
        return found
    hidden = {"alias": None, "secrecy": SECRET}
    incidents = tuple(
        one.model_copy(update={"what": "", "alias": None, "zone": None, "foreseen": _foreseen(one)})
        if one.id in secrets.incidents
        else one
        for one in found.incidents
    )
    return found.model_copy(
        update={
            "actions": _quiet(found.actions, secrets.actions, {**hidden, "do": "", "risk": None}),
            "risks": _quiet(found.risks, secrets.risks, {**hidden, "title": ""}),
            "incidents": incidents,
        }
    )


def _quiet(rows: Iterable[Any], secret: frozenset[str], emptied: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(one.model_copy(update=emptied) if one.id in secret else one for one in rows)


def _foreseen(one: IncidentRow) -> Id | None:
    """Whether a risk had foreseen it is counted; which one is not said."""
    return one.foreseen if one.foreseen in (None, FORESEEN_BY_NONE) else HIDDEN


def project_on(earlier: Projection, before: Dossier, dossier: Dossier, reading: Reading) -> Projection | None:
    """Return what `project` would, where nothing with rows of its own differs from `before`; else None."""
    names = ("risks", "actions", "incidents", "evaluation", "event", "attachments")
    if any(getattr(before, name) is not getattr(dossier, name) for name in names):
        return None
    worst = (earlier.row.worst_score, earlier.row.worst_level)
    return earlier.model_copy(update={"row": _dossier_row(dossier, reading, worst)})


def _worst(standing: tuple[Risk, ...], content: Content) -> tuple[int | None, LevelId | None]:
    if not standing:
        return None, None
    residual = standing[0].residual
    return residual.score, residual.level(content.matrix)


def _dossier_row(dossier: Dossier, reading: Reading, worst: tuple[int | None, LevelId | None]) -> DossierRow:
    event = dossier.event
    first = event.first_day
    some_time = event.some_time
    return DossierRow(
        id=dossier.id,
        alias=dossier.alias,
        name=event.name,
        diary_number=dossier.diary_number,
        example=dossier.example,
        series=event.series,
        organiser=event.organiser,
        organiser_kind=str(event.facts["organiser"]) if "organiser" in event.facts else None,
        place=event.place,
        officer=dossier.officer,
        opened=dossier.opened.at,
        starts=some_time.from_midnight if some_time else event.start,
        ends=some_time.to_midnight if some_time else event.end,
        some_time=some_time.said if some_time else None,
        stage=stage(dossier),
        contacts_before=sum(first is None or one.on < first for one in dossier.contacts),
        asked=reading.total.asked,
        answered=reading.total.answered,
        lessons_waiting=len(reading.lessons_waiting),
        proposals=sum(risk.state == "proposed" for risk in dossier.risks),
        dismissed=sum(risk.state == "dismissed" for risk in dossier.risks),
        worst_score=worst[0],
        worst_level=worst[1],
        reconsider=dossier.asks_for_new_decision or reading.needs_assessment_after_all,
        not_assessed=dossier.assessment.not_needed is not None,
        decision=dossier.decision.group_view if dossier.decision else None,
        evaluated_on=dossier.evaluation.given.at.date() if dossier.evaluation else None,
        visits=_visits(dossier),
        from_list=dossier.from_list.fingerprint if dossier.from_list else None,
        **circumstances(dossier).__dict__,
    )


def _visits(dossier: Dossier) -> int | None:
    if dossier.evaluation:
        return dossier.evaluation.visitors.total
    return dossier.from_list.visitors if dossier.from_list else None


def _action_rows(dossier: Dossier) -> list[ActionRow]:
    helped = {one.action: one.helped for one in dossier.evaluation.actions} if dossier.evaluation else {}
    first_day = dossier.event.first_day
    return [
        ActionRow(
            dossier=dossier.id,
            id=action.id,
            alias=action.alias,
            do=action.do,
            risk=action.risk,
            phase=action.phase,
            owner=action.owner,
            due=action.due_on(first_day),
            status=action.status,
            decided_on=_first(action.history, "decided"),
            done_on=_first(action.history, "done"),
            helped=helped.get(action.id),
            secrecy=action.secrecy,
        )
        for action in dossier.actions
    ]


def _first(history: tuple[StatusChange, ...], status: ActionStatus) -> date | None:
    return next((row.given.at.date() for row in history if row.status == status), None)


def _risk_rows(dossier: Dossier, content: Content, standing: Iterable[Risk]) -> list[RiskRow]:
    return [
        RiskRow(
            dossier=dossier.id,
            id=risk.id,
            alias=risk.alias,
            area=risk.area,
            axis=risk.axis,
            harm=risk.harm,
            title=risk.says("sv"),
            likelihood_before=risk.before.likelihood,
            consequence_before=risk.before.consequence,
            level_before=risk.before.level(content.matrix),
            likelihood_after=risk.residual.likelihood,
            consequence_after=risk.residual.consequence,
            level_after=risk.residual.level(content.matrix),
            secrecy=risk.secrecy,
        )
        for risk in standing
        if risk.state == "accepted"
    ]


def _incident_rows(dossier: Dossier) -> list[IncidentRow]:
    return [
        IncidentRow(
            dossier=dossier.id,
            id=one.id,
            alias=one.alias,
            at=one.at,
            type=one.type,
            severity=one.severity,
            zone=one.zone,
            what=one.what,
            foreseen=one.foreseen,
            closed=one.closed,
        )
        for one in dossier.incidents
    ]
