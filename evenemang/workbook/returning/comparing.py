"""A returned workbook compared three ways, field by field: as sent, as returned, as stored now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from evenemang.domain.action import Action
from evenemang.domain.incident import Incident
from evenemang.domain.risk import Risk
from evenemang.domain.text import Text
from evenemang.flow.journal import Json
from evenemang.flow.returning.looking import Difference, Outcome, Remark, Where
from evenemang.flow.returning.sent import Sent
from evenemang.flow.returning.standing import is_there, standing
from evenemang.flow.returning.twice import began_as, is_here, same
from evenemang.flow.returning.unnumbered import CONTACTS, MARK, OCCASIONS
from evenemang.workbook.cells import Plain
from evenemang.workbook.layout import Column, Page
from evenemang.workbook.returning import remarks
from evenemang.workbook.returning.fields import Field
from evenemang.workbook.returning.reading import Asking, is_empty
from evenemang.workbook.returning.rows import Line
from evenemang.workbook.returning.same import shows_the_same
from evenemang.workbook.returning.shown import as_shown
from evenemang.workbook.returning.telling import NotUnderstood
from evenemang.workbook.showing import cell


@dataclass
class Comparison:
    """What a file is compared with, and what was found so far."""

    before: Page  # as sent
    now: Page
    sent: Sent
    allowed: Mapping[str, tuple[str, ...]] | None = None  # by table; None: all that may come back
    differences: dict[str, Difference] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    same: list[str] = field(default_factory=list)

    @property
    def only_fills(self) -> bool:
        """Whether the copy lets its reader fill in cells and no more: an empty one then says nothing."""
        return self.allowed is not None

    def say(self, text: Text) -> str:
        """Return our own text in the file's language."""
        return self.before.say(text)

    def shows(self, column: Column, records: tuple[Any, Any], raw: Plain) -> bool:
        """Whether a cell shows what it did when it was sent, or what it would now."""
        before, now = records
        return shows_the_same(cell(self.before, column, before).shown, raw) or (
            now is not None and shows_the_same(cell(self.now, column, now).shown, raw)
        )

    def is_here(self, table: str, value: Mapping[str, Json]) -> bool:
        """Whether a row that somebody added was taken in before, or was added here just so."""
        language = self.before.language
        if table not in ROWS:
            return is_here(self.now.whole.dossier, f"{UNNUMBERED.get(table, table)}/+", value, {}, language)
        return any(began_as(one, value, language) for one in self._added_here.get(table, ()))

    @cached_property
    def _added_here(self) -> Mapping[str, list[Action | Risk | Incident]]:
        """The records added here since the file was sent, by table, as they began."""
        found: dict[str, list[Action | Risk | Incident]] = {}
        for entry in self.now.whole.journal:
            table, _, record = entry.deed.touched.partition("/")
            came = entry.deed.before is None and entry.deed.after is not None
            if came and record and table in ROWS and entry.version > self.before.whole.version:
                found.setdefault(table, []).append(ROWS[table].model_validate(entry.deed.after))
        return found

    def remark(self, kind: Any, where: Where, says: Text) -> None:
        """Tell of a cell that is not taken."""
        self.remarks.append(Remark(kind=kind, where=where, says=says))


@dataclass(frozen=True)
class One:
    """One cell that may come back: its column, its record as sent and now, and which field it is."""

    line: Line
    column: Column
    record: Any
    record_now: Any
    path: str  # where the record stands now
    path_sent: str  # and where it stood when the file was sent
    field: Field
    about: str
    heading: str
    code: str = ""  # the column in the file, where it is not the column's own

    @property
    def where(self) -> Where:
        """The cell in the file."""
        return self.line.where(self.code or self.column.code)


def compare(found: Comparison, one: One) -> None:
    """Compare one cell, and keep what differs."""
    raw = one.line.cells.get(one.column.code)
    written = cell(found.before, one.column, one.record).shown
    if shows_the_same(written, raw) or (found.only_fills and is_empty(raw)):
        return
    try:
        value = one.field.read(raw, Asking(found.before, one.record))
    except NotUnderstood as unclear:
        found.remark("not-understood", one.where, remarks.not_understood(raw, unclear.expected))
        return
    language = found.before.language
    before = standing(found.before.whole.dossier, one.path_sent, one.field.name, language)
    if same(value, before):
        return
    if one.record is not None and one.record_now is None and not is_there(found.now.whole.dossier, one.path):
        found.remark("lost", one.where, remarks.lost(one.about))
        return
    stored = standing(found.now.whole.dossier, one.path, one.field.name, language)
    key = f"{one.path}/{one.field.name}"
    if same(value, stored):
        found.same.append(key)
        return
    found.differences.setdefault(
        key, _difference(found, one, key, Values(raw, written, value, before, stored))
    )


@dataclass(frozen=True)
class Values:
    """What one cell says: in the file, as written and understood; as sent, shown and understood; and now."""

    raw: Plain
    written: Plain
    value: Json
    before: Json
    stored: Json


def _difference(found: Comparison, one: One, key: str, said: Values) -> Difference:
    known = found.sent.is_known(one.path.partition(MARK)[0])
    theirs: Outcome = "theirs" if same(said.before, said.stored) else "conflict"
    return Difference(
        key=key,
        path=one.path,
        field=one.field.name,
        where=one.where,
        about=one.about,
        heading=one.heading,
        sent=as_shown(said.written) if known else None,
        returned=_returned(said.value, said.raw),
        stored=_stored(found, one, said.stored),
        outcome=theirs if known else "unknown",
        value=said.value,
        stored_value=said.stored,
        note=remarks.note(one.path, one.field.name, one.record_now),
    )


UNNUMBERED = {"occasions": OCCASIONS, "contacts": CONTACTS}
ROWS: Mapping[str, type[Action | Risk | Incident]] = {"actions": Action, "risks": Risk, "incidents": Incident}


def _returned(value: Json, raw: Plain) -> str | None:
    return None if value is None else as_shown(raw)


def _stored(found: Comparison, one: One, stored: Json) -> str | None:
    if one.record_now is None:
        return as_shown(stored) if isinstance(stored, str | int | float) else None
    return as_shown(cell(found.now, one.column, one.record_now).shown)
