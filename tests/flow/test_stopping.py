"""The stop criteria of an event follow from its facts, its answers and what the group agreed on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.condition import Value
from evenemang.domain.errors import Refused
from evenemang.domain.event import LOCAL
from evenemang.domain.stop import Stop
from evenemang.flow.assessing import GiveAnswer
from evenemang.flow.day_planning import AgreeStop, DropStop
from evenemang.flow.example.playing import PlayedClock
from evenemang.flow.on_site import NoteInLog
from evenemang.flow.opening import NewDossier, open_dossier
from evenemang.flow.stopping import Criterion, criteria, of_capacity
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

SARA = Actor(name="Sara Lind")
NOW = datetime(2027, 8, 21, 20, 0, tzinfo=LOCAL)
CLOCK = PlayedClock(NOW)
OUTDOORS: dict[str, Value] = {"outdoors": True, "stage": True, "inflatables": True, "tents": False}
BOUNCY, STAGE, THUNDER = "weather.gust-inflatable", "weather.gust-stage-roof", "weather.lightning"


@pytest.fixture
def workspace() -> Workspace:
    CLOCK.at = NOW
    return Workspace(MemoryStore(), bootstrap.content(), CLOCK)


def opened(workspace: Workspace, facts: dict[str, Value]) -> str:
    areas = ("crowds", "weather", "structures")
    return open_dossier(workspace, NewDossier(name="Höstfesten", facts=facts, areas=areas), SARA).record.id


def found(workspace: Workspace, dossier: str) -> dict[str, Criterion]:
    record = workspace.dossier(dossier).record
    content = workspace.content_for(record)
    return {one.id: one for one in criteria(record, content, workspace.read(record), workspace.now())}


def test_an_event_outdoors_has_gusts_for_what_stands_there_lightning_heat_and_density(
    workspace: Workspace,
) -> None:
    there = found(workspace, opened(workspace, OUTDOORS))

    assert {BOUNCY, STAGE, THUNDER, "weather.heat", "crowds.density"} == set(there)
    assert (there[BOUNCY].watch, there[BOUNCY].stop, there[BOUNCY].unit) == (8.0, 10.7, "m/s")
    assert (there[THUNDER].stop, there[THUNDER].unit, there[THUNDER].below) == (30, "s", True)
    for one in there.values():
        assert one.sources, f"{one.id} says no source"
        assert one.unit
        assert one.decides is None, "who decides is for people to say"


def test_an_event_indoors_has_no_weather(workspace: Workspace) -> None:
    assert set(found(workspace, opened(workspace, {"outdoors": False}))) == {"crowds.density"}


def test_the_suppliers_limit_lowers_the_gust_and_never_raises_it(workspace: Workspace) -> None:
    dossier = opened(workspace, OUTDOORS)
    limit = "structures.inflatable-wind"

    workspace.do(dossier, GiveAnswer(question=limit, value=9), SARA)
    lowered = found(workspace, dossier)[BOUNCY]
    workspace.do(dossier, GiveAnswer(question=limit, value=14), SARA)

    assert (lowered.watch, lowered.stop) == (8.0, 9.0)
    assert found(workspace, dossier)[BOUNCY].stop == 10.7


def test_the_group_says_who_decides_and_a_figure_of_its_own_needs_a_source(workspace: Workspace) -> None:
    dossier = opened(workspace, OUTDOORS)
    own = AgreeStop(stop=STAGE, at=15, decides="arrangor-sakerhet")
    with pytest.raises(Refused):
        workspace.do(dossier, own, SARA)

    workspace.do(dossier, own.model_copy(update={"source": "Intyg från scenleverantören"}), SARA)
    agreed = found(workspace, dossier)[STAGE]
    workspace.do(dossier, DropStop(stop=STAGE), SARA)

    assert (agreed.watch, agreed.stop, agreed.decides) == (9.0, 15.0, "arrangor-sakerhet")
    assert agreed.sources == ("Intyg från scenleverantören",)
    assert agreed.instead == 13.0, "what it replaces stays in sight"
    assert found(workspace, dossier)[STAGE].stop == 13.0


def test_a_criterion_of_the_events_own_says_what_and_when(workspace: Workspace) -> None:
    dossier = opened(workspace, OUTDOORS)
    for half in (
        AgreeStop(title="Räddningsväg"),
        AgreeStop(when="Bilar står i vägen"),
        AgreeStop(title="Vattenstånd", at=2, source="Mätstickan"),
        AgreeStop(title="Vattenstånd", watch=3, at=2, unit="m", source="Mätstickan"),
    ):
        with pytest.raises(Refused):
            workspace.do(dossier, half, SARA)

    workspace.do(dossier, AgreeStop(title="Räddningsväg", when="Bilar står i vägen"), SARA)

    assert found(workspace, dossier)["S1"].when == "Bilar står i vägen"


@pytest.mark.parametrize(
    ("stop", "value", "standing"),
    [
        (BOUNCY, 7.9, "calm"),
        (BOUNCY, 8, "watch"),
        (BOUNCY, 10.7, "stop"),
        (THUNDER, 31, "calm"),
        (THUNDER, 30, "stop"),
    ],
)
def test_what_was_read_last_tells_where_it_stands(
    workspace: Workspace, stop: str, value: float, standing: str
) -> None:
    dossier = opened(workspace, OUTDOORS)
    assert found(workspace, dossier)[stop].standing is None
    late = NoteInLog(kind="reading", what="Tidigare", stop=stop, value=1, at=NOW - timedelta(hours=1))

    workspace.do(dossier, NoteInLog(kind="reading", what="Nu", stop=stop, value=value), SARA)
    workspace.do(dossier, late, SARA)

    assert found(workspace, dossier)[stop].standing == standing


def test_the_shares_of_the_highest_number_come_from_the_norms(workspace: Workspace) -> None:
    record = workspace.dossier(opened(workspace, OUTDOORS)).record
    limit = of_capacity(record, workspace.content, workspace.read(record), NOW)

    assert limit
    assert (limit.watch, limit.stop, limit.unit) == (80, 95, "%")


def test_a_plugins_fault_takes_no_other_criterion_away(workspace: Workspace) -> None:
    def broken(_under: object) -> tuple[()]:
        raise ZeroDivisionError

    record = workspace.dossier(opened(workspace, OUTDOORS)).record
    content = replace(workspace.content, stops=(Stop(id="x.broken", look=broken), *workspace.content.stops))

    assert len(criteria(record, content, workspace.read(record), NOW)) == 5
