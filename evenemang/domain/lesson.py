"""Lessons: a sentence and what it concerns; it comes back at that question and asks for an answer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal

from evenemang.domain.actor import Stamp
from evenemang.domain.errors import ReasonMissing
from evenemang.domain.event import Event
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text

LessonReply = Literal["taken-in", "declined", "no-longer"]
LessonState = Literal["proposed", "approved", "declined"]


class Concerns(Frozen):
    """What a lesson is about: its question where it has one; where, whose, what kind, where that matters."""

    question: Id | None = None  # None: the whole event, or the whole area
    area: Id | None = None  # the whole area of risk, whatever is asked in it
    place: Id | None = None
    zone: Id | None = None  # within the place
    organiser: Id | None = None
    kind: Id | None = None


class Declined(Frozen):
    """The group did not approve a lesson, and says why."""

    because: Required
    given: Stamp
    meeting: Id | None = None


class Lesson(Frozen):
    """Something learned: proposed until the group approves or declines it. Approved it asks for answers."""

    id: Id
    alias: Id | None = None
    text: Required
    from_event: Id
    from_incident: Id | None = None
    drawn_from: Id | None = None  # the row of its dossier that a rule drew it from: incidents/I1, actions/A3
    concerns: Concerns
    noted: Stamp
    approved: Stamp | None = None
    approved_at: Id | None = None  # the meeting
    declined: Declined | None = None

    @property
    def state(self) -> LessonState:
        """How far it has come: a proposal waits for the group."""
        return "declined" if self.declined else "approved" if self.approved else "proposed"

    def applies_to(self, event: Event, asked: Collection[str], areas: Collection[str] = ()) -> bool:
        """Whether it comes back at an event that is asked these questions, and takes up these areas."""
        about = self.concerns
        return (
            (about.question is None or about.question in asked)
            and (about.area is None or about.area in areas)
            and (about.place is None or _uses(event, about.place, about.zone))
            and (about.organiser is None or about.organiser == event.organiser)
            and (about.kind is None or about.kind == event.facts.get("kind"))
        )

    @property
    def stands_in(self) -> str | None:
        """The area of risk where it stands; None: it is of the whole event."""
        return self.concerns.area or (self.concerns.question or "").split(".", 1)[0] or None

    def asks_for_answer(self, by: date) -> bool:
        """Whether it was approved no later than a day: then it must be answered."""
        return self.declined is None and self.approved is not None and self.approved.at.date() <= by


def _uses(event: Event, place: str, zone: str | None) -> bool:
    """Whether an event uses a place, or a zone of it; one that names no zone there uses the whole place."""
    zones = [one for one in event.zones if one.split("/")[0] == place]
    if zone is None or not zones:
        return event.place == place or bool(zones)
    return f"{place}/{zone}" in zones


class LessonAnswer(Frozen):
    """What this event does with a lesson: taken in (how), declined or no longer so (why)."""

    lesson: Id
    answer: LessonReply
    how: PersonText
    given: Stamp


def reply(lesson: Lesson, answer: LessonReply, how: str, given: Stamp) -> LessonAnswer:
    """Return the answer to a lesson.

    Raises:
        ReasonMissing: If it does not say how, or why not.
    """
    if not how.strip():
        deeds = {
            "taken-in": Text(
                sv="svaret (hur tas lärdomen om hand)",
                en="the answer (how is it taken in)",
            ),
            "declined": Text(sv="att inte följa lärdomen", en="declining the lesson"),
            "no-longer": Text(
                sv="att lärdomen inte gäller längre",
                en="saying that it no longer holds",
            ),
        }
        raise ReasonMissing("reply", deed=deeds[answer])
    return LessonAnswer(lesson=lesson.id, answer=answer, how=how, given=given)
