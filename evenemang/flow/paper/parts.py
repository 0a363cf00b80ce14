"""What a dossier on paper is made of, and how its values read in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from evenemang.domain.checklist import Choice
from evenemang.domain.event import LOCAL
from evenemang.domain.risk import Judgement
from evenemang.domain.text import Language, Text
from evenemang.flow.audience import WITHHELD
from evenemang.flow.permitting import PermitLine
from evenemang.flow.recording import Whole
from evenemang.flow.words import ANSWERS, capital

Line = tuple[str, str]  # label and text


@dataclass(frozen=True)
class Lines:
    """Labels, each with what it says; a title over them where they need one."""

    lines: tuple[Line, ...]
    title: str = ""


@dataclass(frozen=True)
class Rows:
    """A table: heads, how wide each column is to the others, and rows of as many texts."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""


@dataclass(frozen=True)
class Cell:
    """One square of a matrix: its level, the level in words with the score, and the risks in it."""

    level: str
    says: str
    here: str


@dataclass(frozen=True)
class Square:
    """A matrix: steps upwards with their squares, the likeliest first, and the steps sideways."""

    title: str
    corner: str
    sideways: tuple[str, ...]
    upwards: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True)
class Pair:
    """Two matrices that are read together, and kept on one page where they fit on one."""

    before: Square
    after: Square
    note: str  # what their numbers mean


@dataclass(frozen=True)
class Said:
    """A sentence on its own."""

    text: str


Block = Lines | Rows | Pair | Said


@dataclass(frozen=True)
class Section:
    """A part of the dossier with its heading."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Paper:
    """A dossier as it is printed."""

    language: Language
    kind: str  # which version it is, on every page
    about: str  # what is left out of it
    title: str
    id: str
    printed: str
    front: tuple[Line, ...]
    sections: tuple[Section, ...]
    sender: str = ""  # the municipality's name
    arms: str = ""  # and its arms, a PNG in base64
    arms_are: str = ""  # what the picture is, for those who hear it


@dataclass(frozen=True)
class Teller:
    """What is told of, and the language it is told in."""

    whole: Whole
    permits: tuple[PermitLine, ...]
    language: Language

    def say(self, sv: str, en: str) -> str:
        """Return our own words."""
        return en if self.language == "en" else sv

    def text(self, text: Text | str | None) -> str:
        """Return a text in the language, or as a person typed it."""
        return text.say(self.language) if isinstance(text, Text) else text or ""

    def word(self, word: Text) -> str:
        """Return the word of a code, to begin a line."""
        return capital(word).say(self.language)

    def person(self, name: str | None) -> str:
        """Return who it is; nothing where that is not told."""
        return "" if not name or name == WITHHELD else self.whole.name_of(name)

    def moment(self, at: datetime) -> str:
        """Return a moment in local time."""
        return f"{at.astimezone(LOCAL):%Y-%m-%d %H:%M}"

    def stamp(self, by: str, at: datetime) -> str:
        """Return who did it and when; only when, where the name is not told."""
        return ", ".join(one for one in (self.person(by), self.moment(at)) if one)

    def signed(self, by: str, at: datetime) -> str:
        """Return the same for a narrow column, one under the other."""
        return "\n".join(one for one in (self.person(by), self.moment(at)) if one)

    def number(self, value: float) -> str:
        """Return a number as the language writes it."""
        plain = f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
        return plain if self.language == "en" else plain.replace(",", "\u00a0").replace(".", ",")

    def value(self, value: object, choices: Iterable[Choice] = ()) -> str:
        """Return an answer or a fact in words."""
        if value is None or isinstance(value, bool):
            return "" if value is None else self.word(ANSWERS["yes" if value else "no"])
        if isinstance(value, int | float):
            return self.number(value)
        chosen = next((one.text for one in choices if one.id == value), None)
        return self.word(chosen) if chosen else str(value)

    def level(self, judged: Judgement) -> str:
        """Return a judgement as word and numbers: Hög 12 (3 × 4)."""
        word = self.word(self.whole.content.matrix.word(judged.level(self.whole.content.matrix)))
        return f"{word} {judged.score} ({judged.likelihood} × {judged.consequence})"

    @property
    def today(self) -> date:
        """The day it is printed."""
        return self.whole.as_of.astimezone(LOCAL).date()


def lines(*found: Line, title: str = "") -> tuple[Block, ...]:
    """Return the lines that say something, as a block; no block where none does."""
    kept = tuple((label, text) for label, text in found if text.strip())
    return (Lines(kept, title),) if kept else ()


def rows(
    heads: Sequence[str], widths: Sequence[float], found: Iterable[Sequence[str]], title: str = ""
) -> tuple[Block, ...]:
    """Return a table without the columns that say nothing; no table where there is no row."""
    every = [tuple(one) for one in found]
    kept = [at for at in range(len(heads)) if any(row[at].strip() for row in every)]
    if not kept:
        return ()
    told = tuple(tuple(row[at] for at in kept) for row in every)
    return (Rows(tuple(heads[at] for at in kept), tuple(widths[at] for at in kept), told, title),)


def listed(texts: Iterable[str]) -> str:
    """Return texts one under the other; several are given a dash each."""
    every = tuple(texts)
    return "\n".join(f"– {one}" for one in every) if len(every) > 1 else "".join(every)
