"""The last sheet of a twin: every word that may be chosen, and everything a condition may ask about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evenemang.domain.calculator import fields
from evenemang.domain.text import Language, Text
from evenemang.flow.content import Content
from evenemang.workbook.twin.words import ANSWERS, WHEN


@dataclass(frozen=True)
class List:
    """A column of the sheet: its name in formulas, its heading, and what can be chosen."""

    name: str
    title: Text
    width: float
    items: tuple[str, ...]


def when_list(language: Language) -> List:
    """Return what most risks are raised by."""
    items = tuple(", ".join(ANSWERS[code].say(language) for code in codes) for codes in WHEN)
    return List("when", Text(sv="Väcks av", en="Raised by"), 18, items)


def calculator_lists(content: Content) -> tuple[List, List]:
    """Return the installed calculators, and the results that may become an answer."""
    calculators = sorted(content.calculators.values(), key=lambda one: one.id)
    outputs = {field.name for one in calculators for field in fields(one.output)}
    return (
        List("calculators", Text(sv="Beräkning", en="Calculator"), 30, tuple(one.id for one in calculators)),
        List("outputs", Text(sv="Resultat", en="Result"), 24, tuple(sorted(outputs))),
    )


def fact_rows(content: Content, language: Language) -> list[tuple[str, str, str]]:
    """Return every fact of an event: how a condition writes it, what it is, and what it may be."""
    return [
        (f"event.{fact.id}", fact.ask.say(language), _may_be(fact.type, fact.choices, language))
        for fact in content.profile.facts
    ]


def _may_be(kind: str, choices: tuple[Any, ...], language: Language) -> str:
    if kind == "choice":
        return ", ".join(f'"{choice.id}"' for choice in choices)
    words = {"number": Text(sv="tal", en="number"), "yes-no": Text(sv="true, false", en="true, false")}
    return words[kind].say(language)
