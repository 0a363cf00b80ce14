"""The monthly meeting of the group: planned, held, and written down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from evenemang.domain.actor import Name, Stamp
from evenemang.domain.errors import NotFound
from evenemang.domain.matrix import Step
from evenemang.domain.place import ClockTime
from evenemang.domain.text import Frozen, Id, PersonText, Required

ItemKind = Literal[
    "new-dossier",
    "upcoming",
    "site-visit",
    "decision",
    "incident",
    "evaluation",
    "follow-up",
    "action",
    "standing-measure",
    "lessons",
    "report",
    "group",
]
Outcome = Literal["yes", "partly", "no"]
Shared = Literal["open", "internal"]  # nothing secret is ever written in a meeting
Count = Annotated[int, Field(ge=0)]
MeetingState = Literal["planned", "running", "held", "cancelled"]


class Item(Frozen):
    """A point on the agenda, or something that was decided.

    `record` is what it is about within the event's dossier (A3, I1), or a lesson. A decision says under
    which `point` of the agenda it was made, and with an owner it is also an action (`record`) in the dossier.
    """

    kind: ItemKind
    what: Required
    event: Id | None = None
    id: Id | None = None  # P1, B2: made once, within the meeting; older ones have none
    record: Id | None = None
    secrecy: Shared = "open"
    outcome: Outcome | None = None
    note: PersonText = ""
    point: Id | None = None
    owner: Name | None = None
    due: date | None = None

    @property
    def about(self) -> tuple[ItemKind, str | None, str | None]:
        """What it is about, by which it is the same from one agenda to the next."""
        return (self.kind, self.event, self.record)

    @property
    def is_touched(self) -> bool:
        """Whether the meeting has said something of it."""
        return self.outcome is not None or bool(self.note.strip())


class Weighing(Frozen):
    """A risk that each judges alone first; what they said is kept once all of it is shown at once."""

    event: Id
    risk: Id
    asked: Stamp
    revealed: Stamp | None = None


class Voice(Frozen):
    """What one member judged alone."""

    event: Id
    risk: Id
    by: Name
    likelihood: Step
    consequence: Step


class Meeting(Frozen):
    """A meeting: who came, what was on the agenda, what was decided."""

    id: Id
    on: date
    kind: Literal["regular", "extra"] = "regular"
    form: Literal["in-person", "remote"] = "in-person"
    where: PersonText = ""
    starts: ClockTime | None = None
    ends: ClockTime | None = None
    called: tuple[Name, ...] = ()
    present: tuple[Name, ...] = ()
    absent: tuple[Name, ...] = ()
    agenda: tuple[Item, ...] = ()
    decisions: tuple[Item, ...] = ()
    weighings: tuple[Weighing, ...] = ()
    voices: tuple[Voice, ...] = ()  # of the weighings that have been shown
    planned: Stamp | None = None  # older ones were only written down
    begun: Stamp | None = None
    ended: Stamp | None = None
    cancelled: Stamp | None = None
    sequence: Count = 0  # of when or where it is: an invitation's number
    points_made: Count = 0  # ids are never reused
    decisions_made: Count = 0

    def state(self, today: date) -> MeetingState:
        """Return where it stands; one that was only written down is held once its day has come."""
        if self.cancelled:
            return "cancelled"
        if self.ended:
            return "held"
        if self.begun:
            return "running"
        return "planned" if self.planned or self.on > today else "held"

    def is_held(self, today: date) -> bool:
        """Whether it has been held, to its end or so far."""
        return self.state(today) in ("running", "held")

    def ended_before(self, other: Meeting) -> bool:
        """Whether it was over before another began; by their days where nobody said when."""
        if self.ended and other.begun:
            return self.ended.at <= other.begun.at
        return self.on < other.on or self.ended is not None

    def point(self, point_id: str) -> Item:
        """Return a point of the agenda.

        Raises:
            NotFound: If there is none.
        """
        for one in self.agenda:
            if one.id == point_id:
                return one
        raise NotFound("no such point", what=point_id)

    def weighing(self, event: str, risk: str) -> Weighing | None:
        """Return the weighing of a risk, or None."""
        return next((one for one in self.weighings if (one.event, one.risk) == (event, risk)), None)

    def voices_on(self, event: str, risk: str) -> tuple[Voice, ...]:
        """Return what the members judged alone of a risk, once it has been shown."""
        return tuple(one for one in self.voices if (one.event, one.risk) == (event, risk))

    def is_spoken_of(self, point: Item) -> bool:
        """Whether the meeting has said or decided something under a point."""
        return point.is_touched or any(one.point == point.id for one in self.decisions if point.id)

    def with_points(self, points: Iterable[Item]) -> Meeting:
        """Return the meeting with more points on its agenda, each with an id of its own."""
        made = self.points_made
        new = [one.model_copy(update={"id": f"P{made + at}"}) for at, one in enumerate(points, 1)]
        return self.model_copy(update={"agenda": (*self.agenda, *new), "points_made": made + len(new)})

    def with_decision(self, decision: Item) -> Meeting:
        """Return the meeting with one more decision, with an id of its own."""
        made = self.decisions_made + 1
        new = decision.model_copy(update={"id": f"B{made}"})
        return self.model_copy(update={"decisions": (*self.decisions, new), "decisions_made": made})


class Spread(Frozen):
    """How far apart some voices are: the least and the most of each scale, and of the risk number."""

    voices: int
    likelihood: tuple[int, int]
    consequence: tuple[int, int]
    score: tuple[int, int]

    @property
    def agrees(self) -> bool:
        """Whether all judged the same."""
        return self.likelihood[0] == self.likelihood[1] and self.consequence[0] == self.consequence[1]


def spread(voices: tuple[Voice, ...]) -> Spread | None:
    """Return how far apart the voices are; None where there is none."""
    if not voices:
        return None
    likelihoods, consequences = [one.likelihood for one in voices], [one.consequence for one in voices]
    scores = [one.likelihood * one.consequence for one in voices]
    return Spread(
        voices=len(voices),
        likelihood=(min(likelihoods), max(likelihoods)),
        consequence=(min(consequences), max(consequences)),
        score=(min(scores), max(scores)),
    )
