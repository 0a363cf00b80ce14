"""Learning: noting a lesson, approving it, and answering it at the next event."""

from __future__ import annotations

from evenemang.domain.actor import Actor
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound
from evenemang.domain.lesson import Concerns, Lesson, LessonReply, reply
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text
from evenemang.flow.journal import Json
from evenemang.flow.meanwhile import Seen
from evenemang.flow.operation import Operation, Scene
from evenemang.flow.storing import Record
from evenemang.flow.workspace import Workspace

APPROVAL = Text(sv="lärdomens godkännande", en="the approval of the lesson")
NOT_APPROVED = Text(sv="inte godkänd", en="not approved")


class ReplyToLesson(Operation):
    """Answer a lesson: taken in (how), declined (why), or no longer so (why)."""

    lesson: Id
    answer: LessonReply
    how: PersonText

    @property
    def subject(self) -> str:
        """Where the answer stands."""
        return f"lesson_answers/{self.lesson}"

    @property
    def wanted(self) -> str:
        """The answer."""
        return self.answer

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with the answer.

        Raises:
            NotFound: If no such lesson concerns this event.
            ReasonMissing: If it does not say how, or why not.
        """
        lesson = next((one for one in scene.lessons if self.lesson in (one.id, one.alias)), None)
        if lesson is None:
            raise NotFound("no such lesson", what=self.lesson)
        answered = reply(lesson, self.answer, self.how, scene.stamp)
        others = tuple(one for one in dossier.lesson_answers if one.lesson != lesson.id)
        return dossier.model_copy(update={"lesson_answers": (*others, answered)})


class NewLesson(Frozen):
    """What was learned at an event, and what it concerns."""

    text: Required
    from_event: Id
    from_incident: Id | None = None
    concerns: Concerns
    alias: Id | None = None


def note_lesson(workspace: Workspace, new: NewLesson, by: Actor) -> Lesson:
    """Keep a lesson; it asks for an answer once the group has approved it."""
    dossier = workspace.dossier(new.from_event).record
    incident = dossier.incident(new.from_incident).id if new.from_incident else None
    said = {**dict(new), "from_event": dossier.id, "from_incident": incident}
    lesson = Lesson(id=workspace.new_id("lesson"), noted=workspace.scene(by, dossier).stamp, **said)
    workspace.keep("lesson", lesson, by, "note-lesson")
    workspace.store.restale("dossier", dossier.id)
    return lesson


def approve_lesson(
    workspace: Workspace, handle: str, meeting: str | None, by: Actor, seen: Lesson | None = None
) -> Lesson:
    """Approve a lesson: from now on every event it concerns must answer it. `seen` is as the person saw it.

    Raises:
        ChangedMeanwhile: If somebody has approved it since.
    """
    approved = {"by": by.name, "at": workspace.clock.now()}

    def with_approval(record: Record) -> Record:
        return Lesson.model_validate({**dict(record), "approved": approved, "approved_at": meeting})

    looked = _approval_seen(seen, by, meeting) if seen else None
    done = workspace.change("lesson", handle, with_approval, by, seen=looked, operation="approve-lesson")
    changed = Lesson.model_validate(done)
    workspace.store.restale("dossier", changed.from_event)
    return changed


def _approval_seen(lesson: Lesson, by: Actor, meeting: str | None) -> Seen:
    seen = _approval(lesson.model_dump(mode="json", exclude_defaults=True))
    return Seen(seen, _approval, _approval_said, APPROVAL, _approved(by.name, meeting))


def _approval(body: Json) -> Json:
    return [body["approved"], body.get("approved_at")] if body.get("approved") else None


def _approval_said(found: Json) -> Text:
    return _approved(found[0]["by"], found[1]) if found else NOT_APPROVED


def _approved(by: str, meeting: str | None) -> Text:
    sv, en = (f", vid mötet {meeting}", f", at the meeting {meeting}") if meeting else ("", "")
    return Text(sv=f"godkänd av {by}{sv}", en=f"approved by {by}{en}")
