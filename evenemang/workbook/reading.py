"""A workbook of ours read back: the dossier, its journal and its lessons, from the cells alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError
from python_calamine import CalamineError

from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import FileUnfit
from evenemang.domain.lesson import Lesson
from evenemang.domain.text import Language, Text
from evenemang.flow.joining import Among
from evenemang.flow.journal import JournalEntry
from evenemang.workbook.assembling import Grids, among_of, dossier_of, journal_of, records
from evenemang.workbook.grids import Grid, grids
from evenemang.workbook.own_grids import own_grids
from evenemang.workbook.records import form_values
from evenemang.workbook.refusals import refuse_newer
from evenemang.workbook.registers.reading import RegisterBack, is_register, register_back
from evenemang.workbook.unzipping import checked

NOT_OURS = Text(
    sv="den är inte ett ärendes arbetsbok. Välj en fil ur mappen workbooks.",
    en="it is not a dossier's workbook. Choose a file from the folder workbooks.",
)
NOT_A_REGISTER = Text(
    sv="den är inte registrets arbetsbok, utan en annan av våra.",
    en="it is not the register's workbook, but another of ours.",
)
DOES_NOT_FIT = Text(
    sv="något i den går inte att tolka. Inget har ändrats. Ta den senaste ur mappen workbooks.",
    en="something in it cannot be understood. Nothing has changed. Take the latest in the folder workbooks.",
)
UNFIT = (
    ValidationError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)


@dataclass(frozen=True)
class ReadBack:
    """What a workbook says: the dossier at one version, its journal, and what was learned there."""

    dossier: Dossier
    version: int
    language: Language
    secret: bool
    journal: tuple[JournalEntry, ...]
    lessons: tuple[Lesson, ...]
    grids: dict[str, Grid]
    among: Among = field(default_factory=dict)  # of a secret part: where its rows stand in the whole's lists


def read(source: Path | bytes) -> ReadBack:
    """Return what a workbook of a dossier says.

    Raises:
        FileUnfit: If it is no workbook, not one of ours, or does not make sense.
    """
    name = source.name if isinstance(source, Path) else "xlsx"
    content = source.read_bytes() if isinstance(source, Path) else source
    back = said_by(grids(content, name), name)
    if not isinstance(back, ReadBack):
        raise FileUnfit("a register", file=name, why=NOT_OURS)
    return back


def read_own(file: Path) -> ReadBack | RegisterBack:
    """Return what a workbook of our own folder says, of a dossier or a register: for reading many.

    Raises:
        FileUnfit: If it is no workbook, not one of ours, or does not make sense.
        OSError: If the file cannot be read.
    """
    content = file.read_bytes()
    try:
        found = own_grids(content, file.name)
    except (CalamineError, LookupError, ValueError):  # saved by a program that calamine does not know
        found = grids(content, file.name)
    return said_by(found, file.name)


def said_by(found: Grids, name: str) -> ReadBack | RegisterBack:
    """Return what the tables of a workbook say.

    Raises:
        FileUnfit: If they are not of a workbook of ours, or do not make sense.
    """
    if not {"dossier", "file"} <= found.keys() and not is_register(found):
        raise FileUnfit("no dossier table", file=name, why=NOT_OURS)
    try:
        refuse_newer(form_values(found["file"]), name)
        return register_back(found) if is_register(found) else _said(found)
    except UNFIT as unfit:
        raise FileUnfit("does not fit", file=name, why=DOES_NOT_FIT) from unfit


def identity(content: bytes) -> str | None:
    """Return the id of the dossier that a workbook says it is, whatever else it says, or None."""
    try:
        checked(content, "xlsx").close()
        found = form_values(grids(content)["dossier"])
    except Exception:  # as above: whatever it is, it is not known
        return None
    said = found.get("id")
    return said if isinstance(said, str) else None


def _said(found: dict[str, Grid]) -> ReadBack:
    head: dict[str, Any] = form_values(found["file"])
    language = cast(Language, head["@language"])
    return ReadBack(
        dossier=dossier_of(found, language),
        version=int(head["@version"]),
        language=language,
        secret=head["@part"] == "secret",
        journal=journal_of(found, language),
        lessons=tuple(Lesson.model_validate(one) for one in records(found, "lessons", language)),
        grids=found,
        among=among_of(head),
    )
