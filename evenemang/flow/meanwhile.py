"""What somebody changed meanwhile: the last row about it, and what a person recognises of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evenemang.domain.errors import ChangedMeanwhile
from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.journal import JournalEntry, Json, canonical


@dataclass(frozen=True)
class Seen:
    """What a person saw in a register's record when they changed it, to be held against what is stored.

    `at` finds it in a record's picture, `say` tells it in words; `what` is what it is called, and `wanted`
    what the person wanted there.
    """

    seen: Json
    at: Callable[[Json], Json]
    say: Callable[[Json], Text]
    what: Text
    wanted: Text

    def hold(self, now: Json, journal: Sequence[JournalEntry]) -> None:
        """Go on only where the record says what the person saw.

        Raises:
            ChangedMeanwhile: If somebody has changed it since; both values, who and when.
        """
        there = self._of(now)
        if canonical(there) == canonical(self.seen):
            return
        last = next((row.deed for row in reversed(journal) if self._changed(row)), None)
        raise ChangedMeanwhile(
            "a register's record",
            who=last.by if last else "?",
            when=f"{last.at.astimezone(LOCAL):%Y-%m-%d %H:%M}" if last else "?",
            what=self.what,
            seen=self.say(self.seen),
            now=self.say(there),
            wanted=self.wanted,
        )

    def _of(self, picture: Json) -> Json:
        return self.at(picture) if picture else None

    def _changed(self, row: JournalEntry) -> bool:
        return canonical(self._of(row.deed.before)) != canonical(self._of(row.deed.after))


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
