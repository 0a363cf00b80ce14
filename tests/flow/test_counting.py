"""Visitors are counted at many entrances at once, and nothing of it is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.counting import Counter, Entrance, Levels, levels
from evenemang.domain.errors import NotFound, ReasonMissing, Refused
from evenemang.domain.event import LOCAL, Occasion
from evenemang.domain.place import Place, Zone
from evenemang.flow.counting import (
    CountPersons,
    Crowd,
    DropCounter,
    MendCount,
    NamedEntrance,
    SetCounter,
    crowd,
)
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import GIVEN

SARA, JONAS = Actor(name="Sara Lind"), Actor(name="Jonas Berg")
EVENING = datetime(2027, 8, 21, 20, 0, tzinfo=LOCAL)
CLOCK = PlayedClock(EVENING)
STAGE = Zone(id="scenen", name="Scenen", area_m2=2000, net_m2=1850, planning_density=2)  # holds 3 700
TORGET = Place(id="torget", name="Torget", zones=(STAGE,))
COUNTER = SetCounter(
    called="Framför scenen",
    zone="torget/scenen",
    watch=80,
    stop=95,
    entrances=(NamedEntrance(name="Norr"), NamedEntrance(name="Söder")),
)


@pytest.fixture
def workspace() -> Workspace:
    CLOCK.at = EVENING
    return Workspace(MemoryStore(), bootstrap.content(), CLOCK)


@pytest.fixture
def dossier(workspace: Workspace) -> str:
    occasions = (Occasion(date=date(2027, 8, 21), starts="18:00", ends="01:00"),)
    opened = open_dossier(workspace, NewDossier(name="Höstfesten", occasions=occasions), SARA).record.id
    workspace.do(opened, COUNTER, SARA)
    return opened


def now_in(workspace: Workspace, dossier: str) -> Crowd:
    found = workspace.dossier(dossier).record
    return crowd(found, found.counters[0], (TORGET,), workspace.now())


def count(workspace: Workspace, dossier: str, change: int, entrance: str = "E1") -> None:
    workspace.do(dossier, CountPersons(counter="C1", entrance=entrance, change=change), SARA)


def test_phones_that_count_at_the_same_time_lose_nothing(workspace: Workspace, dossier: str) -> None:
    def tap(number: int) -> None:
        count(workspace, dossier, 3 if number % 4 else -1, f"E{number % 2 + 1}")

    with ThreadPoolExecutor(8) as phones:
        list(phones.map(tap, range(40)))

    found = now_in(workspace, dossier)
    assert found.inside == 30 * 3 - 10
    assert found.count
    assert found.count.came == 90
    assert len(workspace.store.journal("dossier", dossier)) >= 40


def test_the_number_stands_against_what_the_register_says_and_the_levels_agreed_on(
    workspace: Workspace, dossier: str
) -> None:
    count(workspace, dossier, 2959)
    assert now_in(workspace, dossier).standing == "calm"
    count(workspace, dossier, 1)
    found = now_in(workspace, dossier)
    assert found.levels == Levels(holds=3700, watch=2960, stop=3515)
    assert found.standing == "watch"
    count(workspace, dossier, 555, "E2")
    assert now_in(workspace, dossier).standing == "stop"
    count(workspace, dossier, -1)
    assert now_in(workspace, dossier).standing == "watch"


def test_a_lower_number_needs_a_source_and_goes_before_the_register(
    workspace: Workspace, dossier: str
) -> None:
    lower = COUNTER.model_copy(update={"counter": "C1", "holds": 3000})
    with pytest.raises(ReasonMissing):
        workspace.do(dossier, lower, SARA)

    workspace.do(dossier, lower.model_copy(update={"because": "Räddningstjänstens yttrande"}), SARA)

    found = now_in(workspace, dossier)
    assert found.levels
    assert found.levels.holds == 3000


def test_the_watch_level_comes_before_the_stop(workspace: Workspace, dossier: str) -> None:
    with pytest.raises(Refused):
        workspace.do(dossier, COUNTER.model_copy(update={"watch": 95}), SARA)


def test_the_most_there_has_been_stays_with_its_time(workspace: Workspace, dossier: str) -> None:
    count(workspace, dossier, 500)
    CLOCK.at = EVENING.replace(hour=21)
    count(workspace, dossier, -200)

    found = now_in(workspace, dossier).count
    assert found
    assert (found.inside, found.most, found.most_at) == (300, 500, EVENING)


def test_after_midnight_it_is_still_that_evening_and_the_next_one_begins_from_nobody(
    workspace: Workspace, dossier: str
) -> None:
    count(workspace, dossier, 100)
    CLOCK.at = datetime(2027, 8, 22, 0, 30, tzinfo=LOCAL)
    count(workspace, dossier, 1)
    assert now_in(workspace, dossier).inside == 101
    CLOCK.at = datetime(2027, 8, 22, 18, 0, tzinfo=LOCAL)
    assert now_in(workspace, dossier).inside == 0


def test_a_count_by_other_means_mends_the_number_and_keeps_what_was_counted(
    workspace: Workspace, dossier: str
) -> None:
    count(workspace, dossier, 40)
    workspace.do(dossier, MendCount(counter="C1", inside=55), JONAS)
    count(workspace, dossier, -60)

    found = now_in(workspace, dossier)
    assert found.inside == 0, "less than nobody is never shown"
    assert found.count
    assert (found.count.inside, found.count.came, found.count.mended) == (-5, 40, 15)


def test_what_is_not_there_or_too_much_at_once_is_refused(workspace: Workspace, dossier: str) -> None:
    with pytest.raises(NotFound):
        count(workspace, dossier, 1, "E9")
    with pytest.raises(Refused):
        count(workspace, dossier, 5_001)
    count(workspace, dossier, 1)
    with pytest.raises(Refused):
        workspace.do(dossier, DropCounter(counter="C1"), SARA)


@settings(max_examples=60, deadline=None)
@given(holds=st.integers(1, 100_000), watch=st.integers(1, 98), more=st.integers(1, 99))
def test_a_level_is_never_passed_before_its_number_says_so(holds: int, watch: int, more: int) -> None:
    stop = min(100, watch + more)
    counter = Counter(
        id="C1",
        name="Scenen",
        holds=holds,
        watch=watch,
        stop=stop,
        entrances=(Entrance(id="E1", name="Norr"),),
        agreed=GIVEN,
    )
    found = levels(counter, holds)

    assert 1 <= found.watch <= found.stop <= max(1, holds)
    assert found.standing(found.stop) == "stop"
    for inside in (found.watch - 1, found.stop - 1):
        assert found.share(inside) < stop
    assert found.standing(found.watch - 1) == "calm"
