"""What the yearly report is made of: paragraphs whose numbers know their records, pictures and lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from evenemang.domain.text import Language

Key = Literal[
    "meetings",
    "events",
    "contacts",
    "risks",
    "actions",
    "measures",
    "incidents",
    "visits",
    "evaluations",
    "lessons",
    "years",
]
Value = str | int | float | date | None


@dataclass(frozen=True)
class Number:
    """A number as it stands in the text, and the list of records that it was counted from."""

    said: str
    about: Key


Piece = str | Number
Paragraph = tuple[Piece, ...]


@dataclass(frozen=True)
class Entry:
    """One record behind a number; where it is found: a dossier and its step, where it is in one."""

    cells: tuple[Value, ...]
    dossier: str = ""
    step: str = ""


@dataclass(frozen=True)
class Records:
    """The records behind a number, how they were counted, and how many of them are not told."""

    key: Key
    title: str
    how: str
    heads: tuple[str, ...]
    entries: tuple[Entry, ...]
    untold: str = ""
    named: int = 0  # the column that says which event it is of


@dataclass(frozen=True)
class Series:
    """One colour of a picture, with a value for each label; None: nothing to count yet."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True)
class Picture:
    """A bar chart as numbers: what it shows, its unit and source, and what those who hear it are told."""

    title: str
    unit: str
    source: str
    alternative: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]  # the darkest first
    stacked: bool = True  # else side by side


@dataclass(frozen=True)
class KeyFigure:
    """A number by itself: what it is called, its value, its unit, and its records."""

    name: str
    value: int | float | None
    unit: str
    about: Key


@dataclass(frozen=True)
class Report:
    """The report as it is read, whatever file it becomes."""

    language: Language
    year: int
    kind: str
    title: str
    made: date
    note: str  # that the facts are invented, or that the year is not over
    paragraphs: tuple[Paragraph, ...]
    pictures: tuple[Picture, ...]
    figures: tuple[KeyFigure, ...]
    records: tuple[Records, ...]
    sender: str = ""
    arms: str = ""  # a PNG in base64
    arms_are: str = ""
    words: tuple[tuple[str, str], ...] = ()  # our own headings, by what they are for

    def word(self, name: str) -> str:
        """Return a heading."""
        return dict(self.words)[name]


def plain(paragraph: Paragraph) -> str:
    """Return a paragraph as it reads."""
    return "".join(one if isinstance(one, str) else one.said for one in paragraph)
