"""What the plugins bring: areas, figures, sums, matrix, and the profile of an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evenemang.domain.calculator import Calculator
from evenemang.domain.checklist import Area, Question
from evenemang.domain.matrix import Matrix
from evenemang.domain.norm import Norm
from evenemang.domain.profile import Profile
from evenemang.domain.source import Source


@dataclass(frozen=True)
class Content:
    """Everything that is installed, checked, and by id."""

    areas: Mapping[str, Area]
    profile: Profile
    matrix: Matrix
    norms: Mapping[str, Norm] = field(default_factory=dict)
    norm_sources: Mapping[str, Source] = field(default_factory=dict)
    calculators: Mapping[str, Calculator] = field(default_factory=dict)

    def area_of(self, question_id: str) -> Area | None:
        """Return the installed area that asks a question; None where it is not installed."""
        return self.areas.get(question_id.split(".", 1)[0])

    def question(self, question_id: str) -> Question | None:
        """Return an installed question, or None."""
        area = self.area_of(question_id)
        if area is None:
            return None
        return next((one for one in area.questions() if one.id == question_id), None)
