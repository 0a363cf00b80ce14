"""The cell that a person wrote, as the value that its field holds: nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from evenemang.domain.checklist import NOT_RELEVANT, Choice, Question
from evenemang.domain.event import Occasion
from evenemang.domain.norm import Unit
from evenemang.domain.text import LONGEST_TEXT, Text, clean
from evenemang.flow.journal import Json
from evenemang.workbook.cells import Plain, read_bullets
from evenemang.workbook.layout import Page
from evenemang.workbook.returning import days, numbers
from evenemang.workbook.returning.choosing import chosen
from evenemang.workbook.returning.telling import NotUnderstood
from evenemang.workbook.words import ANSWERS, TRUTH, Words

SOMETHING = Text(sv="Skriv något. Fältet får inte vara tomt.", en="Write something. It may not be empty.")
TOO_LONG = Text(
    sv=f"Texten är för lång. Skriv högst {LONGEST_TEXT} tecken.",
    en=f"The text is too long. Write at most {LONGEST_TEXT} characters.",
)
FAULT = Text(sv="Cellen visar ett fel. Skriv värdet.", en="The cell shows a fault. Write the value.")
FAULTS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")
STEP = Text(sv="Skriv ett helt tal från 1 till 5.", en="Write a whole number from 1 to 5.")
CLOCK = Text(
    sv="Skriv ett klockslag som 14:30, eller dag och klockslag som 2027-08-20 14:30.",
    en="Write a time such as 14:30, or day and time such as 2027-08-20 14:30.",
)
TIME = Text(sv="Skriv ett klockslag som 14:30.", en="Write a time such as 14:30.")
SINGLE = Text(
    sv="Tillfället är en enda dag. Töm cellen, och skriv de andra dagarna på nya rader.",
    en="The occasion is a single day. Empty the cell, and write the other days on new rows.",
)
NO_AREA = Text(
    sv="Skriv riskområdet som det heter på bladet Checklistor.",
    en="Write the area as it is called on the sheet Checklists.",
)


@dataclass(frozen=True)
class Asking:
    """What a cell is read against: the workbook's page, and the record of its row, where there is one."""

    page: Page
    record: Any = None


Read = Callable[[Plain, Asking], Json]


def is_empty(shown: Plain) -> bool:
    """Whether a cell holds nothing that a person can see."""
    return shown is None or (isinstance(shown, str) and not shown.strip())


def text(shown: Plain, _asking: Asking | None = None) -> str:
    """Return the text in a cell; a number or a date that a program made of it, as a person reads it."""
    if isinstance(shown, str) and shown.strip() in FAULTS:
        raise NotUnderstood(FAULT)
    found = str(clean(_as_read(shown)))
    if len(found) > LONGEST_TEXT:
        raise NotUnderstood(TOO_LONG)
    return found


def _as_read(shown: Plain) -> str:
    if isinstance(shown, float) and shown.is_integer():
        return str(int(shown))
    if isinstance(shown, datetime):
        return f"{shown:%Y-%m-%d %H:%M}" if shown.time() != time(0) else f"{shown:%Y-%m-%d}"
    return "" if shown is None else str(shown)


def required(shown: Plain, _asking: Asking) -> str:
    """Return the text in a cell that may not be empty."""
    if is_empty(shown):
        raise NotUnderstood(SOMETHING)
    return text(shown)


def texts(shown: Plain, _asking: Asking) -> list[str]:
    """Return the texts in a cell, one a bullet; without bullets one a line."""
    if is_empty(shown):
        return []
    written = text(shown).strip()
    if written.startswith("•"):
        return [one.strip() for one in read_bullets(_tidied(written)) if one.strip()]
    return [one.strip().lstrip("-–* ") for one in written.split("\n") if one.strip(" -–*")]


def _tidied(bulleted: str) -> str:
    """Return bullets with one space after each, as we write them."""
    lines = bulleted.split("\n")
    return "\n".join(f"• {line[1:].strip()}" if line.startswith("•") else line for line in lines)


def day(shown: Plain, _asking: Asking) -> str | None:
    """Return the day in a cell; None where it is empty."""
    return None if is_empty(shown) else days.day(shown).isoformat()


def moment(shown: Plain, _asking: Asking) -> str:
    """Return the moment in a cell."""
    return days.moment(shown).isoformat()


def step(shown: Plain, _asking: Asking) -> int | None:
    """Return a step of the matrix; None where the cell is empty."""
    return None if is_empty(shown) else numbers.whole_number(shown, 1, 5, STEP)


def days_from(shown: Plain, _asking: Asking) -> int | None:
    """Return days from the event, negative before it; None where the cell is empty."""
    return None if is_empty(shown) else numbers.whole_number(shown, -1000, 1000)


def count(shown: Plain, _asking: Asking) -> int | None:
    """Return how many, 0 or more; None where the cell is empty."""
    return None if is_empty(shown) else numbers.whole_number(shown, 0, 5_000_000)


def person(shown: Plain, asking: Asking) -> str | None:
    """Return who is named: a post's id where it is called so, else the name as written."""
    if is_empty(shown):
        return None
    written = " ".join(text(shown).split())
    posts = asking.page.whole.functions
    called = (
        key
        for key, one in posts.items()
        if written.casefold() in (key.casefold(), one.short.casefold(), one.title.casefold())
    )
    return next(called, written)


