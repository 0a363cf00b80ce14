"""History made of the example year's dossiers: each moved to other days, with its own incidents and visits.

So every text in it is one that somebody wrote for such an event, and every rule that holds there holds here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from evenemang.domain.action import CLOSED, Action, StatusChange
from evenemang.domain.dossier import Dossier
from evenemang.domain.evaluation import Evaluation, RiskOutcome
from evenemang.domain.event import LOCAL
from evenemang.domain.incident import Incident
from evenemang.domain.meeting import Meeting
from evenemang.domain.profile import season_of
from evenemang.flow.content import Content
from evenemang.flow.example.steps import MORNING
from evenemang.flow.journal import Deed
from evenemang.flow.listing import project
from evenemang.flow.made_up.happening import incidents
from evenemang.flow.made_up.moving import moved
from evenemang.flow.made_up.scale import Scale, shared, years_of
from evenemang.flow.made_up.telling_back import deeds
from evenemang.flow.reading import Reading, read
from evenemang.flow.storing import Save

JITTER = 21  # days that an event is held before or after the one it is made of, within its season
VISITS = (0.6, 1.4)  # how its visits differ
CHECKED = "Kontrollerad på plats."


@dataclass(frozen=True)
class Model:
    """A dossier that others are made of, without what hangs on its own year, and as it reads."""

    dossier: Dossier
    reading: Reading

    @property
    def first_day(self) -> date:
        """The day it began."""
        day = self.dossier.event.first_day
        assert day, "an event of the example year has its days"
        return day


def models(played: Sequence[Dossier], content: Content) -> tuple[Model, ...]:
    """Return the dossiers that are whole: held and evaluated."""
    bare = (_without_its_year(one) for one in played if one.evaluation)
    return tuple(Model(one, read(one, content, (), one.opened.at.date())) for one in bare)


def _without_its_year(dossier: Dossier) -> Dossier:
    """Return it without what names other records of its year: lessons, meetings, standing measures."""
    return dossier.model_copy(
        update={
            "alias": None,
            "edition": None,
            "lesson_answers": (),
            "day_log": (),
            "incidents": (),
            "moves": (),
            "reconsider": None,
            "actions": tuple(one.model_copy(update={"standing_measure": None}) for one in dossier.actions),
            "decisions": tuple(one.model_copy(update={"meeting": None}) for one in dossier.decisions),
        }
    )


def history(found: Sequence[Model], content: Content, scale: Scale, before: int) -> Iterator[Save]:
    """Yield the dossiers of the years that end before `before`, to be saved as they are."""
    drawn = scale.drawn()
    years = tuple(years_of(scale.events, before - scale.years, scale.years))
    chosen = tuple(found[number % len(found)] for number in range(scale.events))
    weights = [_weight(one, drawn) for one in chosen]
    for number, (year, model, many) in enumerate(
        zip(years, chosen, shared(scale.incidents, weights, drawn), strict=True), 1
    ):
        dossier = _dossier(model, number, year, many, drawn, last=year == before - 1)
        yield Save("dossier", dossier, 0, deeds(dossier), project(dossier, content, model.reading))


def _weight(model: Model, drawn: Random) -> float:
    """Return how much tends to happen: more where more come, and never alike."""
    evaluation = model.dossier.evaluation
    visits = (evaluation.visitors.total if evaluation else None) or 100
    return float(visits**0.5 * drawn.uniform(0.3, 1.7))


def _dossier(model: Model, number: int, year: int, many: int, drawn: Random, *, last: bool) -> Dossier:
    later = moved(model.dossier, (_day(model, year, drawn) - model.first_day).days)
    happened = incidents(later, many, drawn, may_be_open=last)
    day = later.event.first_day or model.first_day
    evaluation = later.evaluation
    assert evaluation, "only what is evaluated is a model"
    name = f"{later.event.name}, vecka {day.isocalendar().week} {year}"
    return later.model_copy(
        update={
            "id": f"m{number:05d}",
            "example": True,
            "diary_number": f"EX {year}-{number:05d}",
            "event": later.event.model_copy(update={"name": name}),
            "incidents": happened,
            "actions": tuple(_done(one, evaluation) for one in later.actions),
            "evaluation": _evaluated(evaluation, happened, drawn),
            "last_number": {**later.last_number, "I": many},
        }
    )


def _day(model: Model, year: int, drawn: Random) -> date:
    """Return a first day in a year, near the model's and in its season: it reads as the model does."""
    middle = date(year, model.first_day.month, min(model.first_day.day, 28))
    fits = [
        one
        for days in range(-JITTER, JITTER + 1)
        if (one := middle + timedelta(days=days)).year == year and season_of(one) == season_of(middle)
    ]
    return drawn.choice(fits)


def _done(action: Action, evaluation: Evaluation) -> Action:
    if action.status in CLOSED:
        return action
    checked = StatusChange(status="verified", given=evaluation.given, how=CHECKED)
    return action.model_copy(update={"history": (*action.history, checked)})


def _evaluated(evaluation: Evaluation, happened: Sequence[Incident], drawn: Random) -> Evaluation:
    """Return the evaluation with visits of its own, and what came true as the incidents have it."""
    visitors = evaluation.visitors
    total = visitors.total and round(visitors.total * drawn.uniform(*VISITS))
    worst: dict[str | None, int] = {}
    for one in happened:
        worst[one.foreseen] = max(one.severity, worst.get(one.foreseen, 0))
    return evaluation.model_copy(
        update={
            "visitors": visitors.model_copy(update={"total": total, "by_occasion": ()}),
            "risks": tuple(_outcome(one, worst.get(one.risk)) for one in evaluation.risks),
        }
    )


def _outcome(outcome: RiskOutcome, worst: int | None) -> RiskOutcome:
    happened = "no" if worst is None else "near-miss" if worst == 0 else "yes"
    return outcome.model_copy(update={"happened": happened, "note": ""})


def meetings(scale: Scale, before: int, present: Sequence[str]) -> Iterator[Save]:
    """Yield the group's regular meetings to be saved: every month of the years, on its second Tuesday."""
    for year in range(before - scale.years, before):
        for month in range(1, 13):
            first = date(year, month, 1)
            tuesday = first + timedelta(days=(1 - first.weekday()) % 7 + 7)
            meeting = Meeting(id=f"m-{year}-{month:02d}", on=tuesday, present=tuple(present))
            yield Save("meeting", meeting, 0, [_added(meeting)])


def _added(meeting: Meeting) -> Deed:
    """Return the deed of adding a meeting, as the register does it."""
    return Deed(
        operation="add",
        touched="meeting",
        after=meeting.model_dump(mode="json", exclude_defaults=True),
        by=meeting.present[0],
        at=datetime.combine(meeting.on, MORNING, LOCAL),
    )
