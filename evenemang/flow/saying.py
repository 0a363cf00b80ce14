"""How numbers, days and lists read in running text, in either language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from evenemang.domain.text import Language

NBSP = "\u00a0"
MONTHS: dict[Language, tuple[str, ...]] = {
    "sv": (
        *("januari", "februari", "mars", "april", "maj", "juni"),
        *("juli", "augusti", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
NUMBERS: dict[Language, tuple[str, ...]] = {
    "sv": ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
}


def number(value: float, language: Language, decimals: int = 0) -> str:
    """Return a number as it is written in the language, with no-break spaces."""
    text = f"{value:,.{decimals}f}"
    return text if language == "en" else text.replace(",", NBSP).replace(".", ",")


def in_words(count: int, language: Language, *, neuter: bool = False) -> str:
    """Return a number as it is written in running text: words up to twelve; `neuter`: ett evenemang."""
    if count == 1 and neuter and language == "sv":
        return "ett"
    return NUMBERS[language][count] if count < len(NUMBERS[language]) else number(count, language)


def day(found: date, language: Language, *, year: bool = True) -> str:
    """Return a date in words: 20 augusti 2027."""
    month = MONTHS[language][found.month - 1]
    return f"{found.day}{NBSP}{month}{NBSP + str(found.year) if year else ''}"


def listed(names: Sequence[str], language: Language) -> str:
    """Return names as they stand in a sentence: a, b och c."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} {'och' if language == 'sv' else 'and'} {names[-1]}"
