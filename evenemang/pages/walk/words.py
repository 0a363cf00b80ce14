"""What is stored as codes, in words: answers, numbers with units, when it was saved and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from evenemang.domain.actor import Stamp
from evenemang.domain.checklist import NO, NOT_RELEVANT, PARTLY, YES, Question
from evenemang.domain.condition import Value
from evenemang.domain.event import LOCAL
from evenemang.domain.norm import Unit
from evenemang.domain.text import Language, Text
from evenemang.flow.saying import day, number
from evenemang.flow.words import ANSWERS, capital
from evenemang.pages.showing import clock
from evenemang.pages.walk.visit import Visit

ICONS = {YES: "check", PARTLY: "contrast", NO: "close", NOT_RELEVANT: "remove"}
NOT_ANSWERED = Text(sv="Inte besvarad", en="Not answered")
SAVED = Text(sv="Sparat", en="Saved")
DECIMALS = 3  # more than any question asks for


def answer_words(question: Question | None, value: Value | None, language: Language) -> str:
    """Return an answer as a person says it; one to a question that is not installed keeps its code."""
    if value is None:
        return NOT_ANSWERED.say(language)
    if isinstance(value, str) and value in ANSWERS:
        return capital(ANSWERS[value]).say(language)
    if isinstance(value, int | float) and not isinstance(value, bool):
        unit = unit_words(question.unit, language) if question else ""
        return f"{figure(value, language)} {unit}".strip()
    choices = question.choices if question else ()
    return next((one.text.say(language) for one in choices if one.id == value), str(value))


def figure(value: float, language: Language) -> str:
    """Return a number with the decimals it has, 3 at most: 1 850, 2,5."""
    rounded = f"{float(value):.{DECIMALS}f}".rstrip("0")
    return number(value, language, len(rounded.partition(".")[2]))


def figures(values: Iterable[float | None], language: Language) -> str:
    """Return several numbers in one line: 24; 26,5; –, as they are typed."""
    return "; ".join("–" if one is None else figure(one, language) for one in values)


def with_comma(figures: str, language: Language) -> str:
    """Return figures in a text with the decimal sign of the language."""
    return re.sub(r"(?<=\d)\.(?=\d)", ",", figures) if language == "sv" else figures


def unit_words(unit: Unit | None, language: Language) -> str:
    """Return a unit in words; none is an empty string."""
    return unit.say(language) if isinstance(unit, Text) else unit or ""


def moment_short(at: datetime, visit: Visit) -> str:
    """Return the time where it was today, else the day."""
    here = at.astimezone(LOCAL)
    if here.date() == visit.desk.house.workspace.now().date():
        return clock(at)
    return day(here.date(), visit.desk.language)


def saved(given: Stamp, visit: Visit) -> str:
    """Return when and by whom something was saved: Sparat 14:02 · Sara Lind."""
    return f"{visit.desk.say(SAVED)} {moment_short(given.at, visit)} · {visit.who(given.by)}"
