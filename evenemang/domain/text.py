"""Text: what we or a checklist say, in both languages; and what people type, made harmless."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from evenemang.domain.personal import Holds

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")

LONGEST_TEXT = 20_000  # characters a field; an Excel cell holds 32 767, escapes need room (docs/decisions)


class Frozen(BaseModel):
    """A value: closed, and never changed in place."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Text(Frozen):
    """A sentence in both languages; a missing language cannot be loaded."""

    sv: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Holds("none")]
    en: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Holds("none")]

    def say(self, language: Language) -> str:
        """Return the sentence in one language."""
        return self.en if language == "en" else self.sv


_NO_CHARACTERS = "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
_ODD = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NO_CHARACTERS}]")
"""Control characters but tab and line break, half characters, and code points that are no characters."""


def clean(typed: object) -> object:
    """Return typed text with line breaks as one kind, and other control characters as spaces.

    Tab and line break stay. Half characters (lone surrogates) become U+FFFD and non-characters become
    spaces: neither can be stored in a workbook.
    """
    if not isinstance(typed, str):
        return typed
    if typed.isprintable() or _ODD.search(typed) is None:
        return typed
    text = typed.replace("\r\n", "\n").replace("\r", "\n")
    return _ODD.sub(_harmless, text)


def _harmless(odd: re.Match[str]) -> str:
    return "\ufffd" if unicodedata.category(odd[0]) == "Cs" else " "


# The limits stand inside the cleaning: there pydantic checks them with the string itself, six times as fast.
PersonText = Annotated[str, StringConstraints(max_length=LONGEST_TEXT), BeforeValidator(clean), Holds("free")]
"""What a person typed: kept whole, at most 20 000 characters, harmless in every file we write."""

Required = Annotated[
    str, StringConstraints(max_length=LONGEST_TEXT, pattern=r"\S"), BeforeValidator(clean), Holds("free")
]
"""The same where something must be said: not empty, not only spaces."""

Id = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]*$", max_length=120), Holds("none")
]
"""A short name for programs: letters, digits, hyphen, dot; made once, never reused."""
