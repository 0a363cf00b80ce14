"""What a person wrote in a cell of a register's workbook, as its record would hold it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from evenemang.domain.actor import Function
from evenemang.domain.text import Text
from evenemang.flow.journal import Json
from evenemang.workbook.cells import Plain
from evenemang.workbook.layout import Column
from evenemang.workbook.registers.assembling import points
from evenemang.workbook.returning import days, numbers
from evenemang.workbook.returning.choosing import chosen
from evenemang.workbook.returning.reading import is_empty, text
from evenemang.workbook.returning.telling import NotUnderstood
from evenemang.workbook.words import TRUTH

POINTS = Text(sv="Skriv punkter som 0 0; 10,5 20.", en="Write points such as 0 0; 10.5 20.")
Posts = Mapping[str, Function]


def value_in(shown: Plain, column: Column, before: Json, posts: Posts) -> Json:
    """Return what a cell says; `before` is what stands in the record, and tells what an empty cell means.

    Raises:
        NotUnderstood: If it cannot be read.
    """
    if column.words is not None:
        code = chosen(shown, column.words)
        return code == "true" if column.words is TRUTH else code
    if is_empty(shown):
        return [] if isinstance(before, list) else "" if isinstance(before, str) else None
    if column.kind in ("number", "value"):
        return numbers.number(shown, _units(column))
    return READERS.get(column.kind, _text)(shown, before, posts)


def _units(column: Column) -> tuple[str, ...]:
    """Return what may stand after a number: what the heading says it is counted in."""
    said = (one.rpartition(", ")[2] for one in (column.title.sv, column.title.en) if ", " in one)
    return tuple(said)


def _text(shown: Plain, before: Json, _posts: Posts) -> Json:
    return _points_in(text(shown)) if isinstance(before, list) else text(shown)


def _points_in(said: str) -> Json:
    try:
        return points(said.replace(",", "."))
    except ValueError:
        raise NotUnderstood(POINTS) from None


def _person(shown: Plain, _before: Json, posts: Posts) -> Json:
    said = " ".join(text(shown).split())
    called = (
        one.id
        for one in posts.values()
        if said.casefold() in (one.id, one.short.casefold(), one.title.casefold())
    )
    return next(called, said)


READERS: Mapping[str, Callable[[Plain, Json, Posts], Json]] = {
    "day": lambda shown, _before, _posts: days.day(shown).isoformat(),
    "person": _person,
}
