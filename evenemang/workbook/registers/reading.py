"""A register's workbook read back: its records with their versions and journals, from the cells alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast, get_args

from evenemang.domain.text import Language
from evenemang.flow.ballots import Half, Sealed
from evenemang.flow.journal import JournalEntry, Kind
from evenemang.flow.registers import Entry
from evenemang.flow.storing import MODELS
from evenemang.workbook.assembling import Grids, among_of, journal_of, records
from evenemang.workbook.records import form_values
from evenemang.workbook.registers.assembling import rows_of


@dataclass(frozen=True)
class RegisterBack:
    """What a register's workbook says."""

    kind: Kind
    language: Language
    secret: bool
    entries: tuple[Entry, ...]
    example_as_of: str | None
    sealed: tuple[Sealed, ...]
    halves: tuple[Half, ...]


def is_register(found: Grids) -> bool:
    """Whether the tables are of a register's workbook."""
    tables = ("meeting-halves", *(f"register-{kind}s" for kind in get_args(Kind)))
    return any(one in found for one in tables) and "file" in found


def register_back(found: Grids) -> RegisterBack:
    """Return what a register's workbook says.

    Raises:
        ValueError, LookupError, TypeError: If it makes no sense.
    """
    head: dict[str, Any] = form_values(found["file"])
    language, kind = cast(Language, head["@language"]), cast(Kind, head["@register"])
    journals: dict[str, list[JournalEntry]] = {}
    for row in journal_of(found, language):
        journals.setdefault(row.record, []).append(row)
    return RegisterBack(
        kind=kind,
        language=language,
        secret=head["@part"] == "secret",
        entries=tuple(
            Entry(
                record=(record := MODELS[kind].model_validate(row["record"])),
                version=int(row["version"]),
                order=int(row["order"]),
                example=row["example"] == "true",
                journal=tuple(journals.get(record.id, ())),
                among=among_of(head, f"{record.id}."),
            )
            for row in rows_of(found, kind, language)
        ),
        example_as_of=head.get("@example_as_of"),
        sealed=tuple(Sealed(**one) for one in records(found, "meeting-sealed", language)),
        halves=tuple(Half(**one) for one in records(found, "meeting-halves", language)),
    )
