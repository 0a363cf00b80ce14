"""A day as people write it in a cell: a date, or text in the ISO, the Swedish or the English way."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.past.when import MONTHS
from evenemang.workbook.cells import Plain
from evenemang.workbook.returning.telling import LONGEST, NotUnderstood

DAY = Text(sv="Skriv dagen som 2027-08-25.", en="Write the day as 2027-08-25.")
YEAR = Text(sv="Året saknas. Skriv dagen som 2027-08-25.", en="The year is missing. Write it as 2027-08-25.")
EITHER = Text(
    sv="Dag och månad kan vara omkastade. Skriv dagen som 2027-08-25.",
    en="Day and month may be the other way round. Write the day as 2027-08-25.",
)
MOMENT = Text(sv="Skriv dag och klockslag som 2027-08-25 14:30.", en="Write it as 2027-08-25 14:30.")

WEEKDAYS = (
    "måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors tor fre lör sön "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun den the"
).split()
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4})(\d{2})(\d{2})")
NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|:e|:a|\.)? ([a-zåäö]+)\.? (\d{4})")
NAMED_FIRST = re.compile(r"([a-zåäö]+)\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})")
SWEDISH = re.compile(r"(\d{1,2})/(\d{1,2}) (\d{4})")  # 5/8 2027: written so nowhere but here, day first
FIGURES = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
YEARLESS = re.compile(r"\d{1,2}(?:/\d{1,2}| [a-zåäö]+\.?)|[a-zåäö]+\.? \d{1,2}")
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")


def day(shown: Plain) -> date:
    """Return the day in a cell.

    Raises:
        NotUnderstood: If it is no day, lacks its year, or day and month may be the other way round.
    """
    if isinstance(shown, datetime):
        return shown.date()
    if isinstance(shown, date):
        return shown
    if not isinstance(shown, str) or len(shown) > LONGEST:
        raise NotUnderstood(DAY)
    text = _bare(shown)
    try:
        return _written(text)
    except ValueError:
        raise NotUnderstood(YEAR if YEARLESS.fullmatch(text) else DAY) from None


def moment(shown: Plain) -> datetime:
    """Return the moment in a cell, by the clock where the events are.

    Raises:
        NotUnderstood: If it is not a day with a time of day.
    """
    if isinstance(shown, datetime):
        return shown.replace(tzinfo=LOCAL)
    if not isinstance(shown, str) or len(shown) > LONGEST:
        raise NotUnderstood(MOMENT)
    said, _, at = re.sub(r"\s+(kl|at)\.?\s+", " ", shown.strip()).replace("T", " ").rpartition(" ")
    try:
        return datetime.combine(day(said), time.fromisoformat(clock(at)), LOCAL)
    except (NotUnderstood, ValueError):
        raise NotUnderstood(MOMENT) from None


def clock(shown: str) -> str:
    """Return a time of day as 14:30.

    Raises:
        ValueError: If it is none.
    """
    found = CLOCK.fullmatch(shown.strip())
    if found is None:
        msg = "not a time of day"
        raise ValueError(msg)
    return f"{time(int(found[1]), int(found[2])):%H:%M}"


def _bare(shown: str) -> str:
    """Return a day without its weekday, commas and a midnight that a program put after it."""
    text = re.sub(r"[\s\u00a0,]+", " ", shown.casefold()).strip()
    text = re.sub(r"[ t]00:00(:00)?$", "", text)
    words = text.split(" ")
    while words and words[0].rstrip(".") in WEEKDAYS:
        words = words[1:]
    return " ".join(words)


def _written(text: str) -> date:
    if found := ISO.fullmatch(text):
        year, month, of_month = (int(one) for one in found.groups() if one is not None)
        return date(year, month, of_month)
    if found := NAMED.fullmatch(text):
        return date(int(found[3]), MONTHS.get(found[2], 0), int(found[1]))
    if found := NAMED_FIRST.fullmatch(text):
        return date(int(found[3]), MONTHS.get(found[1], 0), int(found[2]))
    if found := SWEDISH.fullmatch(text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := FIGURES.fullmatch(text):
        return _figures(int(found[1]), int(found[2]), int(found[3]))
    msg = "no day"
    raise ValueError(msg)


def _figures(first: int, second: int, year: int) -> date:
    if first <= 12 and second <= 12 and first != second:
        raise NotUnderstood(EITHER)
    return date(year, second, first) if second <= 12 else date(year, first, second)
