"""How a finding is marked: icon and word, plum for attention, never a colour of risk."""

from __future__ import annotations

from evenemang.domain.review import Severity
from evenemang.domain.text import Language, Text
from evenemang.flow.words import FINDINGS, capital

LOOKS: dict[Severity, tuple[str, str]] = {
    "error": ("violet", "block"),
    "warning": ("violet", "flag"),
    "hint": ("gray", "info"),
}
MANY: dict[Severity, Text] = {
    "error": Text(sv="hinder", en="obstacles"),
    "warning": Text(sv="varningar", en="warnings"),
    "hint": Text(sv="påpekanden", en="hints"),
}


def badge(severity: Severity, language: Language) -> str:
    """Return how serious a finding is, as a badge."""
    colour, icon = LOOKS[severity]
    return f":{colour}-badge[:material/{icon}: {capital(FINDINGS[severity]).say(language)}]"


def counted(severity: Severity, count: int) -> Text:
    """Return a number of findings in words: 2 varningar."""
    word = FINDINGS[severity] if count == 1 else MANY[severity]
    return Text(sv=f"{count} {word.sv}", en=f"{count} {word.en}")
