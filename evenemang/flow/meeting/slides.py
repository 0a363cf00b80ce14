"""What a meeting looks at, one thing at a time: its points, and of an event to come risks and questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evenemang.domain.checklist import Question
from evenemang.domain.errors import NotFound
from evenemang.domain.meeting import Item, Meeting
from evenemang.domain.risk import Risk
from evenemang.flow.meeting.agenda import in_order
from evenemang.flow.meeting.gathering import shared
from evenemang.flow.workspace import Workspace

SERIOUS = ("high", "very-high")
RISKS, QUESTIONS = 5, 10  # of one event at most: a meeting is short, and the rest stands in the dossier
BETWEEN = "~"


@dataclass(frozen=True)
class Slide:
    """One thing before the meeting: a point, or of the event it is about a risk or a question."""

    point: Item
    risk: Risk | None = None
    question: Question | None = None

    @property
    def key(self) -> str:
        """What it is called in the address: P3, P3~R7, P3~crowds.exits."""
        within = self.risk.id if self.risk else self.question.id if self.question else ""
        return f"{self.point.id}{BETWEEN}{within}" if within else str(self.point.id)


def slides(workspace: Workspace, meeting: Meeting) -> tuple[Slide, ...]:
    """Return everything to look at, in order; nothing secret is among it, whoever looks."""
    return tuple(_slides(workspace, in_order(meeting).agenda))


def place_of(found: tuple[Slide, ...], key: str | None) -> int:
    """Return where a slide stands; one that is gone by now, at its point; else the first."""
    keys = [one.key for one in found]
    if key in keys:
        return keys.index(str(key))
    point = (key or "").split(BETWEEN)[0]
    return next((at for at, one in enumerate(found) if one.point.id == point), 0)


def _slides(workspace: Workspace, agenda: Iterable[Item]) -> Iterator[Slide]:
    for point in agenda:
        if point.id is None:
            continue  # of a meeting that was only written down
        yield Slide(point)
        if point.kind == "upcoming" and point.event:
            yield from _of_event(workspace, point, point.event)


def _of_event(workspace: Workspace, point: Item, event: str) -> Iterator[Slide]:
    try:
        whole = workspace.dossier(event).record
    except NotFound:
        return
    seen, content = shared(workspace, whole), workspace.content_for(whole)
    serious = [one for one in seen.dossier.standing_risks if one.residual.level(content.matrix) in SERIOUS]
    yield from (Slide(point, risk=one) for one in serious[:RISKS])
    reading = workspace.read(whole)
    if seen.hidden:
        reading = workspace.reckoning.open_side(reading, whole, seen.hidden)
    asked = {one.id: one for questions in reading.asked.values() for one in questions}
    left = [asked[one] for one in reading.unanswered(seen.dossier).depth_one]
    ours = [one for one in left if one.answer == "yes-no"]
    yield from (Slide(point, question=one) for one in ours[:QUESTIONS])
