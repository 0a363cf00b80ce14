"""What a column of a list may be, and the words that headings use for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from evenemang.domain.past import NoteAbout
from evenemang.domain.text import Text

Field = Literal[
    "name",
    "when",
    "from",
    "to",
    "year",
    "place",
    "organiser",
    "kind",
    "visitors",
    "expected",
    "diary-number",
    "officer",
    "happened",
    "lesson",
    "decision",
    "note",
    "left-out",
]

TITLES: Mapping[Field, Text] = {
    "name": Text(sv="Evenemangets namn", en="Name of the event"),
    "when": Text(sv="När det hölls", en="When it was held"),
    "from": Text(sv="Första dagen", en="First day"),
    "to": Text(sv="Sista dagen", en="Last day"),
    "year": Text(sv="Året", en="The year"),
    "place": Text(sv="Plats", en="Place"),
    "organiser": Text(sv="Arrangör", en="Organiser"),
    "kind": Text(sv="Slag av evenemang", en="Kind of event"),
    "visitors": Text(sv="Räknade besök", en="Visits counted"),
    "expected": Text(sv="Väntade besök", en="Visits expected"),
    "diary-number": Text(sv="Diarienummer", en="Diary number"),
    "officer": Text(sv="Handläggare", en="Officer"),
    "happened": Text(sv="Det som hände", en="What happened"),
    "lesson": Text(sv="Lärdom", en="Lesson"),
    "decision": Text(sv="Ställningstagande", en="Decision"),
    "note": Text(sv="Behåll som anteckning", en="Keep as a note"),
    "left-out": Text(sv="Ta inte med", en="Leave out"),
}
SEVERAL: tuple[Field, ...] = ("happened", "lesson", "decision", "note", "left-out")
"""What more than one column may be."""
NOTES: Mapping[Field, NoteAbout] = {
    "happened": "happened",
    "lesson": "lesson",
    "decision": "decision",
    "note": "other",
}

WORDS: Mapping[Field, tuple[str, ...]] = {
    "name": ("evenemang", "evenemangets namn", "namn", "arrangemang", "titel", "event", "event name", "name"),
    "when": ("datum", "när", "tid", "tidpunkt", "dag", "dagar", "vecka", "period", "date", "dates", "when"),
    "from": ("från", "fr o m", "from", "start", "startdatum", "datum från", "första dag", "start date"),
    "to": ("till", "t o m", "tom", "to", "slut", "slutdatum", "datum till", "sista dag", "end", "end date"),
    "year": ("år", "årtal", "year"),
    "place": ("plats", "lokal", "var", "adress", "område", "place", "venue", "location", "where"),
    "organiser": ("arrangör", "anordnare", "sökande", "förening", "organiser", "organizer", "applicant"),
    "kind": ("typ", "slag", "kategori", "evenemangstyp", "typ av evenemang", "kind", "type", "category"),
    "visitors": (
        *("räknade besökare", "räknade besök", "antal besökare utfall", "faktiskt antal besökare"),
        *(
            "verkligt antal besökare",
            "besökare utfall",
            "publik utfall",
            "visitors counted",
            "actual visitors",
        ),
        *("attendance", "counted visitors"),
    ),
    "expected": (
        *("väntade besökare", "förväntade besökare", "förväntat antal besökare", "beräknat antal besökare"),
        *("väntat antal besökare", "väntade besök", "beräknad publik", "förväntad publik"),
        *("expected visitors", "estimated visitors", "expected attendance"),
    ),
    "diary-number": ("dnr", "diarienummer", "diarienr", "ärendenummer", "diary number", "case number"),
    "officer": ("handläggare", "ansvarig handläggare", "officer", "case officer", "handled by"),
    "happened": (
        *("vad hände", "händelser", "incidenter", "tillbud", "incidenter och tillbud", "olyckor", "utfall"),
        *("avvikelser", "incidents", "what happened", "accidents", "near misses"),
    ),
    "lesson": ("lärdom", "lärdomar", "erfarenheter", "att tänka på", "lessons", "lessons learned", "lesson"),
    "decision": ("beslut", "yttrande", "ställningstagande", "decision", "opinion"),
    "note": (
        "anteckning",
        "anteckningar",
        "kommentar",
        "övrigt",
        "noteringar",
        "notes",
        "comments",
        "remarks",
    ),
}
"""Data: the words of headings, Swedish and English, written as `folded` writes them."""

UNCLEAR: Mapping[str, Text] = dict.fromkeys(
    (
        *("besökare", "antal besökare", "besök", "antal besök", "publik", "antal", "deltagare"),
        *("antal deltagare", "visitors", "number of visitors", "visits", "participants"),
    ),
    Text(
        sv="Säg om besöken är räknade efteråt eller väntade i förväg.",
        en="Say whether the visits were counted afterwards or expected beforehand.",
    ),
)
"""Headings that may mean two things: a person says which."""

_MARKS = re.compile(r"[^\w]+")


def folded(heading: str) -> str:
    """Return a heading as it is compared: small letters, words parted by one space, no marks."""
    return " ".join(_MARKS.sub(" ", heading.casefold()).split())


@dataclass(frozen=True)
class Guess:
    """What a heading seems to be, and how surely."""

    field: Field
    sure: int  # 3 the very words, 2 it begins so, 1 the word is in it


def guesses(heading: str) -> list[Guess]:
    """Return what a heading may be, the likeliest first."""
    said = folded(heading)
    found = [Guess(field, sure) for field, words in WORDS.items() if (sure := _sure(said, words))]
    return sorted(found, key=lambda one: -one.sure)


def _sure(said: str, words: tuple[str, ...]) -> int:
    if said in words:
        return 3
    if any(said.startswith(f"{word} ") for word in words):
        return 2
    return int(any(f" {word} " in f" {said} " for word in words))
