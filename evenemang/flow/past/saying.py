"""What a row of a list says of its dossier, in the dossier's terms: at which path, and from which cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evenemang.domain.past import ListNote
from evenemang.domain.text import Id
from evenemang.flow.journal import Json
from evenemang.flow.past.fields import Field
from evenemang.flow.past.mapping import ListMapping
from evenemang.flow.past.records import Register
from evenemang.flow.past.telling import LONGEST_NAME, Told

NOTES_AT = "from_list/notes"
PATHS: Mapping[str, tuple[Field, ...]] = {
    "event/name": ("name",),
    "event/held": ("when", "from", "to", "year"),
    "event/place": ("place",),
    "event/organiser": ("organiser",),
    "event/facts/kind": ("kind",),
    "from_list/visitors": ("visitors",),
    "event/facts/total_visitors": ("expected",),
    "diary_number": ("diary-number",),
    "officer": ("officer",),
}
"""Where each field of a list is kept, and the columns that say it."""
REGISTERS_AT: Mapping[Register, str] = {"places": "event/place", "organisers": "event/organiser"}


@dataclass(frozen=True)
class Meant:
    """What the names of a row mean: ids of records, `new`, or None where a name is kept as text.

    An officer who is a post is that post.
    """

    place: Id | None = None
    organiser: Id | None = None
    kind: Id | None = None
    officer: str | None = None


@dataclass(frozen=True)
class Said:
    """What a row says of one thing: its values by path, and the headings of the columns that say it.

    A value of None takes away what stands there: a note that the field holds whole now.
    """

    headings: tuple[str, ...]
    values: Mapping[str, Json]


def notes_of(told: Told, meant: Meant, mapping: ListMapping) -> Iterator[ListNote]:
    """Yield the notes of a row, and the names in it that are no record."""
    yield from told.notes
    named: tuple[tuple[Field, str, str | None], ...] = (
        ("place", told.place, meant.place),
        ("organiser", told.organiser, meant.organiser),
        ("kind", told.kind, meant.kind),
    )
    for field, name, record in named:
        if name and record is None:
            yield ListNote(about="other", heading=next(iter(mapping.of(field))), text=name)


def said_by(told: Told, meant: Meant, mapping: ListMapping) -> Iterator[Said]:
    """Yield what a row says, field by field and then note by note; what it does not say is not there."""
    notes = {one.heading: one for one in notes_of(told, meant, mapping)}
    values = _values(told, meant)
    for path, fields in PATHS.items():
        headings = tuple(heading for field in fields for heading in mapping.of(field))
        value = values[path]
        beside = {one: notes.pop(one, None) for one in (heading[:LONGEST_NAME] for heading in headings)}
        said: dict[str, Json] = {} if value is None else {path: value}
        said |= {
            f"{NOTES_AT}/{heading}": _plain(note)
            for heading, note in beside.items()
            if note or value is not None
        }
        if said:
            yield Said(headings, said)
    for heading in mapping.columns:
        if note := notes.get(heading[:LONGEST_NAME]):
            yield Said((heading,), {f"{NOTES_AT}/{note.heading}": _plain(note)})


def _values(told: Told, meant: Meant) -> dict[str, Json]:
    held = told.held.model_dump(mode="json", exclude_defaults=True) if told.held else None
    return {
        "event/name": told.name or None,
        "event/held": held,
        "event/place": meant.place,
        "event/organiser": meant.organiser,
        "event/facts/kind": meant.kind,
        "from_list/visitors": told.visitors,
        "event/facts/total_visitors": told.expected,
        "diary_number": told.diary_number or None,
        "officer": meant.officer,
    }


def _plain(note: ListNote | None) -> Json:
    return note.model_dump(mode="json") if note else None
