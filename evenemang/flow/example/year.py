"""The example year as data: who did what on which day, told by its own file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from evenemang.domain.action import ActionKind, ActionStatus
from evenemang.domain.actor import Function, Name
from evenemang.domain.checklist import Harm, Phase, Secrecy
from evenemang.domain.condition import Value
from evenemang.domain.dossier import EditionPart
from evenemang.domain.evaluation import ActionOutcome, Medical, Peak, RiskOutcome, VisitorCount, Weather
from evenemang.domain.event import DailyOccasions, Occasion
from evenemang.domain.incident import IncidentType, Severity
from evenemang.domain.lesson import Concerns, LessonReply
from evenemang.domain.matrix import View
from evenemang.domain.meeting import Meeting
from evenemang.domain.organiser import Contact, Organiser
from evenemang.domain.permit import Permit
from evenemang.domain.place import Place
from evenemang.domain.risk import Judgement
from evenemang.domain.source import Sure
from evenemang.domain.text import Id, PersonText, Required


class Row(BaseModel):
    """A row of the file: closed, so that nothing in it is lost unseen."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Deed(Row):
    """Who did it, on which day."""

    on: date
    by: Name


class LeftOut(Deed):
    """An area left out."""

    area: Id
    because: Required


class LessonReplied(Deed):
    """A lesson answered: how it is taken in, or because of what it is not."""

    lesson: Id
    answer: LessonReply
    how: PersonText = ""
    because: PersonText = ""


class Noted(Deed):
    """A comment before there was an answer."""

    comment: Required


class Answered(Deed):
    """An answer somebody gave by themselves."""

    question: Id
    answer: Value
    comment: PersonText = ""
    earlier: tuple[Noted, ...] = ()


class OwnAsked(Deed):
    """A question of the group's own, with its answer."""

    id: Id
    area: Id
    ask: Required
    answer: Value
    comment: PersonText = ""
    secrecy: Secrecy = "open"


class SilentValue(Row):
    """What a number or a choice is, where nobody had anything to say about it."""

    question: Id
    answer: Value


class SilentNotRelevant(Row):
    """What was not relevant, and why."""

    question: Id
    because: Required


class Silent(Deed):
    """All other questions that are shown, answered in the group."""

    how: PersonText
    yes_no: Literal["yes"]
    values: tuple[SilentValue, ...] = ()
    not_relevant: tuple[SilentNotRelevant, ...] = ()


class RaisedBy(Row):
    """The question that raised a risk, and which of its raises, from 0."""

    question: Id
    raise_: Annotated[int, Field(alias="raise")]


class Accepted(Deed):
    """What remains of a risk accepted."""

    because: Required


class ExampleRisk(Row):
    """A risk as the group judged it."""

    id: Id
    title: Required
    origin: RaisedBy
    harm: Harm
    existing_controls: tuple[Required, ...] = ()
    default: Judgement | None = None
    before: Judgement
    after: Judgement
    motive: PersonText
    sure: Sure
    judged: Deed
    acceptance: Accepted | None = None
    secrecy: Secrecy = "open"


class ExampleDismissed(Deed):
    """A proposal set aside."""

    question: Id
    raise_: Annotated[int, Field(alias="raise")]
    because: Required


class ExampleStatus(Deed):
    """A step of an action."""

    status: ActionStatus
    how: PersonText = ""
    because: PersonText = ""


class ExampleAction(Row):
    """An action with its history."""

    id: Id
    risk: Id | None = None
    do: Required
    kind: ActionKind
    phase: Phase
    owner: Name
    due_days: int | None = None
    due: date | None = None
    history: tuple[ExampleStatus, ...]
    standing_measure: Id | None = None
    secrecy: Secrecy = "open"


class NotNeeded(Deed):
    """A permit that was not needed."""

    permit: Id
    because: Required


class ExampleDecision(Row):
    """The decision."""

    on: date
    meeting: Id | None = None
    officer: Name
    officer_view: View
    group_view: View
    conditions: tuple[Required, ...] = ()
    motive: PersonText


class LogLine(Row):
    """A line of the day log."""

    at: AwareDatetime
    by: Name
    what: Required


class ExampleIncident(Row):
    """An incident as it stood in the end."""

    id: Id
    at: AwareDatetime
    by: Name
    zone: Id
    type: IncidentType
    severity: Severity
    what: Required
    immediate: PersonText
    cause: PersonText
    measure: PersonText
    action: Id | None = None
    owner: Name
    due: date
    closed: date | None = None
    foreseen_by: Id  # a risk, or none: the group has said that no risk foresaw it


class ExampleEvaluation(Deed):
    """The evaluation."""

    visitors: VisitorCount
    peaks: tuple[Peak, ...] = ()
    weather: Weather
    medical: Medical
    worked: tuple[Required, ...]
    change: tuple[Required, ...]
    risks: tuple[RiskOutcome, ...]
    actions: tuple[ActionOutcome, ...]


class Edition(Row):
    """What a new edition copied."""

    copied: tuple[EditionPart, ...]
    not_copied: tuple[EditionPart, ...]
    changes: tuple[Required, ...] = ()


class ExampleEvent(Row):
    """One event of the year, from application to evaluation."""

    alias: Id
    name: Required
    series: Id
    previous_edition: Id | None = None
    new_edition: Edition | None = None
    diary_number: PersonText
    organiser: Id
    place: Id
    zones: tuple[Id, ...]
    application_received: date
    opened: Deed
    occasions: tuple[Occasion | DailyOccasions, ...]
    facts: dict[Id, Value]
    areas: tuple[Id, ...]
    areas_left_out: tuple[LeftOut, ...] = ()
    lesson_answers: tuple[LessonReplied, ...] = ()
    contact_log: tuple[Contact, ...] = ()
    answers: tuple[Answered, ...] = ()
    own_questions: tuple[OwnAsked, ...] = ()
    silent_answers: Silent | None = None
    risks: tuple[ExampleRisk, ...] = ()
    dismissed: tuple[ExampleDismissed, ...] = ()
    actions: tuple[ExampleAction, ...] = ()
    permits: tuple[Permit, ...] = ()
    permits_not_needed: tuple[NotNeeded, ...] = ()
    decision: ExampleDecision | None = None
    day_log: tuple[LogLine, ...] = ()
    incidents: tuple[ExampleIncident, ...] = ()
    evaluation: ExampleEvaluation | None = None
    expected: dict[str, Any] = Field(default_factory=dict)  # the key, for tests


class ExampleLesson(Row):
    """A lesson, noted and approved."""

    id: Id
    text: Required
    from_event: Id
    from_incident: Id | None = None
    concerns: Concerns
    noted: Deed
    approved_at: Id


class ExampleYear(Row):
    """A whole year: eight events, two new editions, meetings and lessons."""

    example: Id
    marked_as: Required
    version: date
    as_of: date
    time_zone: str
    reading: tuple[str, ...]
    codes: Mapping[str, Any]
    functions: tuple[Function, ...]
    organisers: tuple[Organiser, ...]
    places: tuple[Place, ...]
    events: tuple[ExampleEvent, ...]
    lessons: tuple[ExampleLesson, ...]
    meetings: tuple[Meeting, ...]
    year: Mapping[str, Any]
