"""A value as a person reads it in a list of differences."""

from __future__ import annotations

from datetime import date, datetime, time

from evenemang.workbook.cells import Plain


def as_shown(shown: Plain) -> str | None:
    """Return a cell as text; None where it is empty."""
    if shown is None or shown == "":
        return None
    if isinstance(shown, datetime):
        return f"{shown:%Y-%m-%d}" if shown.time() == time(0) else f"{shown:%Y-%m-%d %H:%M}"
    if isinstance(shown, date):
        return shown.isoformat()
    if isinstance(shown, float):
        return str(int(shown)) if shown.is_integer() else f"{shown:.15G}".replace(".", ",")
    return str(shown).strip() or None
