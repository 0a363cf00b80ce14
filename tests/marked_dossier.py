"""A dossier with a word of its own in every text: open, internal, secret; and all that stands around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from evenemang.domain.action import Action, StatusChange
from evenemang.domain.actor import Function
from evenemang.domain.assessment import (
    Answer,
    AreaTaken,
    Assessment,
    AttachmentNote,
    DepthOverride,
    OwnQuestion,
)
from evenemang.domain.checklist import Question
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Event
from evenemang.domain.lesson import Concerns, Lesson
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.domain.review import Finding, at_question
from evenemang.domain.risk import Origin, Risk
from evenemang.domain.text import Text
from evenemang.flow.content import Content
from evenemang.flow.journal import Deed, JournalEntry
from evenemang.flow.reading import read
from evenemang.flow.recording import Whole
from evenemang.flow.reviewing import Group, Review
from tests.marking import Given, Marker

CLOSED = ("internal", "secret")


@dataclass(frozen=True)
class Marked:
    """The whole, the words of what is open by row, and the words that nobody outside may see."""

    whole: Whole
    marker: Marker  # of what is open
    closed: frozenset[str]
    not_theirs: frozenset[str]  # words that are open, and no concern of the organiser's


def closed_areas(content: Content) -> Content:
    """Return the content with one area internal, one secret, and one question of each kind in an open one."""
    areas = dict(content.areas)
    for area, secrecy in (("traffic", "internal"), ("weather", "secret")):
        areas[area] = areas[area].model_copy(update={"secrecy": secrecy})
    first, second = questions(content, "crowds", "organiser")[:2]
    shut = {first.id: "internal", second.id: "secret"}
    sections = tuple(
        one.model_copy(
            update={
                "questions": tuple(
                    each.model_copy(update={"secrecy": shut.get(each.id)}) for each in one.questions
                )
            }
        )
        for one in areas["crowds"].sections
    )
    areas["crowds"] = areas["crowds"].model_copy(update={"sections": sections})
    return replace(content, areas=areas)


def questions(content: Content, area: str, ask_of: str) -> list[Question]:
    return [one for one in content.areas[area].questions() if one.ask_of == ask_of and one.is_planning]


def marked(content: Content) -> Marked:
    content = closed_areas(content)
    marker, closed, others = Marker("open"), Marker("shut"), Marker("others")
    theirs = [one.id for one in questions(content, "crowds", "organiser")]
    shut = [*theirs[:2], *(questions(content, each, "organiser")[0].id for each in ("traffic", "weather"))]
    asked = theirs[2]
    way: Given = {
        (AreaTaken, "area"): "crowds",
        (AttachmentNote, "question"): asked,
        (DepthOverride, "depth"): 3,
        (Event, "facts"): {"total_visitors": 900, "our-own": closed.word()},
        (Risk, "area"): "crowds",
        (Risk, "state"): "accepted",
        (Origin, "question"): asked,
        (Action, "owner"): "Arrangören",
        (StatusChange, "status"): "decided",
        (Event, "organiser"): "the-organiser",
        (Event, "zones"): ("the-place/the-zone",),
        (Event, "place"): "the-place",
        (Dossier, "officer"): "the-officer",
        (Dossier, "cancelled"): None,
        (Assessment, "not_needed"): None,
    }
    dossier: Dossier = marker.record(Dossier, way)
    risk = dossier.risks[0]
    action = dossier.actions[0].model_copy(update={"risk": risk.id})
    around = dossier.assessment
    answers = {
        asked: marker.record(
            Answer, {(Answer, "question"): asked}, ((Dossier, "assessment"), (Assessment, "answers"))
        ),
        **{one: closed.record(Answer, {(Answer, "question"): one}) for one in shut},
        **{
            one.id: others.record(Answer, {(Answer, "question"): one.id})
            for one in questions(content, "crowds", "both")[:1]
        },
    }
    areas = tuple(AreaTaken(area=one) for one in ("crowds", "traffic", "weather", "threats"))
    assessment = around.model_copy(
        update={
            "answers": answers,
            "areas": (*around.areas, *areas[1:]),
            "own_questions": (
                *around.own_questions,
                *_shut(closed, OwnQuestion, {(OwnQuestion, "area"): "crowds"}),
            ),
        }
    )
    risks = (
        risk,
        *_shut(closed, Risk, way),
        *(closed.record(Risk, {**way, (Origin, "question"): one}) for one in shut),
        closed.record(Risk, {**way, (Risk, "state"): "dismissed"}),
        closed.record(Risk, {**way, (Risk, "state"): "proposed"}),
        others.record(Risk, {**way, (Risk, "origin"): None}),
    )
    own: Given = {**way, (Action, "risk"): None}
    actions = (
        action,
        *_shut(closed, Action, own),
        *(closed.record(Action, {**own, (Action, "risk"): one.id}) for one in risks[1:3]),
        others.record(Action, {**own, (Action, "owner"): "Trafikkontoret"}),
    )
    attachments = (
        *dossier.attachments,
        *_shut(closed, AttachmentNote, {(AttachmentNote, "question"): asked}),
        closed.record(AttachmentNote, {(AttachmentNote, "question"): shut[0]}),
    )
    full = dossier.model_copy(
        update={"assessment": assessment, "risks": risks, "actions": actions, "attachments": attachments}
    )
    whole = _around(full, content, marker, closed, asked)
    return Marked(whole, marker, frozenset(closed.words), frozenset(others.words))


def _shut(closed: Marker, model: type[Any], given: Given) -> tuple[Any, ...]:
    return tuple(closed.record(model, {**given, (model, "secrecy"): one}) for one in CLOSED)


def _around(dossier: Dossier, content: Content, marker: Marker, closed: Marker, asked: str) -> Whole:
    as_of = datetime(2023, 8, 1, 9, 30, tzinfo=UTC)
    lesson: Lesson = closed.record(Lesson, {(Lesson, "concerns"): Concerns(question=asked)})
    reading = replace(read(dossier, content, (), as_of.date()), lessons=(lesson,), lessons_waiting=(lesson,))
    finding = Finding(
        rule="ours", severity="hint", says=Text(sv=closed.word(), en=closed.word()), at=(at_question(asked),)
    )
    deed: Deed = closed.record(Deed)
    entry: JournalEntry = closed.record(JournalEntry, {(JournalEntry, "deed"): deed})
    officer = marker.record(Function, {(Function, "id"): "the-officer"})
    other = closed.record(Function)
    return Whole(
        dossier=dossier,
        version=7,
        reading=reading,
        content=content,
        places=(marker.record(Place, {(Place, "id"): "the-place"}),),
        organiser=marker.record(Organiser, {(Organiser, "id"): "the-organiser"}),
        functions={one.id: one for one in (officer, other)},
        lessons_from=(lesson,),
        journal=(entry,),
        as_of=as_of,
        review=Review((Group(rule="ours", title=finding.says, severity="hint", findings=(finding,)),)),
    )
