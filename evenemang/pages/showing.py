"""How things are shown: text from people made harmless, levels, days, numbers, links."""

from __future__ import annotations

import re
from datetime import datetime

from evenemang.domain.event import LOCAL
from evenemang.domain.matrix import LevelId, Matrix
from evenemang.domain.text import Language, Text
from evenemang.flow.saying import day

CHOOSE = Text(sv="Välj", en="Choose")

ICON: dict[LevelId, str] = {
    "low": "circle",
    "medium": "square",
    "high": "change_history",
    "very-high": "report",
}
COLOUR: dict[LevelId, str] = {
    "low": "green",
    "medium": "yellow",
    "high": "orange",
    "very-high": "red",
}

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&=^])")

# Icons, emoji, links, addresses and arrows are looked for after the escapes are gone: an invisible joiner
# parts their signs.
JOINER = "\u2060"
_LIVE = re.compile(
    r"(?<=:)(?=[A-Za-z/+-])|(?<=-)(?=[->])|(?<=[<>~])(?=[=-])|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE
)


def escaped(typed: str) -> str:
    """Return text from a person so that Markdown, HTML, icons, links and maths stay letters."""
    return _MARKDOWN.sub(r"\\\1", _LIVE.sub(JOINER, typed)).replace("\n", "  \n")


def plain(name: str) -> str:
    """Return a short label of a name, for where Markdown is rendered: nothing in it can be markup."""
    return "".join(one if one.isalnum() or one in " ,-?’" else " " for one in name)[:40] or "–"


def level(matrix: Matrix, found: LevelId, score: int, language: Language) -> str:
    """Return a level as a badge: shape, word, number, colour, in that order of trust."""
    word = matrix.word(found).say(language)
    return f":{COLOUR[found]}-badge[:material/{ICON[found]}: {word} {score}]"


def clock(found: datetime) -> str:
    """Return a time of day where the events are: 14:02."""
    return f"{found.astimezone(LOCAL):%H:%M}"


def moment(found: datetime, language: Language) -> str:
    """Return a day and a time: 14 mars 2023 14:02."""
    return f"{day(found.astimezone(LOCAL).date(), language)} {clock(found)}"


def relative(days: int, language: Language) -> str:
    """Return how far off a day is: om 38 dagar, i dag, för 11 dagar sedan."""
    if days == 0:
        return "i dag" if language == "sv" else "today"
    unit_sv, unit_en = ("dag", "day") if abs(days) == 1 else ("dagar", "days")
    if days > 0:
        return f"om {days} {unit_sv}" if language == "sv" else f"in {days} {unit_en}"
    return f"för {-days} {unit_sv} sedan" if language == "sv" else f"{-days} {unit_en} ago"


def overdue(days: int, language: Language) -> str:
    """Return how late something is: 11 dagar sen."""
    if language == "sv":
        return f"{days} {'dag' if days == 1 else 'dagar'} sen"
    return f"{days} {'day' if days == 1 else 'days'} late"
