"""Learning: proposing a lesson, approving or declining it, and answering it at the next event."""

from __future__ import annotations

from evenemang.domain.actor import Actor, Stamp
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, ReasonMissing
from evenemang.domain.lesson import Concerns, Declined, Lesson, LessonReply, reply
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
    drawn_from: Id | None = None
    concerns: Concerns
    alias: Id | None = None


def note_lesson(workspace: Workspace, new: NewLesson, by: Actor) -> Lesson:
    """Keep a lesson as a proposal; it asks for an answer once the group has approved it."""
    return _keep_new(workspace, new, by, "note-lesson")


def decline_at_once(workspace: Workspace, new: NewLesson, because: str, by: Actor) -> Lesson:
    """Keep that something a rule drew is no lesson, and why: it is not proposed again.

    Raises:
        ReasonMissing: If it does not say why.
    """
    _require_reason(because)
    return _keep_new(workspace, new, by, "decline-lesson", because)


def _keep_new(workspace: Workspace, new: NewLesson, by: Actor, operation: str, because: str = "") -> Lesson:
    dossier = workspace.dossier(new.from_event).record
    incident = dossier.incident(new.from_incident).id if new.from_incident else None
    said = {**dict(new), "from_event": dossier.id, "from_incident": incident}
    given = workspace.scene(by, dossier).stamp
    declined = Declined(because=because, given=given) if because else None
    lesson = Lesson(id=workspace.new_id("lesson"), noted=given, declined=declined, **said)
    workspace.keep("lesson", lesson, by, operation)
    workspace.store.restale("dossier", dossier.id)
    return lesson


def approve_lesson(
    workspace: Workspace, handle: str, meeting: str | None, by: Actor, seen: Lesson | None = None
) -> Lesson:
    """Approve a lesson: from now on every event it concerns must answer it. `seen` is as the person saw it.

    Raises:
        ChangedMeanwhile: If somebody has approved or declined it since.
    """
    approved = Stamp(by=by.name, at=workspace.clock.now())

    def with_approval(record: Record) -> Record:
        said = {"approved": approved, "approved_at": meeting, "declined": None}
        return Lesson.model_validate({**dict(record), **said})

    looked = _ruling_seen(seen, _approved(by.name, meeting)) if seen else None
    done = workspace.change("lesson", handle, with_approval, by, seen=looked, operation="approve-lesson")
    return _ruled(workspace, done)


def decline_lesson(  # noqa: PLR0917  # as an approval, with why
    workspace: Workspace,
    handle: str,
    because: str,
    meeting: str | None,
    by: Actor,
    seen: Lesson | None = None,
) -> Lesson:
    """Decline a lesson, with the reason: it comes back nowhere, and stays in the register.

    Raises:
        ReasonMissing: If it does not say why.
        ChangedMeanwhile: If somebody has approved or declined it since it was `seen`.
    """
    _require_reason(because)
    given = Stamp(by=by.name, at=workspace.clock.now())
    declined = Declined(because=because, given=given, meeting=meeting)

    def without_approval(record: Record) -> Record:
        said = {"approved": None, "approved_at": None, "declined": declined}
        return Lesson.model_validate({**dict(record), **said})

    looked = _ruling_seen(seen, _declined(by.name, because)) if seen else None
    done = workspace.change("lesson", handle, without_approval, by, seen=looked, operation="decline-lesson")
    return _ruled(workspace, done)


def _require_reason(because: str) -> None:
    if not because.strip():
        raise ReasonMissing("decline", deed=Text(sv="att avslå en lärdom", en="declining a lesson"))


def _ruled(workspace: Workspace, done: Record) -> Lesson:
    changed = Lesson.model_validate(done)
    workspace.store.restale("dossier", changed.from_event)
    return changed


def _ruling_seen(lesson: Lesson, wanted: Text) -> Seen:
    seen = _ruling(lesson.model_dump(mode="json", exclude_defaults=True))
    return Seen(seen, _ruling, _ruling_said, APPROVAL, wanted)


def _ruling(body: Json) -> Json:
    """Return what the group has said of a lesson: approved by whom and where, or declined by whom and why."""
    if body.get("approved"):
        return ["approved", body["approved"], body.get("approved_at")]
    return ["declined", body["declined"]] if body.get("declined") else None


def _ruling_said(found: Json) -> Text:
    if not found:
        return NOT_APPROVED
    if found[0] == "declined":
        return _declined(found[1]["given"]["by"], found[1]["because"])
    return _approved(found[1]["by"], found[2])


def _approved(by: str, meeting: str | None) -> Text:
    sv, en = (f", vid mötet {meeting}", f", at the meeting {meeting}") if meeting else ("", "")
    return Text(sv=f"godkänd av {by}{sv}", en=f"approved by {by}{en}")


def _declined(by: str, because: str) -> Text:
    return Text(sv=f"avslagen av {by}: {because}", en=f"declined by {by}: {because}")
