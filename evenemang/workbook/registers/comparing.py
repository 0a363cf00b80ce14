"""A register's workbook that somebody changed, three ways: as written, as it says now, as stored now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from evenemang.domain.actor import Function
from evenemang.domain.text import Language, Text
from evenemang.flow.journal import JournalEntry, Json, Kind, canonical
from evenemang.flow.registers import Entry
from evenemang.flow.returning.looking import Difference, Outcome, Remark, Where
from evenemang.flow.returning.looking import Kind as RemarkKind
from evenemang.flow.returning.register_paths import has, value_at
from evenemang.flow.storing import MODELS
from evenemang.workbook.cells import as_text
from evenemang.workbook.grids import Grid
from evenemang.workbook.layout import Column, Table
from evenemang.workbook.registers.cells import value_in
from evenemang.workbook.registers.rows import rows_of, tables_of
from evenemang.workbook.returning import remarks
from evenemang.workbook.returning.reading import is_empty
from evenemang.workbook.returning.rows import Line
from evenemang.workbook.returning.same import normal
from evenemang.workbook.returning.shown import as_shown
from evenemang.workbook.returning.telling import NotUnderstood

ONLY_PROGRAM = ("record.id", "version", "order", "example", "one.id", "one.where", "record.approved_at")
OF_MEETINGS = (
    "record.sequence",
    "one.one.id",
    "one.one.record",
    "one.one.point",
    "one.one.owner",
    "one.one.due",
)
PROGRAMS = (  # who and when: said by doing it
    "record.noted.",
    "record.approved.",
    "record.declined.",
    "record.planned.",
    "record.begun.",
    "record.ended.",
    "record.cancelled.",
)
SAID_ALONE = ("meeting-weighings", "meeting-voices")  # what each judged: nobody else writes that
NAMED = {"one.from": "start"}  # columns called otherwise than the field
MAY_ADD: tuple[Kind, ...] = ("place", "organiser", "function")
IN_THE_APP: tuple[Kind, ...] = ("setting",)  # what is set is held to rules that a cell cannot be
MADE_HERE = "ny"  # stands for the id of a new record while it is looked at
NO_NEW_ROWS = Text(
    sv="Raden är tillagd i filen och tas inte in härifrån. Lägg till den i appen.",
    en="The row is added in the file and is not taken in from here. Add it in the app.",
)
LOST = Text(
    sv="Raden finns inte kvar i registret. Ändringen tas inte in.",
    en="The row is not in the register any more. The change is not taken in.",
)
REMOVED = Text(
    sv="”{name}” finns inte i filen. I registret står den kvar.",
    en="“{name}” is not in the file. In the register it stays.",
)


@dataclass
class Comparing:
    """What is held against each other, and what has been found so far."""

    kind: Kind
    language: Language
    said: Mapping[str, Grid]
    now: Mapping[str, Grid]  # of a workbook written now
    entries: Mapping[str, Entry]  # the whole records with their journals
    posts: Mapping[str, Function]
    differences: list[Difference] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def compare(self) -> None:
        """Compare every row of every table."""
        for table in tables_of(self.kind):
            said, now = rows_of(self.said, table), rows_of(self.now, table)
            for path, line in said.by_path.items():
                if path in now.by_path:
                    self._row(table, path, line, now.by_path[path])
                elif record_in(path) not in self.entries:
                    self.remark("lost", Where(sheet=line.grid.sheet, cell=f"A{line.line}"), LOST)
            for path in now.by_path.keys() - said.by_path.keys():
                self._removed(table, path, now.by_path[path])
            for line in said.added:
                self._added(table, line)

    def remark(self, kind: RemarkKind, where: Where, says: Text) -> None:
        """Tell of a cell that is not taken."""
        self.remarks.append(Remark(kind=kind, where=where, says=says))

    def say(self, text: Text) -> str:
        """Return our own text in the file's language."""
        return text.say(self.language)

    def _row(self, table: Table, path: str, line: Line, now: Line) -> None:
        record = record_in(path)
        version = self._version(record)
        for column in table.columns:
            if column.hidden or normal(line.cells.get(column.code)) == normal(now.cells.get(column.code)):
                continue
            if self.kind in IN_THE_APP:
                self.remark("elsewhere", line.where(column.code), remarks.elsewhere(self.say(column.title)))
            elif is_taken(column) and table.code not in SAID_ALONE:
                self._cell(column, path, line, now)
            elif version == self.entries[record].version:
                says = remarks.program_only(self.say(column.title))
                self.remark("program-only", line.where(column.code), says)

    def _cell(self, column: Column, path: str, line: Line, now: Line) -> None:
        record, _, within = path.partition("/")
        field = field_of(column.code)
        at = "/".join(step for step in (within, field) if step)
        entry, shown = self.entries[record], line.cells.get(column.code)
        stored = value_at(body_of(entry.record), at)
        try:
            value = value_in(shown, column, stored, self.posts)
        except NotUnderstood as unread:
            says = remarks.not_understood(shown, unread.expected)
            self.remark("not-understood", line.where(column.code), says)
            return
        before = _at_version(entry.journal, self.kind, self._version(record))
        known = before is not None and has(before, at)
        sent = value_at(before, at)
        if value == stored or (known and value == sent):
            return  # the same by now, or as the file was written: it is changed here
        outcome: Outcome = "unknown" if not known else "theirs" if sent == stored else "conflict"
        self.differences.append(
            Difference(
                key=f"{path}/{field}",
                path=path,
                field=at,
                where=line.where(column.code),
                about=self._about(path, now),
                heading=self.say(column.title),
                sent=self._said(column, sent)
                if outcome == "conflict"
                else as_shown(now.cells.get(column.code)),
                returned=as_shown(shown),
                stored=as_shown(now.cells.get(column.code)),
                outcome=outcome,
                value=value,
                stored_value=stored,
            )
        )

    def _added(self, table: Table, line: Line) -> None:
        visible = [one for one in table.columns if not one.hidden and not is_empty(line.cells.get(one.code))]
        if not visible or _is_empty_table(table, line):
            return
        where = line.where(visible[0].code)
        if table.code != f"register-{self.kind}s" or self.kind not in MAY_ADD:
            self.remark("not-understood", where, NO_NEW_ROWS)
            return
        fields: dict[str, Json] = {}
        for one in (each for each in visible if is_taken(each)):
            try:
                fields[field_of(one.code)] = value_in(line.cells.get(one.code), one, None, self.posts)
            except NotUnderstood as unread:
                says = remarks.not_understood(line.cells.get(one.code), unread.expected)
                self.remark("not-understood", line.where(one.code), says)
                return
        try:
            MODELS[self.kind].model_validate({"id": MADE_HERE, **fields})
        except ValidationError as unfit:
            lacks = {str(one["loc"][0]) for one in unfit.errors()}
            titles = [self.say(one.title) for one in table.columns if field_of(one.code) in lacks]
            self.remark("not-understood", where, remarks.missing(titles))
            return
        self._new(line, fields, visible, where)

    def _new(self, line: Line, fields: dict[str, Json], visible: list[Column], where: Where) -> None:
        if any(_says(one.record, fields) for one in self.entries.values()):
            return  # somebody has added it meanwhile
        mark = sha256(canonical(fields).encode()).hexdigest()[:12]
        said = (as_shown(line.cells.get(one.code)) for one in visible)
        self.differences.append(
            Difference(
                key=f"{self.kind}/+{mark}",
                path=f"{self.kind}/+{mark}",
                field="",
                where=where,
                about=as_text(line.cells.get(visible[0].code)),
                heading=self.say(visible[0].title),
                sent=None,
                returned="; ".join(one for one in said if one),
                stored=None,
                outcome="theirs",
                value=fields,
                stored_value=None,
            )
        )

    def _removed(self, table: Table, path: str, now: Line) -> None:
        """Tell of a row that is not in the file, unless it came here after the file was written."""
        record = record_in(path)
        if self._version(record) == self.entries[record].version:
            name = self._about(path, now)
            says = Text(sv=REMOVED.sv.format(name=name), en=REMOVED.en.format(name=name))
            self.remark("removed", Where(sheet=now.grid.sheet, cell=""), says)

    def _version(self, record: str) -> int:
        """Return the version of a record in the file; 0 where the file does not have it."""
        rows = self.said.get(f"register-{self.kind}s")
        found = (row.get("version") for row in (rows.rows if rows else ()) if row.get("record.id") == record)
        version = as_text(next(found, 0)).removesuffix(".0")
        return int(version) if version.isdigit() else 0

    def _about(self, path: str, now: Line) -> str:
        """Return which row it is, as a person knows it."""
        body = body_of(self.entries[record_in(path)].record)
        name = next((body[one] for one in ("name", "title", "text", "on") if body.get(one)), path)
        within = next((now.cells.get(one) for one in ("one.name", "one.title") if now.cells.get(one)), None)
        return " · ".join(as_text(one) for one in (name, within) if one)

    def _said(self, column: Column, value: Json) -> str | None:
        if column.words is not None and str(value).lower() in column.words:
            return self.say(column.words[str(value).lower()])
        return None if value in (None, "", []) else str(value)


