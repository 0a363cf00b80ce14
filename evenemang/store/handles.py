"""Handles: what a person may type instead of an id."""

from __future__ import annotations

from collections.abc import Sequence

from evenemang.domain.errors import Ambiguous, NotFound


def only(handle: str, found: Sequence[str]) -> str:
    """Return the only id found.

    Raises:
        NotFound: If there is none.
        Ambiguous: If there are several.
    """
    if not found:
        raise NotFound("nothing answers", what=handle)
    if len(found) > 1:
        raise Ambiguous("several answer", what=handle, candidates=", ".join(sorted(found)))
    return found[0]
