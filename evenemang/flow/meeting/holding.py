"""Holding a meeting: who came, what it says of each point, what it decides, and how it ends."""

from __future__ import annotations

from datetime import date
from typing import cast

from evenemang.domain.actor import Actor, Name, stamp
from evenemang.domain.errors import Refused
from evenemang.domain.lesson import Lesson
from evenemang.domain.meeting import Item, Meeting, Outcome, Shared
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text
from evenemang.flow.learning import approve_lesson, decline_lesson
from evenemang.flow.meeting.agenda import agenda, renewed
from evenemang.flow.meeting.gathering import gathered
from evenemang.flow.meeting.planning import IS_CANCELLED, change, require_open
from evenemang.flow.planning import AddAction
from evenemang.flow.workspace import Workspace

NOT_BEGUN = Text(
    sv="Mötet har inte börjat. Starta det först.", en="The meeting has not begun. Begin it first."
)
NOT_ENDED = Text(sv="Mötet pågår redan.", en="The meeting is going on already.")
WITHOUT_EVENT = Text(
    sv="En åtgärd hör till ett ärende. Välj vilket evenemang den gäller, eller ta bort ansvarig och datum.",
    en="An action belongs to a dossier. Choose which event it is about, or take away the owner and the date.",
)
WHO_AND_WHEN = Text(
    sv="En beslutad åtgärd behöver både ansvarig och datum. Fyll i det som saknas, eller ta bort det andra.",
    en="A decided action needs both an owner and a date. Fill in what is missing, or take the other away.",
)


class Decided(Frozen):
    """Something the meeting decides; with an owner and a date it is an action in the event's dossier."""

    what: Required
    event: Id | None = None
    point: Id | None = None
    risk: Id | None = None  # that the action treats
    owner: Name | None = None
    due: date | None = None
    secrecy: Shared = "open"

    @property
    def is_action(self) -> bool:
        """Whether somebody is to do something."""
        return self.owner is not None or self.due is not None

    def hold(self) -> None:
        """Hold an action to what it needs.

        Raises:
            Refused: If it has no event, no owner or no date.
        """
        if self.is_action and self.event is None:
            raise Refused("an action without a dossier", why=WITHOUT_EVENT)
        if self.is_action and (self.owner is None or self.due is None):
            raise Refused("an action without owner or date", why=WHO_AND_WHEN)


def begin_meeting(workspace: Workspace, handle: str, present: tuple[str, ...], by: Actor) -> Meeting:
    """Begin a meeting with those who are there; its agenda is worked out anew, as things are now."""

    def begun(meeting: Meeting) -> Meeting:
        require_open(meeting)
        there = Meeting.model_validate({**dict(meeting), "present": tuple(dict.fromkeys(present))})
        if meeting.begun:
            return there
        anew = renewed(there, agenda(gathered(workspace, meeting)))
        return anew.model_copy(update={"begun": stamp(by, workspace.now())})

    return change(workspace, handle, begun, by, "begin-meeting")


def answer_point(
    workspace: Workspace, handle: str, point_id: str, answer: Outcome | None, by: Actor
) -> Meeting:
    """Say yes, partly or no to a point; a yes to a lesson approves it, a no with a note declines it.

    Raises:
        NotFound: If there is no such point.
        Refused: If the meeting does not go on.
    """
    meeting = running(workspace, handle)
    point = meeting.point(point_id)
    if point.kind == "lessons" and point.record and answer == "yes":
        approve_lesson(workspace, point.record, meeting.id, by)
    return _declining(
        workspace, _with_point(workspace, handle, point_id, {"outcome": answer}, by), point_id, by
    )


def note_at_point(workspace: Workspace, handle: str, point_id: str, note: PersonText, by: Actor) -> Meeting:
    """Write what the meeting says of a point; of a lesson that got a no it is why it is declined.

    Raises:
        NotFound: If there is no such point.
        Refused: If the meeting does not go on.
    """
    running(workspace, handle)
    return _declining(workspace, _with_point(workspace, handle, point_id, {"note": note}, by), point_id, by)


