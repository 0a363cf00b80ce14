"""A list that is read again: what its rows say otherwise than the dossiers that came from it, cell by cell.

Nothing is changed by looking. Three sides are held against each other: the row now, the dossier now, and the
dossier as a list last left it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import AwareDatetime

from evenemang.domain.dossier import Dossier
from evenemang.domain.text import Frozen, Id, Text
from evenemang.flow.difference import picture
from evenemang.flow.journal import JournalEntry, Json, canonical
from evenemang.flow.meanwhile import last_touching
from evenemang.flow.past.headings import Cell, Listed
from evenemang.flow.past.mapping import ListMapping
from evenemang.flow.past.saying import NOTES_AT, Meant, Said, said_by
from evenemang.flow.past.telling import LONGEST_NAME, Told, as_text
from evenemang.flow.returning.sent import Sent, sent_at

READ_IN, UPDATED, PUT_BACK = "import-from-list", "update-from-list", "take-back-update"
BY_LISTS = (READ_IN, UPDATED, PUT_BACK)
"""The deeds that a list does to a dossier: as the last of them left it is how a list told it."""

Outcome = Literal["list", "here", "both", "unknown"]
"""Who changed it since a list was last read in: the list, somebody here, both, or nobody can tell now."""


class ListDifference(Frozen):
    """One thing that a row says otherwise than its dossier, with what stands there now."""

    key: str  # the same at every look: a3f9/event/held
    dossier: Id
    name: str  # what the event is called here
    row: int
    cells: str  # 2023!F2
    heading: str  # the columns, as the list calls them
    outcome: Outcome
    stored: dict[str, Json]  # by path, what stands there: changed since the look, it is not written over
    said: dict[str, Json]  # by path, what the row says
    stored_shown: Text | str | None
    said_shown: str
    by: str = ""  # who changed it here since, and when
    at: AwareDatetime | None = None


@dataclass(frozen=True)
class Names:
    """What ids are called, by the path where they stand."""

    by_path: Mapping[str, Mapping[str, Text | str]]

    def say(self, path: str, value: Json) -> Text | str | None:
        """Return a stored value as a person reads it; None where there is nothing."""
        if isinstance(value, dict):
            return str(value["text"]) if "text" in value else _days(value)
        if value in (None, ""):
            return None
        return self.by_path.get(path, {}).get(value, str(value))


@dataclass(frozen=True)
class Looked:
    """A row of a list beside the dossier that came from it."""

    listed: Listed
    cells: Mapping[str, Cell]  # by heading
    told: Told
    meant: Meant
    dossier: Dossier
    journal: Sequence[JournalEntry]  # none where the dossier is as it was read in


def differing(looked: Looked, mapping: ListMapping, names: Names) -> Iterator[ListDifference]:
    """Yield what the row says otherwise than its dossier; what it does not say is no difference."""
    by_lists = (one.version for one in looked.journal if one.deed.operation in BY_LISTS)
    last = sent_at(looked.dossier, looked.journal, max(by_lists, default=1))
    for said in said_by(looked.told, looked.meant, mapping):
        paths = tuple(path for path, value in said.values.items() if _is_otherwise(looked, path, value))
        if paths:
            yield _difference(looked, said, paths, last, names)


def _is_otherwise(looked: Looked, path: str, value: Json) -> bool:
    if path == "event/held" and looked.dossier.event.occasions:
        return False  # the hours count, which a list does not know
    return canonical(picture(looked.dossier, path)) != canonical(value)


def _difference(
    looked: Looked, said: Said, paths: tuple[str, ...], last: Sent, names: Names
) -> ListDifference:
    dossier, told, listed = looked.dossier, looked.told, looked.listed
    first = next(iter(said.values))
    stored = {path: picture(dossier, path) for path in paths}
    here = last_touching(looked.journal, next(iter(_changed_here(stored, last)), ""))
    return ListDifference(
        key=f"{dossier.id}/{first}",
        dossier=dossier.id,
        name=dossier.event.name,
        row=told.row,
        cells=", ".join(listed.cell(told.row, one) for one in said.headings),
        heading=", ".join(said.headings),
        outcome=_outcome(stored, said, last),
        stored=stored,
        said={path: said.values[path] for path in paths},
        stored_shown=_shown(dossier, said, names),
        said_shown=_written(looked.cells, said.headings),
        by=here.deed.by if here else "",
        at=here.deed.at if here else None,
    )


def _changed_here(stored: Mapping[str, Json], last: Sent) -> list[str]:
    return [path for path, now in stored.items() if canonical(now) != canonical(picture(last.dossier, path))]


def _outcome(stored: Mapping[str, Json], said: Said, last: Sent) -> Outcome:
    if not all(last.is_known(path) for path in stored):
        return "unknown"
    here = bool(_changed_here(stored, last))
    by_list = any(canonical(said.values[path]) != canonical(picture(last.dossier, path)) for path in stored)
    return "both" if here and by_list else "here" if here else "list"


def _shown(dossier: Dossier, said: Said, names: Names) -> Text | str | None:
    """Return what stands in the dossier of these columns: as it was written, where that was kept."""
    beside = [f"{NOTES_AT}/{one[:LONGEST_NAME]}" for one in said.headings]
    every = [*(one for one in said.values if one.startswith(NOTES_AT)), *said.values, *beside]
    values = ((path, picture(dossier, path)) for path in every)
    return next((shown for path, value in values if (shown := names.say(path, value)) is not None), None)


def _written(cells: Mapping[str, Cell], headings: tuple[str, ...]) -> str:
    """Return what the cells say, as a person would write it."""
    return " – ".join(said for one in headings if (said := as_text(cells[one]).strip()))


def _days(held: Mapping[str, Json]) -> str:
    if held.get("said") and held.get("exact") is False:
        return str(held["said"])
    first, last = held["first"], held["last"]
    return str(first) if first == last else f"{first} – {last}"
