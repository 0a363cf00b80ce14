"""What the edition before had set up for the day is offered, and taken over by nobody but a person."""

from __future__ import annotations

from datetime import datetime

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.flow.counting import NamedEntrance, SetCounter
from evenemang.flow.day_planning import NotePhone
from evenemang.flow.editions import EditionOf, open_edition
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.recalling.last_time import LastTime, last_time
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import NOON

SARA = Actor(name="Sara Lind")
COUNTER = SetCounter(
    called="Torget",
    holds=100,
    because="Gruppens beslut",
    watch=80,
    stop=95,
    entrances=(NamedEntrance(name="Norr"), NamedEntrance(name="Söder")),
)


class Noon:
    def now(self) -> datetime:
        return NOON


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(MemoryStore(), bootstrap.content(), Noon())


def offered(workspace: Workspace, dossier: str) -> LastTime:
    return last_time(workspace, workspace.dossier(dossier).record)


def test_counters_and_numbers_are_offered_until_somebody_has_confirmed_them(workspace: Workspace) -> None:
    before = open_dossier(workspace, NewDossier(name="Höstfesten"), SARA).record.id
    workspace.do(before, COUNTER, SARA)
    for who, number in (("Vakter", "070-111 22 33"), ("Vård", "070-222 33 44")):
        workspace.do(before, NotePhone(who=who, number=number), SARA)

    opened = open_edition(workspace, EditionOf(previous=before), SARA).record

    assert (opened.counters, opened.phones) == ((), ()), "nothing comes along by itself"
    found = offered(workspace, opened.id)
    assert [one.name for one in found.counters] == ["Torget"]
    assert [one.who for one in found.phones] == ["Vakter", "Vård"]
    workspace.do(opened.id, COUNTER, SARA)
    workspace.do(opened.id, NotePhone(who="Vakterna i år", number="0701112233"), SARA)
    left = offered(workspace, opened.id)
    assert (left.counters, [one.who for one in left.phones]) == ((), ["Vård"])


def test_an_event_that_follows_none_is_offered_nothing(workspace: Workspace) -> None:
    alone = open_dossier(workspace, NewDossier(name="Våryran"), SARA).record.id

    assert offered(workspace, alone) == LastTime()