def _is_empty_table(table: Table, line: Line) -> bool:
    """Whether a row is what the program writes where there is nothing."""
    said = {as_text(one) for one in line.cells.values() if not is_empty(one)}
    return table.empty is not None and said <= {table.empty.sv, table.empty.en}


def record_in(path: str) -> str:
    """Return the record that a row is of, or stands in."""
    return path.partition("/")[0]


def is_taken(column: Column) -> bool:
    """Whether a cell of a column may be taken in: what the program writes itself is not."""
    ours = column.code in (*ONLY_PROGRAM, *OF_MEETINGS) or column.code.startswith(PROGRAMS)
    return column.stored and not column.hidden and not ours and column.kind != "moment"


def field_of(code: str) -> str:
    """Return where in its row a column's value stands: record.contact at contact, one.one is the row."""
    if code in NAMED:
        return NAMED[code]
    if code == "one.one":
        return ""
    return code.removeprefix("record.").removeprefix("one.one.").removeprefix("one.").replace(".", "/")


def body_of(record: Any) -> dict[str, Json]:
    """Return a record as JSON with every field."""
    body: dict[str, Json] = record.model_dump(mode="json")
    return body


def _at_version(journal: tuple[JournalEntry, ...], kind: Kind, version: int) -> Json:
    """Return a record as it was when the file was written; None where nobody can tell any more."""
    rows = [one for one in journal if one.version <= version and one.deed.touched == kind]
    if not rows or rows[-1].salt is None:
        return None
    try:
        return body_of(MODELS[kind].model_validate(rows[-1].deed.after))
    except ValidationError:
        return None


def _says(record: Any, fields: Mapping[str, Json]) -> bool:
    body = body_of(record)
    return all(body.get(name) == value for name, value in fields.items())
