"""An area of risk as data: its questions, and what a bad answer raises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Annotated, Literal

from pydantic import Field

from evenemang.domain.condition import Condition, Facts, Value
from evenemang.domain.matrix import Step
from evenemang.domain.norm import Unit
from evenemang.domain.source import Source
from evenemang.domain.text import Frozen, Id, Text

AnswerKind = Literal["yes-no", "number", "choice", "text", "time"]
Axis = Literal["accident", "threat"]
Secrecy = Literal["open", "internal", "secret"]
AskOf = Literal["organiser", "group", "both"]
Phase = Literal["planning", "build-up", "running", "strike"]
Harm = Literal["people", "property", "environment", "operations", "trust"]

PHASES: tuple[Phase, ...] = ("planning", "build-up", "running", "strike")
SECRECIES: tuple[Secrecy, ...] = ("open", "internal", "secret")
YES, PARTLY, NO, NOT_RELEVANT = "yes", "partly", "no", "not-relevant"
YES_NO = (YES, PARTLY, NO)


class SuggestedAction(Frozen):
    """What a checklist suggests doing; `due` is days from the event's first day, negative before."""

    do: Text
    due: int
    phase: Phase | None = None  # the question's, unless said


class Raise(Frozen):
    """A risk that some answers raise, with the checklist's default placing on the matrix."""

    when: tuple[Literal["yes", "partly", "no"], ...] | Condition
    hazard: Text
    harm: Harm
    likelihood: Step  # at "no"; one step lower at "partly", never below 1
    consequence: Step
    actions: tuple[SuggestedAction, ...] = ()

    def raised_by(self, facts: Facts) -> bool | None:
        """Return whether the answer that the facts are about raises this risk; None where not known yet."""
        if facts.answer == NOT_RELEVANT:
            return False
        if isinstance(self.when, Condition):
            return self.when.holds(facts)
        return facts.answer in self.when

    def likelihood_at(self, answer: Value) -> int:
        """Return the default likelihood at this answer, 1 to 5."""
        return max(1, self.likelihood - 1) if answer == PARTLY else self.likelihood


class Choice(Frozen):
    """One of the answers to a choice."""

    id: Id
    text: Text


class UsesCalculator(Frozen):
    """A calculator beside the question; `answer` names the output that becomes the answer, where one does."""

    use: Id
    answer: str | None = None


class Question(Frozen):
    """One thing asked; the safe answer is yes."""

    id: Id
    ask: Text
    why: Text
    help: Text | None = None
    answer: AnswerKind
    unit: Unit | None = None
    min: float | None = None
    max: float | None = None
    choices: tuple[Choice, ...] = ()
    ask_of: AskOf
    phase: Phase
    depth: Literal[1, 2, 3]
    shown_when: Condition | None = None
    raises: tuple[Raise, ...] = ()
    source: tuple[Id, ...]
    secrecy: Secrecy | None = None
    calculator: UsesCalculator | None = None
    retired: date | None = None

    def shown(self, facts: Facts) -> bool:
        """Whether the question is asked; one that depends on something not known yet is."""
        if self.retired:
            return False
        return self.shown_when is None or self.shown_when.holds(facts) is not False

    def asks_for(self) -> frozenset[str]:
        """Return the names its conditions ask about: whether it is shown, and what it raises."""
        conditions = [self.shown_when, *(one.when for one in self.raises)]
        return frozenset[str]().union(*(one.names for one in conditions if isinstance(one, Condition)))

    def raised_at(self) -> frozenset[str] | None:
        """Return the answers that raise something; None where it takes a condition to tell."""
        listed = [one.when for one in self.raises if not isinstance(one.when, Condition)]
        return frozenset(chain.from_iterable(listed)) if len(listed) == len(self.raises) else None

    @property
    def is_planning(self) -> bool:
        """Whether it belongs to the walk and may hold the decision; else it belongs to a round."""
        return self.phase == "planning"


class Section(Frozen):
    """Questions that are walked together."""

    id: Id
    title: Text
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class Area(Frozen):
    """An area of risk: a plugin's checklist, with identity and version."""

    area: Id
    version: date
    order: Annotated[int, Field(ge=1, le=999)] = 500  # place in lists, lowest first; ours take 10, 20, … 210
    title: Text
    summary: Text
    axis: Axis
    secrecy: Secrecy
    proposed_when: Condition
    because: Text
    sources: tuple[Source, ...]
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]

    def questions(self) -> Iterator[Question]:
        """Return all questions in the order they are asked."""
        for section in self.sections:
            yield from section.questions

    def secrecy_of(self, question: Question) -> Secrecy:
        """Return a question's secrecy, its own or the area's."""
        return question.secrecy or self.secrecy
