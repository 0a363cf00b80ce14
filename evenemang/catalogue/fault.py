"""A fault in content: where it is, what is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evenemang.domain.errors import ContentFaulty
from evenemang.domain.text import Language, Text

Place = tuple[str | int, ...]
"""The way to a value: `("sections", 0, "questions", 3, "ask", "sv")`."""


@dataclass(frozen=True)
class Fault:
    """One fault; `line` counts from 1, and 0 is the whole file."""

    file: str
    line: int
    path: str
    what: Text
    do: Text

    def say(self, language: Language) -> str:
        """Return the fault as one line that editors understand: file, line, path, what, and what to do."""
        where = ":".join(part for part in (self.file, str(self.line or "")) if part)
        path = f" {self.path}:" if self.path else ""
        return f"{where}:{path} {self.what.say(language)} {self.do.say(language)}"


@dataclass(frozen=True)
class Found:
    """A fault before anyone looked up its line."""

    place: Place
    what: Text
    do: Text


def written(place: Place) -> str:
    """Return a place as people write it: `sections[0].questions[3].ask.sv`."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return "".join(parts).lstrip(".")


def refused(faults: Iterable[Fault]) -> ContentFaulty:
    """Return the refusal that tells all faults at once."""
    told = tuple(faults)
    lines = Text(
        sv="\n".join(fault.say("sv") for fault in told),
        en="\n".join(fault.say("en") for fault in told),
    )
    return ContentFaulty(lines.en, count=len(told), faults=lines)
