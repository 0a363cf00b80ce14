"""The rows of a register's tables by what they are: torget, torget/zones/scenen, m1/agenda/0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from evenemang.flow.journal import Kind
from evenemang.workbook.cells import as_text
from evenemang.workbook.grids import Grid
from evenemang.workbook.layout import Table
from evenemang.workbook.registers import SHEETS
from evenemang.workbook.returning.rows import Line, lines_of

LISTS: Mapping[str, str] = {
    "place-zones": "zones",
    "place-flows": "flows",
    "place-risks": "standing_risks",
    "place-measures": "standing_measures",
}
"""The lists within a place, by their table; each row has an id of its own."""

INNER: Mapping[str, tuple[str, str]] = {
    "place-exits": ("place-zones", "exits"),
    "place-slots": ("place-flows", "slots"),
    "place-judgements": ("place-risks", "history"),
    "place-verified": ("place-measures", "verified"),
}
"""The lists within those: the table of the row that each stands in, and their name."""

OWN_LISTS: Mapping[str, str] = {"meeting-weighings": "weighings", "meeting-voices": "voices"}
"""The lists of a meeting that have a table each; their rows are known by their number."""


@dataclass
class Rows:
    """The rows of one table by path, and those that somebody added."""

    by_path: dict[str, Line] = field(default_factory=dict)
    added: list[Line] = field(default_factory=list)


def tables_of(kind: Kind) -> Iterator[Table]:
    """Return the tables of a register that tell of its records."""
    main = f"register-{kind}s"
    for sheet in SHEETS[kind]:
        for table in sheet.tables:
            if table.code == main or any(one.code == "of" for one in table.columns):
                yield table


def rows_of(found: Mapping[str, Grid], table: Table) -> Rows:
    """Return the rows of a table; those without a path are somebody's own."""
    rows = Rows()
    grid = found.get(table.code)
    if grid is None:
        return rows
    outer = _outer(found, table.code)
    counted: Counter[str] = Counter()
    for line in sorted(lines_of(grid), key=lambda one: (one.number is None, one.number)):
        path = _path(line, table.code, outer, counted)
        if path and path not in rows.by_path:
            rows.by_path[path] = line
        else:
            rows.added.append(line)
    return rows


def _outer(found: Mapping[str, Grid], table: str) -> dict[tuple[str, str], str]:
    """Return the ids of the rows that the rows of a table stand in, by whose they are and their number."""
    if table not in INNER or INNER[table][0] not in found:
        return {}
    rows = found[INNER[table][0]].rows
    return {(as_text(row.get("of")), as_text(row.get("number"))): as_text(row.get("one.id")) for row in rows}


def _path(line: Line, table: str, outer: Mapping[tuple[str, str], str], counted: Counter[str]) -> str | None:
    """Return what a row is; None where somebody added it."""

    def said(code: str) -> str:
        return as_text(line.cells.get(code)).removesuffix(".0")

    record = said("of") or said("record.id")
    if not record or line.number is None:
        return None
    if table in LISTS:
        return f"{record}/{LISTS[table]}/{said('one.id')}" if said("one.id") else None
    if table in INNER:
        within = outer.get((record, said("inside")))
        of, name = INNER[table]
        return f"{record}/{LISTS[of]}/{within}/{name}/{said('number')}" if within else None
    if table.startswith("register-"):
        return record
    name = OWN_LISTS.get(table) or said("one.where#")  # or a meeting's lists, told in one table
    within = f"{record}/{name}"
    counted[within] += 1
    return f"{within}/{counted[within] - 1}"
