"""What a look at a returned workbook gives: plain rows, with all that a page or a list shows of them."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from evenemang.domain.text import Frozen, Language, Text
from evenemang.flow.journal import Json

Part = Literal["open", "secret", "organiser"]

Outcome = Literal["theirs", "conflict", "unknown"]
"""Changed by them alone; by them and here, differently; or by them, while nobody can tell what was sent."""

Kind = Literal["not-understood", "program-only", "elsewhere", "lost", "removed"]
"""Why a cell is told of and not taken: not understood; only the program writes it; it is changed in the app
and not by a file; what it is about is gone here; or its row is not in the file, which removes nothing."""


class Where(Frozen):
    """A cell in the file."""

    sheet: str
    cell: str

    def __str__(self) -> str:
        """Return the cell as a person finds it: Risker!B5; the sheet alone where there is none."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


class Difference(Frozen):
    """One field that the file says otherwise than it did when it was sent, or one row that somebody added.

    What is shown stands in the file's own language, as in its cells; None where a cell is empty.
    """

    key: str  # the same at every look: actions/A3/owner; of a row that was added, by what it says
    path: str  # the record: actions/A3; actions/+… of a row that was added
    field: str  # within the record; empty where it is a row that was added
    where: Where
    about: str  # which record: A3 Öppna en tredje utgång
    heading: str  # which field: Ansvarig
    sent: str | None
    returned: str | None
    stored: str | None
    outcome: Outcome
    value: Json  # what the file says, as the record would hold it
    stored_value: Json  # what stands there now: changed since the look, it is not written over
    note: Text | None = None  # what accepting it also means

    @property
    def is_new(self) -> bool:
        """Whether it is a row that somebody added."""
        return "/+" in self.path


class Remark(Frozen):
    """A cell that is told of and not taken, and why."""

    kind: Kind
    where: Where
    says: Text


class TakenBefore(Frozen):
    """That the very same file was taken in: who did it and when, from whom it came, and how many cells."""

    by: str
    at: AwareDatetime
    sender: str
    changes: int


BEFORE = Text(
    sv="Just den här filen togs in {when} av {by}. Ändringar då: {count}. Här är bara det som ännu skiljer.",
    en="This very file was taken in {when} by {by}. Changes then: {count}. Here is only what still differs.",
)


class Looked(Frozen):
    """A returned workbook compared three ways: as sent, as returned, and as stored at `version`."""

    file: str
    dossier: str
    name: str
    part: Part
    language: Language
    sent_version: int
    version: int
    differences: tuple[Difference, ...] = ()
    remarks: tuple[Remark, ...] = ()
    checksum: str = ""  # of the file's bytes
    numbers: dict[str, int] = Field(default_factory=dict)  # given to records so far, by letter
    before: tuple[TakenBefore, ...] = ()
    same: tuple[str, ...] = ()  # keys of what was changed in the file to what stands here already

    @property
    def not_understood(self) -> tuple[Remark, ...]:
        """The cells that somebody must write anew."""
        return tuple(one for one in self.remarks if one.kind == "not-understood")

    @property
    def conflicts(self) -> tuple[Difference, ...]:
        """What was changed both in the file and here."""
        return tuple(one for one in self.differences if one.outcome == "conflict")
