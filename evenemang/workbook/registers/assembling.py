"""The records of a register's workbook put together into what they came from."""

from __future__ import annotations

from typing import Any

from evenemang.domain.text import Language
from evenemang.flow.journal import Kind
from evenemang.workbook.assembling import Grids, records
from evenemang.workbook.records import Record

Inside = dict[tuple[str, int], list[Any]]
MEETING_LISTS = {"meeting-items": ("agenda", "decisions"), "meeting-people": ("called", "present", "absent")}
MEETING_TABLES = ("weighings", "voices")  # each a table of its own
PLACE_TABLES = (
    "place-zones",
    "place-exits",
    "place-flows",
    "place-slots",
    "place-risks",
    "place-judgements",
    "place-measures",
    "place-verified",
)


def rows_of(found: Grids, kind: Kind, language: Language) -> list[Record]:
    """Return the rows of a register, each with its record as a body to validate."""
    rows = records(found, f"register-{kind}s", language)
    if kind == "place":
        _fill_places(rows, found, language)
    elif kind == "meeting":
        _fill_meetings(rows, found, language)
    elif kind == "setting":
        _fill_settings(rows, found, language)
    for row in rows:
        body = row["record"]
        if kind == "function":
            row["record"] = {"title": "", "short": "", **body}
        elif kind == "lesson":
            body.setdefault("concerns", {})
    return rows


def _fill_meetings(rows: list[Record], found: Grids, language: Language) -> None:
    for table, lists in MEETING_LISTS.items():
        inner = _inside(found, table, language)
        for row in rows:
            body = row["record"]
            mine = inner.get((body["id"], 0), [])
            for name in lists:
                body[name] = [one["one"] for one in mine if one["where"] == name]
    for name in MEETING_TABLES:
        inner = _inside(found, f"meeting-{name}", language)
        for row in rows:
            row["record"][name] = inner.get((row["record"]["id"], 0), [])


def _fill_places(rows: list[Record], found: Grids, language: Language) -> None:
    inner = {table: _inside(found, table, language) for table in PLACE_TABLES}
    for row in rows:
        body = row["record"]
        name = body["id"]

        def within(table: str, outer: int = 0, name: str = name) -> list[Any]:
            return inner[table].get((name, outer), [])

        body["zones"] = [
            {**one, "sketch_m": points(one.get("sketch_m")), "exits": within("place-exits", at)}
            for at, one in enumerate(within("place-zones"))
        ]
        body["flows"] = [
            {
                **one,
                "path": points(one.get("path")),
                "slots": [_slot(each) for each in within("place-slots", at)],
            }
            for at, one in enumerate(within("place-flows"))
        ]
        body["standing_risks"] = [
            {**one, "history": within("place-judgements", at)} for at, one in enumerate(within("place-risks"))
        ]
        body["standing_measures"] = [
            {"how": "", **one, "verified": within("place-verified", at)}
            for at, one in enumerate(within("place-measures"))
        ]


def _fill_settings(rows: list[Record], found: Grids, language: Language) -> None:
    inner = _inside(found, "setting-figures", language)
    for row in rows:
        body = row["record"]
        if "norm" in body:
            body["norm"]["figures"] = inner.get((body["id"], 0), [])


def _slot(one: Record) -> Record:
    return {**one, "days": one.get("days", "").split()}


def _inside(found: Grids, table: str, language: Language) -> Inside:
    """Return the rows inside records, by whose they are and in which row of it, in order."""
    grouped: dict[tuple[str, int], list[Record]] = {}
    for row in records(found, table, language):
        grouped.setdefault((str(row["of"]), row.get("inside", 0)), []).append(row)
    return {
        key: [one.get("one", {}) for one in sorted(rows, key=lambda one: one["number"])]
        for key, rows in grouped.items()
    }


def points(said: str | None) -> list[Record]:
    """Return the points on a sketch that a cell tells of: 0 0; 10.5 20."""
    pairs = [one.split() for one in said.split(";")] if said else []
    return [{"x": float(x), "y": float(y)} for x, y in pairs]
