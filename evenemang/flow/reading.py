"""A dossier read against the checklists: what is asked of this event, what is left, what has been learned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from evenemang.domain.assessment import Progress, asked, progress, together
from evenemang.domain.checklist import Question
from evenemang.domain.condition import Facts, Value
from evenemang.domain.decision import Unanswered
from evenemang.domain.dossier import Dossier, stage
from evenemang.domain.lesson import Lesson
from evenemang.domain.profile import (
    DERIVED,
    Standing,
    classify,
    known_facts,
    may_do_without,
    season_of,
)
from evenemang.flow.content import Content

ReadBy = tuple[Content, tuple[Lesson, ...], date]
"""By what a dossier is read besides itself: the checklists, the lessons that may concern it, and the day."""


@dataclass(frozen=True)
class Reading:
    """What a page, a list or a workbook needs to know of one dossier, worked out once."""

    facts: Facts
    standing: Standing
    depth: int
    asked: Mapping[str, tuple[Question, ...]]  # by area taken and installed, in the areas' own order
    progress: Mapping[str, Progress]
    total: Progress
    not_installed: tuple[str, ...]  # areas taken that are not here
    lessons: tuple[Lesson, ...]  # pinned at their questions
    lessons_waiting: tuple[Lesson, ...]  # approved, and not answered by this event yet
    needs_assessment_after_all: bool  # judged to need none, and no longer surely of the smallest kind

    def unanswered(self, dossier: Dossier) -> Unanswered:
        """Return the planning questions without an answer, depth 1 apart."""
        left = [
            one
            for area, questions in self.asked.items()
            if self.progress[area].left
            for one in questions
            if one.is_planning and not dossier.assessment.is_answered(one.id)
        ]
        return Unanswered(
            depth_one=tuple(one.id for one in left if one.depth == 1),
            deeper=tuple(one.id for one in left if one.depth > 1),
        )

    def lessons_at(self, question_id: str) -> tuple[Lesson, ...]:
        """Return the lessons pinned at a question."""
        return tuple(lesson for lesson in self.lessons if lesson.concerns.question == question_id)

    def lessons_of(self, area_id: str | None) -> tuple[Lesson, ...]:
        """Return the lessons of a whole area, at no single question; of None those of the whole event."""
        return tuple(
            lesson
            for lesson in self.lessons
            if lesson.concerns.question is None and lesson.concerns.area == area_id
        )


def derived_facts(dossier: Dossier) -> dict[str, Value]:
    """Return the facts worked out from dates: season, and days of notice."""
    first = dossier.event.first_day
    if first is None:
        return {}
    received = dossier.event.application_received or dossier.opened.at.date()
    return {"season": season_of(first), "notice_days": max(0, (first - received).days)}


def facts_of(dossier: Dossier, content: Content) -> Facts:
    """Return what is known of the event and answered so far."""
    given = {key: value for key, value in dossier.event.facts.items() if key not in DERIVED}
    known = known_facts(content.profile, given, derived_facts(dossier))
    return Facts(event=known, answers=dossier.assessment.values())


def read(dossier: Dossier, content: Content, lessons: Iterable[Lesson], today: date) -> Reading:
    """Return the dossier read against the installed checklists and the lessons learned elsewhere."""
    facts = facts_of(dossier, content)
    standing = classify(content.profile.classification, facts.event)
    override = dossier.assessment.depth
    depth = override.depth if override else standing.depth
    taken = [one.area for one in dossier.assessment.areas]
    shown = {key: asked(area, facts, depth) for key, area in content.areas.items() if key in taken}
    counted = {area: progress(questions, dossier.assessment.answers) for area, questions in shown.items()}
    found = Reading(
        facts=facts,
        standing=standing,
        depth=depth,
        asked=shown,
        progress=counted,
        total=together(counted.values()),
        not_installed=tuple(area for area in taken if area not in content.areas),
        lessons=(),
        lessons_waiting=(),
        needs_assessment_after_all=False,
    )
    return _of_today(found, dossier, content, lessons, today)


def read_on(
    earlier: Reading,
    dossier: Dossier,
    content: Content,
    lessons: Iterable[Lesson],
    today: date,
    *,
    changed: frozenset[str],
) -> Reading:
    """Return what `read` would, where only the answers `changed` are others than when `earlier` was read."""
    facts = Facts(event=earlier.facts.event, answers=dossier.assessment.values())
    areas = {content.area_of(question) for question in content.reached_by(changed)}
    touched = {one.area: one for one in areas if one and one.area in earlier.asked}
    shown = {area: asked(one, facts, earlier.depth) for area, one in touched.items()}
    counted = {area: progress(questions, dossier.assessment.answers) for area, questions in shown.items()}
    all_counted = {**earlier.progress, **counted}  # both keep the order of the earlier
    found = replace(
        earlier,
        facts=facts,
        asked={**earlier.asked, **shown},
        progress=all_counted,
        total=together(all_counted.values()),
    )
    return _of_today(found, dossier, content, lessons, today)


def _of_today(
    found: Reading, dossier: Dossier, content: Content, lessons: Iterable[Lesson], today: date
) -> Reading:
    """Return the reading with what hangs on more than facts and answers: lessons, decision, stage, day."""
    replied = {one.lesson for one in dossier.lesson_answers}
    last_day = _last_day(dossier, today)
    lessons = () if stage(dossier) == "past" else lessons  # what was held before has nothing to answer
    # What was learned after the decision comes back at the next event; here it could change nothing.
    known = [one for one in lessons if _is_known(one, last_day) or one.id in replied]
    pinned = _pinned(dossier, known, found.asked)
    return replace(
        found,
        lessons=pinned,
        lessons_waiting=tuple(
            lesson for lesson in pinned if lesson.id not in replied and lesson.asks_for_answer(last_day)
        ),
        needs_assessment_after_all=(
            stage(dossier) == "not-needed"
            and not may_do_without(content.profile.classification, found.standing)
        ),
    )


def _is_known(lesson: Lesson, last_day: date) -> bool:
    return lesson.state != "declined" and lesson.noted.at.date() <= last_day


def _last_day(dossier: Dossier, today: date) -> date:
    """Return the last day that a lesson may change what is decided: today while a decision is asked for."""
    decision = dossier.decision
    if decision is None or decision.group_view == "to-complete" or dossier.asks_for_new_decision:
        return today
    return decision.given.at.date()


def _pinned(
    dossier: Dossier,
    lessons: Sequence[Lesson],
    shown: Mapping[str, tuple[Question, ...]],
) -> tuple[Lesson, ...]:
    if not lessons:
        return ()
    ids = {one.id for questions in shown.values() for one in questions}
    taken = {one.area for one in dossier.assessment.areas}
    found = []
    for lesson in lessons:
        question = lesson.concerns.question or ""
        area = question.split(".", 1)[0]
        # An area that is not installed cannot say whether its question is shown: the lesson stays in sight.
        elsewhere = dossier.assessment.takes(area) and area not in shown
        asked_here = ids | ({question} if elsewhere else set())
        if lesson.from_event != dossier.id and lesson.applies_to(dossier.event, asked_here, taken):
            found.append(lesson)
    return tuple(found)
