"""How many fit and how many get out: refusal by refusal, property by property."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from checklists.crowds.calculators import CALCULATORS
from checklists.crowds.exits_fields import ExitOutput
from checklists.crowds.holding_fields import HoldingOutput
from evenemang.domain.calculation import caveats, norms_used, run
from evenemang.domain.calculator import Calculator, Norms, shown
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import Norm, NormFile
from evenemang.domain.text import Text

ROOT = Path(__file__).parents[2]
FILE = NormFile.model_validate(YAML(typ="safe").load(ROOT / "checklists/crowds/norms.yaml"))
NORMS = {norm.id: norm for norm in FILE.norms}
SOURCES = {source.id: source for source in FILE.sources}
HOLDING, EXITS = CALCULATORS[:2]


def held(zones: list[dict[str, Any]], norms: Norms = NORMS, **limits: int) -> HoldingOutput:
    result = run(HOLDING, {"zones": zones, **limits}, norms)[1]
    assert isinstance(result, HoldingOutput)
    return result


def out(exits: list[dict[str, Any]], norms: Norms = NORMS, **more: Any) -> ExitOutput:
    result = run(EXITS, {"exits": exits, "time_min": 8, **more}, norms)[1]
    assert isinstance(result, ExitOutput)
    return result


TORGET = {"name": "Torget", "area_total_m2": 300}
A = {"name": "A", "width_m": 3}
REFUSALS: list[tuple[Calculator, dict[str, Any], Text]] = [
    (
        HOLDING,
        {"zones": [TORGET | {"structures_m2": 320}]},
        Text(
            sv="Torget: Ingen yta blir kvar för publiken: avdragen är större än ytan.",
            en="Torget: No area is left for the audience: the deductions exceed the area.",
        ),
    ),
    (
        HOLDING,
        {"zones": [TORGET | {"area_net_m2": 310}]},
        Text(
            sv="Torget: Den användbara ytan kan inte vara större än hela ytan.",
            en="Torget: The usable area cannot exceed the whole area.",
        ),
    ),
    (
        HOLDING,
        {"zones": [TORGET | {"area_net_m2": 200, "routes_m2": 50}]},
        Text(
            sv="Torget: Ange antingen användbar yta eller avdrag, inte båda.",
            en="Torget: Give either the usable area or deductions, not both.",
        ),
    ),
    (
        HOLDING,
        {"zones": [TORGET | {"density_p_m2": 5}]},
        Text(
            sv="Torget: Tätare än 4,7 personer per kvadratmeter räknas inte: det är livsfarligt.",
            en="Torget: More than 4.7 persons per square metre is not computed: it is deadly.",
        ),
    ),
    (
        HOLDING,
        {"zones": []},
        Text(sv="Lägg till minst ett delområde.", en="Add at least one zone."),
    ),
    (
        EXITS,
        {"exits": [], "time_min": 8},
        Text(sv="Lägg till minst en utgång.", en="Add at least one exit."),
    ),
    (
        EXITS,
        {"exits": [{"name": "A", "width_m": 0.5}], "time_min": 8},
        Text(
            sv="A: En utgång smalare än 0,6 meter räknas inte.",
            en="A: An exit narrower than 0.6 metres does not count.",
        ),
    ),
    (
        EXITS,
        {"exits": [A | {"surface": "stepped"}], "rate_set": "open-air", "time_min": 8},
        Text(
            sv="Det valda flödestalet gäller inte trappor. Välj ett annat eller ange ett eget.",
            en="The chosen rates do not cover steps. Choose others or enter your own.",
        ),
    ),
    (
        EXITS,
        {"exits": [A], "time_min": 15},
        Text(
            sv="Tiden ska vara mellan en halv och tio minuter: ingen vägledning medger mer.",
            en="The time must be between half a minute and ten: no guidance allows more.",
        ),
    ),
    (
        EXITS,
        {"exits": [A], "rate_set": "own", "time_min": 8},
        Text(
            sv="Ange ett eget flödestal mellan 10 och 109.",
            en="Enter a rate of your own between 10 and 109.",
        ),
    ),
    (
        EXITS,
        {"exits": [A], "rate_set": "own", "rate_level": 110, "time_min": 8},
        Text(
            sv="Ange ett eget flödestal mellan 10 och 109.",
            en="Enter a rate of your own between 10 and 109.",
        ),
    ),
]


@pytest.mark.parametrize(("calculator", "inputs", "sentence"), REFUSALS)
def test_what_makes_no_sense_is_refused_in_words(
    calculator: Calculator, inputs: dict[str, Any], sentence: Text
) -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(calculator, inputs, NORMS)

    assert refused.value.say("sv") == sentence.sv
    assert refused.value.say("en") == sentence.en


FAULTS: list[tuple[Calculator, dict[str, Any], str]] = [
    (EXITS, {"exits": [A]}, "Tillåten tid saknas. Ange ett tal."),
    (EXITS, {"exits": [{}], "time_min": 8}, "Utgångar 1: Fri bredd saknas. Ange ett tal."),
    (EXITS, {"exits": [A, {"width_m": 70}], "time_min": 8}, "Utgångar 2: Fri bredd får vara högst 60 m."),
    (EXITS, {"exits": [A], "time_min": "åtta"}, "Tillåten tid ska vara ett tal."),
    (EXITS, {"exits": [A], "time_min": 8, "persons": True}, "Personer som ska ut ska vara ett heltal."),
    (EXITS, {"exits": 3, "time_min": 8}, "Utgångar ska vara en lista."),
    (EXITS, {"exits": [3], "time_min": 8}, "Utgångar 1: Utgångar ska vara en lista."),
    (EXITS, {"exits": [A], "time_min": 8, "rate_set": "x"}, "Öppen yta utomhus (open-air)"),
    (EXITS, {"exits": [A], "time_min": 8, "time": 1}, "Fältet ”time” finns inte här. De som finns är exits,"),
    (EXITS, {"exits": [A | {"w": 1}], "time_min": 8}, "A: Fältet ”w” finns inte här."),
    (HOLDING, {"zones": [TORGET | {"area_total_m2": 0.05}]}, "Torget: Hela ytan ska vara minst 0,1 m²."),
    (HOLDING, {"zones": [TORGET | {"physical": 1.1}]}, "Torget: Platsens skick P får vara högst 1."),
    (HOLDING, {"zones": [TORGET], "exit_capacity": -1}, "Så många hinner ut ska vara minst 0 personer."),
]


@pytest.mark.parametrize(("calculator", "inputs", "part"), FAULTS)
def test_a_field_that_does_not_fit_is_named(
    calculator: Calculator, inputs: dict[str, Any], part: str
) -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(calculator, inputs, NORMS)

    assert part in refused.value.say("sv")
    assert refused.value.say("en") != refused.value.say("sv")


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(EXITS, {"exits": [{"name": "Norr", "width_m": 0.2}]}, NORMS)

    assert "smalare än 0,6" in refused.value.say("sv")
    assert "Tillåten tid saknas" in refused.value.say("sv")


@pytest.mark.parametrize(
    ("density", "colour"),
    [(2.0, "green"), (2.001, "yellow"), (3.0, "yellow"), (4.0, "orange"), (4.001, "red"), (4.7, "red")],
)
def test_a_density_on_a_bound_belongs_to_the_lower_colour(density: float, colour: str) -> None:
    assert held([TORGET | {"density_p_m2": density}]).density_level == colour


@pytest.mark.parametrize(
    ("persons", "level", "ok"),
    [(1346, "green", True), (1347, "orange", False), (2871, "orange", False), (2872, "red", False)],
)
def test_the_exact_value_decides_who_gets_out(persons: int, level: str, ok: bool) -> None:
    two = [{"name": "Trappan", "width_m": 3.4, "surface": "stepped"}, {"name": "Porten", "width_m": 3.1}]
    result = out(two, time_min=6, persons=persons)

    assert (result.level, result.ok) == (level, ok)


def test_without_persons_there_is_no_verdict() -> None:
    result = out([A, A])

    assert (result.ok, result.level, result.time_needed, result.time_needed_all) == (None, None, None, None)


def test_with_the_only_exit_gone_the_time_is_empty_and_never_zero() -> None:
    result = out([A], persons=100)

    assert (result.flow, result.capacity) == (Decimal(0), 0)
    assert result.time_needed is None
    assert (result.ok, result.level) == (False, "orange")
    assert shown(result, "time_needed") is None


def test_keeping_the_best_exit_is_a_choice_and_the_colour_still_minds_its_loss() -> None:
    result = out([A], persons=100, discount_widest=False)

    assert (result.left_out, result.ok, result.level) == (None, True, "orange")


def test_an_exit_without_a_name_is_called_by_its_place() -> None:
    assert out([{"width_m": 1}, {"width_m": 2}]).left_out == "#2"


def test_own_rates_count() -> None:
    own: dict[str, Any] = {"rate_set": "own", "rate_level": 50, "rate_stepped": 40, "discount_widest": False}

    assert out([A, {"width_m": 2, "surface": "stepped"}], **own).flow == 230


def test_widths_are_summed_in_decimals() -> None:
    four = [{"name": str(number), "width_m": 1.2} for number in range(4)]

    assert out(four).width_left_m == Decimal("3.6")


def test_the_width_left_leaves_out_the_widest_even_where_steps_are_slower() -> None:
    assert out([{"width_m": 3.4, "surface": "stepped"}, {"width_m": 3.1}]).width_left_m == Decimal("3.1")


def test_the_usable_area_is_told_for_one_zone_only() -> None:
    assert held([TORGET | {"routes_m2": 50.5}]).area_net_m2 == Decimal("249.5")
    assert held([TORGET, TORGET]).area_net_m2 is None


def test_among_equal_limits_the_area_decides() -> None:
    assert held([TORGET], exit_capacity=600).limited_by == "holding"


def test_shown_numbers_are_rounded_in_the_careful_direction() -> None:
    three = [*EXITS.examples[0].inputs["exits"]]
    result = out(three, rate_set="alcohol", time_min=7, persons=2500)

    assert shown(result, "time_needed") == Decimal("6.54")
    assert shown(result, "flow") == Decimal(382)
    assert shown(result, "ok") == Text(sv="Ja", en="Yes")
    assert shown(result, "level") == Text(sv="grön: godtagbart", en="green: acceptable")
    assert shown(result, "left_out") == "Norr"
    assert shown(held([TORGET, TORGET]), "zones") == (Decimal(600), Decimal(600))


def replaced(norm_id: str, **changes: Any) -> dict[str, Norm]:
    return NORMS | {norm_id: Norm.model_validate(NORMS[norm_id].model_dump() | changes)}


def test_a_replaced_planning_density_changes_the_answer_and_is_seen() -> None:
    norms = replaced("density-planning-outdoor", value=1.0, source="finland-area")

    checked, result = run(HOLDING, {"zones": [TORGET]}, norms)
    used = next(one for one in norms_used(HOLDING, norms, SOURCES) if one.id == "density-planning-outdoor")

    assert shown(held([TORGET]), "capacity") == 600
    assert shown(result, "capacity") == 300
    assert checked.model_dump()["zones"][0]["density_p_m2"] == 1.0
    assert (used.value, used.source) == ("1", SOURCES["finland-area"].title)


def test_a_replaced_ceiling_moves_the_refusal_and_its_sentence() -> None:
    norms = replaced("density-absolute-max", value=3.5)

    with pytest.raises(CalculationRefused, match=r"3\.5 persons"):
        held([TORGET | {"density_p_m2": 3.6}], norms)


def test_replaced_bands_change_the_colour() -> None:
    norms = replaced("density-bands", table=[{"level": "green", "at_most": 1}, {"level": "red", "over": 1}])

    assert held([TORGET], norms).density_level == "red"


def test_a_replaced_rate_changes_the_flow_and_is_seen() -> None:
    norms = replaced("exit-rates", table=[{"id": "green-guide", "level": 60, "stepped": 50}])

    assert (out([A, A]).flow, out([A, A], norms).flow) == (Decimal(246), Decimal(180))
    assert "level 60, stepped 50" in norms_used(EXITS, norms, SOURCES)[0].value


def test_a_rate_that_the_replaced_norm_leaves_out_is_refused() -> None:
    norms = replaced("exit-rates", table=[{"id": "green-guide", "level": 60, "stepped": 50}])

    with pytest.raises(CalculationRefused, match="no figure for the chosen rates"):
        out([A], norms, rate_set="imo")


def test_figures_nobody_has_read_in_the_source_are_told() -> None:
    assert "Högsta stående täthet (47 på 10 m²)" in caveats(HOLDING, NORMS)[-1].sv
    assert caveats(EXITS, NORMS)[-1] == Text(
        sv="Ur minnet eller egen bedömning: Tid för nödutrymning efter brandrisk.",
        en="From memory or our own judgement: Emergency evacuation time by fire risk.",
    )


def decimals(low: str, high: str) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(low), Decimal(high), places=2)


ZONES = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.just("Z"),
            "area_total_m2": decimals("100", "5000"),
            "structures_m2": decimals("0", "40"),
            "routes_m2": decimals("0", "40"),
            "density_p_m2": decimals("0.1", "4.7"),
            "physical": decimals("0", "1"),
            "safety": decimals("0", "1"),
        }
    ),
    min_size=1,
    max_size=4,
)
EXIT_LISTS = st.lists(
    st.fixed_dictionaries(
        {"width_m": decimals("0.6", "20"), "surface": st.sampled_from(["level", "stepped"])}
    ),
    min_size=2,
    max_size=5,
).map(lambda rows: [row | {"name": f"exit {number}"} for number, row in enumerate(rows)])


@given(ZONES, decimals("0", "19"), st.sampled_from(["structures_m2", "no_view_m2", "routes_m2"]))
def test_more_deducted_never_holds_more(zones: list[dict[str, Any]], more: Decimal, which: str) -> None:
    grown = [zones[0] | {which: zones[0].get(which, Decimal(0)) + more}, *zones[1:]]

    assert held(grown).holding <= held(zones).holding


@given(ZONES, st.lists(st.integers(0, 20_000), min_size=3, max_size=3))
def test_the_maximum_never_exceeds_any_limit(zones: list[dict[str, Any]], limits: list[int]) -> None:
    entry, leave, evacuate = limits
    result = held(zones, entry_capacity=entry, exit_capacity=leave, emergency_capacity=evacuate)

    assert result.capacity == min(result.holding, *limits)
    assert result.holding == sum(result.zones)


@given(decimals("1", "5000"), decimals("0.1", "0.9"), decimals("0.1", "4.7"))
def test_splitting_a_zone_loses_at_most_one_person(area: Decimal, share: Decimal, density: Decimal) -> None:
    def zone(part: Decimal) -> dict[str, Any]:
        return {"name": "Z", "area_total_m2": part, "density_p_m2": density}

    whole = held([zone(area)]).holding
    split = held([zone(area * share), zone(area - area * share)]).holding
    assert whole - 1 <= split <= whole


@given(ZONES)
def test_condition_and_management_may_be_swapped(zones: list[dict[str, Any]]) -> None:
    swapped = [zone | {"physical": zone["safety"], "safety": zone["physical"]} for zone in zones]

    assert held(swapped) == held(zones)


@given(EXIT_LISTS, st.integers(0, 4))
def test_one_exit_less_never_lets_more_out(exits: list[dict[str, Any]], gone: int) -> None:
    fewer = [one for number, one in enumerate(exits) if number != gone % len(exits)]

    for discount in (True, False):
        less, more = out(fewer, discount_widest=discount), out(exits, discount_widest=discount)
        assert less.capacity <= more.capacity
        assert less.capacity_all <= more.capacity_all


@given(EXIT_LISTS, decimals("0.5", "10"))
def test_losing_the_best_exit_never_helps(exits: list[dict[str, Any]], minutes: Decimal) -> None:
    result = out(exits, time_min=minutes)

    assert result.capacity <= result.capacity_all


@given(EXIT_LISTS.flatmap(lambda exits: st.tuples(st.just(exits), st.permutations(exits))))
def test_the_order_of_the_exits_does_not_matter(
    pair: tuple[list[dict[str, Any]], list[dict[str, Any]]],
) -> None:
    exits, shuffled = pair

    assert out(shuffled, persons=500) == out(exits, persons=500)


@given(EXIT_LISTS, decimals("0.01", "20"), st.integers(0, 4))
def test_a_wider_exit_never_takes_longer(exits: list[dict[str, Any]], more: Decimal, which: int) -> None:
    number = which % len(exits)
    wider = [*exits]
    wider[number] = exits[number] | {"width_m": exits[number]["width_m"] + more}
    before, after = out(exits, persons=500), out(wider, persons=500)

    assert before.time_needed is not None
    assert after.time_needed is not None
    assert before.time_needed_all is not None
    assert after.time_needed_all is not None
    assert after.time_needed <= before.time_needed
    assert after.time_needed_all < before.time_needed_all
    if after.left_out == before.left_out != exits[number]["name"]:
        assert after.time_needed < before.time_needed


@given(EXIT_LISTS, decimals("1.2", "20"), decimals("0", "1"))
def test_splitting_the_exit_left_out_never_lowers_the_capacity(
    exits: list[dict[str, Any]], width: Decimal, share: Decimal
) -> None:
    widest = width + 25
    best = {"name": "best", "width_m": widest}
    first = Decimal("0.6") + (widest - Decimal("1.2")) * share
    halves = [
        {"name": "one half", "width_m": first},
        {"name": "other half", "width_m": widest - first},
    ]

    before = out([*exits, best])
    assert before.left_out == "best"
    assert out([*exits, *halves]).capacity >= before.capacity
