"""The sums of traffic, refusal by refusal, property by property; the examples stand with the sums."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from checklists.traffic.calculators import CALCULATORS
from checklists.traffic.parking_fields import ParkingOutput
from checklists.traffic.rescue_access import LEAST, MOST, ROAD, WORST_FIRST
from checklists.traffic.rescue_access_fields import AccessOutput, Measure
from evenemang.domain.calculation import caveats, run
from evenemang.domain.calculator import Calculator, Norms, shown
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import Norm, NormFile
from evenemang.domain.text import Text

ROOT = Path(__file__).parents[2]
FILE = NormFile.model_validate(YAML(typ="safe").load(ROOT / "checklists/traffic/norms.yaml"))
NORMS = {norm.id: norm for norm in FILE.norms}
ACCESS, PARKING = CALCULATORS
GOOD: dict[str, Any] = {
    "width_m": 4,
    "height_m": 4.5,
    "gradient_percent": 5,
    "inner_radius_m": 8,
    "axle_kn": 110,
    "hose_m": 35,
}


def road(norms: Norms = NORMS, **asked: Any) -> AccessOutput:
    result = run(ACCESS, asked, norms)[1]
    assert isinstance(result, AccessOutput)
    return result


def park(norms: Norms = NORMS, **asked: Any) -> ParkingOutput:
    result = run(PARKING, {"visitors": 1000, "car_share": 0.5, "lanes": 1} | asked, norms)[1]
    assert isinstance(result, ParkingOutput)
    return result


def replaced(norm_id: str, **changes: Any) -> dict[str, Norm]:
    return NORMS | {norm_id: Norm.model_validate(NORMS[norm_id].model_dump() | changes)}


REFUSALS: list[tuple[Calculator, Mapping[str, Any], str]] = [
    (ACCESS, {}, "Mät minst ett mått."),
    (ACCESS, {"width_m": -1}, "Ett mått kan inte vara negativt."),
    (PARKING, {"visitors": 500, "car_share": 40, "lanes": 1}, "Andelen ska ligga mellan 0 och 1."),
    (PARKING, {"visitors": 500, "car_share": -0.1, "lanes": 1}, "Andelen ska ligga mellan 0 och 1."),
    (PARKING, {"visitors": 500, "car_share": 0.4, "lanes": 0}, "Ange minst ett körfält ut."),
    (PARKING, {"visitors": 500, "lanes": 1}, "Andel som kommer med bil saknas. Ange ett tal."),
]


@pytest.mark.parametrize(("calculator", "inputs", "sentence"), REFUSALS)
def test_what_makes_no_sense_is_refused_in_words(
    calculator: Calculator, inputs: Mapping[str, Any], sentence: str
) -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(calculator, inputs, NORMS)

    assert refused.value.say("sv") == sentence
    assert refused.value.say("en") != sentence


def test_a_road_that_holds_in_every_measure_is_green() -> None:
    result = road(**GOOD)

    assert (result.level, result.missing) == ("green", ())


@pytest.mark.parametrize("measure", ROAD)
def test_a_road_is_never_green_with_a_measure_missing(measure: str) -> None:
    result = road(**{name: value for name, value in GOOD.items() if name != measure})

    assert (result.level, result.missing) == ("unknown", (measure,))


@pytest.mark.parametrize("measure", get_args(Measure))
def test_a_value_at_the_limit_holds_and_one_past_it_fails(measure: Measure) -> None:
    limit = Decimal(str(NORMS[(LEAST | MOST)[measure]].figure))
    just: dict[str, Any] = {measure: limit}
    past = limit + Decimal("0.01") * (1 if measure in MOST else -1)
    at = {one.measure: one.level for one in road(**just).items}
    beyond = road(**GOOD | {measure: past})

    assert at[measure] == ("yellow" if measure == "width_m" else "green")
    assert beyond.level == "red"


@pytest.mark.parametrize(("width", "level"), [(3.49, "yellow"), (3.5, "green")])
def test_a_width_below_the_wanted_one_is_yellow(width: float, level: str) -> None:
    assert road(**GOOD | {"width_m": width}).level == level


def test_a_replaced_width_changes_the_verdict() -> None:
    assert road(replaced("rescue-width", value=4.5), **GOOD).level == "red"


def test_measures_are_told_by_name_and_colour() -> None:
    result = road(height_m=3.8)

    assert shown(result, "items") == (
        {
            "measure": Text(sv="Minsta fria höjd", en="Least free height"),
            "level": Text(sv="röd: stopp", en="red: stop"),
        },
    )
    missing = shown(result, "missing")
    assert isinstance(missing, tuple)
    assert missing[0] == Text(sv="Minsta bredd", en="Least width")


VALUES = st.decimals(Decimal(0), Decimal(200), places=1)


@given(
    st.dictionaries(st.sampled_from(get_args(Measure)), VALUES, min_size=1),
    st.decimals(Decimal(0), Decimal(50), places=1),
    st.data(),
)
def test_improving_one_measure_never_worsens_the_level(
    given_measures: dict[str, Any], by: Decimal, data: st.DataObject
) -> None:
    which = data.draw(st.sampled_from(sorted(given_measures)))
    value = given_measures[which]
    better = given_measures | {which: max(value - by, Decimal(0)) if which in MOST else value + by}

    before, after = road(**given_measures).level, road(**better).level
    assert WORST_FIRST.index(before) <= WORST_FIRST.index(after)


@pytest.mark.parametrize(("have", "ok", "level"), [(200, True, "green"), (199, False, "orange")])
def test_spaces_that_just_suffice_are_enough(have: int, ok: bool, level: str) -> None:
    result = park(have=have)

    assert (result.spaces, result.ok, result.level) == (200, ok, level)


def test_an_hour_to_empty_is_still_green_and_more_is_yellow() -> None:
    assert park(visitors=3000).outflow_min == 60
    assert park(visitors=3000).level == "green"
    assert park(visitors=3001).level == "yellow"


def test_too_few_spaces_are_worse_than_a_long_wait() -> None:
    assert park(visitors=6000, have=3).level == "orange"


def test_the_careful_end_of_a_range_is_the_default() -> None:
    checked = run(PARKING, {"visitors": 10, "car_share": 1, "lanes": 1}, NORMS)[0].model_dump()

    assert (checked["people_per_car"], checked["area_per_space_m2"], checked["rate_per_lane_h"]) == (
        Decimal("2.5"),
        30,
        600,
    )


def test_a_replaced_range_changes_the_answer() -> None:
    assert park(replaced("parking-people", low=2.0)).spaces == 250


def test_nobody_by_car_needs_no_space() -> None:
    result = park(car_share=0, have=0)

    assert (result.spaces, result.area_m2, result.outflow_min) == (0, Decimal(0), Decimal(0))
    assert result.ok


SHARES = st.decimals(Decimal(0), Decimal(1), places=2)
PEOPLE = st.integers(1, 100_000)


@given(PEOPLE, PEOPLE, st.lists(SHARES, min_size=2, max_size=2).map(sorted))
def test_spaces_never_shrink_when_visitors_or_their_cars_grow(
    visitors: int, more: int, shares: list[Decimal]
) -> None:
    before = park(visitors=visitors, car_share=shares[0])
    after = park(visitors=visitors + more, car_share=shares[1])

    assert before.spaces <= after.spaces
    assert before.area_m2 <= after.area_m2


@given(PEOPLE, SHARES, st.integers(1, 10))
def test_doubling_the_lanes_halves_the_time(visitors: int, share: Decimal, lanes: int) -> None:
    one = park(visitors=visitors, car_share=share, lanes=lanes)
    two = park(visitors=visitors, car_share=share, lanes=2 * lanes)

    assert float(one.outflow_min) == pytest.approx(float(2 * two.outflow_min))


def test_parking_figures_are_told_to_be_from_memory() -> None:
    said = caveats(PARKING, NORMS)[-1].en

    assert said.startswith("From memory or our own judgement:")
    for norm in PARKING.norms:
        assert NORMS[norm].title.en in said


def test_the_wanted_width_of_the_road_is_told_to_be_a_wish_from_memory() -> None:
    assert "3,5 m är önskemål ur minnet" in caveats(ACCESS, NORMS)[0].sv
    assert NORMS["rescue-width-wanted"].sure == "low"
