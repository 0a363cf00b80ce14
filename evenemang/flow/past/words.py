"""What is said of a list that is tried: what rows become, and what is asked."""

from __future__ import annotations

from collections.abc import Mapping

from evenemang.domain.text import Language, Text
from evenemang.flow.past.changing import Outcome
from evenemang.flow.past.records import Register
from evenemang.flow.past.taking_back import TakenBack
from evenemang.flow.past.trying import Becomes, Trial, Tried

BECOMES: Mapping[Becomes, Text] = {
    "new": Text(sv="blir ett ärende", en="becomes a dossier"),
    "exists": Text(sv="finns redan", en="is here already"),
    "same-row": Text(sv="samma som rad {row}", en="same as row {row}"),
    "cannot": Text(sv="blir inget ärende", en="becomes no dossier"),
}
REGISTERS: Mapping[Register, Text] = {
    "places": Text(sv="Plats", en="Place"),
    "organisers": Text(sv="Arrangör", en="Organiser"),
}
SUMMARY = Text(
    sv="Blir ärenden: {new}. Finns redan: {exists}. Står två gånger: {same}. Blir inget ärende: {cannot}.",
    en="Become dossiers: {new}. Here already: {exists}. Stand twice: {same}. Become no dossier: {cannot}.",
)
CHANGED_BY: Mapping[Outcome, Text] = {
    "list": Text(sv="Ändrad i listan", en="Changed in the list"),
    "both": Text(sv="Krock: ändrad både i listan och här", en="Conflict: changed in the list and here"),
    "here": Text(sv="Ändrad här, listan är som förut", en="Changed here, the list is as it was"),
    "unknown": Text(
        sv="Vad listan sa förut går inte att säga", en="What the list said before cannot be told"
    ),
}
DIFFER = Text(
    sv="Säger något annat än ärendena: {count} fält.", en="Say otherwise than the dossiers: {count} fields."
)
ALIKE = Text(
    sv="”{name}” och ”{other}” liknar varandra och blir två. Rätta listan om de är samma.",
    en="“{name}” and “{other}” are alike and become two. Mend the list if they are one.",
)


def becomes(one: Tried, language: Language) -> str:
    """Return what a row becomes."""
    return BECOMES[one.becomes].say(language).format(row=one.same_as)


def summary(trial: Trial, language: Language) -> str:
    """Return how many rows become what."""
    counts = {name: len(trial.of(name)) for name in BECOMES}
    said = SUMMARY.say(language).format(
        new=counts["new"], exists=counts["exists"], same=counts["same-row"], cannot=counts["cannot"]
    )
    differ = len(trial.differences)
    return f"{said} {DIFFER.say(language).format(count=differ)}" if differ else said


TAKEN_BACK = Text(
    sv="Ärenden: {dossiers}. Platser: {places}. Arrangörer: {organisers}. Lärdomar: {lessons}.",
    en="Dossiers: {dossiers}. Places: {places}. Organisers: {organisers}. Lessons: {lessons}.",
)
PUT_BACK = Text(
    sv="Ärenden som återställs: {dossiers}. Platser som tas bort: {places}. Arrangörer: {organisers}. "
    "Lärdomar: {lessons}.",
    en="Dossiers put back: {dossiers}. Places taken away: {places}. Organisers: {organisers}. "
    "Lessons: {lessons}.",
)
STAYS = Text(
    sv="Kvar, för att något bygger på dem ({count}):", en="Kept, since something is built on them ({count}):"
)


KINDS = ("dossiers", "places", "organisers", "lessons")


def taken_back_said(found: TakenBack, language: Language) -> str:
    """Return how much of a list goes."""
    return TAKEN_BACK.say(language).format(**{one: len(getattr(found, one)) for one in KINDS})


def put_back_said(found: TakenBack, language: Language) -> str:
    """Return how much of an update is put back."""
    return PUT_BACK.say(language).format(**{one: len(getattr(found, one)) for one in KINDS})


def stays_said(found: TakenBack, language: Language) -> str:
    """Return how many dossiers of a list stay, as a heading over them."""
    return STAYS.say(language).format(count=len(found.stays))
