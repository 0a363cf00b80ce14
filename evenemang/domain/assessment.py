"""Answers to the checklists of an event: which areas, how deep, what is answered and what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from evenemang.domain.actor import Name, Stamp
from evenemang.domain.checklist import NOT_RELEVANT, YES_NO, Area, Question, Secrecy
from evenemang.domain.condition import Facts, Value
from evenemang.domain.errors import ReasonMissing, ValueUnfit
from evenemang.domain.personal import Holds
from evenemang.domain.place import ClockTime
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text

Attachment = Annotated[
    str, Field(pattern=r"^[0-9a-f]{64}\.[a-z0-9]{2,5}$"), Holds("none")
]  # content hash and kind


AttachmentKind = Literal["application", "site-plan", "certificate", "decision", "picture", "other"]


class AttachmentNote(Frozen):
    """A picture or document that belongs to the dossier; its bytes stand in `attachments/`.

    The same file is one attachment, whatever it is about: rows of the dossier, such as actions/A3.
    """

    file: Attachment
    name: Required
    size: Annotated[int, Field(ge=0)]  # bytes
    kind: AttachmentKind = "other"
    description: PersonText = ""
    about: tuple[Id, ...] = ()
    question: Id | None = None
    secrecy: Secrecy = "open"
    added: Stamp


class EarlierAnswer(Frozen):
    """What was answered before somebody changed it."""

    value: Value | None = None
    comment: PersonText = ""
    given: Stamp


class Answer(Frozen):
    """One answer: yes, partly, no, not-relevant, a number, a choice, a text or a time.

    A value of None is a comment on a question that nobody has answered yet.
    """

    question: Id
    value: Value | None
    comment: PersonText = ""
    given: Stamp
    earlier: tuple[EarlierAnswer, ...] = ()


class OwnQuestion(Frozen):
    """A question the group put itself, in one area; answered like the others, raising only by hand."""

    id: Id
    area: Id
    ask: Required
    secrecy: Secrecy = "open"
    asked: Stamp


class AreaTaken(Frozen):
    """An area that the assessment covers, pinned to the version it answers."""

    area: Id
    version: date | None = None  # None: the area is not installed here
    owner: Name | None = None
    due: date | None = None


class AreaLeftOut(Frozen):
    """A proposed area that the group leaves out, and why."""

    area: Id
    because: Required
    left: Stamp


class DepthOverride(Frozen):
    """The group goes deeper or shallower than the class says."""

    depth: Literal[1, 2, 3]
    because: Required
    chosen: Stamp


class NotNeeded(Frozen):
    """The event is of the smallest kind and needs no assessment: somebody judged so, and why."""

    because: Required
    judged: Stamp


class Assessment(Frozen):
    """All that has been answered about one event."""

    areas: tuple[AreaTaken, ...] = ()
    left_out: tuple[AreaLeftOut, ...] = ()
    depth: DepthOverride | None = None
    not_needed: NotNeeded | None = None
    answers: dict[Id, Answer] = Field(default_factory=dict)
    own_questions: tuple[OwnQuestion, ...] = ()

    def value(self, question_id: str) -> Value | None:
        """Return what was answered, or None."""
        answer = self.answers.get(question_id)
        return answer.value if answer else None

    def values(self) -> dict[str, Value]:
        """Return the answers as conditions see them; not-relevant counts as not known."""
        given = ((key, one.value) for key, one in self.answers.items())
        return {key: value for key, value in given if value is not None and value != NOT_RELEVANT}

    def is_answered(self, question_id: str) -> bool:
        """Whether somebody has answered; a comment alone is no answer."""
        return self.value(question_id) is not None

    def takes(self, area_id: str) -> bool:
        """Whether the assessment covers an area."""
        return any(one.area == area_id for one in self.areas)


def proposed_areas(areas: Iterable[Area], facts: Facts) -> tuple[tuple[Area, Text], ...]:
    """Return the areas that fit the event, each with its reason; one not ruled out yet is proposed."""
    return tuple((area, area.because) for area in areas if area.proposed_when.holds(facts) is not False)


def asked(area: Area, facts: Facts, depth: int) -> tuple[Question, ...]:
    """Return the questions of an area that this event is asked, at a depth of 1 to 3."""
    return tuple([one for one in area.questions() if one.depth <= depth and one.shown(facts)])


class Progress(Frozen):
    """How far an area has come; rounds are counted apart from the walk."""

    asked: int
    answered: int
    bad: int  # answered no or partly, of yes-no questions
    rounds_asked: int
    rounds_answered: int

    @property
    def left(self) -> int:
        """Planning questions not answered yet."""
        return self.asked - self.answered


def together(parts: Iterable[Progress]) -> Progress:
    """Return how far several areas have come, as one."""
    each = tuple(parts)
    return Progress(
        asked=sum(one.asked for one in each),
        answered=sum(one.answered for one in each),
        bad=sum(one.bad for one in each),
        rounds_asked=sum(one.rounds_asked for one in each),
        rounds_answered=sum(one.rounds_answered for one in each),
    )


def progress(questions: Iterable[Question], answers: Mapping[str, Answer]) -> Progress:
    """Return how many of the questions are answered."""
    planning: list[Value | None] = []
    rounds: list[Value | None] = []
    for one in questions:
        answer = answers.get(one.id)
        (planning if one.is_planning else rounds).append(answer.value if answer else None)
    return Progress(
        asked=len(planning),
        answered=sum(value is not None for value in planning),
        bad=sum(value in ("no", "partly") for value in planning),
        rounds_asked=len(rounds),
        rounds_answered=sum(value is not None for value in rounds),
    )


EXPECTED = {
    "yes-no": Text(
        sv="Svara ja, delvis, nej eller ej aktuellt.",
        en="Answer yes, partly, no or not relevant.",
    ),
    "number": Text(sv="Svara med ett tal", en="Answer with a number"),
    "choice": Text(sv="Välj ett av alternativen.", en="Choose one of the answers."),
    "text": Text(sv="Skriv ett svar.", en="Write an answer."),
    "time": Text(
        sv="Skriv ett klockslag som 14:30, eller en dag och ett klockslag som 2027-08-20 14:30.",
        en="Write a time such as 14:30, or a day and a time such as 2027-08-20 14:30.",
    ),
}


def checked_value(question: Question, value: Value, comment: str) -> Value:
    """Return the value as the question stores it.

    Raises:
        ReasonMissing: If the answer is not-relevant and the comment is empty.
        ValueUnfit: If the value is of the wrong kind or outside the question's bounds.
    """
    if value == NOT_RELEVANT:
        if not comment.strip():
            raise ReasonMissing("not relevant", deed=Text(sv="”ej aktuellt”", en="“not relevant”"))
        return NOT_RELEVANT
    return _FITS[question.answer](question, value)


_CLOCK: TypeAdapter[str] = TypeAdapter(ClockTime)


def _unfit(question: Question, value: Value, expected: Text) -> ValueUnfit:
    return ValueUnfit("unfit", value=str(value), question=question.id, expected=expected)


def _yes_no(question: Question, value: Value) -> Value:
    if value not in YES_NO:
        raise _unfit(question, value, EXPECTED["yes-no"])
    return value


def _number(question: Question, value: Value) -> Value:
    try:
        number = float(str(value).replace("\u00a0", "").replace(" ", "").replace(",", "."))
    except ValueError:
        number = float("nan")
    low = -float("inf") if question.min is None else question.min
    high = float("inf") if question.max is None else question.max
    if isinstance(value, bool) or not (low <= number <= high) or abs(number) >= 1e15:
        raise _unfit(question, value, _bounds(question))
    return int(number) if number == int(number) else number


def _bounds(question: Question) -> Text:
    parts_sv, parts_en = EXPECTED["number"].sv, EXPECTED["number"].en
    if question.min is not None:
        parts_sv, parts_en = (
            f"{parts_sv}, minst {question.min:g}",
            f"{parts_en}, at least {question.min:g}",
        )
    if question.max is not None:
        parts_sv, parts_en = (
            f"{parts_sv}, högst {question.max:g}",
            f"{parts_en}, at most {question.max:g}",
        )
    return Text(sv=f"{parts_sv}.", en=f"{parts_en}.")


def _choice(question: Question, value: Value) -> Value:
    if value not in {choice.id for choice in question.choices}:
        raise _unfit(question, value, EXPECTED["choice"])
    return value


def _text(question: Question, value: Value) -> Value:
    if not isinstance(value, str) or not value.strip():
        raise _unfit(question, value, EXPECTED["text"])
    return value


def _time(question: Question, value: Value) -> Value:
    text = str(value).strip()
    day, _, clock = text.rpartition(" ")
    try:
        moment = _CLOCK.validate_python(clock)
        if day:
            date.fromisoformat(day)
    except ValueError as unfit:
        raise _unfit(question, value, EXPECTED["time"]) from unfit
    return f"{day} {moment}".strip()


_FITS: dict[str, Callable[[Question, Value], Value]] = {
    "yes-no": _yes_no,
    "number": _number,
    "choice": _choice,
    "text": _text,
    "time": _time,
}
