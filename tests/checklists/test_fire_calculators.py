"""The sums of fire, refusal by refusal, property by property; the examples stand with each sum."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.fire.lpg import LPG_VOLUME
from checklists.fire.lpg_fields import LpgOutput
from checklists.fire.premises import PREMISES_CAPACITY
from checklists.fire.premises_fields import PremisesOutput
from evenemang.domain.calculation import caveats, norms_used, run
from evenemang.domain.calculator import Calculator, Norms, shown
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text
from tests.checklists.calculating import NORMS, SOURCES, decimals, replaced

WIDE = {"width_m": 1.4}
KORV = {"operator": "Korv", "bottles_l": [11], "place": "outdoor"}


def inside(exits: list[dict[str, Any]], norms: Norms = NORMS, **more: Any) -> PremisesOutput:
    result = run(PREMISES_CAPACITY, {"exits": exits, **more}, norms)[1]
    assert isinstance(result, PremisesOutput)
    return result


def gas(handling: list[dict[str, Any]], norms: Norms = NORMS) -> LpgOutput:
    result = run(LPG_VOLUME, {"handling": handling}, norms)[1]
    assert isinstance(result, LpgOutput)
    return result


REFUSALS: list[tuple[Calculator, dict[str, Any], Text]] = [
    (
        PREMISES_CAPACITY,
        {"exits": [WIDE]},
        Text(
            sv="Färre än två användbara utgångar: fråga räddningstjänsten, här räknas inget antal.",
            en="Fewer than two usable exits: ask the rescue service, no number is computed.",
        ),
    ),
    (
        PREMISES_CAPACITY,
        {"exits": [WIDE, {"width_m": 0.79}]},
        Text(
            sv="Färre än två användbara utgångar: fråga räddningstjänsten, här räknas inget antal.",
            en="Fewer than two usable exits: ask the rescue service, no number is computed.",
        ),
    ),
    (
        PREMISES_CAPACITY,
        {"exits": [WIDE, WIDE], "area_m2": 200},
        Text(
            sv="Ange både yta och täthet, eller ingen av dem.",
            en="Give both area and density, or neither.",
        ),
    ),
    (
        PREMISES_CAPACITY,
        {"exits": [WIDE, {"width_m": 0.05}]},
        Text(
            sv="Utgångar 2: Fri bredd ska vara minst 0,1 m.",
            en="Exits 2: Clear width must be at least 0.1 m.",
        ),
    ),
    (
        PREMISES_CAPACITY,
        {"exits": [WIDE, WIDE], "area_m2": 200, "density_p_m2": 5},
        Text(
            sv="Täthet får vara högst 4,7 personer/m².",
            en="Density may be at most 4.7 persons/m².",
        ),
    ),
    (
        LPG_VOLUME,
        {"handling": [KORV | {"bottles_l": [0]}]},
        Text(
            sv="Korv: Tal 1: En flaska har en volym större än noll liter.",
            en="Korv: Figure 1: A bottle has a volume above zero litres.",
        ),
    ),
    (
        LPG_VOLUME,
        {"handling": [KORV | {"operator": ""}]},
        Text(
            sv="Ange vem som ansvarar för gasen.",
            en="Say who is responsible for the gas.",
        ),
    ),
    (
        LPG_VOLUME,
        {"handling": [KORV | {"place": "tent"}]},
        Text(
            sv="Korv: Plats ska vara något av inomhus (indoor), utomhus (outdoor).",
            en="Korv: Place must be one of indoors (indoor), outdoors (outdoor).",
        ),
    ),
    (
        LPG_VOLUME,
        {"handling": []},
        Text(
            sv="Lägg till minst en som hanterar gasol.",
            en="Add at least one who handles LPG.",
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


def test_two_inward_doors_let_thirty_in_and_nothing_else_is_counted() -> None:
    result = inside([{"width_m": 1.2, "inward": True}, {"width_m": 0.9}], persons=31)

    assert (result.capacity, result.ok, result.assembly) == (30, False, False)
    assert (result.normal, result.widest_blocked, result.exit_count_limit) == (None, None, None)
    assert result.wide_m == 0


def test_a_small_area_lowers_even_the_thirty_of_inward_doors() -> None:
    inward = {"width_m": 0.9, "inward": True}

    assert inside([inward, inward], area_m2=10, density_p_m2=2).capacity == 20


def test_narrow_doors_hold_at_most_what_makes_an_assembly_place() -> None:
    assert inside([{"width_m": 1.1}, {"width_m": 1.1}, {"width_m": 1.1}]).capacity == 150


@pytest.mark.parametrize(
    ("persons", "assembly"), [(150, False), (151, True), (None, True)], ids=["150", "151", "not given"]
)
def test_more_than_one_hundred_and_fifty_makes_an_assembly_place(persons: int | None, assembly: bool) -> None:
    assert inside([WIDE, WIDE], persons=persons).assembly is assembly


def test_without_persons_there_is_no_verdict() -> None:
    assert inside([WIDE, WIDE]).ok is None
    assert shown(inside([WIDE, WIDE]), "ok") is None


def test_the_width_that_answers_leaves_out_exits_too_narrow_for_an_assembly_tent() -> None:
    assert inside([WIDE, WIDE, {"width_m": 0.9}]).wide_m == Decimal("2.8")


def test_a_replaced_figure_changes_how_many_may_be_inside_and_is_seen() -> None:
    norms = replaced("premises-per-metre", value=100)

    used = norms_used(PREMISES_CAPACITY, norms, SOURCES)
    assert (inside([WIDE, WIDE]).capacity, inside([WIDE, WIDE], norms).capacity) == (420, 280)
    assert used[0].value == "100"


def test_that_the_figures_are_older_practice_is_told_beside_the_result() -> None:
    said = " ".join(one.sv for one in caveats(PREMISES_CAPACITY, NORMS))

    assert "praxis ur äldre BBR" in said
    assert "oberoende av varandra" in said
    assert "vår läsning" in said


def test_exactly_at_the_limit_takes_no_permit() -> None:
    at = gas([KORV | {"bottles_l": [30, 30]}, KORV | {"operator": "Te", "bottles_l": [2], "place": "indoor"}])
    above = gas([KORV | {"bottles_l": [30, 30, 0.1]}])

    assert [one.permit for one in at.operators] == [False, False]
    assert [one.permit for one in above.operators] == [True]
    assert above.level == "orange"


def test_two_litres_and_a_drop_indoors_takes_a_permit() -> None:
    result = gas([KORV | {"bottles_l": [1.1, 1], "place": "indoor"}])

    assert (result.operators[0].permit, result.indoors_l, result.level) == (True, Decimal("2.1"), "orange")


def test_the_site_may_hold_two_hundred_litres_before_anyone_is_told() -> None:
    stalls = [KORV | {"operator": f"Stånd {one}", "bottles_l": [50]} for one in range(4)]

    assert gas(stalls).level == "green"
    assert gas([*stalls, KORV | {"bottles_l": [0.1]}]).level == "yellow"


def test_one_operator_written_in_two_ways_is_one() -> None:
    result = gas([KORV | {"bottles_l": [33]}, KORV | {"operator": " korv ", "bottles_l": [33]}])

    assert [(one.operator, one.litres, one.permit) for one in result.operators] == [
        ("Korv", Decimal(66), True)
    ]


def test_a_replaced_limit_takes_a_permit_away() -> None:
    handling = [KORV | {"bottles_l": [33, 33]}]

    assert gas(handling).level == "orange"
    assert gas(handling, replaced("lpg-limit-outdoor", value=100)).level == "green"


def test_what_is_our_own_is_told_beside_the_litres() -> None:
    said = " ".join(one.sv for one in caveats(LPG_VOLUME, NORMS))

    assert "Per utövare är vår läsning" in said
    assert "inte kilo gas" in said
    assert "200 liter för området är vår gräns" in said
    assert "Ur minnet eller egen bedömning: Volym i vanliga flaskor" in said


EXITS = st.lists(
    st.fixed_dictionaries({"width_m": decimals("0.8", "5"), "inward": st.booleans()}), min_size=2, max_size=6
)
HANDLING = st.lists(
    st.fixed_dictionaries(
        {
            "operator": st.sampled_from(["Korv", "Kaffet", "Langosen"]),
            "bottles_l": st.lists(decimals("0.1", "40", 1), min_size=1, max_size=4),
            "place": st.sampled_from(["indoor", "outdoor"]),
        }
    ),
    min_size=1,
    max_size=5,
)


@given(EXITS.flatmap(lambda exits: st.tuples(st.just(exits), st.permutations(exits))))
def test_the_order_of_the_exits_does_not_matter(
    pair: tuple[list[dict[str, Any]], list[dict[str, Any]]],
) -> None:
    exits, shuffled = pair

    assert inside(shuffled, persons=200) == inside(exits, persons=200)


@given(EXITS, decimals("1.2", "5"))
def test_one_more_wide_exit_never_lowers_the_number_once_two_exist(
    exits: list[dict[str, Any]], width: Decimal
) -> None:
    two = [*exits, WIDE, WIDE]

    assert inside([*two, {"width_m": width}]).capacity >= inside(two).capacity


@given(EXITS, decimals("1", "2000"), decimals("0.1", "4.7"))
def test_the_number_never_exceeds_a_limit(
    exits: list[dict[str, Any]], area: Decimal, density: Decimal
) -> None:
    result = inside(exits, area_m2=area, density_p_m2=density)

    limits = (result.normal, result.widest_blocked, result.exit_count_limit, result.area_limit)
    assert all(result.capacity <= limit for limit in limits if limit is not None)


@given(HANDLING, decimals("0.1", "40", 1))
def test_one_more_bottle_never_takes_a_permit_away(handling: list[dict[str, Any]], litres: Decimal) -> None:
    more = [handling[0] | {"bottles_l": [*handling[0]["bottles_l"], litres]}, *handling[1:]]
    before = {one.operator: one.permit for one in gas(handling).operators}
    after = {one.operator: one.permit for one in gas(more).operators}

    assert all(after[name] for name, permit in before.items() if permit)


@given(HANDLING)
def test_the_site_holds_what_its_operators_hold(handling: list[dict[str, Any]]) -> None:
    result = gas(handling)

    assert result.site_total == sum(one.litres for one in result.operators)
    assert result.site_total == sum(sum(row["bottles_l"]) for row in handling)
    assert result.indoors_l <= result.site_total
    assert result.most_l <= result.site_total


@given(HANDLING)
def test_two_rows_of_one_operator_at_one_place_are_one(handling: list[dict[str, Any]]) -> None:
    parted = [row | {"bottles_l": [litres]} for row in handling for litres in row["bottles_l"]]

    assert gas(parted) == gas(handling)
