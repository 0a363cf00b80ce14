"""Whether a cell still shows what it showed: programs write numbers, days and blanks in ways of their own."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from evenemang.workbook.cells import Plain

HALF_A_SECOND = timedelta(seconds=0.5)


def shows_the_same(written: Plain, found: Plain) -> bool:
    """Return whether two cells show a person the same."""
    return normal(written) == normal(found)


def normal(shown: Plain) -> str:
    """Return what a cell shows, the same whichever program wrote it; empty where it shows nothing.

    A moment to the second, since a program keeps it as a fraction of days; a number with the fifteen digits
    that every program keeps; a text without blanks at the ends of its lines.
    """
    if shown is None:
        return ""
    if isinstance(shown, date):
        return _moment(shown).isoformat()
    if isinstance(shown, int | float) and not isinstance(shown, bool):
        return f"{float(shown):.15G}"
    text = str(shown).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def _moment(shown: date) -> datetime:
    if not isinstance(shown, datetime):
        return datetime.combine(shown, time(0))
    return (shown + HALF_A_SECOND).replace(microsecond=0)
