"""Text that looks like an identity number, or a health detail about a named person: for a warning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from pydantic import BaseModel

from evenemang.domain.personal import said_in
from evenemang.domain.text import Text
from evenemang.flow.health_words import FIRST_NAMES, NO_SURNAMES, STEMS, WHY

PERSONAL_NUMBER = Text(sv="ett personnummer", en="a personal identity number")
COORDINATION_NUMBER = Text(sv="ett samordningsnummer", en="a coordination number")
HEALTH = Text(sv="{what} hos någon som nämns vid namn", en="{what} of somebody who is named")

DAYS_ADDED = 60  # to the day, in a coordination number
CENTURIES = (18, 19, 20)

_DASH = "[-+\u2010-\u2015\u2212]"
_NUMBER = re.compile(
    rf"(?<![0-9])(?=((1[89]|20)?([0-9]{{2}})-?([0-9]{{2}})-?([0-9]{{2}})\s?{_DASH}?\s?([0-9]{{4}}))(?![0-9]))"
)
_SENTENCE = re.compile(r"[.!?;]\s|\n")
_WORD = "[A-ZÅÄÖÉÜ][a-zåäöéèüß]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéèüß]+)?"
_PAIR = re.compile(rf"\b({_WORD}) ({_WORD})\b")
_ALONE = re.compile(rf"\b{_WORD}\b")
_STEMS = {
    kind: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, stems))})\w*", re.IGNORECASE)
    for kind, stems in STEMS.items()
}


@dataclass(frozen=True)
class Seen:
    """What was seen in a text: the kind of thing, and the words or figures themselves."""

    what: Text
    text: str


def seen_in(text: str) -> tuple[Seen, ...]:
    """Return what in a text looks like an identity number or tells of a named person's health."""
    plain = unicodedata.normalize("NFKC", text)
    return tuple(dict.fromkeys(chain(_numbers(plain), _health(plain))))


def seen_in_record(record: BaseModel) -> tuple[Seen, ...]:
    """Return the same of every text in a record or a deed that a person wrote; of a name, only numbers."""
    found = (LOOKED_FOR[one.kind](one.text) for one in said_in(record) if one.kind in LOOKED_FOR)
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _numbers_in(text: str) -> tuple[Seen, ...]:
    return tuple(_numbers(unicodedata.normalize("NFKC", text)))


LOOKED_FOR: Mapping[str, Callable[[str], tuple[Seen, ...]]] = {
    "free": seen_in,
    "health": seen_in,
    "name": _numbers_in,
}
"""What is looked for in a text, by what it holds."""


def _numbers(text: str) -> Iterator[Seen]:
    for found in _NUMBER.finditer(text):
        written, century, year, month, day, last = found.groups()
        added = int(day) > DAYS_ADDED
        born = int(day) - DAYS_ADDED if added else int(day)
        centuries = (int(century),) if century else CENTURIES
        real = any(_is_day(one * 100 + int(year), int(month), born) for one in centuries)
        if real and _adds_up(f"{year}{month}{day}{last}"):
            yield Seen(COORDINATION_NUMBER if added else PERSONAL_NUMBER, written)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _adds_up(ten: str) -> bool:
    """Whether ten digits carry the check digit of an identity number (the Luhn sum is whole tens)."""
    products = (int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(ten))
    return sum(product // 10 + product % 10 for product in products) % 10 == 0


def _health(text: str) -> Iterator[Seen]:
    for sentence in _SENTENCE.split(text):
        name = next(_names(sentence), None)
        if name is None:
            continue
        for kind, stems in _STEMS.items():
            found = stems.search(sentence)
            if found:
                why = WHY[kind]
                what = Text(sv=HEALTH.sv.format(what=why.sv), en=HEALTH.en.format(what=why.en))
                yield Seen(what, f"{name} … {found[0]}")


def _names(sentence: str) -> Iterator[str]:
    """Yield what looks like a person's name: two capitalised words, or a common first name alone."""
    for pair in _PAIR.finditer(sentence):
        if not _is_no_surname(pair[2]):
            yield pair[0]
    yield from (word for word in _ALONE.findall(sentence) if word in FIRST_NAMES)


def _is_no_surname(word: str) -> bool:
    return word.lower().endswith(NO_SURNAMES) or any(one.match(word) for one in _STEMS.values())


def told(found: Iterable[Seen]) -> tuple[Text, ...]:
    """Return each thing seen, in words with what was written."""
    return tuple(
        Text(sv=f"{one.what.sv} (”{one.text}”)", en=f"{one.what.en} (“{one.text}”)") for one in found
    )
