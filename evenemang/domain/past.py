"""What a list of past events tells of one of them: kept as told, never assessed here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from evenemang.domain.evaluation import Count
from evenemang.domain.text import Frozen, Id, PersonText, Required

NoteAbout = Literal["happened", "lesson", "decision", "other"]


class ListNote(Frozen):
    """A cell of the list that has no field of its own, under the list's own heading."""

    about: NoteAbout
    heading: Required
    text: Required


class FromList(Frozen):
    """Where in which list a past event stands, and what the list alone knows of it.

    A dossier with this is no work of the group's: nothing is asked, late or missing in it. What the list
    does not say is not known, which is neither no nor 0.
    """

    file: Required
    sheet: PersonText = ""
    row: Annotated[int, Field(ge=1)]
    fingerprint: Id  # of what the row says; the same row is never brought in twice
    visitors: Count | None = None  # counted visits over all days, as the list says
    notes: tuple[ListNote, ...] = ()
