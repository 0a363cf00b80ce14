"""A dossier as it stood at an earlier version, told by its journal: no second copy is kept.

Newest row first, each row after the version puts back what stood before at the path it touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pydantic import ValidationError

from evenemang.domain.dossier import Dossier
from evenemang.flow.difference import KEYS
from evenemang.flow.journal import REMOVED_BY_RULE, JournalEntry, Json

BESIDE = ("returns/", "returns-secret/")  # told in the journal, but of files: nothing in the dossier
NESTED = ("assessment", "event", "from_list")  # within these the journal tells field by field


@dataclass(frozen=True)
class Sent:
    """A dossier at a version, and the paths where a lawful removal (gallring) took away what stood there."""

    dossier: Dossier
    unknown: frozenset[str] = frozenset()

    def is_known(self, path: str) -> bool:
        """Whether the journal tells what stood at a path, such as actions/A3."""
        return not any(_meet(path, one) for one in self.unknown)


def sent_at(dossier: Dossier, journal: Iterable[JournalEntry], version: int) -> Sent:
    """Return a dossier as it stood at a version; what nobody can tell any more stands as it does now."""
    return put_back(dossier, [one for one in journal if one.version > version])


def put_back(dossier: Dossier, later: Sequence[JournalEntry]) -> Sent:
    """Return a dossier without what these rows of its journal did."""
    body = dossier.model_dump(mode="json")
    unknown: set[str] = set()
    for entry in _backwards(later):
        path = entry.deed.touched
        if path.startswith(BESIDE):
            continue
        if entry.deed.operation == REMOVED_BY_RULE:
            unknown |= _emptied(entry.deed.after)
            continue
        if entry.salt is None:
            unknown.add(path)
            continue
        unknown.discard(path)
        _put_back(body, path.split("/"), entry.deed.before)
    try:
        return Sent(Dossier.model_validate(body), frozenset(unknown))
    except ValidationError:  # rows that were taken away leave the others without what they hang on
        return Sent(dossier, frozenset(one.deed.touched for one in later))


def put_at(dossier: Dossier, values: Mapping[str, Json]) -> Dossier:
    """Return a dossier with these values at these paths, as the journal tells them; None is nothing there.

    Raises:
        ValidationError: If one of them does not fit.
    """
    body = dossier.model_dump(mode="json")
    for path, value in values.items():
        _put_back(body, path.split("/"), value)
    return Dossier.model_validate(body)


def _emptied(told: Json) -> set[str]:
    """Return the paths that a removal by rule says it emptied."""
    places: dict[str, list[str]] = (told or {}).get("emptied_places", {})
    return {f"{part}/{key}".rstrip("/") for part, keys in places.items() for key in keys}


def _backwards(entries: Iterable[JournalEntry]) -> Iterator[JournalEntry]:
    """Newest version first, and within one the last stage first.

    Within a stage, what came is taken away from the end, then the rest is put. A stage is what came in by
    the same cells of a file; what a person says here has one alone.
    """
    rows = sorted(entries, key=lambda one: (one.version, one.number))
    stages = [list(each) for _, each in groupby(rows, key=lambda one: (one.version, one.deed.source))]
    for stage in reversed(stages):
        yield from sorted(stage, key=_within)


def _within(entry: JournalEntry) -> tuple[bool, int]:
    came = entry.salt is not None and entry.deed.before is None
    return (not came, -entry.number if came else entry.number)


def _meet(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _put_back(body: dict[str, Any], steps: list[str], value: Json) -> None:
    *way, name = _way(steps)
    for step in way[:-1]:
        body = body[step]
    within = body[way[-1]] if way else body
    if isinstance(within, list):
        body[way[-1]] = _with_row(within, name, value)
    elif value is None:
        within.pop(name, None)
    else:
        within[name] = value


def _way(steps: list[str]) -> list[str]:
    """Return the way to an element; its last step may hold strokes itself (centrum/torget)."""
    depth = 2 if steps[0] in NESTED else 1
    return steps if len(steps) <= depth else [*steps[:depth], "/".join(steps[depth:])]


def _with_row(rows: list[Any], key: str, value: Json) -> list[Any]:
    """Return rows with one of them as it was; the key of a row is its id, or its place where it has none."""
    keys = [_key(row, number) for number, row in enumerate(rows)]
    at = keys.index(key) if key in keys else len(rows)
    left, right = rows[:at], rows[at + 1 :]
    return [*left, *([] if value is None else [value]), *right]


def _key(row: Any, number: int) -> str:
    if not isinstance(row, dict):
        return str(number)
    return next((str(row[key]) for key in KEYS if key in row), str(number))
