"""The invitation to a meeting: when, where and about what, made from what is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

from evenemang.domain.event import LOCAL
from evenemang.domain.meeting import Item, Meeting
from evenemang.domain.text import Language, Text
from evenemang.flow.meeting import words
from evenemang.flow.meeting.agenda import by_section
from evenemang.flow.meeting.holding import meeting_of
from evenemang.flow.workspace import Workspace

OURS = UUID("6f0f3a0e-6a2c-4a39-9c53-3c3f0f7f2b51")  # names every invitation of ours, and never changes
USUAL = timedelta(hours=1)  # where nobody has said when it ends
LONGEST = 120  # characters of a point in a calendar
EXAMPLE = Text(sv="Exempel: påhittade uppgifter.", en="Example: the facts are invented.")


@dataclass(frozen=True)
class Invitation:
    """A meeting in a calendar. `sequence` goes up when it is moved or cancelled: calendars then follow."""

    uid: str
    sequence: int
    starts: datetime | date  # a day where no hour is said
    ends: datetime | date
    summary: str
    where: str
    about: str
    cancelled: bool
    written: datetime
    language: Language

    @property
    def first_day(self) -> date:
        """The day it is on."""
        return self.starts.date() if isinstance(self.starts, datetime) else self.starts


def invitation(workspace: Workspace, handle: str, language: Language) -> Invitation:
    """Return the invitation to a meeting, as it is now.

    Raises:
        NotFound: If nothing answers to the handle.
    """
    meeting = meeting_of(workspace, handle)
    starts, ends = _hours(meeting)
    is_example = meeting.id in workspace.store.examples("meeting")
    return Invitation(
        uid=str(uid_of(meeting)),
        sequence=meeting.sequence,
        starts=starts,
        ends=ends,
        summary=_summary(workspace, language),
        where=_where(meeting, language),
        about="\n".join(_about(meeting, language, is_example=is_example)),
        cancelled=meeting.cancelled is not None,
        written=workspace.now(),
        language=language,
    )


def uid_of(meeting: Meeting) -> UUID:
    """Return what the meeting is called in every calendar: the same however it is moved, and after a rebuild.

    An id of four characters may be another municipality's too; when it was planned is not.
    """
    planned = meeting.planned.at.astimezone(LOCAL).isoformat() if meeting.planned else "written"
    return uuid5(OURS, f"{meeting.id}/{planned}")


def _hours(meeting: Meeting) -> tuple[datetime, datetime] | tuple[date, date]:
    if meeting.starts is None:
        return meeting.on, meeting.on + timedelta(days=1)
    starts = datetime.combine(meeting.on, time.fromisoformat(meeting.starts), LOCAL)
    if meeting.ends is None:
        return starts, starts + USUAL
    return starts, datetime.combine(meeting.on, time.fromisoformat(meeting.ends), LOCAL)


def _summary(workspace: Workspace, language: Language) -> str:
    sender = workspace.content.settings.name
    return words.SUMMARY.say(language) + (f", {sender}" if sender else "")


def _where(meeting: Meeting, language: Language) -> str:
    if meeting.where.strip():
        return " ".join(meeting.where.split())
    return words.FORMS["remote"].say(language) if meeting.form == "remote" else ""


def _about(meeting: Meeting, language: Language, *, is_example: bool) -> Iterator[str]:
    """Yield the open points of the agenda, by section."""
    if is_example:
        yield EXAMPLE.say(language)
    told = [one for one in meeting.agenda if one.secrecy == "open"]
    for kind, items in by_section(told).items():
        yield f"{words.SECTION_TITLES[kind].say(language)}: {'; '.join(map(_short, items))}"
    left = len(meeting.agenda) - len(told)
    if left:
        yield words.CLOSED_POINTS.say(language).format(count=left)


def _short(item: Item) -> str:
    said = " ".join(item.what.split())
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
