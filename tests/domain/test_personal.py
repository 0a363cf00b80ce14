"""Personal data: each kept text is ruled on, and what may tell of a person is found where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, get_args

import pytest
from pydantic import BaseModel

from evenemang.domain.evaluation import Evaluation
from evenemang.domain.incident import Incident
from evenemang.domain.organiser import Contact
from evenemang.domain.personal import Holds, models, rulings, said_in
from evenemang.domain.role import Member
from evenemang.domain.text import Frozen, PersonText
from evenemang.flow.journal import JournalEntry
from evenemang.flow.storing import Record

KEPT = models(*get_args(Record), JournalEntry)


@pytest.mark.parametrize("model", KEPT, ids=lambda model: model.__name__)
def test_every_text_that_is_kept_is_ruled_on(model: type[BaseModel]) -> None:
    assert [field for field, ruled in rulings(model).items() if None in ruled] == []


def test_the_models_in_the_records_are_looked_at_too() -> None:
    assert {Incident, Evaluation, Contact, Member} <= set(KEPT)


def test_a_text_that_nobody_has_ruled_on_is_seen_wherever_it_stands() -> None:
    class Unruled(Frozen):
        plain: str
        maybe: tuple[str | None, ...] = ()
        keyed: Mapping[str, int] = MappingProxyType({})
        ruled: PersonText = ""

    assert rulings(Unruled) == {
        "plain": frozenset({None}),
        "maybe": frozenset({None}),
        "keyed": frozenset({None}),
        "ruled": frozenset({"free"}),
    }


def test_a_mark_on_the_field_goes_before_the_mark_on_its_type() -> None:
    class Marked(Frozen):
        hurt: Annotated[PersonText, Holds("health")] = ""

    assert rulings(Marked) == {"hurt": frozenset({"health"})}


def test_what_may_tell_of_a_person_is_found_where_it_stands() -> None:
    member = Member(id="m1", name="Karin Ek", email="karin@kommun.example", organisation="Räddningstjänsten")

    assert [(one.path, one.kind, one.text) for one in said_in(member)] == [
        ("name", "name", "Karin Ek"),
        ("email", "contact", "karin@kommun.example"),
        ("organisation", "free", "Räddningstjänsten"),
    ]