def said_person(shown: Plain, asking: Asking) -> str | None:
    """Return who is named, where a name can be changed and not taken away."""
    required(shown, asking)
    return person(shown, asking)


def said_day(shown: Plain, asking: Asking) -> str | None:
    """Return the day in a cell, where it can be changed and not taken away."""
    required(shown, asking)
    return day(shown, asking)


def clock(shown: Plain, asking: Asking) -> str:
    """Return the time of day in a cell."""
    if isinstance(shown, datetime | time):
        return f"{shown:%H:%M}"
    try:
        return days.clock(required(shown, asking))
    except ValueError:
        raise NotUnderstood(TIME) from None


def last_day(shown: Plain, asking: Asking) -> str | None:
    """Return the last day of an occasion: one that is every day has it, one of a single day has none."""
    single = asking.record is not None and isinstance(asking.record.one, Occasion)
    if single and not is_empty(shown):
        raise NotUnderstood(SINGLE)
    return said_day(shown, asking) if asking.record is not None else day(shown, asking)


def word(words: Words, *, whole: bool = False, empty: bool = False, suffix: str = ", ") -> Read:
    """Return a reader of the codes that have words; `whole` where the codes are numbers."""

    def read(shown: Plain, _asking: Asking) -> Json:
        if empty and is_empty(shown):
            return None
        code = chosen(shown, words, suffix=suffix)
        return int(code) if whole else code

    return read


def risk(shown: Plain, asking: Asking) -> str | None:
    """Return the risk that a cell names by its number."""
    if is_empty(shown):
        return None
    risks = asking.page.whole.dossier.risks
    return chosen(shown, {one.id: _same(one.id) for one in risks} or {"": _same("R1")})


def area(shown: Plain, asking: Asking) -> str:
    """Return the area that a cell names."""
    titles = {key: one.title for key, one in asking.page.whole.content.areas.items()}
    try:
        return chosen(shown, titles)
    except NotUnderstood:
        raise NotUnderstood(NO_AREA) from None


def _same(word: str) -> Text:
    return Text(sv=word, en=word)


def answer(shown: Plain, asking: Asking) -> Json:
    """Return the answer to the question of the row, by the kind of answer it takes."""
    if is_empty(shown):
        return None
    question: Question | None = asking.record.found
    if question is None:
        return chosen(shown, ANSWERS)
    try:
        return ANSWERED[question.answer](shown, question)
    except NotUnderstood:
        if question.answer not in ("yes-no", "text") and _is_not_relevant(shown):
            return NOT_RELEVANT
        raise


def _is_not_relevant(shown: Plain) -> bool:
    try:
        return chosen(shown, {NOT_RELEVANT: ANSWERS[NOT_RELEVANT]}) == NOT_RELEVANT
    except NotUnderstood:
        return False


def _number(shown: Plain, question: Question) -> Json:
    return numbers.number(shown, units(question.unit), _expected(question))


def _expected(question: Question) -> Text:
    if question.unit is None:
        return numbers.NUMBER
    unit = question.unit if isinstance(question.unit, Text) else _same(question.unit)
    return Text(sv=f"Skriv ett tal i {unit.sv}.", en=f"Write a number in {unit.en}.")


def units(unit: Unit | None) -> tuple[str, ...]:
    """Return how a unit is written after a number."""
    if unit is None:
        return ()
    return (unit.sv, unit.en) if isinstance(unit, Text) else (unit,)


def _choice(shown: Plain, choices: tuple[Choice, ...]) -> str:
    return chosen(shown, {one.id: one.text for one in choices}, suffix="\x00")


def _text(shown: Plain, _question: Question) -> Json:
    found = text(shown)
    return NOT_RELEVANT if _is_not_relevant(found) else found


def _time(shown: object, _question: Question) -> Json:
    if isinstance(shown, datetime):
        return f"{shown:%Y-%m-%d %H:%M}"
    if isinstance(shown, date):
        raise NotUnderstood(CLOCK)
    on, _, at = str(shown).strip().rpartition(" ")
    try:
        clock = f"{shown:%H:%M}" if isinstance(shown, time) else days.clock(at)
        return f"{days.day(on)} {clock}" if on else clock
    except (NotUnderstood, ValueError):
        raise NotUnderstood(CLOCK) from None


ANSWERED: Mapping[str, Callable[[Plain, Question], Json]] = {
    "yes-no": lambda shown, _question: chosen(shown, ANSWERS),
    "number": _number,
    "choice": lambda shown, question: _choice(shown, question.choices),
    "text": _text,
    "time": _time,
}


def fact(shown: Plain, asking: Asking) -> Json:
    """Return the fact of the row, by its kind; None where the cell is empty: not known."""
    if is_empty(shown):
        return None
    known = asking.page.whole.content.profile.facts
    question = next((one for one in known if one.id == asking.record[0]), None)
    if question is None:
        return text(shown)
    if question.type == "yes-no":
        return chosen(shown, SIMPLE_TRUTH) == "yes"
    if question.type == "choice":
        return _choice(shown, question.choices)
    return numbers.number(shown, units(question.unit))


SIMPLE_TRUTH: Words = {"yes": TRUTH["true"], "no": TRUTH["false"]}
