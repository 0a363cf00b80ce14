"""How the report tells: sentences with numbers in them, and the grammar of none, one and many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import Formatter

from evenemang.domain.text import Language, Text
from evenemang.flow.report.parts import Key, Number, Paragraph, Piece
from evenemang.flow.saying import in_words, listed, number
from evenemang.flow.words import sentence

ALL_OF = Text(sv="samtliga {count}", en="all {count}")
ALL = Text(sv="alla", en="all of them")
OF_THEM = Text(sv="{part} av dem", en="{part} of them")
NONE_OF = Text(sv="ingen", en="none")
NONE_OF_NEUTER = Text(sv="inget", en="none")


def told(text: Text, language: Language, **values: Piece | Paragraph) -> Paragraph:
    """Return a sentence with its values in place; a number in it keeps its records."""
    found: list[Piece] = []
    for words, name, _, _ in Formatter().parse(text.say(language)):
        found.append(words)
        if name is not None:
            value = values[name]
            found.extend(value if isinstance(value, tuple) else (value,))
    return tuple(one for one in found if one != "")


def joined(sentences: Iterable[Paragraph]) -> Paragraph:
    """Return sentences after one another, without those that say nothing."""
    found: list[Piece] = []
    for one in filter(None, sentences):
        found.extend((" ", *one) if found else one)
    return tuple(found)


def begun(paragraph: Paragraph) -> Paragraph:
    """Return a sentence with a capital first letter."""
    if not paragraph:
        return ()
    first, *rest = paragraph
    if isinstance(first, str):
        return sentence(first), *rest
    return Number(sentence(first.said), first.about), *rest


def enumerated(parts: Sequence[Paragraph], language: Language) -> Paragraph:
    """Return parts of a sentence: a, b och c."""
    found: list[Piece] = []
    for at, part in enumerate(parts):
        if at:
            found.append(", " if at + 1 < len(parts) else f" {'och' if language == 'sv' else 'and'} ")
        found.extend(part)
    return tuple(found)


def count(value: int, about: Key, language: Language, *, neuter: bool = False) -> Number:
    """Return a number in words where it is small."""
    return Number(in_words(value, language, neuter=neuter), about)


def part_of(part: int, whole: int, about: Key, language: Language, *, neuter: bool = False) -> Number:
    """Return how many of a whole: ingen, tre, samtliga åtta."""
    if part == 0:
        return Number((NONE_OF_NEUTER if neuter else NONE_OF).say(language), about)
    if part == whole and whole > 1:
        return Number(ALL_OF.say(language).format(count=in_words(whole, language)), about)
    return count(part, about, language, neuter=neuter)


def of_them(part: int, whole: int, about: Key, language: Language, *, neuter: bool = False) -> Paragraph:
    """Return how many of those just told: alla, sju av dem, ingen av dem."""
    if part == whole and whole > 1:
        return (Number(ALL.say(language), about),)
    return told(OF_THEM, language, part=part_of(part, whole, about, language, neuter=neuter))


def about_as_many(value: int, language: Language) -> str:
    """Return a large number without false exactness: omkring 166 100."""
    step = 100 if value >= 10_000 else 10 if value >= 1_000 else 1
    rounded = round(value / step) * step
    said = number(rounded, language)
    if rounded == value:
        return said
    return f"omkring {said}" if language == "sv" else f"about {said}"


def names(found: Sequence[str], language: Language) -> str:
    """Return names as they stand in a sentence."""
    return listed([" ".join(one.split()) for one in found], language)
