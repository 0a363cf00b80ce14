"""Checks of a file that is not yet a model: its names are looked up even so, and all faults come at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evenemang.catalogue.asking import strangers
from evenemang.catalogue.conditions import ConditionUnreadable, compile_condition
from evenemang.catalogue.fault import Fault, Found, Place
from evenemang.catalogue.known import Known, unknown
from evenemang.catalogue.reader import Document
from evenemang.catalogue.refusals import Refusal
from evenemang.domain.text import Text

CONDITIONS = ("proposed_when", "shown_when", "when", "needed_when")


def half_faults(document: Document, known: Known) -> Iterator[Fault]:
    """Return the names and sources that nothing answers to."""
    sources = _ids(document.data.get("sources"))
    for place, value in walk(document.data):
        if place and place[-1] in CONDITIONS and isinstance(value, str):
            yield from _told(document, _strangers(place, value, known))
        if len(place) > 1 and place[-2] == "source" and isinstance(value, str) and value not in sources:
            what = Text(sv=f"Källan ”{value}” finns inte.", en=f"The source “{value}” does not exist.")
            yield from _told(document, [unknown(place, what, value, sources)])


def ids_in(document: Document) -> frozenset[str]:
    """Return every id of a file, as names that conditions may ask about."""
    held = (value for place, value in walk(document.data) if place and place[-1] == "id")
    return frozenset(f"answers.{value}" for value in held)


def walk(data: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Return every value with its place; the reader has refused what is too deep."""
    yield place, data
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, held in inside:
        yield from walk(held, (*place, step))


def _strangers(place: Place, source: str, known: Known) -> Iterator[Found]:
    try:
        _, names = compile_condition(source)
    except ConditionUnreadable:
        return  # told already, when the model was tried
    yield from strangers(place, names - {"answer"}, known)


def _ids(listed: Any) -> list[str]:
    held = listed if isinstance(listed, list) else []
    return [str(one.get("id")) for one in held if isinstance(one, dict)]


def _told(document: Document, found: Any) -> Iterator[Fault]:
    for one in found:
        yield document.fault(one.place, Refusal(one.what, one.do))
