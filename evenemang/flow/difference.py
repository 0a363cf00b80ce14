"""What differs between two versions of a dossier, element by element: the journal's from and to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from evenemang.domain.assessment import Assessment
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Event
from evenemang.domain.past import FromList
from evenemang.domain.text import Frozen
from evenemang.flow.journal import Json

CONTAINERS = (Dossier, Assessment, Event, FromList)
KEYS = (
    "id",
    "permit",
    "lesson",
    "file",
    "question",
    "area",
    "name",
    "heading",
)  # the first that a model has names it in its list
BOOKKEEPING = ("last_number",)


class Change(Frozen):
    """One element that differs: its path, and its picture before and after (None: not there)."""

    path: str
    before: Json
    after: Json


def changes(before: Dossier, after: Dossier) -> tuple[Change, ...]:
    """Return every element that differs, in the order of the model."""
    return tuple(_walk("", before, after))


def picture(dossier: Dossier, path: str) -> Json:
    """Return the element at a path as JSON takes it; None where there is nothing."""
    return _plain(element(dossier, path))


def element(dossier: Dossier, path: str) -> Any:
    """Return what stands at a path; None where there is nothing. A row's key may hold strokes itself."""
    found: Any = dossier
    steps = path.split("/")
    while steps:
        step, steps = (steps[0], steps[1:]) if isinstance(found, BaseModel) else ("/".join(steps), [])
        found = _step(found, step)
    return found


def _step(found: Any, step: str) -> Any:
    if isinstance(found, BaseModel):
        return getattr(found, step, None)
    if isinstance(found, dict):
        return found.get(step)
    if isinstance(found, tuple):
        return _by_key(found).get(step)
    return None


def _walk(path: str, before: Any, after: Any) -> Iterator[Change]:
    if before is after:
        return
    if isinstance(before, CONTAINERS) and isinstance(after, CONTAINERS):
        for name in type(before).model_fields:
            if name not in BOOKKEEPING:
                yield from _walk(_join(path, name), getattr(before, name), getattr(after, name))
        return
    inside = _elements(before, after)
    if inside is not None:
        first, second = inside
        for key in [*first, *(key for key in second if key not in first)]:
            one, other = first.get(key), second.get(key)
            if one is not other:
                yield from _leaf(_join(path, key), one, other)
        return
    yield from _leaf(path, before, after)


def _leaf(path: str, before: Any, after: Any) -> Iterator[Change]:
    if before is after or before == after:
        return
    yield Change(path=path, before=_plain(before), after=_plain(after))


def _elements(before: Any, after: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
    if isinstance(before, dict) and isinstance(after, dict):
        return before, after
    if isinstance(before, tuple) and isinstance(after, tuple):
        return _by_key(before), _by_key(after)
    return None


def _by_key(rows: tuple[Any, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for number, row in enumerate(rows):
        key = _key(row, number)
        found[f"{key} {number}" if key in found else key] = row  # the same file, attached in two places
    return found


def _key(row: Any, number: int) -> str:
    return next((str(getattr(row, key)) for key in KEYS if hasattr(row, key)), str(number))


def _join(path: str, name: str) -> str:
    return f"{path}/{name}" if path else name


def _plain(value: Any) -> Json:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value if isinstance(value, str | int | float | bool | None) else str(value)
