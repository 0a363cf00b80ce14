"""What leaves the house: nothing internal, nothing secret, and no field that nobody has ruled on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import chain
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from evenemang import bootstrap
from evenemang.domain.actor import Function
from evenemang.domain.decision import Decision
from evenemang.domain.dossier import Dossier
from evenemang.domain.organiser import Organiser
from evenemang.domain.place import Place
from evenemang.flow.audience import READING, RULINGS, WHOLE, Audience
from evenemang.flow.letting_out import let_out
from evenemang.flow.reading import Reading
from evenemang.flow.recording import Whole
from tests.marked_dossier import Marked, marked
from tests.marking import Way

ROOTS: tuple[type[BaseModel], ...] = (Dossier, Organiser, Place, Function)
AUDIENCES: tuple[Audience, ...] = ("organiser", "public", "police")


@pytest.fixture(scope="module")
def found() -> Marked:
    return marked(bootstrap.content())


def models_in(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    if get_origin(kind) in (Annotated, Union, UnionType, tuple, dict):
        yield from chain.from_iterable(map(models_in, get_args(kind)))


def reached() -> set[type[BaseModel]]:
    """Return the kinds of record that somebody outside may see anything of."""
    seen: set[type[BaseModel]] = set()
    waiting = list(ROOTS)
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            if RULINGS.get(model, {}).get(name):
                waiting += models_in(field.annotation)
    return seen


def test_every_field_that_could_leave_has_a_ruling() -> None:
    assert {one: set(one.model_fields) for one in reached()} == {
        one: set(rulings) for one, rulings in RULINGS.items()
    }
    assert {one.name for one in fields(Whole)} == set(WHOLE)
    assert {one.name for one in fields(Reading)} == set(READING)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_the_rulings_keep_is_nowhere_in_what_leaves(found: Marked, audience: Audience) -> None:
    inside = repr(let_out(found.whole, audience))

    told = {word for word, way in found.marker.words.items() if leaves(way, audience)}
    kept = set(found.marker.words) - told
    assert [word for word in found.closed if word in inside] == []
    assert [found.marker.words[word] for word in kept if word in inside] == []
    assert [word for word in found.not_theirs if word in inside and audience == "organiser"] == []
    seen = {(way[-1][0].__name__, way[-1][1]) for word, way in found.marker.words.items() if word in inside}
    assert {("Event", "name"), ("Risk", "title"), ("Action", "do"), ("Decision", "conditions")} <= seen
    assert {("Answer", "value"), ("Organiser", "name"), ("Zone", "name"), ("Function", "short")} <= seen


def leaves(way: Way, audience: Audience) -> bool:
    return all(audience in RULINGS.get(model, {}).get(name, ()) for model, name in way)


def test_the_public_sees_what_is_open_though_it_is_not_the_organisers(found: Marked) -> None:
    inside = repr(let_out(found.whole, "public"))
    told = [word for word in found.not_theirs if word in inside]
    assert len(told) >= 4, "an answer, a risk, an action with its text"
    assert "Trafikkontoret" not in inside


INTERNAL = (
    "Dossier.contacts",
    "Dossier.day_log",
    "Dossier.counters",
    "Dossier.counts",
    "Dossier.stops",
    "Dossier.phones",
    "Dossier.day_plan",
    "Dossier.incidents",
    "Dossier.evaluation",
    "Dossier.lesson_answers",
    "Dossier.moves",
    "Dossier.edition",
    "Dossier.calculations",
    "Event.note",
    "Answer.comment",
    "Answer.earlier",
    "Risk.motive",
    "Risk.existing_controls",
    "Risk.acceptance",
    "Risk.dismissal",
    "StatusChange.how",
    "StatusChange.because",
    "Permit.note",
    "Decision.levels",
    "Decision.officer_view",
    "Stamp.by",
    "Organiser.experience",
    "Place.standing_risks",
    "Zone.note",
)


@pytest.mark.parametrize("field", INTERNAL)
def test_the_groups_own_words_are_for_nobody_outside(field: str) -> None:
    model, name = field.split(".")
    (rulings,) = (each for kind, each in RULINGS.items() if kind.__name__ == model)
    assert rulings[name] == frozenset()


def test_the_groups_reasons_go_to_the_police_and_to_nobody_else() -> None:
    assert RULINGS[Decision]["motive"] == {"police"}
