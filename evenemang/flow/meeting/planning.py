"""Planning a meeting: when, where, who is called, and what is on its agenda."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, cast

from evenemang.domain.actor import Actor, Name, stamp
from evenemang.domain.errors import Refused
from evenemang.domain.meeting import Item, ItemKind, Meeting, Shared
from evenemang.domain.place import ClockTime
from evenemang.domain.text import Frozen, Id, PersonText, Required, Text
from evenemang.flow.meeting.agenda import agenda, in_order, renewed
from evenemang.flow.meeting.gathering import gathered
from evenemang.flow.recording import functions
from evenemang.flow.storing import Record
from evenemang.flow.workspace import Workspace

IS_OVER = Text(
    sv="Mötet är avslutat. Öppna det igen om något ska ändras.",
    en="The meeting has ended. Open it again if something is to be changed.",
)
IS_CANCELLED = Text(
    sv="Mötet är inställt. Planera ett nytt i stället.",
    en="The meeting is cancelled. Plan another one instead.",
)
HAS_BEGUN = Text(
    sv="Mötet har redan börjat. Avsluta det i stället för att ställa in det.",
    en="The meeting has begun already. End it instead of cancelling it.",
)
ENDS_FIRST = Text(
    sv="Mötet slutar {ends}, men börjar {starts}. Ändra en av tiderna.",
    en="The meeting ends at {ends}, but starts at {starts}. Change one of the times.",
)
NO_START = Text(
    sv="Säg när mötet börjar också, inte bara när det slutar.",
    en="Say when the meeting starts too, not only when it ends.",
)

CALLED: tuple[str, ...] = ("convener", "member")  # whose posts are called to a regular meeting


class Plan(Frozen):
    """When and where a meeting is, and who is called."""

    on: date
    starts: ClockTime | None = None
    ends: ClockTime | None = None
    where: PersonText = ""
    kind: Literal["regular", "extra"] = "regular"
    form: Literal["in-person", "remote"] = "in-person"
    called: tuple[Name, ...] = ()

    def hold(self) -> None:
        """Hold the times to each other.

        Raises:
            Refused: If it ends before it starts, or has an end alone.
        """
        if self.ends and not self.starts:
            raise Refused("an end alone", why=NO_START)
        if self.starts and self.ends and self.ends <= self.starts:
            told = {"starts": self.starts, "ends": self.ends}
            why = Text(sv=ENDS_FIRST.sv.format(**told), en=ENDS_FIRST.en.format(**told))
            raise Refused("ends before it starts", why=why)


class OwnPoint(Frozen):
    """A point that somebody puts on the agenda."""

    what: Required
    kind: ItemKind = "group"
    event: Id | None = None
    secrecy: Shared = "open"


def usually_called(workspace: Workspace) -> tuple[str, ...]:
    """Return the posts that belong to the group and are in use."""
    found = functions(workspace).values()
    return tuple(one.id for one in found if one.part in CALLED and not one.retired)


def plan_meeting(workspace: Workspace, plan: Plan, by: Actor) -> Meeting:
    """Plan a meeting, with the agenda that what has changed gives.

    Raises:
        NotAllowed: If who acts may not.
        Refused: If the times do not fit each other.
    """
    plan.hold()
    workspace.require(by, "plan-meeting")
    bare = Meeting(id=workspace.new_id("meeting"), planned=stamp(by, workspace.now()), **dict(plan))
    meeting = renewed(bare, agenda(gathered(workspace, bare)))
    workspace.keep("meeting", meeting, by, "plan-meeting")
    return meeting


def change_meeting(workspace: Workspace, handle: str, plan: Plan, by: Actor) -> Meeting:
    """Change when, where or with whom; what was changed for those called raises the invitation's number.

    Raises:
        Refused: If it is over or cancelled, or the times do not fit each other.
    """
    plan.hold()

    def changed(meeting: Meeting) -> Meeting:
        require_open(meeting)
        after = Meeting.model_validate({**dict(meeting), **dict(plan)})
        if _invitation(after) == _invitation(meeting):
            return after
        return after.model_copy(update={"sequence": meeting.sequence + 1})

    return change(workspace, handle, changed, by, "change-meeting")


def cancel_meeting(workspace: Workspace, handle: str, by: Actor) -> Meeting:
    """Cancel a meeting that has not begun.

    Raises:
        Refused: If it has begun, is over or cancelled already.
    """

    def cancelled(meeting: Meeting) -> Meeting:
        require_open(meeting)
        if meeting.begun:
            raise Refused("cancel after the beginning", why=HAS_BEGUN)
        given = stamp(by, workspace.now())
        return meeting.model_copy(update={"cancelled": given, "sequence": meeting.sequence + 1})

    return change(workspace, handle, cancelled, by, "cancel-meeting")


def renew_agenda(workspace: Workspace, handle: str, by: Actor) -> Meeting:
    """Work the agenda out anew; what somebody wrote on it, and what has been said of a point, stays."""

    def anew(meeting: Meeting) -> Meeting:
        require_open(meeting)
        return renewed(meeting, agenda(gathered(workspace, meeting)))

    return change(workspace, handle, anew, by, "set-agenda")


def add_point(workspace: Workspace, handle: str, point: OwnPoint, by: Actor) -> Meeting:
    """Put a point of one's own on the agenda."""

    def added(meeting: Meeting) -> Meeting:
        require_open(meeting)
        return in_order(meeting.with_points([Item(**dict(point))]))

    return change(workspace, handle, added, by, "set-agenda")


def drop_point(workspace: Workspace, handle: str, point_id: str, by: Actor) -> Meeting:
    """Take a point off the agenda.

    Raises:
        NotFound: If there is no such point.
        Refused: If the meeting has said something of it, or is over.
    """

    def dropped(meeting: Meeting) -> Meeting:
        require_open(meeting)
        point = meeting.point(point_id)
        if meeting.is_spoken_of(point):
            raise Refused("a point with a word of the meeting", why=IS_TOUCHED)
        return meeting.model_copy(update={"agenda": tuple(one for one in meeting.agenda if one != point)})

    return change(workspace, handle, dropped, by, "set-agenda")


IS_TOUCHED = Text(
    sv="Mötet har redan sagt något om punkten. Ta bort svaret och anteckningen först.",
    en="The meeting has said something of this point. Take the answer and the note away first.",
)


def require_open(meeting: Meeting) -> None:
    """Go on only with a meeting that is neither over nor cancelled.

    Raises:
        Refused: If it is.
    """
    if meeting.cancelled:
        raise Refused("the meeting is cancelled", why=IS_CANCELLED)
    if meeting.ended:
        raise Refused("the meeting has ended", why=IS_OVER)


def change(
    workspace: Workspace, handle: str, how: Callable[[Meeting], Meeting], by: Actor, operation: str
) -> Meeting:
    """Change a meeting on its newest version."""
    workspace.require(by, operation)

    def changed(record: Record) -> Record:
        return how(cast(Meeting, record))

    return cast(Meeting, workspace.change("meeting", handle, changed, by, operation))


def _invitation(meeting: Meeting) -> tuple[object, ...]:
    return (meeting.on, meeting.starts, meeting.ends, meeting.where, meeting.form)
