"""The facts asked about an event, and the class of event they give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from evenemang.domain.checklist import Choice
from evenemang.domain.condition import Condition, Facts, Value
from evenemang.domain.norm import Unit
from evenemang.domain.source import Source
from evenemang.domain.text import Frozen, Id, Text

Season = Literal["spring", "summer", "autumn", "winter"]
DERIVED = ("season", "notice_days")  # worked out from dates, never asked


class ProfileStep(Frozen):
    """A group of facts asked together: what, where, when, who, how."""

    id: Id
    title: Text


class FactQuestion(Frozen):
    """One fact about the event."""

    id: Id
    step: Id
    order: int
    type: Literal["yes-no", "number", "choice"]
    ask: Text
    help: Text | None = None
    unit: Unit | None = None
    min: float | None = None
    max: float | None = None
    choices: tuple[Choice, ...] = ()
    shown_when: Condition | None = None
    derived: Text | None = None  # how it is worked out, where no person is asked

    @property
    def as_no(self) -> Value:
        """What the fact counts as when it is not asked for."""
        return False if self.type == "yes-no" else 0 if self.type == "number" else ""


class FactorLevel(Frozen):
    """A level of a factor: the first that holds counts."""

    when: Condition
    points: int
    means: Text


class Factor(Frozen):
    """One side of an event that makes it more demanding."""

    id: Id
    weight: int
    title: Text
    why: Text
    levels: tuple[FactorLevel, ...]


class EventClass(Frozen):
    """A class of event, and how deep the questions then go."""

    id: int
    name: Text
    start: Annotated[int, Field(alias="from")]  # points
    depth: Literal[1, 2, 3]
    start_weeks: int
    means: Text
    assessment: Literal["needed", "optional"] = "needed"  # optional: the group may do without, with a reason


class ClassFloor(Frozen):
    """Events of this kind are never below a class."""

    when: Condition
    klass: Annotated[int, Field(alias="class")]
    because: Text


class Classification(Frozen):
    """How points become a class. Weights and thresholds are ours (profile.yaml, source `scale`)."""

    title: Text
    rule: Text
    reasoning: Text
    source: tuple[Id, ...]
    factors: tuple[Factor, ...]
    classes: tuple[EventClass, ...]
    floors: tuple[ClassFloor, ...]


class LeaveOpen(Frozen):
    """How a fact is left open rather than guessed."""

    answer: Text
    help: Text
    class_rule: Text
    remind: Text
    often_open: tuple[Id, ...]


class Profile(Frozen):
    """The facts about an event that conditions stand on, in the order they are asked."""

    profile: Id
    version: date
    title: Text
    summary: Text
    sources: tuple[Source, ...]
    not_asked: Text
    leave_open: LeaveOpen
    steps: tuple[ProfileStep, ...]
    facts: tuple[FactQuestion, ...]
    classification: Classification

    def fact(self, fact_id: str) -> FactQuestion:
        """Return the question behind a fact."""
        return next(fact for fact in self.facts if fact.id == fact_id)


def may_do_without(classification: Classification, standing: Standing) -> bool:
    """Whether the event is surely of a class that the group may leave without an assessment."""
    optional = {one.id for one in classification.classes if one.assessment == "optional"}
    return standing.is_settled and standing.at_most in optional


def facts_that_class(profile: Profile, known: Mapping[str, Value]) -> tuple[FactQuestion, ...]:
    """Return the facts that the class may still hang on: asked of people, used in it, and not known yet."""
    of = profile.classification
    conditions = [*(level.when for factor in of.factors for level in factor.levels)]
    conditions += [floor.when for floor in of.floors]
    used = {name for condition in conditions for name in condition.names}
    return tuple(
        fact for fact in asked_facts(profile, known) if f"event.{fact.id}" in used and fact.id not in known
    )


def known_facts(
    profile: Profile, given: Mapping[str, Value], derived: Mapping[str, Value]
) -> dict[str, Value]:
    """Return the facts known so far: given, worked out, and those not asked for as no or 0.

    What is neither given nor ruled out is left out: it is not known yet.
    """
    known: dict[str, Value] = {**derived, **given}
    for fact in sorted(profile.facts, key=lambda fact: fact.order):
        if fact.id in derived or fact.shown_when is None:
            continue
        if fact.shown_when.holds(Facts(event=known)) is False:
            known[fact.id] = fact.as_no
    return known


def asked_facts(profile: Profile, known: Mapping[str, Value]) -> tuple[FactQuestion, ...]:
    """Return the facts a person is asked for, in order."""
    facts = Facts(event=known)
    return tuple(
        fact
        for fact in sorted(profile.facts, key=lambda fact: fact.order)
        if fact.derived is None and (fact.shown_when is None or fact.shown_when.holds(facts) is not False)
    )


def season_of(day: date) -> Season:
    """Return the season of a day: spring March–May, summer June–August, autumn September–November."""
    seasons: tuple[Season, ...] = ("winter", "spring", "summer", "autumn")
    return seasons[(day.month % 12) // 3]


class FactorPoints(Frozen):
    """What one factor gave: points already weighted, and the level that held."""

    factor: Id
    title: Text
    points: int
    means: Text | None


class Standing(Frozen):
    """The class of an event as far as it is known.

    `at_least` counts open facts as no or 0, `at_most` as yes or the highest level; the depth of the
    questions follows the higher.
    """

    at_least: int
    at_most: int
    points: int
    depth: Literal[1, 2, 3]
    factors: tuple[FactorPoints, ...]
    floors: tuple[Text, ...]

    @property
    def is_settled(self) -> bool:
        """Whether open facts can no longer change the class."""
        return self.at_least == self.at_most


def classify(classification: Classification, known: Mapping[str, Value]) -> Standing:
    """Return the class of the event, its points and the reasons."""
    facts = Facts(event=known)
    low = [_points(factor, facts, open_counts=False) for factor in classification.factors]
    high = [_points(factor, facts, open_counts=True) for factor in classification.factors]
    at_least = max(
        [
            _class_at(classification, sum(one.points for one in low)),
            *_floors(classification, facts, False),
        ]
    )
    at_most = max(
        [
            _class_at(classification, sum(one.points for one in high)),
            *_floors(classification, facts, True),
        ]
    )
    because = tuple(floor.because for floor in classification.floors if floor.when.holds(facts) is True)
    return Standing(
        at_least=at_least,
        at_most=at_most,
        points=sum(one.points for one in low),
        depth=next(one.depth for one in classification.classes if one.id == at_most),
        factors=tuple(low),
        floors=because,
    )


def _points(factor: Factor, facts: Facts, *, open_counts: bool) -> FactorPoints:
    for level in factor.levels:
        holds = level.when.holds(facts)
        if holds or (holds is None and open_counts):
            return FactorPoints(
                factor=factor.id,
                title=factor.title,
                points=level.points * factor.weight,
                means=level.means,
            )
    return FactorPoints(factor=factor.id, title=factor.title, points=0, means=None)


def _class_at(classification: Classification, points: int) -> int:
    return max(one.id for one in classification.classes if one.start <= points)


def _floors(classification: Classification, facts: Facts, open_counts: bool) -> Iterable[int]:
    for floor in classification.floors:
        holds = floor.when.holds(facts)
        if holds or (holds is None and open_counts):
            yield floor.klass
