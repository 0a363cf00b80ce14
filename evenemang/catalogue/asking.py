"""Checks of conditions: that their names exist, their words can occur, and they can be worked out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, zip_longest

from evenemang.catalogue.fault import Found, Place
from evenemang.catalogue.known import Known, unknown
from evenemang.catalogue.names import comparisons_in
from evenemang.domain.checklist import Question
from evenemang.domain.condition import Condition, Facts, Value
from evenemang.domain.errors import ContentFaulty
from evenemang.domain.text import Text

TRIES = 4


def condition_faults(
    place: Place, condition: Condition, known: Known, answer: Question | None = None
) -> Iterator[Found]:
    """Return what is wrong with a condition; `answer` is the question whose answer it is about."""
    lost = list(strangers(place, condition.names, known, answer))
    yield from lost
    if not lost:
        yield from _impossible_words(place, condition, known, answer)
        yield from _misfits(place, condition, known, answer)


def strangers(
    place: Place, names: frozenset[str], known: Known, answer: Question | None = None
) -> Iterator[Found]:
    """Return the names that nothing answers to."""
    there = known.names()
    for name in sorted(names - there):
        if name == "answer" and answer is None:
            yield Found(
                place,
                Text(sv="Här finns inget svar att fråga efter.", en="There is no answer to ask about here."),
                Text(sv='Skriv answers["område.fråga"].', en='Write answers["area.question"].'),
            )
        elif name != "answer":
            what = Text(sv=f"{_as_written(name)} finns inte.", en=f"{_as_written(name)} does not exist.")
            yield unknown(place, what, name, there)


def _impossible_words(
    place: Place, condition: Condition, known: Known, answer: Question | None
) -> Iterator[Found]:
    """A word that the name can never be, so that the condition silently never holds."""
    for comparison in comparisons_in(condition.source):
        possible = known.words(comparison.name, answer)
        for word in comparison.words:
            if possible is not None and word not in possible:
                yield unknown(
                    place,
                    Text(
                        sv=f"{_as_written(comparison.name)} kan aldrig vara ”{word}”.",
                        en=f"{_as_written(comparison.name)} can never be “{word}”.",
                    ),
                    word,
                    possible,
                )


def _misfits(place: Place, condition: Condition, known: Known, answer: Question | None) -> Iterator[Found]:
    """A comparison of things that cannot be compared, found by trying."""
    for facts in _tries(condition, known, answer):
        try:
            condition.holds(facts)
        except ContentFaulty as error:
            yield Found(
                place,
                _told(error),
                Text(
                    sv="Jämför tal med tal och ord med ord; räkna med double(…) och 2.0.",
                    en="Compare numbers with numbers and words with words; reckon with double(…) and 2.0.",
                ),
            )
            return


def _tries(condition: Condition, known: Known, answer: Question | None) -> Iterator[Facts]:
    """Return facts of the right kinds: each name with its first sample, then its second, then crossed."""
    names = sorted(condition.names)
    samples = [known.samples(name, answer) for name in names]
    rounds = list(zip_longest(*samples)) if samples else [()]
    crossed = [tuple(one[(at + row) % len(one)] for row, one in enumerate(samples)) for at in (0, 1)]
    for values in islice([*rounds, *crossed], TRIES):
        yield _facts(dict(zip(names, values, strict=True)))


def _facts(values: dict[str, Value | None]) -> Facts:
    given = {name: value for name, value in values.items() if value is not None}
    return Facts(
        event={name[6:]: value for name, value in given.items() if name.startswith("event.")},
        answers={name[8:]: value for name, value in given.items() if name.startswith("answers.")},
        answer=given.get("answer"),
    )


def _told(error: ContentFaulty) -> Text:
    told = error.facts["faults"]
    text = told if isinstance(told, Text) else Text(sv=str(told), en=str(told))
    return Text(sv=f"{text.sv}.", en=f"{text.en}.")


def _as_written(name: str) -> str:
    return f'answers["{name[8:]}"]' if name.startswith("answers.") else name
