"""The dossier: one event's whole chain, from the first contact to what the next one must do differently."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from evenemang.domain.action import Action, counted_residuals
from evenemang.domain.actor import Name, Stamp
from evenemang.domain.assessment import Assessment, AttachmentNote
from evenemang.domain.calculation import Calculation
from evenemang.domain.counting import Count, Counter
from evenemang.domain.day_plan import AgreedStop, DayPlan, PhoneLine
from evenemang.domain.decision import Decision
from evenemang.domain.errors import NotFound
from evenemang.domain.evaluation import Evaluation, OccasionReview, OrganiserEvaluation
from evenemang.domain.event import Event
from evenemang.domain.incident import Incident
from evenemang.domain.lesson import LessonAnswer
from evenemang.domain.organiser import Contact
from evenemang.domain.past import FromList
from evenemang.domain.permit import Permit, PermitNotNeeded
from evenemang.domain.personal import Holds
from evenemang.domain.risk import Risk, by_severity
from evenemang.domain.round import LogEntry, Round
from evenemang.domain.secret import Marking, Named
from evenemang.domain.text import Frozen, Id, PersonText, Required

Row = TypeVar("Row", Risk, Action, Incident)

SCHEMA = 3  # of the stored body; a change of model raises it, with what lifts the old (store/lifting)

State = Literal[
    "draft",
    "assessing",
    "awaiting-completion",
    "decided",
    "running",
    "to-evaluate",
    "evaluated",
    "not-needed",
    "cancelled",
    "past",
]

Stage = Literal[
    "draft", "assessing", "awaiting-completion", "decided", "evaluated", "not-needed", "cancelled", "past"
]
SETTLED: tuple[Stage, ...] = ("evaluated", "cancelled", "not-needed", "past")  # nothing is asked or decided

EditionPart = Literal[
    "profile",
    "zones",
    "permits",
    "standing-measures",
    "answers",
    "risks",
    "decision",
    "day-log",
    "incidents",
]


class NewEdition(Frozen):
    """What was copied from the year before, and what was not; said, so that nobody has to guess."""

    previous: Id
    copied: tuple[EditionPart, ...]
    not_copied: tuple[EditionPart, ...]
    changes: tuple[Required, ...] = ()


class Cancelled(Frozen):
    """The event is not held."""

    because: Required
    given: Stamp


class Moved(Frozen):
    """The event was moved by a number of days; dates counted from the event followed."""

    days: int
    because: PersonText = ""
    given: Stamp


class Reconsider(Frozen):
    """Risks lifted since the decision: it must be reconsidered (omprövas)."""

    risks: tuple[Id, ...]
    since: Stamp


class Dossier(Frozen):
    """One event's whole chain. Ids of risks, actions and incidents are made once, within the dossier."""

    id: Id
    alias: Id | None = None
    example: bool = False
    diary_number: PersonText = ""
    police_number: PersonText = ""  # the diary number of the police, of what they referred
    event: Event
    officer: Name | None = None  # handläggare
    opened: Stamp
    edition: NewEdition | None = None
    from_list: FromList | None = None  # it was held before the group kept it here
    contacts: tuple[Contact, ...] = ()
    assessment: Assessment = Assessment()
    calculations: tuple[Calculation, ...] = ()
    risks: tuple[Risk, ...] = ()
    actions: tuple[Action, ...] = ()
    permits: tuple[Permit, ...] = ()
    permits_not_needed: tuple[PermitNotNeeded, ...] = ()
    decisions: tuple[Decision, ...] = ()  # the last one counts; nothing is erased
    reconsider: Reconsider | None = None
    rounds: tuple[Round, ...] = ()
    day_log: tuple[LogEntry, ...] = ()
    incidents: tuple[Incident, ...] = ()
    counters: tuple[Counter, ...] = ()
    counts: tuple[Count, ...] = ()
    stops: tuple[AgreedStop, ...] = ()
    phones: tuple[PhoneLine, ...] = ()
    day_plan: DayPlan | None = None
    occasion_reviews: tuple[OccasionReview, ...] = ()  # of an event with many occasions, in their order
    evaluation: Evaluation | None = None
    organiser_evaluation: OrganiserEvaluation | None = None
    lesson_answers: tuple[LessonAnswer, ...] = ()
    attachments: tuple[AttachmentNote, ...] = ()
    moves: tuple[Moved, ...] = ()
    cancelled: Cancelled | None = None
    named: tuple[Named, ...] = ()  # who sees what is secret
    markings: tuple[Marking, ...] = ()
    last_number: Annotated[dict[str, int], Holds("none")] = Field(
        default_factory=dict
    )  # ids are never reused: the last R, A, I, L made

    @property
    def decision(self) -> Decision | None:
        """The decision that counts."""
        return self.decisions[-1] if self.decisions else None

    @property
    def asks_for_new_decision(self) -> bool:
        """Whether it must be reconsidered; once evaluated or cancelled there is nothing left to decide."""
        return self.reconsider is not None and self.evaluation is None and self.cancelled is None

    @property
    def standing_risks(self) -> tuple[Risk, ...]:
        """The risks that count, as a decision counts them: not lower on paper alone; worst first."""
        return by_severity(counted_residuals((risk for risk in self.risks if risk.counts), self.actions))

    def risk(self, risk_id: str) -> Risk:
        """Return a risk by its id or alias.

        Raises:
            NotFound: If there is none.
        """
        return _by_id(self.risks, risk_id)

    def action(self, action_id: str) -> Action:
        """Return an action by its id or alias.

        Raises:
            NotFound: If there is none.
        """
        return _by_id(self.actions, action_id)

    def incident(self, incident_id: str) -> Incident:
        """Return an incident by its id or alias.

        Raises:
            NotFound: If there is none.
        """
        return _by_id(self.incidents, incident_id)

    def numbered(self, letter: str) -> tuple[str, Dossier]:
        """Return the next id of a kind (R7, A3, I1 …) and the dossier that remembers it."""
        number = self.last_number.get(letter, 0) + 1
        remembers = self.model_copy(update={"last_number": {**self.last_number, letter: number}})
        return f"{letter}{number}", remembers


def _by_id(rows: tuple[Row, ...], wanted: str) -> Row:
    for row in rows:
        if wanted in (row.id, row.alias):
            return row
    raise NotFound("no such row", what=wanted)


def stage(dossier: Dossier) -> Stage:
    """Return where the dossier stands, as far as that does not depend on the time."""
    if dossier.cancelled:
        return "cancelled"
    if dossier.evaluation:
        return "evaluated"
    if dossier.from_list:
        return "past"
    if dossier.decision:
        return "awaiting-completion" if dossier.decision.group_view == "to-complete" else "decided"
    if dossier.assessment.not_needed:
        return "not-needed"
    answered = any(one.value is not None for one in dossier.assessment.answers.values())
    begun = answered or dossier.risks
    return "assessing" if begun else "draft"


def state_at(found: Stage, starts: datetime | None, ends: datetime | None, now: datetime) -> State:
    """Return the state that a stage, the event's own time and the time now give."""
    if found == "decided" and starts and ends and now >= starts:
        return "running" if now <= ends else "to-evaluate"
    return found


def state(dossier: Dossier, now: datetime) -> State:
    """Return where the dossier stands now."""
    return state_at(stage(dossier), dossier.event.start, dossier.event.end, now)


def days_until(dossier: Dossier, today: date) -> int | None:
    """Return the days until the first day, negative after it; None while no date is set."""
    first = dossier.event.first_day
    return (first - today).days if first else None
