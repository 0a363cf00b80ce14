"""One event of the example year, from application to evaluation, as steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from evenemang.domain.actor import Actor
from evenemang.domain.checklist import NOT_RELEVANT, YES
from evenemang.domain.condition import Value
from evenemang.flow.assessing import AskOwnQuestion, GiveAnswer
from evenemang.flow.contacts import NoteContact
from evenemang.flow.editions import EditionOf, open_edition
from evenemang.flow.example.held import holding_steps
from evenemang.flow.example.judgements import judging_steps, planning_steps
from evenemang.flow.example.steps import Rank, Step, does, on
from evenemang.flow.example.year import ExampleEvent, Silent
from evenemang.flow.learning import ReplyToLesson
from evenemang.flow.opening import NewDossier, SetEvent, SetFact, open_dossier
from evenemang.flow.operation import Operation
from evenemang.flow.scoping import LeaveOutArea, TakeArea
from evenemang.flow.workspace import Workspace


def dossier_steps(event: ExampleEvent) -> Iterator[Step]:
    """Return everything that was done in one dossier."""
    yield on(event.opened.on, Rank.OPEN, event.opened.by, partial(_open, event))
    yield from _assessing(event)
    yield from judging_steps(event)
    yield from planning_steps(event)
    yield from holding_steps(event)


def _open(event: ExampleEvent, workspace: Workspace, by: Actor) -> None:
    if event.previous_edition:
        _open_next(event, workspace, by)
        return
    said = {
        name: getattr(event, name)
        for name in ("name", "alias", "diary_number", "series", "organiser", "place", "zones")
    }
    new = NewDossier(
        **said,
        application_received=event.application_received,
        occasions=event.occasions,
        facts=event.facts,
        areas=event.areas,
        officer=event.decision.officer if event.decision else event.opened.by,
        example=True,
    )
    open_dossier(workspace, new, by)


def _open_next(event: ExampleEvent, workspace: Workspace, by: Actor) -> None:
    changes = event.new_edition.changes if event.new_edition else ()
    edition = EditionOf(
        previous=event.previous_edition,
        alias=event.alias,
        diary_number=event.diary_number,
        occasions=event.occasions,
        application_received=event.application_received,
        changes=changes,
        example=True,
    )
    opened = open_edition(workspace, edition, by).record
    workspace.do(opened.id, SetEvent(zones=event.zones, place=event.place), by)
    for fact, value in event.facts.items():
        if opened.event.facts.get(fact) != value:
            workspace.do(opened.id, SetFact(fact=fact, value=value), by)
    for area in event.areas:
        workspace.do(opened.id, TakeArea(area=area), by)


def _assessing(event: ExampleEvent) -> Iterator[Step]:
    for left in event.areas_left_out:
        operation: Operation = LeaveOutArea(area=left.area, because=left.because)
        yield on(left.on, Rank.QUESTION, left.by, does(event, operation))
    for contact in event.contact_log:
        noted = max(contact.on, event.opened.on)  # it is noted once there is a dossier
        yield on(noted, Rank.CONTACT, contact.by, does(event, NoteContact(contact=contact)))
    for own in event.own_questions:
        operation = AskOwnQuestion(question=own.id, area=own.area, ask=own.ask, secrecy=own.secrecy)
        yield on(own.on, Rank.QUESTION, own.by, does(event, operation))
        answer = GiveAnswer(question=own.id, value=own.answer, comment=own.comment)
        yield on(own.on, Rank.ANSWER, own.by, does(event, answer))
    for given in event.answers:
        for note in given.earlier:
            operation = GiveAnswer(question=given.question, value=None, comment=note.comment)
            yield on(note.on, Rank.NOTE, note.by, does(event, operation))
        operation = GiveAnswer(question=given.question, value=given.answer, comment=given.comment)
        yield on(given.on, Rank.ANSWER, given.by, does(event, operation))
    for one in event.lesson_answers:
        operation = ReplyToLesson(lesson=one.lesson, answer=one.answer, how=one.how or one.because)
        yield on(one.on, Rank.LESSON_REPLY, one.by, does(event, operation))
    silent = event.silent_answers
    if silent:
        yield on(silent.on, Rank.SILENT, silent.by, partial(_answer_the_rest, event, silent))


def _answer_the_rest(event: ExampleEvent, silent: Silent, workspace: Workspace, by: Actor) -> None:
    """Answer every other question that is shown; an answer may show more, so look again."""
    values = {one.question: one.answer for one in silent.values}
    reasons = {one.question: one.because for one in silent.not_relevant}
    spoken = {one.question for one in event.answers}
    while operations := list(_left(workspace, event, values, reasons, spoken)):
        for operation in operations:
            workspace.do(event.alias, operation, by)


def _left(
    workspace: Workspace,
    event: ExampleEvent,
    values: Mapping[str, Value],
    reasons: Mapping[str, str],
    spoken: set[str],
) -> Iterator[Operation]:
    dossier = workspace.dossier(event.alias).record
    reading = workspace.read(dossier)
    shown = {one.id: one for questions in reading.asked.values() for one in questions}
    elsewhere = {key for key in [*values, *reasons] if key.split(".", 1)[0] in reading.not_installed}
    for question in [*shown, *sorted(elsewhere)]:
        if question in spoken or dossier.assessment.is_answered(question):
            continue
        if question in reasons:
            yield GiveAnswer(question=question, value=NOT_RELEVANT, comment=reasons[question])
        elif question in values:
            yield GiveAnswer(question=question, value=values[question])
        elif shown[question].answer == "yes-no":
            yield GiveAnswer(question=question, value=YES)
