"""What somebody changed meanwhile: the last row about it, and what a person recognises of it."""

from __future__ import annotations

from collections.abc import Sequence

from evenemang.flow.journal import JournalEntry, Json


def last_touching(journal: Sequence[JournalEntry], path: str) -> JournalEntry | None:
    """Return the last row of a journal about a path."""
    return next((row for row in reversed(journal) if row.deed.touched == path), None)


def short(value: Json) -> str:
    """Return what a person recognises of a picture: its value, its place on the matrix, or its text."""
    if not isinstance(value, dict):
        return "–" if value is None else str(value)
    if "before" in value:
        places = (value["before"], value.get("after") or value["before"])
        return " → ".join(f"{one['likelihood']} × {one['consequence']}" for one in places)
    return next((str(value[key]) for key in ("value", "do", "what", "answer", "name") if key in value), "…")
