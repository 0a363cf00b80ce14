"""The year against the one before it, and how much of a difference chance alone would give."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.flow.report.gathering import Told
from evenemang.flow.report.parts import Number, Paragraph
from evenemang.flow.report.telling import count, joined, told
from evenemang.flow.saying import number
from evenemang.flow.year import YearFigures

EVENTS = Text(
    sv="Jämfört med {year} var evenemangen {word}: {now} mot {then}.",
    en="Compared with {year} there were {word} events: {now} against {then}.",
)
INCIDENTS = Text(
    sv="De rapporterade händelserna var {word}: {now} mot {then}.",
    en="There were {word} reported incidents: {now} against {then}.",
)
RATES = Text(
    sv="Per 10 000 besök var de {now} mot {then}.",
    en="Per 10,000 visits there were {now} against {then}.",
)
MAY_BE_CHANCE = Text(
    sv="Osäkerheten i talen är större än skillnaden, som alltså kan vara en slump.",
    en="The uncertainty of the figures is larger than the difference, which may thus be chance.",
)
BEYOND_CHANCE = Text(
    sv="Skillnaden är större än vad slumpen brukar ge.",
    en="The difference is larger than chance usually gives.",
)
MORE, FEWER, AS_MANY = (
    Text(sv="fler", en="more"),
    Text(sv="färre", en="fewer"),
    Text(sv="lika många", en="as many"),
)


def compared(it: Told) -> Paragraph:
    """Return the year against the one before; nothing while it goes on, or where there was none before."""
    if not it.earlier or not it.is_over or it.earlier[0][0] != it.year - 1:
        return ()
    year, then = it.earlier[0]
    now = it.figures
    return joined(
        (
            _against(it, EVENTS, now.events.events, then.events.events, year),
            _against(it, INCIDENTS, now.incidents.incidents, then.incidents.incidents, year),
            _rates(it, then),
        )
    )


def _against(it: Told, text: Text, now: int, then: int, year: int) -> Paragraph:
    word = AS_MANY if now == then else MORE if now > then else FEWER
    language = it.language
    neuter = text is EVENTS
    return told(
        text,
        language,
        year=str(year),
        word=word.say(language),
        now=count(now, "years", language, neuter=neuter),
        then=count(then, "years", language, neuter=neuter),
    )


def _rates(it: Told, before: YearFigures) -> Paragraph:
    now, then, language = it.figures.visits.rate, before.visits.rate, it.language
    if now is None or then is None:
        return ()
    said = {
        key: Number(number(one.per_10_000, language, 1), "years")
        for key, one in (("now", now), ("then", then))
    }
    apart = now.lower > then.upper or then.lower > now.upper
    return joined((told(RATES, language, **said), told(BEYOND_CHANCE if apart else MAY_BE_CHANCE, language)))
