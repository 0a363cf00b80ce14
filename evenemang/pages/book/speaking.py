"""Who speaks on a page that shows differences: a desk, or whoever looks at a register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from evenemang.domain.text import Language, Text


class Says(Protocol):
    """Says our own texts in the reader's language."""

    def say(self, text: Text | str) -> str:
        """Return a text in the reader's language; what a person typed stays as typed."""
        ...


@dataclass(frozen=True)
class Speaker:
    """Says texts where there is no desk."""

    language: Language

    def say(self, text: Text | str) -> str:
        """Return a text in the reader's language."""
        return text.say(self.language) if isinstance(text, Text) else text
