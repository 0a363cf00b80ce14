"""What is written of a meeting: agenda, minutes and invitation, each as a file with a name of its own."""

from __future__ import annotations

from typing import Literal

from evenemang.domain.meeting import Meeting
from evenemang.domain.text import Language, Text
from evenemang.flow.meeting.invitation import invitation
from evenemang.flow.meeting.paper import Which, meeting_paper
from evenemang.flow.meeting.words import AGENDA, MINUTES
from evenemang.flow.workspace import Workspace

Kind = Literal["pdf", "docx"]
TITLES: dict[Which, Text] = {"agenda": AGENDA, "minutes": MINUTES}
INVITATION = Text(sv="Kallelse", en="Invitation")
OPEN = Text(sv="öppen", en="open")


class MeetingFiles:
    """Writes of the meetings of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        """Write of the meetings in `workspace`."""
        self._workspace = workspace

    def paper(self, handle: str, which: Which, language: Language, kind: Kind, *, public: bool) -> bytes:
        """Return the agenda or the minutes as PDF or Word; with `public` only what is open.

        Raises:
            NotFound: If nothing answers to the handle.
            Refused: If the meeting is cancelled, or there are no minutes yet.
        """
        letter = meeting_paper(self._workspace, handle, which, language, public=public)
        if kind == "docx":
            from evenemang.outreach.letters.word import write_word

            return write_word(letter)
        from evenemang.outreach.forms.letters import write_letter

        return write_letter(letter)

    def paper_name(
        self, meeting: Meeting, which: Which, language: Language, kind: Kind, *, public: bool
    ) -> str:
        """Return what that file is called, before it is made: `Minnesanteckningar 2027-03-09, öppen.docx`."""
        part = f", {OPEN.say(language)}" if public else ""
        return f"{TITLES[which].say(language)} {meeting.on}{part}.{kind}"

    def invitation(self, handle: str, language: Language) -> bytes:
        """Return the invitation as a calendar file.

        Raises:
            NotFound: If nothing answers to the handle.
        """
        from evenemang.outreach.calendars.writing import write_invitation

        return write_invitation(invitation(self._workspace, handle, language))

    def invitation_name(self, meeting: Meeting, language: Language) -> str:
        """Return what that file is called, before it is made."""
        return f"{INVITATION.say(language)} {meeting.on}.ics"
