"""What the plugins bring: areas, figures, sums, permits, matrix, and the profile of an event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from evenemang.domain.calculator import Calculator
from evenemang.domain.checklist import Area, Question
from evenemang.domain.matrix import Matrix
from evenemang.domain.norm import Norm
from evenemang.domain.permit_rule import PermitFile
from evenemang.domain.profile import Profile
from evenemang.domain.review import Rule
from evenemang.domain.setting import Settings
from evenemang.domain.source import Source
from evenemang.domain.stop import Stop


@dataclass(frozen=True)
class Content:
    """Everything that is installed, checked, and by id."""

    areas: Mapping[str, Area]
    profile: Profile
    matrix: Matrix
    norms: Mapping[str, Norm] = field(default_factory=dict)
    norm_sources: Mapping[str, Source] = field(default_factory=dict)
    calculators: Mapping[str, Calculator] = field(default_factory=dict)
    permits: tuple[PermitFile, ...] = ()
    rules: tuple[Rule, ...] = ()
    stops: tuple[Stop, ...] = ()
    area_files: Mapping[str, str] = field(default_factory=dict)  # where each area was read
    settings: Settings = field(
        default_factory=Settings
    )  # what the municipality has set; norms and permits have it in them

    def area_of(self, question_id: str) -> Area | None:
        """Return the installed area that asks a question; None where it is not installed."""
        return self.areas.get(question_id.split(".", 1)[0])

    def question(self, question_id: str) -> Question | None:
        """Return an installed question, or None."""
        area = self.area_of(question_id)
        return self._questions[area.area].get(question_id) if area else None

    @cached_property
    def raising(self) -> Mapping[str, tuple[tuple[Question, frozenset[str] | None], ...]]:
        """The questions of each area, in order, each with the answers that raise something there."""
        return {
            key: tuple((one, one.raised_at()) for one in area.questions()) for key, area in self.areas.items()
        }

    def reached_by(self, answered: Iterable[str]) -> frozenset[str]:
        """Return the questions that answers bear on: their own, and those whose conditions ask for them."""
        return frozenset(one for each in answered for one in (each, *self._asking.get(each, ())))

    @cached_property
    def secret_questions(self) -> frozenset[str]:
        """The questions that are secret, by themselves or by their area."""
        return frozenset(
            one.id
            for area in self.areas.values()
            for one in area.questions()
            if area.secrecy_of(one) == "secret"
        )

    @cached_property
    def secret_areas(self) -> frozenset[str]:
        """The areas that are secret by their kind."""
        return frozenset(key for key, area in self.areas.items() if area.secrecy == "secret")

    @cached_property
    def _asking(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for area in self.areas.values():
            for question in area.questions():
                for name in question.asks_for():
                    found.setdefault(name.removeprefix("answers."), set()).add(question.id)
        return found

    @cached_property
    def _questions(self) -> Mapping[str, Mapping[str, Question]]:
        return {key: {one.id: one for one in area.questions()} for key, area in self.areas.items()}
