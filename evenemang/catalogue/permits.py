"""permits.yaml, read for its form only: no page uses it yet, but its texts and conditions must hold."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.catalogue.conditions import ConditionUnreadable, compile_condition
from evenemang.catalogue.fault import Fault, Place
from evenemang.catalogue.half_checks import walk
from evenemang.catalogue.reader import Document
from evenemang.catalogue.refusals import said

LANGUAGES = frozenset({"sv", "en"})


def permit_faults(document: Document) -> Iterator[Fault]:
    """Return where a language is missing, or a condition cannot be read."""
    for place, value in walk(document.data):
        if isinstance(value, dict) and LANGUAGES & set(value) and set(value) != LANGUAGES:
            yield document.fault(
                place,
                said(
                    "Texten ska stå på båda språken.",
                    "The text must stand in both languages.",
                    "Skriv den under sv: och en:.",
                    "Write it under sv: and en:.",
                ),
            )
        if place and place[-1] == "needed_when" and isinstance(value, str):
            yield from _condition_faults(document, place, value)


def _condition_faults(document: Document, place: Place, source: str) -> Iterator[Fault]:
    try:
        compile_condition(source)
    except ConditionUnreadable as error:
        yield document.fault(place, error.refusal)
