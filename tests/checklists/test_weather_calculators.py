"""The sums of weather, refusal by refusal, property by property; the examples stand with the sums."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from checklists.weather.calculators import CALCULATORS
from checklists.weather.gust_at_height import HeightOutput
from checklists.weather.heat import SEVERITY, HeatOutput
from checklists.weather.lightning import LightningOutput
from checklists.weather.wind_actions_fields import WindOutput
from checklists.weather.wind_chill import ChillOutput
from evenemang.domain.calculation import caveats, norms_used, run
from evenemang.domain.calculator import Calculator, Norms, fields, shown
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import Norm, NormFile
from evenemang.domain.text import Text

ROOT = Path(__file__).parents[2]
FILE = NormFile.model_validate(YAML(typ="safe").load(ROOT / "checklists/weather/norms.yaml"))
NORMS = {norm.id: norm for norm in FILE.norms}
SOURCES = {source.id: source for source in FILE.sources}
WIND, HEIGHT, CHILL, LIGHTNING, HEAT = CALCULATORS
STEPS = ("none", "watch", "act", "leave")
OBJECTS = ("inflatable", "party-tent", "engineered-tent", "stage-roof")


def wind(norms: Norms = NORMS, **asked: Any) -> WindOutput:
    result = run(WIND, asked, norms)[1]
    assert isinstance(result, WindOutput)
    return result


def height(**asked: Any) -> HeightOutput:
    result = run(HEIGHT, asked, NORMS)[1]
    assert isinstance(result, HeightOutput)
    return result


def chill(temperature: Decimal | float, speed: Decimal | float, norms: Norms = NORMS) -> ChillOutput:
    result = run(CHILL, {"temperature_c": temperature, "wind_m_s": speed}, norms)[1]
    assert isinstance(result, ChillOutput)
    return result


def thunder(norms: Norms = NORMS, **asked: Any) -> LightningOutput:
    result = run(LIGHTNING, asked, norms)[1]
    assert isinstance(result, LightningOutput)
    return result


def heat(*days: Any, norms: Norms = NORMS) -> HeatOutput:
    result = run(HEAT, {"daily_max_c": list(days)}, norms)[1]
    assert isinstance(result, HeatOutput)
    return result


def replaced(norm_id: str, **changes: Any) -> dict[str, Norm]:
    return NORMS | {norm_id: Norm.model_validate(NORMS[norm_id].model_dump() | changes)}


TENT: dict[str, Any] = {"object": "party-tent", "gust_m_s": 5}
ORDER = "Stegen ska komma i ordning: bevaka, agera, lämna."
REFUSALS: list[tuple[Calculator, Mapping[str, Any], str]] = [
    (WIND, {"object": "party-tent"}, "Ange vindby eller medelvind."),
    (WIND, TENT | {"watch": 12, "act": 9, "leave": 14}, ORDER),
    (WIND, TENT | {"act": 20}, ORDER),
    (
        WIND,
        {"object": "inflatable", "gust_m_s": 5, "act": 12},
        "För hoppborg får leverantören bara sänka gränsen.",
    ),
    (WIND, TENT | {"mean_m_s": 8}, "Byn kan inte vara svagare än medelvinden."),
    (WIND, TENT | {"leave": 2}, "Leverantörens steg 3 ska vara minst 3 m/s."),
    (HEIGHT, {"gust_10m": 10, "height_m": 0}, "Ange en höjd mellan 0,5 och 150 meter."),
    (HEIGHT, {"gust_10m": 10, "height_m": 151}, "Ange en höjd mellan 0,5 och 150 meter."),
    (CHILL, {"temperature_c": -80, "wind_m_s": 3}, "Kontrollera temperaturen."),
    (CHILL, {"temperature_c": 51, "wind_m_s": 3}, "Kontrollera temperaturen."),
    (CHILL, {"temperature_c": -8, "wind_m_s": -3}, "Vinden kan inte vara negativ."),
    (LIGHTNING, {}, "Ange sekunder eller klockslag för knallen."),
    (LIGHTNING, {"flash_to_bang_s": 20, "wait_min": 15}, "Gränserna får höjas men inte sänkas."),
    (LIGHTNING, {"flash_to_bang_s": 20, "suspend_s": 29}, "Gränserna får höjas men inte sänkas."),
    (
        LIGHTNING,
        {"last_thunder": "25:10"},
        "Senaste knallen, klockslag ska vara ett klockslag, till exempel 18:30.",
    ),
    (HEAT, {"daily_max_c": []}, "Ange minst en dags högsta temperatur."),
    (HEAT, {"daily_max_c": [None, None]}, "Ange minst en dags högsta temperatur."),
    (HEAT, {"daily_max_c": [31, 130, 31]}, "Tal 2: Kontrollera temperaturen."),
]


@pytest.mark.parametrize(("calculator", "inputs", "sentence"), REFUSALS)
def test_what_makes_no_sense_is_refused_in_words(
    calculator: Calculator, inputs: Mapping[str, Any], sentence: str
) -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(calculator, inputs, NORMS)

    assert refused.value.say("sv") == sentence
    assert refused.value.say("en") != sentence


@pytest.mark.parametrize(
    ("gust", "step"), [(7.9, "none"), (8, "watch"), (10.7, "watch"), (10.8, "act"), (13.9, "leave")]
)
def test_an_inflatable_is_emptied_above_beaufort_five(gust: float, step: str) -> None:
    assert wind(object="inflatable", gust_m_s=gust).step == step


@pytest.mark.parametrize(
    ("gust", "level"), [(7.9, "green"), (8, "yellow"), (10, "orange"), (13.9, "orange"), (14, "red")]
)
def test_a_gust_at_a_step_has_reached_it(gust: float, level: str) -> None:
    assert wind(object="party-tent", gust_m_s=gust).level == level


def test_a_mean_wind_alone_gives_no_verdict() -> None:
    result = wind(object="stage-roof", mean_m_s=20)

    assert (result.step, result.level, result.force_share, result.beaufort) == (None, "unknown", None, 8)


@pytest.mark.parametrize(
    ("mean", "force"), [(0, 0), (0.3, 1), (7.9, 4), (7.94, 4), (7.95, 5), (10.7, 5), (10.8, 6), (32.7, 12)]
)
def test_beaufort_is_read_from_the_mean_wind_in_tenths(mean: float, force: int) -> None:
    assert wind(object="stage-roof", mean_m_s=mean).beaufort == force


def test_a_suppliers_lone_last_step_pulls_the_earlier_ones_down() -> None:
    assert wind(object="engineered-tent", gust_m_s=9, leave=9).step == "leave"
    assert wind(object="engineered-tent", gust_m_s=Decimal("8.9"), leave=9).step == "none"
    assert wind(object="engineered-tent", gust_m_s=9, leave=9).steps_from == "supplier"


def test_a_suppliers_own_limit_for_an_inflatable_is_reached_at_its_value() -> None:
    assert wind(object="inflatable", gust_m_s=10.7, act=10.7).step == "act"


def test_replaced_steps_change_the_verdict_and_are_seen() -> None:
    row = {"id": "party-tent", "watch": 4, "act": 5, "leave": 6, "note": {"sv": "vår", "en": "ours"}}
    norms = replaced("wind-steps", table=[row])

    assert (wind(**TENT).step, wind(norms, **TENT).step) == ("none", "act")
    assert norms_used(WIND, norms, SOURCES)[0].value == "party-tent watch 4, act 5, leave 6"
    with pytest.raises(CalculationRefused, match="no wind steps for the object"):
        wind(norms, object="stage-roof", gust_m_s=5)


def test_the_colour_says_what_to_do() -> None:
    result = wind(object="stage-roof", gust_m_s=18)

    assert shown(result, "step") == Text(sv="lämna", en="leave")
    assert shown(result, "level") == Text(
        sv="röd: ingen inne, under eller nära; ta ner det som går att ta ner",
        en="red: nobody inside, under or near; take down what can be taken down",
    )


def decimals(low: str, high: str, places: int = 1) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(low), Decimal(high), places=places)


@given(st.sampled_from(OBJECTS), decimals("0", "37"), decimals("0", "37"))
def test_the_step_never_falls_when_the_gust_grows(which: str, gust: Decimal, more: Decimal) -> None:
    before, after = wind(object=which, gust_m_s=gust), wind(object=which, gust_m_s=gust + more)

    assert before.step is not None
    assert after.step is not None
    assert STEPS.index(before.step) <= STEPS.index(after.step)


@given(st.sampled_from(OBJECTS), decimals("0.1", "37"))
def test_doubling_the_gust_gives_four_times_the_force(which: str, gust: Decimal) -> None:
    once, twice = (wind(object=which, gust_m_s=one).force_share for one in (gust, 2 * gust))

    assert once is not None
    assert twice is not None
    assert float(twice) == pytest.approx(float(4 * once))


@given(st.sampled_from(OBJECTS), st.sampled_from(OBJECTS), decimals("0", "30"), decimals("0", "40"))
def test_beaufort_depends_on_the_mean_wind_only(one: str, other: str, mean: Decimal, more: Decimal) -> None:
    gusty = wind(object=one, mean_m_s=mean, gust_m_s=mean + more)

    assert gusty.beaufort == wind(object=other, mean_m_s=mean).beaufort


@given(st.lists(decimals("3", "10"), min_size=3, max_size=3).map(sorted), decimals("0", "20"), st.data())
def test_a_lower_suppliers_step_never_lowers_the_verdict(
    steps: list[Decimal], gust: Decimal, data: st.DataObject
) -> None:
    lower = sorted(data.draw(decimals("3", str(one))) for one in steps)
    asked: list[dict[str, Any]] = [dict(zip(STEPS[1:], one, strict=True)) for one in (steps, lower)]
    found = [wind(object="stage-roof", gust_m_s=gust, **one).step for one in asked]

    assert STEPS.index(found[0] or "none") <= STEPS.index(found[1] or "none")


@given(decimals("0", "75"), decimals("0.5", "10"))
def test_up_to_ten_metres_the_gust_is_the_forecasts(gust: Decimal, metres: Decimal) -> None:
    assert height(gust_10m=gust, height_m=metres).gust == gust


@given(decimals("0", "75"), decimals("0.5", "75"), decimals("0", "75"))
def test_the_gust_never_falls_with_height(gust: Decimal, metres: Decimal, more: Decimal) -> None:
    low, high = (height(gust_10m=gust, height_m=one).gust for one in (metres, metres + more))

    assert low <= high


@given(decimals("0", "75"), decimals("0.5", "150"))
def test_without_an_exponent_the_gust_is_the_forecasts(gust: Decimal, metres: Decimal) -> None:
    assert height(gust_10m=gust, height_m=metres, exponent=0).gust == gust


def test_a_gust_is_shown_rounded_up() -> None:
    assert shown(height(gust_10m=12, height_m=20), "gust") == Decimal("13.3")


@pytest.mark.parametrize(
    ("temperature", "speed", "level"),
    [(-19.9, 0, "green"), (-20, 0, "yellow"), (-28, 0, "orange"), (-40, 0, "red"), (-20, 10, "orange")],
)
def test_a_value_on_a_bound_of_cold_belongs_to_the_worse_colour(
    temperature: float, speed: float, level: str
) -> None:
    assert chill(temperature, speed).level == level


def test_wind_chill_is_shown_rounded_to_the_colder_side() -> None:
    assert shown(chill(-10, Decimal("5.56")), "wind_chill_c") == Decimal("-17.9")


def test_replaced_levels_of_cold_change_the_colour() -> None:
    norms = replaced("wind-chill-levels", table=[{"level": "red", "at_most": -5}])

    assert (chill(-6, 0).level, chill(-6, 0, norms).level) == ("green", "red")


@given(decimals("10.1", "50"), decimals("0", "60"))
def test_above_ten_degrees_it_is_the_air_temperature(temperature: Decimal, speed: Decimal) -> None:
    result = chill(temperature, speed)

    assert (result.wind_chill_c, result.applies) == (temperature, False)


@given(decimals("-60", "10"), decimals("1.4", "30"), decimals("0", "30"))
def test_more_wind_never_feels_warmer(temperature: Decimal, speed: Decimal, more: Decimal) -> None:
    assert chill(temperature, speed + more).wind_chill_c <= chill(temperature, speed).wind_chill_c


@pytest.mark.parametrize(("seconds", "stops"), [(30, True), (30.1, False)])
def test_exactly_thirty_seconds_stops(seconds: float, stops: bool) -> None:
    result = thunder(flash_to_bang_s=seconds)

    assert (result.suspend, result.level) == (stops, "red" if stops else "yellow")
    assert result.resume_earliest is None


def test_the_groups_raised_limit_counts() -> None:
    assert thunder(flash_to_bang_s=45, suspend_s=60).suspend
    assert thunder(replaced("lightning-suspend", value=60), flash_to_bang_s=45).suspend


def test_a_wait_of_part_of_a_minute_is_rounded_up() -> None:
    assert thunder(last_thunder="20:05", wait_min=45.5).resume_earliest == "20:51"


@given(st.integers(0, 1438), st.integers(30, 120))
def test_a_later_thunder_never_gives_an_earlier_restart(minute: int, wait: int) -> None:
    def restart(at: int) -> int:
        told = thunder(last_thunder=f"{at // 60:02}:{at % 60:02}", wait_min=wait).resume_earliest or ""
        hours, minutes = map(int, told.split(":"))
        return hours * 60 + minutes + (1440 if hours * 60 + minutes < at else 0)

    assert restart(minute + 1) == restart(minute) + 1 == minute + 1 + wait


@given(decimals("0", "90"), decimals("0.1", "90"))
def test_the_distance_grows_with_the_seconds(seconds: Decimal, more: Decimal) -> None:
    near, far = (thunder(flash_to_bang_s=one).distance_km for one in (seconds, seconds + more))

    assert near is not None
    assert far is not None
    assert near < far


DAYS = st.lists(st.one_of(st.none(), decimals("20", "38")), min_size=1, max_size=9).filter(any)


@given(DAYS, st.data())
def test_the_warning_is_never_lower_when_a_day_gets_hotter(
    days: list[Decimal | None], data: st.DataObject
) -> None:
    which = data.draw(st.sampled_from([at for at, one in enumerate(days) if one is not None]))
    hotter = [*days]
    hotter[which] = (days[which] or Decimal(0)) + data.draw(decimals("0", "9"))

    assert SEVERITY.index(heat(*days).warning) <= SEVERITY.index(heat(*hotter).warning)


@given(DAYS)
def test_only_runs_matter_so_the_days_may_be_read_backwards(days: list[Decimal | None]) -> None:
    assert heat(*days) == heat(*reversed(days))


@given(decimals("26", "40"), decimals("-10", "25.9"))
def test_a_day_cooler_than_26_splits_a_run(hot: Decimal, cool: Decimal) -> None:
    assert heat(hot, hot, cool, hot, hot).warning == "NONE"
    assert heat(hot, hot, hot, cool).warning != "NONE"


@pytest.mark.parametrize(
    ("days", "warning"),
    [
        ([26, 26], "NONE"),
        ([26, 26, 26], "MESSAGE"),
        ([30, 30, 30], "YELLOW"),
        ([30] * 4, "YELLOW"),
        ([30] * 5, "ORANGE"),
        ([33, 33, 33], "ORANGE"),
        ([40] * 20, "ORANGE"),
    ],
)
def test_the_warning_is_smhis(days: list[int], warning: str) -> None:
    assert heat(*days).warning == warning


def test_a_replaced_rule_changes_the_warning() -> None:
    norms = replaced("smhi-heat-rules", table=[{"level": "YELLOW", "temperature_c": 20, "days": 1}])

    assert (heat(21).warning, heat(21, norms=norms).warning) == ("NONE", "YELLOW")


def test_the_measures_that_are_told_are_those_of_the_norm() -> None:
    told = next(one.shown.help for one in fields(HeatOutput) if one.name == "operations")
    assert told is not None
    for row in NORMS["heat-operations"].table:
        assert (row.model_extra or {})["do"]["sv"].lower() in told.sv.lower()
        assert (row.model_extra or {})["do"]["en"].lower() in told.en.lower()


def test_figures_nobody_has_read_in_the_source_are_told() -> None:
    unread = {one.id: caveats(one, NORMS)[-1].en for one in CALCULATORS}

    assert unread["weather.wind-actions"].endswith("Wind steps by kind of object, in gusts.")
    assert unread["weather.wind-chill"].endswith("Wind chill levels.")
    assert unread["weather.lightning"].endswith("Speed of sound in air, 20 °C.")
    assert unread["weather.heat"].endswith("Heat: what the event does.")


def test_the_wind_steps_of_every_object_come_in_order() -> None:
    for row in NORMS["wind-steps"].table:
        columns = row.model_extra or {}
        steps = [columns["watch"], columns.get("act", columns.get("act_over")), columns["leave"]]
        assert all(one < other for one, other in pairwise(steps))
