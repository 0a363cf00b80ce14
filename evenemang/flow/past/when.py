"""When a past event was held, as people write it: days, weeks, months, years. No day is ever made up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from evenemang.domain.event import Held
from evenemang.flow.past.headings import Cell

LONGEST = 80  # characters of a day or two; more is a story
FIRST_YEAR, LAST_YEAR = 1900, 2100
MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "mars march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sept sep",
            "oktober october oct okt",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
HOURS = re.compile(r"\bkl\.? ?\d.*$")
WEEKDAYS = (
    r"\b(?:mån|tis|ons|tors|tor|fre|lör|sön)(?:dag(?:en)?)?\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)

_Y = r"(?P<y>\d{4})"
_M = r"(?P<m>[a-zåäö]{3,9})\.?"
_TO = r"\s*(?:-|till(?: och med)?|t\.? ?o\.? ?m\.?|to|(?P<and>och|and|&|/))\s*"
_DAY = r"(?P<{0}>\d{{1,2}})(?:[:.]?[ae]|st|nd|rd|th)?"


def _day(name: str) -> str:
    return _DAY.format(name)


@dataclass(frozen=True)
class Understood:
    """When it was held; `vague` where a text says a year and more that was not understood."""

    held: Held
    vague: bool = False


def when(said: Cell, year: int | None = None) -> Understood | None:
    """Return when a cell says that it was; a year beside it counts where the cell names none.

    Returns:
        None where no day, week, month or year can be read out of it.
    """
    if isinstance(said, bool) or said is None:
        return None
    if isinstance(said, date):
        return _from_date(said)
    text = _plain(str(int(said)) if isinstance(said, float) and said.is_integer() else str(said))
    for shape, reads in SHAPES if len(text) <= LONGEST else ():
        found = shape.fullmatch(text)
        if found:
            try:
                held = reads(_Parts(found.groupdict(), year), str(said).strip())
            except ValueError:
                continue  # a 31 April is no day; another shape may fit, or none
            if held:
                return Understood(_with_hours(held, str(said)))
    return _year_in(text, str(said).strip(), year)


def _from_date(said: date) -> Understood | None:
    day = said.date() if isinstance(said, datetime) else said
    if not _is_year(day.year):
        return None
    hours = f"{said:%Y-%m-%d %H:%M}" if isinstance(said, datetime) and said.time() != time.min else ""
    return Understood(_days(day, day).model_copy(update={"said": hours}))


def year_of(said: Cell) -> int | None:
    """Return the year that a cell says, and nothing else."""
    text = str(int(said)) if isinstance(said, float) and said.is_integer() else str(said).strip()
    return int(text) if re.fullmatch(r"\d{4}", text) and _is_year(int(text)) else None


def whole_year(year: int) -> Held:
    """Return some time in a year."""
    return _some_time(date(year, 1, 1), date(year, 12, 31), str(year))


def between(first: Held, last: Held) -> Held | None:
    """Return the days from one to another; None where they run backward or are no days."""
    if not (first.exact and last.exact) or last.last < first.first:
        return None
    return _days(first.first, last.last)


class _Parts:
    """What a shape found in a text, as numbers; the year may stand beside it."""

    def __init__(self, found: Mapping[str, str | None], year: int | None) -> None:
        self._found, self._year = found, year

    def has(self, name: str) -> bool:
        """Whether the text says it."""
        return self._found.get(name) is not None

    def number(self, name: str) -> int:
        """Return a number.

        Raises:
            ValueError: If it is not there.
        """
        said = self._found.get(name)
        if said is None:
            raise ValueError(name)
        return int(said)

    def year(self, name: str = "y") -> int:
        """Return the year, of the text or beside it.

        Raises:
            ValueError: If there is none, or it is no year that anybody means.
        """
        said = self._found.get(name) or self._year
        if said is None or not _is_year(int(said)):
            raise ValueError(name)
        return int(said)

    def month(self, name: str = "m") -> int:
        """Return the month.

        Raises:
            ValueError: If it is none.
        """
        said = self._found.get(name) or ""
        if said in MONTHS:
            return MONTHS[said]
        return int(said)


def _plain(text: str) -> str:
    """Return a text as the shapes take it: small letters, one kind of hyphen, no names of weekdays."""
    small = re.sub(r"[\u2010-\u2015\u2212]", "-", text.casefold())
    return re.sub(r"\s+", " ", re.sub(rf"{WEEKDAYS}|\bden\b|{HOURS.pattern}", " ", small)).strip(" ,.-")


def _with_hours(held: Held, said: str) -> Held:
    """Keep what was written where it says hours: one alone, or two, is not when each day began and ended."""
    return held.model_copy(update={"said": said.strip()}) if HOURS.search(said.casefold()) else held


def _days(first: date, last: date) -> Held:
    return Held(first=first, last=last)


def _some_time(first: date, last: date, said: str) -> Held:
    return Held(first=first, last=last, exact=False, said=said)


def _is_year(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def _one_day(parts: _Parts, _said: str) -> Held:
    day = date(parts.year(), parts.month(), parts.number("d"))
    return _days(day, day)


def _within_month(parts: _Parts, _said: str) -> Held | None:
    year, month = parts.year(), parts.month()
    first, last = date(year, month, parts.number("d")), date(year, month, parts.number("e"))
    apart = parts.has("and") and last - first > timedelta(days=1)  # the 25th and the 27th leave out the 26th
    return _days(first, last) if first <= last and not apart else None


def _over_months(parts: _Parts, _said: str) -> Held | None:
    later = parts.year("z") if parts.has("z") else parts.year()
    first_year = parts.year() if parts.has("y") else later
    first = date(first_year, parts.month(), parts.number("d"))
    last = date(later, parts.month("n"), parts.number("e"))
    return _days(first, last) if first <= last and not parts.has("and") else None


def _week(parts: _Parts, said: str) -> Held:
    year = parts.year()
    monday = date.fromisocalendar(year, parts.number("w"), 1)
    # A year's first and last week may reach into another; the year that was written counts.
    first = max(monday, date(year, 1, 1))
    return _some_time(first, min(monday + timedelta(days=6), date(year, 12, 31)), _with_year(said, year))


def _month(parts: _Parts, said: str) -> Held:
    year, month = parts.year(), parts.month()
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return _some_time(date(year, month, 1), last, _with_year(said, year))


def _whole(parts: _Parts, _said: str) -> Held:
    return whole_year(parts.year())


def _with_year(said: str, year: int) -> str:
    return said if str(year) in said else f"{said} {year}"


_NUMBER_MONTH = r"(?P<m>\d{1,2})"
SHAPES: tuple[tuple[re.Pattern[str], Callable[[_Parts, str], Held | None]], ...] = tuple(
    (re.compile(shape), reads)
    for shape, reads in (
        (_Y, _whole),
        (rf"{_Y}-{_NUMBER_MONTH}-{_day('d')}(?:[ t]00:00(?::00)?)?", _one_day),
        (r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})", _one_day),
        (rf"{_Y}-{_NUMBER_MONTH}-{_day('d')}{_TO}(?P<z>\d{{4}})-(?P<n>\d{{1,2}})-{_day('e')}", _over_months),
        (rf"{_Y}-{_NUMBER_MONTH}-{_day('d')}{_TO}(?P<n>\d{{1,2}})-{_day('e')}", _over_months),
        (rf"{_Y}-{_NUMBER_MONTH}-{_day('d')}{_TO}{_day('e')}", _within_month),
        (rf"{_day('d')} ?[/.] ?{_NUMBER_MONTH}(?:[ ./,-]+{_Y})?", _one_day),
        (rf"{_day('d')}{_TO}{_day('e')} ?[/.] ?{_NUMBER_MONTH}(?:[ ./,-]+{_Y})?", _within_month),
        (
            rf"{_day('d')} ?[/.] ?{_NUMBER_MONTH}(?:[ ./]{_Y})?{_TO}"
            rf"{_day('e')} ?[/.] ?(?P<n>\d{{1,2}})(?:[ ./,-]+(?P<z>\d{{4}}))?",
            _over_months,
        ),
        (rf"{_day('d')}\.? ?{_M}(?:,? {_Y})?", _one_day),
        (rf"{_M} {_day('d')}(?:,? {_Y})?", _one_day),
        (rf"{_day('d')}{_TO}{_day('e')}\.? ?{_M}(?:,? {_Y})?", _within_month),
        (
            rf"{_day('d')}\.? ?{_M}(?: {_Y})?{_TO}"
            rf"{_day('e')}\.? ?(?P<n>[a-zåäö]{{3,9}})\.?(?: (?P<z>\d{{4}}))?",
            _over_months,
        ),
        (rf"(?:v|v\.|vecka|week|w) ?(?P<w>\d{{1,2}})(?:[ ,/-]+{_Y})?", _week),
        (rf"{_Y}[ ,-]*(?:v|v\.|vecka|week|w)\.? ?(?P<w>\d{{1,2}})", _week),
        (rf"{_M}(?:,? {_Y})?", _month),
        (rf"{_Y}-{_NUMBER_MONTH}", _month),
    )
)


def _year_in(text: str, said: str, year: int | None) -> Understood | None:
    """Return some time in the one year that a text names, or that stands beside it; the text is kept."""
    named = {int(one) for one in re.findall(r"(?<!\d)\d{4}(?!\d)", text) if _is_year(int(one))}
    found = named or ({year} if year else set())
    if len(found) != 1:
        return None
    only = found.pop()
    return Understood(
        _some_time(date(only, 1, 1), date(only, 12, 31), _with_year(said, only)[:200]), vague=True
    )
