"""What an answer to a referral is made of: headed parts of sentences, facts and points, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from evenemang.domain.text import Language
from evenemang.flow.paper.parts import Line, Lines, Said


@dataclass(frozen=True)
class Point:
    """One thing in a list, and the lines below it that tell why."""

    text: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Points:
    """A list; numbered where somebody will refer to its points."""

    points: tuple[Point, ...]
    numbered: bool = False


Block = Said | Lines | Points


@dataclass(frozen=True)
class Part:
    """A part of the letter under its heading."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Letter:
    """The letter as it is read, whatever file it becomes."""

    language: Language
    kind: str  # Yttrande
    title: str
    to: str  # empty where it is to nobody in particular
    head: tuple[Line, ...]  # date, both diary numbers, whom to ask
    parts: tuple[Part, ...]
    signature: tuple[str, ...]  # under the line to sign on; none: nobody signs
    running: str  # on every page: of which dossier, and which version of it
    sender: str
    arms: str = ""  # a PNG in base64
    arms_are: str = ""  # what the picture is, for those who hear it
    untied: int = 0  # conditions without a reason of their own: told to who makes the letter, not in it


def facts(*found: Line) -> tuple[Lines, ...]:
    """Return the facts that say something; no block where none does."""
    kept = tuple((label, text) for label, text in found if text.strip())
    return (Lines(kept),) if kept else ()
