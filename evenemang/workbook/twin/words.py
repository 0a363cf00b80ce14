"""The words that stand for codes in a twin: chosen from a list, read in either language or as the code."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from evenemang.domain.checklist import AnswerKind, AskOf
from evenemang.domain.text import LANGUAGES, Text
from evenemang.flow import words

Words = Mapping[str, Text]

ANSWER_KINDS: Mapping[AnswerKind, Text] = {
    "yes-no": Text(sv="ja eller nej", en="yes or no"),
    "number": Text(sv="tal", en="number"),
    "choice": Text(sv="val", en="choice"),
    "text": Text(sv="fri text", en="free text"),
    "time": Text(sv="klockslag", en="time"),
}
ASK_OF: Mapping[AskOf, Text] = {
    "organiser": Text(sv="arrangören", en="the organiser"),
    "group": Text(sv="gruppen", en="the group"),
    "both": Text(sv="båda", en="both"),
}
AXES, HARMS, PHASES, SECRECIES, SURE = (
    words.AXES,
    words.HARMS,
    words.PHASES,
    words.SECRECIES,
    words.SURE,
)
ANSWERS: Words = {code: words.ANSWERS[code] for code in ("yes", "partly", "no")}
WHEN: tuple[tuple[str, ...], ...] = (("no", "partly"), ("no",), ("partly",), ("yes",), ("yes", "partly"))
"""What most risks are raised by; any other list, and any condition, may be written."""


def code_of(words: Mapping[Any, Text], written: str) -> str | None:
    """Return the code that a word stands for, in either language; None where it stands for none."""
    return _all(words).get(_plain(written))


def nearest(words: Mapping[Any, Text], written: str) -> str | None:
    """Return the code whose word is nearest to a misspelt one, or None."""
    near = get_close_matches(_plain(written), _all(words), n=1)
    return _all(words)[near[0]] if near else None


def _all(words: Mapping[Any, Text]) -> dict[str, str]:
    codes = {str(code): str(code) for code in words}
    said = {_plain(word.say(one)): str(code) for code, word in words.items() for one in LANGUAGES}
    return {**said, **codes}


def _plain(written: str) -> str:
    return " ".join(written.split()).casefold()
