"""What the pages are given: the workspace, and the edges they must not know by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from evenemang.domain.text import Language, Text

if TYPE_CHECKING:  # the door brings this in before the server listens, and the work only after
    from evenemang.domain.actor import Actor
    from evenemang.domain.checklist import Area
    from evenemang.domain.dossier import Dossier
    from evenemang.flow.admission import Admission
    from evenemang.flow.area_changes import Change
    from evenemang.flow.books import Returned
    from evenemang.flow.filing import Filing
    from evenemang.flow.letter.parts import Letter
    from evenemang.flow.past.headings import Sheet
    from evenemang.flow.past.taking_back import ReadIn, TakenBack
    from evenemang.flow.report.parts import Report
    from evenemang.flow.returning.looking import Looked
    from evenemang.flow.workspace import Workspace


@dataclass(frozen=True)
class House:
    """One data folder, opened. Made by bootstrap once per process, shared by all who work in it."""

    workspace: Workspace
    data: Path
    files: Filing  # what attachments are brought to and fetched from
    charts: Any  # the module evenemang.charts: functions from plain rows to plotly figures
    durations: Any  # the module evenemang.durations: how long things take while some are not done
    numbers_book: Callable[..., bytes]  # a chart's title, notes, heading and rows as an Excel file
    workbook: Callable[..., tuple[str, bytes]]  # dossier → file name, content; all but secret, or only that
    organisers_copy: Callable[[str, Language], tuple[str, bytes]]  # dossier → the same, for the organiser
    copy_name: Callable[[Dossier, Language], str]  # what that file is called, before it is made
    workbook_file: Callable[[str], Path | None]  # dossier → its file in the folder, where written
    blank_form: Callable[..., bytes]  # a dossier's questions or rounds as PDF, to fill in by hand
    paper: Callable[..., bytes]  # a dossier as PDF: for the binder, or with `public` what all may see
    paper_name: Callable[..., str]  # what that file is called, before it is made
    letter: Callable[..., Letter]  # a dossier's answer to the police, to be read
    letter_file: Callable[..., bytes]  # the same as PDF or Word
    letter_name: Callable[..., str]  # what that file is called, before it is made
    day_sheet: Callable[..., bytes]  # dossier → what must be known on the day, on one A4
    incident_sheet: Callable[..., bytes]  # dossier → a blank sheet for incidents, as PDF
    code: Callable[[str], str]  # an address → its QR code as SVG
    report_file: Callable[[Report, Any], bytes]  # a year as the board reads it, as a file of a kind
    report_name: Callable[..., str]  # what that file is called, before it is made
    read_list: Callable[[bytes, str], tuple[Sheet, ...]]  # a list from outside, by content and name
    take_list_back: Callable[[ReadIn, Actor], TakenBack]  # a list that was read in, with its workbooks
    look_at_returned: Callable[[bytes, str], Looked]  # a workbook that came back, by content and name
    arms_of: Callable[
        [bytes, str], str
    ]  # a picture from outside, by content and name, as a small PNG in base64
    settle: Callable[[Returned, str, Actor], Returned]  # a workbook set aside that somebody is done with
    settle_taken: Callable[..., Returned | None]  # the same for one looked at, where all of it is taken in
    changed: Callable[[], None]  # wakes the outbox after a change
    example_as_of: date | None  # the example year's today, while it is here
    remove_example: Callable[[Actor | None], int]
    changes: Callable[[Area, Area], tuple[Change, ...]]  # what a newer version of an area changes, in words
    area_book: Any = None  # an area as a workbook to write in: (area, language) → bytes
    meetings: Any = None  # gives what writes of meetings: agenda, minutes, invitation
    retaining: Any = None  # what is removed by rule: preview(by), run(by), backups()
    trouble: Callable[[], Text | None] = lambda: None  # what whoever runs the system should see to
    wrong: Callable[[], tuple[str, ...]] = tuple  # what stops the work just now, by name
    admission: Admission | None = None  # lets in who has signed in; None: one person's own machine

    def may(self, actor: Actor | None, verb: str) -> bool:
        """Whether to show the way to a verb; who has not said who they are is told so when they try."""
        return actor is None or self.workspace.access.may(actor, verb)

    def seen_by(self, actor: Actor | None) -> House:
        """Return the house as somebody sees it: to a guest, only the rooms of their own dossiers are open."""
        theirs = self.workspace.seen_by(actor)
        if theirs is self.workspace:
            return self

        def theirs_first(made: Callable[..., Any]) -> Callable[..., Any]:
            def make(handle: str, *rest: Any, **more: Any) -> Any:
                return made(theirs.dossier(handle).record.id, *rest, **more)

            return make

        def look(content: bytes, name: str) -> Looked:
            found = self.look_at_returned(content, name)
            theirs.dossier(found.dossier)  # a file may be of any dossier
            return found

        return replace(
            self,
            workspace=theirs,
            workbook=theirs_first(self.workbook),
            organisers_copy=theirs_first(self.organisers_copy),
            workbook_file=theirs_first(self.workbook_file),
            blank_form=theirs_first(self.blank_form),
            paper=theirs_first(self.paper),
            letter=theirs_first(self.letter),
            letter_file=theirs_first(self.letter_file),
            day_sheet=theirs_first(self.day_sheet),
            incident_sheet=theirs_first(self.incident_sheet),
            look_at_returned=look,
            meetings=None,  # no guest's
        )


_OPENED: list[House] = []
_OPENERS: list[Callable[[], House]] = []
_LATER: list[Callable[[], None]] = []
_DOOR = Lock()


def install(house: House) -> None:
    """Give the pages their house; the last one counts."""
    _OPENED[:] = [house]


def open_with(opener: Callable[[], House]) -> None:
    """Say how the house is opened when the first page asks for it."""
    _OPENERS[:] = [opener]


def after_first_page(work: Callable[[], None]) -> None:
    """Say what is done once the first page has been shown: it must not wait for it."""
    _LATER[:] = [work]


def shown() -> None:
    """Say that a page has been shown."""
    while _LATER:
        _LATER.pop()()


def opened() -> House | None:
    """Return the house where it has been opened; nobody waits."""
    return _OPENED[0] if _OPENED else None


def current() -> House:
    """Return the house of this process, opening it the first time.

    Raises:
        EvenemangError: If the data folder or the content cannot be used.
    """
    with _DOOR:
        return _OPENED[0] if _OPENED else _OPENERS[0]()
