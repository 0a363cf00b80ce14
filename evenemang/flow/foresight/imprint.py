"""What one dossier says to foresight: its risks, what happened, and what its questions led to.

Nothing secret is in it, whoever looks: figures over many dossiers that were others for those who see
more would tell, by the difference, what the others may not see.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from evenemang.domain.action import counted_residuals
from evenemang.domain.assessment import Answer
from evenemang.domain.checklist import Axis
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import LOCAL
from evenemang.domain.incident import FORESEEN_BY_NONE, Incident, IncidentType
from evenemang.domain.matrix import LevelId
from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.secrecy import Secrets, secrets_of

Foreseen = Literal["risk", "none", "unjudged"]
BAD = ("no", "partly")


@dataclass(frozen=True)
class Foretold:
    """An accepted risk as it was judged with its actions, and how often it came true at its event.

    `what` tells the same risk at different events: its question and which of its raises, or its own title.
    """

    id: str
    title: Text | str
    what: tuple[str, str, int]
    area: str
    question: str | None
    axis: Axis
    likelihood: int  # after treatment, as a decision counts it
    level: LevelId  # before treatment
    score: int  # the same
    treated: bool
    happened: int
    near: int  # of those, near misses


@dataclass(frozen=True)
class Happened:
    """An incident: how bad, and which risk had foreseen it, where it may be told.

    `area` and `question` are those of the risk; a secret incident has neither words nor risk.
    """

    dossier: str
    id: str
    on: date
    type: IncidentType
    severity: int
    what: str
    measure: str
    foreseen: Foreseen
    risk: str | None = None
    area: str | None = None
    question: str | None = None
    raised: tuple[str, int] | None = None  # the question's raise
    set_aside: bool = False  # the risk was a proposal that somebody had dismissed
    secret: bool = False


@dataclass(frozen=True)
class Imprint:
    """One dossier in short. `turned` are the questions that changed anything there."""

    dossier: str
    name: str
    first: date | None
    occasions: int
    evaluated: bool
    risks: tuple[Foretold, ...]
    incidents: tuple[Happened, ...]
    answered: frozenset[str]
    turned: frozenset[str]
    secret_risks: int


def imprint(dossier: Dossier, content: Content) -> Imprint:
    """Return what a dossier says to foresight."""
    secrets = secrets_of(dossier, content)
    answers = {
        key: one
        for key, one in dossier.assessment.answers.items()
        if one.value is not None and not secrets.asks(key)
    }
    return Imprint(
        dossier=dossier.id,
        name=dossier.event.name,
        first=dossier.event.first_day,
        occasions=len(dossier.event.each_occasion()),
        evaluated=dossier.evaluation is not None,
        risks=tuple(_foretold(dossier, content, secrets)),
        incidents=tuple(_happened(one, dossier, secrets) for one in dossier.incidents),
        answered=frozenset(answers),
        turned=frozenset(_turned(dossier, answers)),
        secret_risks=sum(one.id in secrets.risks and one.state == "accepted" for one in dossier.risks),
    )


def _foretold(dossier: Dossier, content: Content, secrets: Secrets) -> Iterator[Foretold]:
    accepted = [one for one in dossier.risks if one.state == "accepted" and one.id not in secrets.risks]
    treated = {one.risk for one in dossier.actions if one.in_force}
    for risk in counted_residuals(accepted, dossier.actions):
        happened, near = _came_true(risk, dossier)
        yield Foretold(
            id=risk.id,
            title=risk.title,
            what=_what(risk),
            area=risk.area,
            question=risk.origin.question if risk.origin else None,
            axis=risk.axis,
            likelihood=risk.residual.likelihood,
            level=risk.before.level(content.matrix),
            score=risk.before.score,
            treated=risk.id in treated,
            happened=happened,
            near=near,
        )


def _what(risk: Risk) -> tuple[str, str, int]:
    if risk.origin:
        return risk.area, risk.origin.question, risk.origin.index
    return risk.area, risk.says("sv").casefold().strip(), -1


def _came_true(risk: Risk, dossier: Dossier) -> tuple[int, int]:
    """How often: each incident that it foresaw; where none was logged, once if the evaluation says so."""
    logged = [one for one in dossier.incidents if one.foreseen in (risk.id, risk.alias) and one.foreseen]
    if logged:
        return len(logged), sum(one.is_near_miss for one in logged)
    told = dossier.evaluation.risks if dossier.evaluation else ()
    outcome = next((one.happened for one in told if one.risk == risk.id), "no")
    return int(outcome != "no"), int(outcome == "near-miss")


def _happened(one: Incident, dossier: Dossier, secrets: Secrets) -> Happened:
    risk = next((each for each in dossier.risks if one.foreseen in (each.id, each.alias)), None)
    seen: Foreseen = (
        "unjudged" if one.foreseen is None else "none" if one.foreseen == FORESEEN_BY_NONE else "risk"
    )
    on = one.at.astimezone(LOCAL).date()
    if one.id in secrets.incidents:
        return Happened(dossier.id, one.id, on, one.type, one.severity, "", "", seen, secret=True)
    known = risk if one.foreseen else None
    origin = known.origin if known else None
    return Happened(
        dossier=dossier.id,
        id=one.id,
        on=on,
        type=one.type,
        severity=one.severity,
        what=one.what,
        measure=one.measure,
        foreseen=seen,
        risk=known.id if known else None,
        area=known.area if known else None,
        question=origin.question if origin else None,
        raised=(origin.question, origin.index) if origin else None,
        set_aside=known is not None and known.state == "dismissed",
    )


def _turned(dossier: Dossier, answers: dict[str, Answer]) -> Iterator[str]:
    """A bad answer, an answer that was changed, or a risk of any state: actions and incidents hang on it."""
    for key, one in answers.items():
        before = {each.value for each in one.earlier if each.value is not None}
        if one.value in BAD or before - {one.value}:
            yield key
    for risk in dossier.risks:
        if risk.origin:
            yield risk.origin.question
