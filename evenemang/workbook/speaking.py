"""What every page that sheets are written from can say."""

from __future__ import annotations

from evenemang.domain.text import Language, Text
from evenemang.workbook.words import Words


class Speaking:
    """Says texts and codes in the workbook's language."""

    language: Language

    def say(self, text: Text) -> str:
        """Return our own text in the workbook's language."""
        return text.say(self.language)

    def word(self, words: Words, code: object) -> str:
        """Return what a code is called; the code itself where it has no word."""
        found = words.get(str(code))
        return self.say(found) if found else str(code)
