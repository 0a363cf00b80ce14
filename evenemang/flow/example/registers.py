"""The example year's registers: posts, organisers, places, meetings and lessons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from evenemang.domain.actor import Actor
from evenemang.domain.place import Place, StandingMeasure, StandingRisk
from evenemang.flow.example.steps import Rank, Step, on
from evenemang.flow.example.year import ExampleLesson, ExampleYear
from evenemang.flow.journal import Kind
from evenemang.flow.learning import NewLesson, approve_lesson, note_lesson
from evenemang.flow.storing import Record
from evenemang.flow.workspace import Workspace


def register_steps(year: ExampleYear) -> Iterator[Step]:
    """Return the steps that fill the registers."""
    first = min(event.opened.on for event in year.events)
    start = min([first, *(meeting.on for meeting in year.meetings)]) - timedelta(days=1)
    convener = next(one.id for one in year.functions if one.part == "convener")
    for function in year.functions:
        yield on(start, Rank.REGISTER, convener, partial(_keep, "function", function))
    for organiser in year.organisers:
        yield on(start, Rank.REGISTER, convener, partial(_keep, "organiser", organiser))
    for place in year.places:
        yield from _place_steps(place, start, convener)
    for meeting in year.meetings:
        yield on(meeting.on, Rank.MEETING, convener, partial(_keep, "meeting", meeting))
    for lesson in year.lessons:
        yield from _lesson_steps(lesson, year, convener)


def _keep(kind: Kind, record: Record, workspace: Workspace, by: Actor) -> None:
    workspace.keep(kind, record, by, "add")


def _place_steps(place: Place, start: date, convener: str) -> Iterator[Step]:
    """A place is first known without its standing picture, which then grows day by day."""
    bare = place.model_copy(update={"standing_risks": (), "standing_measures": ()})
    yield on(start, Rank.PLACE, convener, partial(_keep, "place", bare))
    for day, by in sorted(_days(place)):
        known = _as_of(place, day)
        yield on(day, Rank.PLACE, by, partial(_change_place, known))


def _change_place(known: Place, workspace: Workspace, by: Actor) -> None:
    def to_known(_: Record) -> Record:
        return known

    workspace.change("place", known.id, to_known, by, "standing-picture")


def _days(place: Place) -> set[tuple[date, str]]:
    judged = {(one.on, one.by) for risk in place.standing_risks for one in risk.history}
    decided = {(one.decided_on, one.owner) for one in place.standing_measures}
    done = {(one.done_on, one.owner) for one in place.standing_measures if one.done_on}
    seen = {(look.on, look.by) for one in place.standing_measures for look in one.verified}
    return judged | decided | done | seen


def _as_of(place: Place, day: date) -> Place:
    risks = (_risk_as_of(one, day) for one in place.standing_risks if one.found_on <= day)
    measures = (_measure_as_of(one, day) for one in place.standing_measures if one.decided_on <= day)
    return place.model_copy(update={"standing_risks": tuple(risks), "standing_measures": tuple(measures)})


def _risk_as_of(risk: StandingRisk, day: date) -> StandingRisk:
    return risk.model_copy(update={"history": tuple(one for one in risk.history if one.on <= day)})


def _measure_as_of(measure: StandingMeasure, day: date) -> StandingMeasure:
    done = measure.done_on if measure.done_on and measure.done_on <= day else None
    verified = tuple(one for one in measure.verified if one.on <= day)
    return measure.model_copy(update={"done_on": done, "verified": verified})


def _lesson_steps(lesson: ExampleLesson, year: ExampleYear, convener: str) -> Iterator[Step]:
    new = NewLesson(
        text=lesson.text,
        from_event=lesson.from_event,
        from_incident=lesson.from_incident,
        concerns=lesson.concerns,
        alias=lesson.id,
    )
    yield on(lesson.noted.on, Rank.LESSON, lesson.noted.by, lambda w, by: note_lesson(w, new, by))
    meeting = next(one for one in year.meetings if one.id == lesson.approved_at)
    yield on(
        meeting.on,
        Rank.APPROVE,
        convener,
        lambda w, by: approve_lesson(w, lesson.id, lesson.approved_at, by),
    )
