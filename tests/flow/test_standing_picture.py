"""The standing picture of a place is changed a thing at a time, each held to what the person saw."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.domain.actor import Actor
from evenemang.domain.errors import ChangedMeanwhile, NotFound, Refused
from evenemang.domain.place import Exit, Place, StandingMeasure, Zone
from evenemang.flow.settings.exits import exits_from, lines_of
from evenemang.flow.standing_picture import (
    Judged,
    MeasureSaid,
    NewStandingRisk,
    add_standing_measure,
    add_standing_risk,
    change_standing_measure,
    judge_standing_risk,
    verify_standing_measure,
)
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore
from tests.builders import NOON

SARA, BO = Actor(name="Sara Lind"), Actor(name="Bo Ek")
TODAY = NOON.date()
CLOSED = MeasureSaid(
    title="Avstängd för genomfartstrafik",
    zone="scenen",
    question="traffic.through-traffic",
    decided_on=TODAY - timedelta(days=30),
    owner="Driften",
)
CROSSING = NewStandingRisk(
    title="Korsande trafik",
    zone="scenen",
    question="traffic.through-traffic",
    likelihood=4,
    consequence=5,
    because="38 fordon på 30 minuter",
)


class Noon:
    def now(self) -> datetime:
        return NOON


@pytest.fixture
def workspace() -> Workspace:
    found = Workspace(MemoryStore(), bootstrap.content(), Noon())
    zone = Zone(id="scenen", name="Scenytan", area_m2=100, net_m2=80, planning_density=1)
    found.keep("place", Place(id="torget", name="Torget", zones=(zone,)), SARA, "add")
    return found


def measure(place: Place) -> StandingMeasure:
    (found,) = place.standing_measures
    return found


def test_a_measure_is_verified_again_and_again_and_the_last_look_counts(workspace: Workspace) -> None:
    one = measure(add_standing_measure(workspace, "torget", CLOSED, SARA))
    verify_standing_measure(workspace, "torget", one.id, SARA, on=TODAY, how="Uppe och låst")
    place = verify_standing_measure(workspace, "torget", one.id, BO, on=TODAY - timedelta(days=9), how="Uppe")

    last = measure(place).last_seen(TODAY)

    assert last is not None
    assert (last.on, last.by, last.how) == (TODAY, "Sara Lind", "Uppe och låst")
    assert [look.by for look in measure(place).verified] == ["Bo Ek", "Sara Lind"]


def test_a_look_on_site_never_meets_a_change_of_the_same_measure(workspace: Workspace) -> None:
    one = measure(add_standing_measure(workspace, "torget", CLOSED, SARA))
    verify_standing_measure(workspace, "torget", one.id, BO, on=TODAY, how="Uppe")

    how = CLOSED.model_copy(update={"how": "Tre pollare"})
    place = change_standing_measure(workspace, "torget", one.id, how, SARA, seen=one)

    assert (measure(place).how, len(measure(place).verified)) == ("Tre pollare", 1)


def test_a_measure_changed_by_two_is_refused_to_the_second_with_both_values(workspace: Workspace) -> None:
    one = measure(add_standing_measure(workspace, "torget", CLOSED, SARA))
    theirs, mine = (CLOSED.model_copy(update={"how": said}) for said in ("Två pollare", "Tre pollare"))
    change_standing_measure(workspace, "torget", one.id, theirs, BO, seen=one)

    with pytest.raises(ChangedMeanwhile) as clash:
        change_standing_measure(workspace, "torget", one.id, mine, SARA, seen=one)

    said = clash.value.say("sv")
    assert "Bo Ek" in said
    assert "Två pollare" in said
    assert "Tre pollare" in said
    stored = workspace.place("torget")
    assert stored is not None
    assert measure(stored).how == "Två pollare"


def test_a_risk_is_judged_anew_and_what_it_was_judged_before_stays(workspace: Workspace) -> None:
    place = add_standing_risk(workspace, "torget", CROSSING, SARA)
    first = place.standing_risks[0]
    lower = Judged(likelihood=1, consequence=5, because="Ytan är avstängd")

    place = judge_standing_risk(workspace, "torget", first.id, lower, BO, seen=first.now)

    (now,) = place.standing_risks
    assert [(one.likelihood, one.by) for one in now.history] == [(4, "Sara Lind"), (1, "Bo Ek")]
    with pytest.raises(ChangedMeanwhile):
        judge_standing_risk(workspace, "torget", first.id, lower, SARA, seen=first.now)


@pytest.mark.parametrize(
    "wrong",
    [
        {"done_on": TODAY + timedelta(days=1)},
        {"done_on": TODAY - timedelta(days=31)},
        {"ended_on": TODAY},
    ],
    ids=["done ahead", "done before it was decided", "ended without a reason"],
)
def test_a_measure_with_days_that_cannot_be_is_refused(
    workspace: Workspace, wrong: dict[str, object]
) -> None:
    with pytest.raises(Refused):
        add_standing_measure(workspace, "torget", CLOSED.model_copy(update=wrong), SARA)
    stored = workspace.place("torget")
    assert stored is not None
    assert stored.standing_measures == ()


def test_what_is_not_there_is_told(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        add_standing_risk(workspace, "torget", CROSSING.model_copy(update={"zone": "taket"}), SARA)
    with pytest.raises(NotFound):
        verify_standing_measure(workspace, "torget", "m9", SARA, on=TODAY, how="Uppe")
    with pytest.raises(Refused):
        verify_standing_measure(workspace, "torget", "m9", SARA, on=TODAY + timedelta(days=1), how="Uppe")


NAMES = st.text("abcåäö Mot.", min_size=1, max_size=9).filter(lambda one: one.strip() == one)


@given(
    st.lists(
        st.builds(
            Exit,
            id=st.just("x"),
            name=NAMES,
            width_m=st.floats(0.01, 99).map(lambda w: round(w, 2)),
            note=NAMES,
        ),
        max_size=4,
        unique_by=lambda one: one.name,
    )
)
def test_exits_read_back_from_the_lines_that_a_person_sees(exits: list[Exit]) -> None:
    known = tuple(one.model_copy(update={"id": f"u{at}"}) for at, one in enumerate(exits))

    assert exits_from(lines_of(known), known) == known


@pytest.mark.parametrize(
    "line", ["Mot gården", "; 1,2", "Mot gården; bred", "Mot gården; 0", "Mot gården; 1200"]
)
def test_an_exit_without_a_name_or_a_width_that_can_be_is_refused_with_the_line(line: str) -> None:
    with pytest.raises(Refused) as refused:
        exits_from(f"Norrut; 1,2\n{line}", ())
    assert line in refused.value.say("sv")


def test_widths_of_exits_are_added_and_a_new_exit_gets_an_id_of_its_own() -> None:
    known = exits_from("Norrut; 1,2\nSöderut; 0,9 m", ())
    more = exits_from("Söderut; 0,9; öppnas inåt\nVästerut; 2", known)
    zone = Zone(id="z", name="Z", area_m2=1, net_m2=1, planning_density=1, exits=known)

    assert zone.exit_width_m == 2.1
    assert [(one.id, one.name) for one in more] == [("u2", "Söderut"), ("u3", "Västerut")]
