"""A value within a record of a register, by its path: zones/scenen/net_m2."""

from __future__ import annotations

from typing import Any

from evenemang.flow.journal import Json


def value_at(body: Json, path: str) -> Json:
    """Return the value at a path; None where there is nothing. A row of a list is its id, or its place."""
    for step in path.split("/"):
        body = _step(body, step)
    return body


def has(body: Json, path: str) -> bool:
    """Whether the record has what a value at a path stands in."""
    way, _, _ = path.rpartition("/")
    return not way or value_at(body, way) is not None


def put(body: Json, path: str, value: Json) -> None:
    """Put a value at a path within a record.

    Raises:
        LookupError: If what it stands in is not there.
    """
    way, _, last = path.rpartition("/")
    within: Any = value_at(body, way) if way else body
    if isinstance(within, list) and last.isdigit() and int(last) < len(within):
        within[int(last)] = value
    elif isinstance(within, dict):
        within[last] = value
    else:
        raise LookupError(path)


def _step(body: Json, step: str) -> Json:
    if isinstance(body, dict):
        return body.get(step)
    if isinstance(body, list):
        named = (one for one in body if isinstance(one, dict) and one.get("id") == step)
        return next(named, body[int(step)] if step.isdigit() and int(step) < len(body) else None)
    return None
