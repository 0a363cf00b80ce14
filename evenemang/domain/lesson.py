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


class Concerns(Frozen):
    """What a lesson is about: its question where it has one; where, whose, what kind, where that matters."""

    question: Id | None = None  # None: the whole event
    place: Id | None = None
    zone: Id | None = None  # within the place
    organiser: Id | None = None
    kind: Id | None = None


class Lesson(Frozen):
    """Something learned. It asks for an answer once the group has approved it."""

    id: Id
    alias: Id | None = None
    text: Required
    from_event: Id
    from_incident: Id | None = None
    concerns: Concerns
    noted: Stamp
    approved: Stamp | None = None
    approved_at: Id | None = None  # the meeting

    def applies_to(self, event: Event, asked: Collection[str]) -> bool:
        """Whether it comes back at an event that is asked these questions."""
        about = self.concerns
        places = {event.place} | {zone.split("/")[0] for zone in event.zones}
        return (
            (about.question is None or about.question in asked)
            and (about.place is None or about.place in places)
            and (about.zone is None or f"{about.place}/{about.zone}" in event.zones)
            and (about.organiser is None or about.organiser == event.organiser)
            and (about.kind is None or about.kind == event.facts.get("kind"))
        )

    def asks_for_answer(self, by: date) -> bool:
        """Whether it was approved no later than a day: then it must be answered."""
        return self.approved is not None and self.approved.at.date() <= by


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
