"""When an event is, in words: 20–21 augusti 2027."""

from __future__ import annotations

from datetime import date, datetime

from evenemang.domain.event import LOCAL, Event
from evenemang.domain.text import Language
from evenemang.flow.saying import day

WEEKDAYS = {
    "sv": ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}


def period(event: Event, language: Language) -> str:
    """Return the days of an event, or when a list says that it was; nothing while no date is set."""
    occasions = event.each_occasion()
    if occasions:
        return between(occasions[0].date, occasions[-1].date, language)
    if event.some_time:
        return event.some_time.said
    return between(event.held.first, event.held.last, language) if event.held else ""


def between_moments(starts: datetime | None, ends: datetime | None, language: Language) -> str:
    """Return the days of an event in a list; an end in the small hours belongs to the evening before."""
    if starts is None:
        return ""
    first = starts.astimezone(LOCAL)
    last = (ends or starts).astimezone(LOCAL)
    small_hours = last.date() > first.date() and last.hour < 6
    return between(
        first.date(), date.fromordinal(last.toordinal() - 1) if small_hours else last.date(), language
    )


def between(first: date, last: date, language: Language) -> str:
    """Return a span of days, without saying month or year twice."""
    if first == last:
        return day(first, language)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, language)}"
    return f"{day(first, language, year=first.year != last.year)}\u2009–\u2009{day(last, language)}"


def weekday(found: date, language: Language) -> str:
    """Return a day with its weekday: tisdag 13 juli 2027."""
    return f"{WEEKDAYS[language][found.weekday()]} {day(found, language)}"
