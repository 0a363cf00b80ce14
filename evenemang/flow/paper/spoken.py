"""What was said besides the group's own evaluation: of each occasion, and by the organiser."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.evaluation import OrganiserEvaluation, occasion_words
from evenemang.flow.paper.parts import Block, Line, Teller, lines, listed, rows
from evenemang.flow.words import ANSWERS, COUNT_METHODS


def occasions(tell: Teller) -> Iterator[Block]:
    """Yield what was said of each of many occasions."""
    yield from rows(
        (
            tell.say("Tillfälle", "Occasion"),
            tell.say("Hände något", "Did anything happen"),
            tell.say("Vad hände", "What happened"),
            tell.say("Besök", "Visits"),
            tell.say("Vem och när", "By and when"),
        ),
        (2.4, 2, 5, 1.6, 2.6),
        (
            (
                occasion_words(one.id),
                tell.word(ANSWERS["yes" if one.happened else "no"]),
                one.note,
                "" if one.visitors is None else tell.number(one.visitors),
                tell.signed(one.given.by, one.given.at),
            )
            for one in tell.whole.dossier.occasion_reviews
        ),
        tell.say("Tillfällena, ett i taget", "The occasions, one by one"),
    )


def organiser(tell: Teller) -> Iterator[Block]:
    """Yield the organiser's own evaluation."""
    told = tell.whole.dossier.organiser_evaluation
    if told is None:
        return
    yield from lines(
        (tell.say("Noterat av", "Noted by"), tell.stamp(told.given.by, told.given.at)),
        *_figures(tell, told),
        (tell.say("Vädret mot prognosen", "The weather against the forecast"), told.weather),
        (tell.say("Det här hände", "This happened"), listed(told.happened)),
        (tell.say("Det här fungerade", "This worked"), listed(told.worked)),
        (tell.say("Det här gör de annorlunda", "This they do differently"), listed(told.change)),
        (tell.say("Något mer", "Anything more"), told.note),
        title=tell.say("Arrangörens egen utvärdering", "The organiser's own evaluation"),
    )


def _figures(tell: Teller, told: OrganiserEvaluation) -> Iterator[Line]:
    def number(value: int | None) -> str:
        return "" if value is None else tell.number(value)

    yield tell.say("Inget hände", "Nothing happened"), tell.value(told.nothing_happened)
    yield tell.say("Antal besök", "Visits"), number(told.visitors)
    method = tell.word(COUNT_METHODS[told.method]) if told.method else ""
    counts = listed(f"{occasion_words(one.id)}: {number(one.visitors)}" for one in told.by_occasion)
    yield tell.say("Besök per tillfälle", "Visits by occasion"), counts
    yield tell.say("Hur besöken räknades", "How the visits were counted"), method
    yield tell.say("Flest på en gång", "Most at one time"), number(told.peak)
    yield tell.say("Säkerheten kostade, kr", "Safety cost, SEK"), number(told.safety_sek)
