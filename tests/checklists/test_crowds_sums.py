"""Density, service, width, lanes, stewards, stop levels and crossings: refusals and properties of each."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from checklists.crowds.bands import ORDER
from checklists.crowds.crossing import CROSSING_FLOWS
from checklists.crowds.density import DENSITY
from checklists.crowds.exits import EXIT_CAPACITY
from checklists.crowds.lanes import ENTRY_LANES
from checklists.crowds.service import LEVEL_OF_SERVICE
from checklists.crowds.staffing import STAFFING
from checklists.crowds.stops import STOP_LEVELS
from checklists.crowds.width import EXIT_WIDTH
from evenemang.domain.calculation import caveats, run
from evenemang.domain.calculator import Calculator, Norms, shown
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import Norm, NormFile

ROOT = Path(__file__).parents[2]
FILE = NormFile.model_validate(YAML(typ="safe").load(ROOT / "checklists/crowds/norms.yaml"))
NORMS = {norm.id: norm for norm in FILE.norms}


def done(calculator: Calculator, norms: Norms = NORMS, /, **inputs: Any) -> Any:
    return run(calculator, inputs, norms)[1]


def replaced(norm_id: str, **changes: Any) -> dict[str, Norm]:
    return NORMS | {norm_id: Norm.model_validate(NORMS[norm_id].model_dump() | changes)}


REFUSALS: list[tuple[Calculator, dict[str, Any], str]] = [
    (DENSITY, {"persons": 5, "area_m2": 0}, "Ange en yta på minst en kvadratmeter."),
    (DENSITY, {"persons": -1, "area_m2": 10}, "Antalet kan inte vara negativt."),
    (DENSITY, {"zones": []}, "Lägg till minst ett delområde."),
    (DENSITY, {"persons": 5}, "Fri yta saknas. Ange ett tal."),
    (
        LEVEL_OF_SERVICE,
        {"kind": "queue-space", "persons": 40},
        "Ange de två mått som det valda slaget behöver.",
    ),
    (
        LEVEL_OF_SERVICE,
        {"zones": [{"name": "Bron", "kind": "walkway-flow", "width_m": 4, "persons": 3, "area_m2": 9}]},
        "Bron: Ange de två mått som det valda slaget behöver.",
    ),
    (
        LEVEL_OF_SERVICE,
        {"kind": "walkway-flow", "persons_per_min": 10, "width_m": 0.2},
        "Ange en bredd på minst en halv meter.",
    ),
    (LEVEL_OF_SERVICE, {"persons": 40, "area_m2": 36}, "Slag saknas. Ange något av flöde i gångväg"),
    (EXIT_WIDTH, {"persons": 900, "time_min": 12}, "Tiden ska vara mellan en halv och tio minuter."),
    (
        EXIT_WIDTH,
        {"persons": 900, "time_min": 8, "exits": 1},
        "En enda utgång har ingen reserv. Planera minst två.",
    ),
    (
        EXIT_WIDTH,
        {"persons": 900, "time_min": 8, "rate_set": "open-air", "stepped_share": 0.3},
        "Det valda flödestalet gäller inte trappor.",
    ),
    (
        EXIT_WIDTH,
        {"persons": 900, "time_min": 8, "rate_set": "own", "stepped_share": 1, "rate_level": 60},
        "Ange ett eget flödestal mellan 10 och 109.",
    ),
    (EXIT_WIDTH, {"persons": 0, "time_min": 8}, "Personer som ska ut ska vara minst 1 personer."),
    (
        ENTRY_LANES,
        {"arrivals_peak_hour": 1000, "rate_per_lane_h": 700},
        "Mer än 660 per timme och bana har ingen vändkors klarat. Mät er egen bana.",
    ),
    (
        ENTRY_LANES,
        {"arrivals_peak_hour": 1000, "rate_per_lane_h": 0},
        "Mät hur många en bana släpper in på en timme",
    ),
    (STAFFING, {"posts": [], "visitors": 800}, "Räkna upp posterna först: riktvärdet ersätter dem inte."),
    (
        STAFFING,
        {"posts": [{"name": "Entré", "people": 0}], "visitors": 800},
        "Entré: En post utan person är ingen post.",
    ),
    (STOP_LEVELS, {"maximum": 900, "warn_share": 0.97}, "Förvarningen måste komma före stoppet."),
    (
        STOP_LEVELS,
        {"maximum": 200, "inflow_per_min": 50, "reaction_min": 5},
        "Insläppet är snabbare än grinden hinner stängas: bromsa insläppet.",
    ),
    (STOP_LEVELS, {"maximum": 1}, "Högsta antalet är för lågt för att räkna nivåer på."),
    (
        CROSSING_FLOWS,
        {"other": "vehicles", "walkers_per_min": 20, "other_per_min": 1, "width_m": 6},
        "Ange tätheten på ytan: utan den går det inte att bedöma fordonen.",
    ),
    (
        CROSSING_FLOWS,
        {"other": "walkers", "walkers_per_min": 20, "other_per_min": 1, "width_m": 0.5},
        "Ange en bredd på minst en meter.",
    ),
]


@pytest.mark.parametrize(("calculator", "inputs", "sentence"), REFUSALS)
def test_what_makes_no_sense_is_refused_in_words(
    calculator: Calculator, inputs: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(calculator, inputs, NORMS)

    assert sentence in refused.value.say("sv")
    assert refused.value.say("en") != refused.value.say("sv")


CAVEATS = [
    (DENSITY, ("tätaste platsen", "Färgerna är våra")),
    (LEVEL_OF_SERVICE, ("ur minnet", "yta i kö")),
    (EXIT_WIDTH, ("räknas som en", "svenska siffran för samlingslokal")),
    (ENTRY_LANES, ("ur minnet", "jämn ankomst", "Högsta insläpp per bana")),
    (STAFFING, ("ingen svensk norm", "Ordningsvakter", "riktvärdet är brittiskt och ur minnet")),
    (STOP_LEVELS, ("räknar både in och ut", "Nivå för förvarning")),
    (CROSSING_FLOWS, ("Modellen är vår", "Utryckningsfordon", "Gånghastighet")),
]


@pytest.mark.parametrize(("calculator", "parts"), CAVEATS)
def test_a_result_says_what_it_does_not_say_and_what_is_from_memory(
    calculator: Calculator, parts: tuple[str, ...]
) -> None:
    said = " ".join(one.sv for one in caveats(calculator, NORMS)).lower()

    assert [part for part in parts if part.lower() not in said] == []


def decimals(low: str, high: str, places: int = 2) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(low), Decimal(high), places=places)


# Density


@given(st.integers(1, 10_000), decimals("1", "10000"), st.integers(1, 90))
def test_density_stays_when_persons_and_area_grow_alike(persons: int, area: Decimal, times: int) -> None:
    one = done(DENSITY, persons=persons, area_m2=area)
    other = done(DENSITY, persons=persons * times, area_m2=area * times)

    assert other.density == pytest.approx(one.density, rel=Decimal("1e-20"))
    assert other.level == one.level


@given(st.integers(0, 10_000), st.integers(0, 10_000), decimals("1", "10000"))
def test_more_persons_never_improve_the_colour(persons: int, more: int, area: Decimal) -> None:
    before, after = (done(DENSITY, persons=one, area_m2=area) for one in (persons, persons + more))

    assert ORDER.index(after.level) >= ORDER.index(before.level)


@given(st.lists(st.tuples(st.integers(0, 5_000), decimals("1", "5000")), min_size=1, max_size=5))
def test_the_densest_zone_decides(crowds: list[tuple[int, Decimal]]) -> None:
    zones = [{"name": f"Z{at}", "persons": one, "area_m2": area} for at, (one, area) in enumerate(crowds)]
    whole = done(DENSITY, zones=zones)

    assert whole.density == max(done(DENSITY, **zone).density for zone in zones)
    assert [zone.name for zone in whole.zones] == [zone["name"] for zone in zones]
    assert ORDER.index(whole.level) == max(ORDER.index(zone.level) for zone in whole.zones)


def test_with_nobody_there_the_space_each_is_empty_and_never_zero() -> None:
    result = done(DENSITY, persons=0, area_m2=40)

    assert (result.density, result.space, result.level, result.free) == (Decimal(0), None, "green", True)


def test_where_people_cannot_give_way_it_is_said_though_the_colour_is_green() -> None:
    result = done(DENSITY, persons=100, area_m2=100)

    assert (result.level, result.free) == ("green", False)
    assert shown(done(DENSITY, persons=930, area_m2=300), "level").sv.startswith("orange: håll tillbaka")  # type: ignore[union-attr]  # a Text


# Level of service

SPACES = ("walkway-space", "queue-space", "stairs-space")


@given(decimals("0", "300"), decimals("0", "300"), decimals("0.5", "20"))
def test_more_flow_is_never_better_service(flow: Decimal, more: Decimal, width: Decimal) -> None:
    before, after = (
        done(LEVEL_OF_SERVICE, kind="walkway-flow", persons_per_min=one, width_m=width)
        for one in (flow, flow + more)
    )

    assert after.service >= before.service


@given(st.sampled_from(SPACES), st.integers(1, 500), decimals("0.1", "2000"), decimals("0", "500"))
def test_less_space_is_never_better_service(kind: str, persons: int, area: Decimal, more: Decimal) -> None:
    tight, roomy = (
        done(LEVEL_OF_SERVICE, kind=kind, persons=persons, area_m2=one) for one in (area, area + more)
    )

    assert tight.service >= roomy.service
    assert tight.service in "ABCDEF"


@pytest.mark.parametrize(
    ("flow", "service"),
    [(0, "A"), (22.9, "A"), (23, "B"), (33, "C"), (49, "D"), (66, "E"), (82, "E"), (82.01, "F"), (200, "F")],
)
def test_on_a_bound_of_flow_the_worse_level_counts_but_for_the_last(flow: float, service: str) -> None:
    result = done(LEVEL_OF_SERVICE, kind="walkway-flow", persons_per_min=flow, width_m=1)

    assert (result.service, float(result.flow)) == (service, flow)


@pytest.mark.parametrize(
    ("kind", "area", "service"),
    [
        ("walkway-space", 3.25, "A"),
        ("walkway-space", 3.24, "B"),
        ("walkway-space", 0.46, "E"),
        ("walkway-space", 0.45, "F"),
        ("queue-space", 1.21, "B"),
        ("queue-space", 0.19, "E"),
        ("queue-space", 0.18, "F"),
        ("stairs-space", 0.37, "E"),
        ("stairs-space", 0.36, "F"),
    ],
)
def test_on_a_bound_of_space_the_worse_level_counts_but_for_the_last(
    kind: str, area: float, service: str
) -> None:
    assert done(LEVEL_OF_SERVICE, kind=kind, persons=1, area_m2=area).service == service


def test_the_worst_place_decides_and_the_flow_is_that_of_the_ways() -> None:
    zones = [
        {"name": "Bron", "kind": "walkway-flow", "persons_per_min": 100, "width_m": 2},
        {"name": "Kön", "kind": "queue-space", "persons": 100, "area_m2": 18},
    ]
    result = done(LEVEL_OF_SERVICE, zones=zones)

    assert (result.worst, result.service, result.level) == ("Kön", "F", "red")
    assert result.flow == 50
    assert [zone.service for zone in result.zones] == ["D", "F"]


# Exit width


@given(
    st.integers(1, 50_000),
    decimals("0.5", "10"),
    st.sampled_from(["green-guide", "alcohol", "imo"]),
    st.sampled_from([0, 1]),
)
def test_the_width_put_back_as_an_exit_lets_everybody_out(
    persons: int, minutes: Decimal, rates: str, stepped: int
) -> None:
    asked = {"rate_set": rates, "time_min": minutes}
    wide = shown(done(EXIT_WIDTH, persons=persons, stepped_share=stepped, **asked), "width")
    assert isinstance(wide, Decimal)
    assume(wide <= 600)
    parts = max(1, -(-int(wide) // 50))
    exits = [
        {"width_m": max(wide / parts, Decimal("0.6")), "surface": "stepped" if stepped else "level"}
    ] * parts

    out = done(EXIT_CAPACITY, exits=exits, discount_widest=False, **asked)

    assert out.capacity_all >= persons


@given(st.integers(1, 50_000), decimals("0.5", "5"), decimals("0", "1"))
def test_half_the_width_does_in_twice_the_time(persons: int, minutes: Decimal, share: Decimal) -> None:
    fast, slow = (
        done(EXIT_WIDTH, persons=persons, time_min=one, stepped_share=share).width
        for one in (minutes, minutes * 2)
    )

    assert slow * 2 == pytest.approx(fast, rel=Decimal("1e-20"))


@given(st.integers(1, 50_000), decimals("0.5", "10"), st.integers(2, 100))
def test_with_a_reserve_the_width_is_never_less(persons: int, minutes: Decimal, exits: int) -> None:
    result = done(EXIT_WIDTH, persons=persons, time_min=minutes, exits=exits)

    assert result.width_total >= result.width
    assert result.width_each >= Decimal("1.2")


def test_the_least_width_of_an_exit_is_the_norms() -> None:
    asked = {"persons": 100, "time_min": 8, "exits": 4}

    assert done(EXIT_WIDTH, **asked).width_each == Decimal("1.2")
    assert done(EXIT_WIDTH, replaced("assembly-exit-width", value=0.9), **asked).width_each == Decimal("0.9")


# Entry lanes


@given(st.integers(1, 50_000), decimals("10", "660"))
def test_there_are_just_enough_lanes(arrivals: int, rate: Decimal) -> None:
    result = done(ENTRY_LANES, arrivals_peak_hour=arrivals, rate_per_lane_h=rate)

    assert result.capacity_h >= arrivals > result.capacity_h - rate
    assert (result.queue, result.wait_min, result.queue_area, result.level) == (None, None, None, None)


@given(st.integers(1, 50), st.integers(10, 660))
def test_an_exact_quotient_gives_no_extra_lane(lanes: int, rate: int) -> None:
    assert done(ENTRY_LANES, arrivals_peak_hour=lanes * rate, rate_per_lane_h=rate).lanes == lanes


@given(st.integers(1, 50_000), decimals("10", "660"), st.integers(1, 100))
def test_a_lane_that_opens_never_makes_the_queue_longer(arrivals: int, rate: Decimal, lanes: int) -> None:
    before, after = (
        done(ENTRY_LANES, arrivals_peak_hour=arrivals, rate_per_lane_h=rate, lanes_open=one)
        for one in (lanes, lanes + 1)
    )

    assert after.queue <= before.queue
    assert after.wait_min <= before.wait_min
    assert after.open_capacity_h == rate * (lanes + 1)


@pytest.mark.parametrize(
    ("arrivals", "colour"), [(600, "green"), (601, "yellow"), (750, "yellow"), (751, "orange"), (901, "red")]
)
def test_the_wait_of_the_last_person_gives_the_colour(arrivals: int, colour: str) -> None:
    lanes = {"arrivals_peak_hour": arrivals, "rate_per_lane_h": 600, "lanes_open": 1}

    assert done(ENTRY_LANES, **lanes).level == colour


def test_the_queue_takes_the_roomier_area_unless_somebody_says_otherwise() -> None:
    lanes = {"arrivals_peak_hour": 700, "rate_per_lane_h": 600, "lanes_open": 1}

    assert done(ENTRY_LANES, **lanes).queue_area == 100
    assert done(ENTRY_LANES, **lanes, area_per_person_m2=0.5).queue_area == 50


def test_the_fastest_lane_is_the_norms() -> None:
    norms = replaced("turnstile-rate-max", value=500)

    with pytest.raises(CalculationRefused, match="more than 500 an hour"):
        done(ENTRY_LANES, norms, arrivals_peak_hour=1000, rate_per_lane_h=501)


# Stewards

POSTS = st.lists(
    st.fixed_dictionaries({"name": st.just("P"), "people": st.integers(1, 40), "mobile": st.booleans()}),
    min_size=1,
    max_size=6,
)


@given(POSTS, st.integers(1, 50_000), decimals("0", "1"))
def test_more_are_called_in_than_are_on_duty_and_more_on_duty_than_mobile(
    posts: list[dict[str, Any]], visitors: int, relief: Decimal
) -> None:
    result = done(STAFFING, posts=posts, visitors=visitors, relief_share=relief)

    assert result.total >= result.on_duty >= result.mobile
    assert done(STAFFING, posts=posts, visitors=visitors, relief_share=0).total == result.on_duty


@given(POSTS, POSTS, st.integers(1, 50_000))
def test_a_post_more_never_worsens_the_colour(
    posts: list[dict[str, Any]], more: list[dict[str, Any]], visitors: int
) -> None:
    before, after = (done(STAFFING, posts=one, visitors=visitors) for one in (posts, posts + more))

    assert ORDER.index(after.level) <= ORDER.index(before.level)


def test_few_mobile_among_many_is_yellow() -> None:
    posts = [{"name": "Grindar", "people": 8}]

    assert done(STAFFING, posts=posts, visitors=2000).level == "yellow"


# Stop levels

LEVELS = st.fixed_dictionaries(
    {
        "maximum": st.integers(100, 20_000),
        "inflow_per_min": decimals("0", "10"),
        "reaction_min": decimals("0", "5"),
        "count_error": decimals("0", "0.5"),
    }
)


@given(LEVELS)
def test_the_warning_comes_before_the_stop_and_the_stop_before_the_maximum(levels: dict[str, Any]) -> None:
    result = done(STOP_LEVELS, **levels)

    assert result.warn_at <= result.stop_at <= levels["maximum"]


@given(LEVELS, st.sampled_from(["inflow_per_min", "reaction_min"]), decimals("0", "4"))
def test_a_faster_entry_or_a_slower_gate_never_raises_the_stop(
    levels: dict[str, Any], which: str, more: Decimal
) -> None:
    before, after = (
        done(STOP_LEVELS, **one).stop_at for one in (levels, levels | {which: levels[which] + more})
    )

    assert after <= before


@given(LEVELS, st.integers(0, 20_000), st.integers(0, 5_000))
def test_more_inside_never_improve_the_colour(levels: dict[str, Any], inside: int, more: int) -> None:
    before, after = (done(STOP_LEVELS, **levels, inside=one) for one in (inside, inside + more))

    assert ORDER.index(after.level) >= ORDER.index(before.level)


@pytest.mark.parametrize(
    ("inside", "colour"),
    [(799, "green"), (800, "yellow"), (949, "yellow"), (950, "orange"), (999, "orange"), (1000, "red")],
)
def test_the_count_gives_the_colour(inside: int, colour: str) -> None:
    assert done(STOP_LEVELS, maximum=1000, inside=inside).level == colour


def test_the_shares_are_those_of_the_norms() -> None:
    result = done(STOP_LEVELS, replaced("stop-close-share", value=0.9), maximum=1000)

    assert (result.warn_at, result.stop_at) == (800, 900)


# Crossing flows


@given(decimals("0", "500"), decimals("1", "100"))
def test_without_vehicles_nobody_meets_one(walkers: Decimal, width: Decimal) -> None:
    result = done(CROSSING_FLOWS, other="vehicles", walkers_per_min=walkers, other_per_min=0, width_m=width)

    assert (result.meet_share, result.meetings_h, result.level) == (0, 0, "green")


@given(decimals("0", "100"), decimals("0", "10"), decimals("1", "50"), decimals("0", "10"))
def test_the_share_that_meets_a_vehicle_grows_with_width_and_traffic(
    vehicles: Decimal, more: Decimal, width: Decimal, wider: Decimal
) -> None:
    def share(traffic: Decimal, across: Decimal) -> Decimal:
        result = done(
            CROSSING_FLOWS,
            other="vehicles",
            walkers_per_min=10,
            other_per_min=traffic,
            width_m=across,
            density_p_m2=1,
        )
        assert isinstance(result.meet_share, Decimal)
        return result.meet_share

    assert 0 <= share(vehicles, width) <= 1
    assert share(vehicles + more, width) >= share(vehicles, width)
    assert share(vehicles, width + wider) >= share(vehicles, width)


@given(decimals("0", "500"), decimals("0", "500"), decimals("1", "100"))
def test_two_streams_of_walkers_may_be_swapped(one: Decimal, other: Decimal, width: Decimal) -> None:
    assert done(
        CROSSING_FLOWS, other="walkers", walkers_per_min=one, other_per_min=other, width_m=width
    ) == done(CROSSING_FLOWS, other="walkers", walkers_per_min=other, other_per_min=one, width_m=width)


@pytest.mark.parametrize(
    ("density", "colour"),
    [(0, "yellow"), (0.43, "yellow"), (0.44, "orange"), (2, "orange"), (2.01, "red")],
)
def test_the_denser_the_crowd_the_less_a_vehicle_may_be_there(density: float, colour: str) -> None:
    crossing = {"walkers_per_min": 20, "other_per_min": 1, "width_m": 6}

    assert done(CROSSING_FLOWS, other="vehicles", density_p_m2=density, **crossing).level == colour


@pytest.mark.parametrize(
    ("walkers", "colour"), [(129, "green"), (130, "yellow"), (300, "yellow"), (600, "orange"), (601, "red")]
)
def test_where_walkers_meet_the_density_gives_the_colour(walkers: int, colour: str) -> None:
    crossing = {"walkers_per_min": walkers, "other_per_min": 0, "width_m": 5}

    assert done(CROSSING_FLOWS, other="walkers", **crossing).level == colour
