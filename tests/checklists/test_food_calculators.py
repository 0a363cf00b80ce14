"""The sums of food, refusal by refusal, property by property; the examples stand with each sum."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.food.drinking_water import DRINKING_WATER, WaterOutput
from checklists.food.hand_wash import HAND_WASH, HandWashOutput
from checklists.food.toilets import TOILETS
from checklists.food.toilets_fields import ToiletsOutput
from evenemang.domain.calculation import caveats, norms_used, run
from evenemang.domain.calculator import Calculator, Norms, shown
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text
from tests.checklists.calculating import NORMS, SOURCES, decimals, replaced


def toilets(norms: Norms = NORMS, **asked: Any) -> ToiletsOutput:
    result = run(TOILETS, {"visitors": 500, "hours": 8, "alcohol": False} | asked, norms)[1]
    assert isinstance(result, ToiletsOutput)
    return result


def water(norms: Norms = NORMS, **asked: Any) -> WaterOutput:
    result = run(DRINKING_WATER, asked, norms)[1]
    assert isinstance(result, WaterOutput)
    return result


def wash(norms: Norms = NORMS, **asked: Any) -> HandWashOutput:
    result = run(HAND_WASH, asked, norms)[1]
    assert isinstance(result, HandWashOutput)
    return result


NOBODY = Text(
    sv="Ange hur många som är där samtidigt.",
    en="Enter how many are there at the same time.",
)
SHARE = Text(sv="Andelen ska ligga mellan 0 och 1.", en="The share lies between 0 and 1.")
REFUSALS: list[tuple[Calculator, dict[str, Any], Text]] = [
    (TOILETS, {"visitors": 0, "hours": 4, "alcohol": False}, NOBODY),
    (TOILETS, {"visitors": 500, "female_share": 60, "hours": 4, "alcohol": False}, SHARE),
    (TOILETS, {"visitors": 500, "female_share": -0.1, "hours": 4, "alcohol": False}, SHARE),
    (
        TOILETS,
        {"visitors": 500, "hours": 0, "alcohol": False},
        Text(sv="Ange öppettiden i timmar.", en="Enter the opening time in hours."),
    ),
    (
        TOILETS,
        {"visitors": 500, "hours": 4, "alcohol": False, "have_urinals": -1},
        Text(
            sv="Finns: urinoarer ska vara minst 0 st.",
            en="Have: urinals must be at least 0 pcs.",
        ),
    ),
    (DRINKING_WATER, {"visitors": 0}, NOBODY),
    (
        HAND_WASH,
        {"toilets": 0},
        Text(sv="Ange antalet toaletter.", en="Enter the number of toilets."),
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


@pytest.mark.parametrize(
    ("asked", "row"),
    [
        ({"hours": 5.9, "alcohol": True}, "short"),
        ({"hours": 6}, "long"),
        ({"hours": 6, "alcohol": True}, "long-alcohol"),
        ({"hours": 2, "alcohol": True, "camp": True}, "camp"),
    ],
)
def test_the_row_follows_the_hours_the_alcohol_and_the_camp(asked: dict[str, Any], row: str) -> None:
    assert toilets(**asked).row == row


def test_half_are_women_where_nobody_says_otherwise() -> None:
    checked, _ = run(TOILETS, {"visitors": 500, "hours": 8, "alcohol": False}, NORMS)

    assert checked.model_dump()["female_share"] == 0.5


def test_a_surplus_of_urinals_does_not_make_up_for_missing_toilets() -> None:
    result = toilets(have_women_wc=2, have_men_wc=1, have_urinals=20)

    assert (result.women_wc, result.missing, result.ok) == (3, 1, False)


def test_enough_of_each_is_enough() -> None:
    result = toilets(have_women_wc=3, have_men_wc=1, have_urinals=2)

    assert (result.missing, result.ok) == (0, True)


def test_without_all_that_there_is_nothing_is_missing_and_nothing_is_enough() -> None:
    result = toilets(have_women_wc=1, have_urinals=0)

    assert (result.missing, result.ok) == (None, None)
    assert shown(result, "missing") is None


def test_the_row_is_told_in_words() -> None:
    assert shown(toilets(hours=2), "row") == Text(sv="kort öppettid", en="short opening time")


def test_a_replaced_table_changes_the_need_and_is_seen() -> None:
    row = {"id": "long", "women_wc": 50, "men_wc": 50, "urinals": 50}
    norms = replaced("toilet-table", table=[row])

    assert (toilets().women_wc, toilets(norms).women_wc) == (3, 5)
    assert "women_wc 50" in norms_used(TOILETS, norms, SOURCES)[0].value
    with pytest.raises(CalculationRefused, match="no row camp"):
        toilets(norms, camp=True)


def test_that_the_tables_are_british_is_told_beside_the_result() -> None:
    assert "Tabellen är brittisk" in " ".join(one.sv for one in caveats(TOILETS, NORMS))
    said = " ".join(one.sv for one in caveats(DRINKING_WATER, NORMS))
    assert "Ur minnet, ur en indragen brittisk vägledning" in said
    assert "Samtidiga besökare per dricksvattenställe" in said
    assert "Urinoarer räknas inte" in caveats(HAND_WASH, NORMS)[0].sv


@pytest.mark.parametrize(
    ("have", "level"), [(None, None), (2, "orange"), (3, "yellow"), (4, "yellow"), (5, "green")]
)
def test_the_colour_of_the_hand_washes_follows_the_least_and_the_wanted(
    have: int | None, level: str | None
) -> None:
    assert wash(toilets=23, have=have).level == level


def test_a_replaced_range_of_hand_washes_counts_and_one_that_is_no_range_is_refused() -> None:
    assert wash(replaced("hand-wash", low=1, high=2), toilets=4).least == 2
    with pytest.raises(CalculationRefused, match="no range"):
        wash(replaced("hand-wash", low=None, high=None, value=5), toilets=4)


PEOPLE = st.integers(1, 50_000)
ASKED = st.fixed_dictionaries(
    {"visitors": PEOPLE, "hours": decimals("0.5", "48"), "female_share": decimals("0", "1")}
)


@given(ASKED, st.booleans(), st.integers(0, 10_000))
def test_more_visitors_never_need_fewer(asked: dict[str, Any], alcohol: bool, more: int) -> None:
    before = toilets(**asked, alcohol=alcohol)
    after = toilets(**asked | {"visitors": asked["visitors"] + more}, alcohol=alcohol)

    assert before.women_wc <= after.women_wc
    assert before.men_wc <= after.men_wc
    assert before.urinals <= after.urinals


@given(ASKED)
def test_longer_and_with_alcohol_never_needs_fewer(asked: dict[str, Any]) -> None:
    def needs(**more: Any) -> tuple[int, int, int]:
        found = toilets(**asked | more)
        return found.women_wc, found.men_wc, found.urinals

    short, long, merry = needs(hours=5), needs(hours=8), needs(hours=8, alcohol=True)
    assert all(one <= two <= three for one, two, three in zip(short, long, merry, strict=True))


@given(PEOPLE)
def test_only_women_need_no_toilets_for_men(visitors: int) -> None:
    result = toilets(visitors=visitors, female_share=Decimal(1))

    assert (result.men_wc, result.urinals) == (0, 0)
    assert result.women_wc >= 1


@given(PEOPLE, st.integers(0, 10_000))
def test_water_is_never_below_one_and_never_shrinks(visitors: int, more: int) -> None:
    fewer, many = water(visitors=visitors), water(visitors=visitors + more)

    assert 1 <= fewer.outlets <= many.outlets


@given(st.integers(1, 10_000))
def test_the_least_never_exceeds_the_wanted(number: int) -> None:
    result = wash(toilets=number)

    assert result.least <= result.wanted


@given(st.integers(1, 1_000))
def test_an_exact_multiple_gives_no_extra(number: int) -> None:
    assert wash(toilets=10 * number).least == number
    assert wash(toilets=5 * number).wanted == number
