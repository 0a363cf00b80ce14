"""What a page asks every few seconds: which version a dossier has by now, and who else is where in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from evenemang.flow.journal import JournalEntry, Kind

GONE_AFTER = timedelta(seconds=30)  # a closed lid says no farewell
SAID_AGAIN = timedelta(seconds=10)  # a presence is written this often, and when somebody moves


@dataclass(frozen=True)
class Presence:
    """One page that somebody has in front of them: whose, of which dossier, and where in it."""

    key: str  # of the page, not of the person: one may have two
    dossier: str
    who: str
    step: str
    place: str  # an area; empty where the step has none
    at: datetime


class Presences(Protocol):
    """Tells what is new, cheaply: no body is read, and presences are never in a journal."""

    def version(self, kind: Kind, record_id: str) -> int:
        """Return the version of a record; 0 where it is not there."""
        ...

    def journal_after(self, kind: Kind, record_id: str, version: int) -> tuple[JournalEntry, ...]:
        """Return the rows of a record's journal after a version, oldest first."""
        ...

    def be_present(self, presence: Presence) -> None:
        """Say where somebody is; those who have gone are forgotten."""
        ...

    def present(self, dossier: str, since: datetime) -> tuple[Presence, ...]:
        """Return who has been in a dossier since a moment, by name and key."""
        ...


def elsewhere(found: Iterable[Presence], me: str | None) -> dict[str, list[str]]:
    """Return the names of the others by place; each name once at each place."""
    there: dict[str, list[str]] = {}
    for one in found:
        names = there.setdefault(one.place, [])
        if one.who != me and one.who not in names:
            names.append(one.who)
    return {place: names for place, names in there.items() if names}
