"""Who is where, in memory."""

from __future__ import annotations

from datetime import datetime

from evenemang.flow.presence import GONE_AFTER, Presence


class MemoryPresences:
    """The part of the store in memory that knows who is where."""

    def __init__(self) -> None:
        """Start empty."""
        self._present: dict[str, Presence] = {}

    def be_present(self, presence: Presence) -> None:
        """Say where somebody is; those who have gone are forgotten."""
        before = presence.at - GONE_AFTER
        kept = {key: one for key, one in self._present.items() if one.at >= before}
        self._present = kept | {presence.key: presence}

    def present(self, dossier: str, since: datetime) -> tuple[Presence, ...]:
        """Return who has been in a dossier since a moment, by name and key."""
        found = (one for one in self._present.values() if one.dossier == dossier and one.at >= since)
        return tuple(sorted(found, key=lambda one: (one.who, one.key)))
