"""What headings and sheets are called: compared without regard to case, in either language or both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from evenemang.domain.text import Text
from evenemang.workbook.twin.form import Column

SOURCE = re.compile(r"(?:källa|source) ([1-9][0-9]?)")
NEAR = 0.7  # how alike a misspelt name must be


def folded(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(name.split()).casefold()


def either(title: Text) -> tuple[str, str]:
    """Return a title in both languages, each of which will do."""
    return title.sv, title.en


def nearest_to(name: str, among: Iterable[str]) -> str | None:
    """Return the folded name that a folded name is nearest to, or None."""
    return next(iter(get_close_matches(name, list(among), n=1, cutoff=NEAR)), None)


def names_in(heading: Any) -> set[str]:
    """Return the names that a cell holds, folded: each line, and all of it as one."""
    text = str(heading)
    return {folded(text), *(folded(line) for line in text.split("\n"))} - {""}


def column_named(columns: Sequence[Column], heading: Any) -> str | None:
    """Return the column that a heading names, in either language or both; None where it names none."""
    said = names_in(heading)
    source = next((match for one in said if (match := SOURCE.fullmatch(one))), None)
    if source and any(one.field == "source" for one in columns):
        return f"source.{source[1]}"
    named = (one.code for one in columns if said & {folded(title) for title in either(one.title)})
    return next(named, None)


def nearest_heading(columns: Sequence[Column], heading: str) -> Text | None:
    """Return the title of the column that a misspelt heading is nearest to, or None."""
    titles = {folded(title): one.title for one in columns for title in either(one.title)}
    found = next((match for one in names_in(heading) if (match := nearest_to(one, titles))), None)
    return titles[found] if found else None


def blank(value: Any) -> bool:
    """Whether nothing is written in a cell."""
    return value is None or (isinstance(value, str) and not value.strip())
