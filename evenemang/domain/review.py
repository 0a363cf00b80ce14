"""The quality of an assessment: rules that look at a dossier, what they may look at, and what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from evenemang.domain.calculator import Norms
from evenemang.domain.checklist import NOT_RELEVANT, Area, Question
from evenemang.domain.condition import Facts, Value
from evenemang.domain.dossier import Dossier
from evenemang.domain.matrix import Matrix
from evenemang.domain.text import Frozen, Id, Text

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")  # worst first
PlaceKind = Literal["event", "area", "question", "risk", "action", "permit", "decision"]


class At(Frozen):
    """Where something is found: what kind of thing, and its id where it has one."""

    kind: PlaceKind
    id: Id | None = None


class Found(Frozen):
    """What a rule found: the fact and then the way out, and where; the first place leads there."""

    says: Text
    at: tuple[At, ...]
    confirm: bool = False  # at a question: that the answer still holds may be all there is to say


class Finding(Frozen):
    """Something to look over. Only an error stops a decision; the rest warns or hints."""

    rule: Id
    severity: Severity
    says: Text
    at: tuple[At, ...]
    confirm: bool = False

    def is_at(self, kind: PlaceKind, thing: str | None = None) -> bool:
        """Whether it is to be shown at a thing, or with only a kind at any of that kind."""
        return any(one.kind == kind and thing in (None, one.id) for one in self.at)


class Rule(Frozen):
    """A rule that warns or hints; what stops a decision is the matrix's own table, and no plugin's.

    `look` is pure: the same dossier, content and time give the same findings.
    """

    id: Id  # stable; an area's own begin with the area's id and a dot
    severity: Literal["warning", "hint"]
    title: Text  # what it looks for, above several findings
    look: Callable[[UnderReview], Iterable[Found]]
    norms: tuple[str, ...] = ()
    brought_by: str = ""  # the plugin; filled in by the host


@dataclass(frozen=True)
class UnderReview:
    """All that a rule may look at: one dossier read against what is installed, at a moment.

    `asked` holds the questions of each area that is taken and installed; `norms` the figures by id.
    """

    dossier: Dossier
    now: datetime
    facts: Facts
    asked: Mapping[str, tuple[Question, ...]]
    areas: Mapping[str, Area]
    matrix: Matrix
    norms: Norms

    @property
    def today(self) -> date:
        """Today, where the events are."""
        return self.now.date()

    @property
    def has_begun(self) -> bool:
        """Whether the first occasion has begun; not while no date is set."""
        start = self.dossier.event.start
        return start is not None and start <= self.now

    @property
    def has_ended(self) -> bool:
        """Whether the last occasion is over; not while no date is set."""
        end = self.dossier.event.end
        return end is not None and end < self.now

    def question(self, question_id: str) -> Question | None:
        """Return a question that this event is asked, or None."""
        asked = self.asked.get(question_id.split(".", 1)[0], ())
        return next((one for one in asked if one.id == question_id), None)

    def answer(self, question_id: str) -> Value | None:
        """Return what was answered; None where it is not asked, not answered or not relevant."""
        value = self.dossier.assessment.value(question_id)
        return None if value == NOT_RELEVANT or self.question(question_id) is None else value

    def number(self, question_id: str) -> float | None:
        """Return an answer that is a number; None where there is none."""
        return _number(self.answer(question_id))

    def fact(self, fact_id: str) -> float | None:
        """Return a fact about the event that is a number; None while it is not known."""
        return _number(self.facts.event.get(fact_id))


def _number(value: Value | None) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def at_question(question_id: str) -> At:
    """Return the place of a question."""
    return At(kind="question", id=question_id)


def contradiction(rule_id: str, title: Text, says: Text, answers: Mapping[str, tuple[Value, ...]]) -> Rule:
    """Return a rule that warns where answers cannot all be true.

    Args:
        rule_id: The rule's id.
        title: What contradicts what.
        says: What the answers say, and what to do.
        answers: For each question the answers that together contradict; it leads to the first question.
    """

    def look(under: UnderReview) -> Iterable[Found]:
        if all(under.answer(question) in values for question, values in answers.items()):
            yield Found(says=says, at=tuple(map(at_question, answers)))

    return Rule(id=rule_id, severity="warning", title=title, look=look)


Rule.model_rebuild()
