"""The tables whose rows may come back: each row's cells compared, and the rows that somebody added."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from evenemang.domain.text import Text
from evenemang.flow.journal import Json, canonical
from evenemang.flow.returning.looking import Difference, Where
from evenemang.workbook.grids import Grid
from evenemang.workbook.layout import Column, Table
from evenemang.workbook.returning import remarks
from evenemang.workbook.returning.comparing import Comparison, One, compare
from evenemang.workbook.returning.fields import COMING, NEW, NOT_NEW, Coming, Field, record_key
from evenemang.workbook.returning.reading import Asking, is_empty
from evenemang.workbook.returning.rows import Known, Line, matched
from evenemang.workbook.returning.shown import as_shown
from evenemang.workbook.returning.telling import NotUnderstood
from evenemang.workbook.showing import cell

TOLD = {  # worked out, and told of when somebody writes over it: they may believe that it counts
    "answers": ("~ask",),
    "risks": ("~area", "~before", "~after"),
    "facts": ("~ask",),
    "lesson-answers": ("~text",),
    "permits-not-needed": ("~title",),
}
ELSEWHERE = {"occasions": ("each",), "permits": ("covers",)}  # a person changes them in the app
NAMES = ("~ask", "~text", "~title", "do", "title", "what")  # the columns that say what a record is
REMOVED = ("risks", "actions", "incidents")
PROPOSED = ("actions",)  # what the reader of a copy may propose on its empty rows
PROPOSED_ONLY = Text(
    sv="En ny åtgärd är ett förslag tills gruppen har beslutat den. Töm läget.",
    en="A new action is a proposal until the group has decided it. Empty the status.",
)
BEGINS_AS = Text(
    sv="En ny åtgärd är Föreslagen eller Beslutad. Skriv något av dem.",
    en="A new action is Proposed or Decided. Write either.",
)


def compare_records(found: Comparison, table: Table, grid: Grid) -> None:
    """Compare every row of a table that may come back."""
    coming = COMING[table.code]
    before = {record_key(table.code, one): one for one in table.rows(found.before)}
    now = {record_key(table.code, one): one for one in table.rows(found.now)}
    shows = next(one for one in table.columns if one.code == coming.shows)
    said = [str(cell(found.before, shows, one).shown or "") for one in before.values()]
    rows = matched(grid, list(before), coming.names, coming.shows, said)
    for key, line in rows.rows.items():
        if not is_cleared(line, table):
            known = Known(coming.path(key), coming.path(key), _about(found, table, before[key], key))
            compare_row(found, table, line, known, (before[key], now.get(key)))
    for key, first, second in rows.doubles:
        says = remarks.double(key, first.line, second.line)
        found.remark("not-understood", second.where(coming.shows), says)
    for line in rows.added:
        compare_added(found, table, coming, line)
    if table.code in REMOVED and found.allowed is None:
        _removed(found, grid, (one for key, one in before.items() if key not in rows.rows))


def is_cleared(line: Line, table: Table) -> bool:
    """Whether nothing that a person sees is left of a row: that removes nothing."""
    return all(is_empty(line.cells.get(one.code)) for one in table.columns if not one.hidden)


def compare_row(found: Comparison, table: Table, line: Line, known: Known, records: tuple[Any, Any]) -> None:
    """Compare the cells of a row with its record as sent and as it is now."""
    record, now = records
    coming = COMING[table.code]
    allowed = None if found.allowed is None else found.allowed.get(table.code, ())
    for column in table.columns:
        if column.hidden or not line.has(column.code):
            continue
        field = coming.fields.get(column.code)
        if field is not None and (allowed is None or column.code in allowed):
            one = One(
                line=line,
                column=column,
                record=record,
                record_now=now,
                path=known.path,
                path_sent=known.path_sent,
                field=field,
                about=known.about,
                heading=found.say(column.title),
            )
            compare(found, one)
        elif allowed is None:
            _program_only(found, table, line, column, records)


def _about(found: Comparison, table: Table, record: Any, key: str) -> str:
    """Return which record it is, as a person knows it: A3 Öppna en utgång; of a question how it is put."""
    said = named(found, table, record)
    return f"{key} {said}" if table.code in REMOVED else said or key


def named(found: Comparison, table: Table, record: Any) -> str:
    """Return what a person knows a record by: what it says it is, else what its first column shows."""
    first = next((one for one in table.columns if one.code in NAMES), table.columns[0])
    return as_shown(cell(found.before, first, record).shown) or ""


def _program_only(
    found: Comparison, table: Table, line: Line, column: Column, records: tuple[Any, Any]
) -> None:
    """Tell of a cell that only the program writes, where it shows neither what was sent nor what is now."""
    if not column.stored and column.code not in TOLD.get(table.code, ()):
        return
    if found.shows(column, records, line.cells.get(column.code)):
        return
    heading = found.say(column.title)
    if column.code in ELSEWHERE.get(table.code, ()):
        found.remark("elsewhere", line.where(column.code), remarks.elsewhere(heading))
    else:
        found.remark("program-only", line.where(column.code), remarks.program_only(heading))


def _removed(found: Comparison, grid: Grid, records: Iterable[Any]) -> None:
    for one in records:
        where = Where(sheet=grid.sheet, cell="")
        found.remark("removed", where, remarks.removed(one.id))


def compare_added(found: Comparison, table: Table, coming: Coming, line: Line) -> None:
    """Keep a row that somebody added, where new rows are taken and it says enough."""
    visible = [one for one in table.columns if not one.hidden]
    written = [one for one in visible if _is_written(line, one)]
    if not written or _is_our_sentence(found, table, line, written):
        return
    if coming.needed is None or (found.allowed is not None and table.code not in PROPOSED):
        found.remark("not-understood", line.where(written[0].code), remarks.no_new_rows())
        return
    value, understood = _new_record(found, table, coming, line)
    lacking = [one for one in visible if one.code in coming.needed and is_empty(line.cells.get(one.code))]
    if lacking:
        says = remarks.missing(found.say(one.title) for one in lacking)
        found.remark("not-understood", line.where(lacking[0].code), says)
    elif understood:
        _keep(found, table, coming, line, value)


def _is_written(line: Line, column: Column) -> bool:
    """Whether a person wrote something in a cell; what is worked out may show a dash in an empty row."""
    raw = line.cells.get(column.code)
    return not is_empty(raw) and not (column.code.startswith("~") and raw == "–")


def _is_our_sentence(found: Comparison, table: Table, line: Line, written: list[Column]) -> bool:
    """Whether a row is no more than what we wrote under an empty table, or the title of the next one."""
    if table.empty is None or len(written) > 1:
        return False
    said = as_shown(line.cells.get(written[0].code))
    return said in (table.empty.sv, table.empty.en)


def _new_record(found: Comparison, table: Table, coming: Coming, line: Line) -> tuple[dict[str, Json], bool]:
    fields = {**coming.fields, **NEW.get(table.code, {})}
    if found.allowed is not None:
        fields = {code: one for code, one in fields.items() if code in found.allowed[table.code]}
    value: dict[str, Json] = {}
    understood = True
    for code, field in fields.items():
        raw = line.cells.get(code)
        if is_empty(raw) or code in NOT_NEW.get(table.code, ()) or not line.has(code):
            continue
        try:
            name = "due" if field.name == "due-on" else field.name
            value.setdefault(name, _begun(found, field, field.read(raw, Asking(found.now))))
        except NotUnderstood as unclear:
            found.remark("not-understood", line.where(code), remarks.not_understood(raw, unclear.expected))
            understood = False
    return value, understood


def _begun(found: Comparison, field: Field, value: Json) -> Json:
    """Return what a new record may begin with: an action is proposed, or decided by the group."""
    if field.name != "status" or value == "proposed":
        return value
    if found.allowed is not None:
        raise NotUnderstood(PROPOSED_ONLY)
    if value != "decided":
        raise NotUnderstood(BEGINS_AS)
    return value


def _keep(found: Comparison, table: Table, coming: Coming, line: Line, value: dict[str, Json]) -> None:
    said = sha256(canonical(value).encode()).hexdigest()[:8]
    path = coming.path(f"+{said}")
    if found.is_here(table.code, value):
        found.same.append(path)
        return
    columns = [one for one in table.columns if one.code in {**coming.fields, **NEW.get(table.code, {})}]
    parts = [(found.say(one.title), as_shown(line.cells.get(one.code))) for one in columns]
    found.differences[path] = Difference(
        key=path,
        path=path,
        field="",
        where=line.where(coming.needed[0] if coming.needed else coming.names),
        about=found.say(NEW_ROW),
        heading=found.say(table.title),
        sent=None,
        returned="; ".join(f"{title}: {shown}" for title, shown in parts if shown),
        stored=None,
        outcome="theirs",
        value=value,
        stored_value=None,
    )


NEW_ROW = Text(sv="Ny rad", en="New row")