def _declining(workspace: Workspace, meeting: Meeting, point_id: str, by: Actor) -> Meeting:
    """Decline the lesson of a point once both the no and the reason are there; without a reason it waits."""
    point = meeting.point(point_id)
    if point.kind != "lessons" or not point.record or point.outcome != "no" or not point.note.strip():
        return meeting
    lesson = cast(Lesson, workspace.store.load("lesson", point.record).record)
    if lesson.state == "proposed":
        decline_lesson(workspace, lesson.id, point.note, meeting.id, by)
    return meeting


def decide_at(workspace: Workspace, handle: str, decided: Decided, by: Actor) -> Meeting:
    """Write down what the meeting decides; an action lands in the plan of the event's dossier, decided.

    Raises:
        NotAllowed: If who acts may not, here or in the dossier.
        Refused: If the meeting does not go on, or an action lacks dossier, owner or date.
    """
    decided.hold()
    workspace.require(by, "decide-at-meeting")
    meeting = running(workspace, handle)
    point = meeting.point(decided.point) if decided.point else None
    action = _action(workspace, decided, by) if decided.is_action else None
    item = Item(
        kind="action" if action else point.kind if point else "group",
        what=decided.what,
        event=decided.event,
        record=action,
        secrecy=decided.secrecy,
        point=decided.point,
        owner=decided.owner,
        due=decided.due,
    )
    return change(workspace, handle, lambda one: one.with_decision(item), by, "decide-at-meeting")


def end_meeting(workspace: Workspace, handle: str, by: Actor) -> Meeting:
    """End a meeting: whoever was called and did not come is noted as absent.

    Raises:
        Refused: If it does not go on.
    """

    def ended(meeting: Meeting) -> Meeting:
        require_running(meeting)
        absent = tuple(one for one in meeting.called if one not in meeting.present)
        return meeting.model_copy(update={"absent": absent, "ended": stamp(by, workspace.now())})

    return change(workspace, handle, ended, by, "end-meeting")


def reopen_meeting(workspace: Workspace, handle: str, by: Actor) -> Meeting:
    """Open a meeting again that has ended, to mend what was written.

    Raises:
        Refused: If it has not ended, or is cancelled.
    """

    def opened(meeting: Meeting) -> Meeting:
        if meeting.cancelled:
            raise Refused("the meeting is cancelled", why=IS_CANCELLED)
        if not meeting.ended:
            raise Refused("the meeting has not ended", why=NOT_ENDED)
        return meeting.model_copy(update={"ended": None, "absent": ()})

    return change(workspace, handle, opened, by, "reopen-meeting")


def running(workspace: Workspace, handle: str) -> Meeting:
    """Return a meeting that goes on.

    Raises:
        NotFound: If there is none.
        Refused: If it has not begun, or is over.
    """
    found = meeting_of(workspace, handle)
    require_running(found)
    return found


def meeting_of(workspace: Workspace, handle: str) -> Meeting:
    """Return a meeting by id or the beginning of one.

    Raises:
        NotFound: If nothing answers to it.
        Ambiguous: If several do.
    """
    store = workspace.store
    return cast(Meeting, store.load("meeting", store.identify("meeting", handle)).record)


def require_running(meeting: Meeting) -> None:
    """Go on only with a meeting that goes on.

    Raises:
        Refused: If it has not begun, is over or cancelled.
    """
    require_open(meeting)
    if not meeting.begun:
        raise Refused("the meeting has not begun", why=NOT_BEGUN)


def _with_point(
    workspace: Workspace, handle: str, point_id: str, said: dict[str, object], by: Actor
) -> Meeting:
    def changed(meeting: Meeting) -> Meeting:
        require_running(meeting)
        point = meeting.point(point_id)
        after = Item.model_validate({**dict(point), **said})
        rows = tuple(after if one.id == point.id else one for one in meeting.agenda)
        return meeting.model_copy(update={"agenda": rows})

    return change(workspace, handle, changed, by, "note-at-meeting")


def _action(workspace: Workspace, decided: Decided, by: Actor) -> str:
    """Put the action in the plan of the dossier, and return its id there."""
    assert decided.event
    add = AddAction(
        do=decided.what,
        risk=decided.risk,
        owner=decided.owner,
        due=decided.due,
        secrecy=decided.secrecy,
        decided=True,
    )
    return workspace.do(decided.event, add, by).record.actions[-1].id
