"""A calculator tells what it asks and gives, so that form, sheet and list need nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from evenemang.domain.calculation import run
from evenemang.domain.calculator import (
    Calculator,
    CalculatorInput,
    CalculatorOutput,
    Clock,
    Norms,
    Number,
    Shown,
    fields,
    rounded,
    shown,
)
from evenemang.domain.describing import described
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import Norm
from evenemang.domain.text import Text


def text(word: str) -> Text:
    return Text(sv=f"{word} sv", en=f"{word} en")


class Can(CalculatorInput):
    litres: Annotated[Number, Field(ge=1, le=20), Shown(text("litres"), "l")]


class WaterInput(CalculatorInput):
    cans: Annotated[tuple[Can, ...], Field(min_length=1), Shown(text("cans"))]
    each: Annotated[Number, Shown(text("each"), text("l/person"), default_norm="water")]
    season: Annotated[
        Literal["summer", "hot"],
        Shown(text("season"), rows_of="water-table", words={"summer": text("mild")}),
    ] = "summer"
    guests: Annotated[int | None, Field(ge=1), Shown(text("guests"))] = None
    boiled: Annotated[bool, Shown(text("boiled"))] = False


class WaterOutput(CalculatorOutput):
    people: Annotated[Number, Shown(text("people"), rounding=("down", 1))]
    enough: Annotated[bool | None, Shown(text("enough"))] = None


def water(asked: WaterInput, _norms: Norms) -> WaterOutput:
    people = sum((can.litres for can in asked.cans), Decimal(0)) / asked.each
    return WaterOutput(people=people, enough=None if asked.guests is None else asked.guests <= people)


WATER = Calculator(
    id="test.water",
    area="test",
    title=text("water"),
    purpose=text("purpose"),
    input=WaterInput,
    output=WaterOutput,
    norms=("water", "water-table"),
    formula=("people = sum(litres) / each",),
    caveats=(text("caveat"),),
    sources=(),
    compute=water,
)


def norm(norm_id: str, **figures: Any) -> Norm:
    return Norm.model_validate(
        {
            "id": norm_id,
            "title": text(norm_id),
            "source": "s",
            "sure": "high",
            "checked": date(2026, 11, 22),
            **figures,
        }
    )


NORMS = {
    "water": norm("water", value=2.5),
    "water-table": norm("water-table", table=[{"id": "hot", "value": 4, "title": text("heat wave")}]),
}


def test_the_form_is_told_by_the_model() -> None:
    cans, each, season, guests, boiled = fields(WaterInput)

    assert [one.kind for one in (cans, each, season, guests, boiled)] == [
        "list",
        "number",
        "choice",
        "integer",
        "yes-no",
    ]
    assert (cans.required, each.required, guests.required) == (True, False, False)
    assert (cans.of[0].name, cans.of[0].low, cans.of[0].high) == ("litres", Decimal(1), Decimal(20))
    assert season.choices == ("summer", "hot")
    assert (season.default, guests.low) == ("summer", Decimal(1))


def test_a_choice_takes_its_word_or_the_title_of_its_norm_row() -> None:
    season = fields(WaterInput)[2]

    assert season.word("summer", NORMS) == text("mild")
    assert season.word("hot", NORMS) == text("heat wave")
    assert season.word("unheard-of", NORMS) == Text(sv="unheard-of", en="unheard-of")


def test_the_description_is_plain_json_and_leaves_out_what_is_empty() -> None:
    told = described(WATER)

    assert json.loads(json.dumps(told)) == told
    assert told["inputs"][0]["of"][0] == {
        "name": "litres",
        "type": "number",
        "label": {"sv": "litres sv", "en": "litres en"},
        "unit": "l",
        "required": True,
        "min": 1.0,
        "max": 20.0,
    }
    assert told["inputs"][4]["default"] is False
    assert told["outputs"][0]["rounding"] == {"direction": "down", "step": 1}


def test_a_figure_nobody_gave_comes_from_its_norm_and_stands_in_the_input() -> None:
    checked, result = run(WATER, {"cans": [{"litres": 11}], "each": None, "guests": 4}, NORMS)

    assert checked.model_dump(mode="json")["each"] == 2.5
    assert result.model_dump(mode="json") == {"people": 4.4, "enough": True}
    assert shown(result, "people") == Decimal(4)
    assert shown(result, "enough") == Text(sv="Ja", en="Yes")


def test_a_field_without_a_label_is_a_fault_of_the_calculator() -> None:
    class Bare(CalculatorInput):
        litres: Number

    with pytest.raises(TypeError, match="litres has no Shown"):
        fields(Bare)


def test_a_field_that_no_form_can_ask_for_is_a_fault_of_the_calculator() -> None:
    class Odd(CalculatorInput):
        when: Annotated[date, Shown(text("when"))]

    with pytest.raises(TypeError, match="no form can ask"):
        fields(Odd)


class HeatInput(CalculatorInput):
    days: Annotated[
        tuple[Annotated[Number | None, Field(ge=-60, le=60)], ...],
        Field(min_length=1),
        Shown(text("days"), "°C"),
    ]
    opens: Annotated[Clock, Shown(text("opens"))] = "10:00"
    closes: Annotated[Clock | None, Shown(text("closes"))] = None
    relief: Annotated[Number, Field(ge=0), Shown(text("relief"), default_norm="relief", default_end="high")]


class DayOutput(CalculatorOutput):
    day: Annotated[str, Shown(text("day"))]
    heat: Annotated[Number | None, Shown(text("heat"), "°C", rounding=("up", 1))]


class HeatOutput(CalculatorOutput):
    days: Annotated[tuple[DayOutput, ...], Shown(text("days"))]
    closes: Annotated[Clock | None, Shown(text("closes"))]
    relief: Annotated[Number, Shown(text("relief"))]


def heat(asked: HeatInput, _norms: Norms) -> HeatOutput:
    days = tuple(DayOutput(day=f"#{number}", heat=one) for number, one in enumerate(asked.days, 1))
    return HeatOutput(days=days, closes=asked.closes, relief=asked.relief)


HEAT = replace(WATER, id="test.heat", input=HeatInput, output=HeatOutput, norms=("relief",), compute=heat)
RELIEF = {"relief": norm("relief", low=0.2, high=0.25)}


def test_a_list_of_plain_numbers_tells_the_bounds_of_each_and_whether_one_may_be_missing() -> None:
    days, opens, closes, relief = fields(HeatInput)

    assert (days.kind, days.items, days.gaps) == ("list", "number", True)
    assert (days.low, days.high, days.required) == (Decimal(-60), Decimal(60), True)
    assert (opens.kind, closes.kind, closes.required) == ("time", "time", False)
    assert relief.usual(RELIEF) == 0.25
    assert described(HEAT)["inputs"][0]["type"] == "list of number"
    assert described(HEAT)["inputs"][1]["type"] == "time"


@pytest.mark.parametrize(
    ("said", "meant"), [("22:30", "22:30"), ("9:05", "09:05"), ("22.30", "22:30"), ("24:00", "24:00")]
)
def test_a_time_is_kept_as_hours_and_minutes(said: str, meant: str) -> None:
    assert run(HEAT, {"days": [24], "closes": said}, RELIEF)[0].model_dump()["closes"] == meant


@pytest.mark.parametrize("said", ["25:00", "24:01", "12:60", "noon", "12", "", "١٢:٣٠", 1230])
def test_what_is_no_time_is_refused_with_an_example_of_one(said: object) -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(HEAT, {"days": [24], "closes": said}, RELIEF)

    assert refused.value.say("sv") == "closes sv ska vara ett klockslag, till exempel 18:30."


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ([24, 61], "Tal 2: days sv får vara högst 60 °C."),
        ([24, None, "varmt"], "Tal 3: days sv ska vara ett eller flera tal."),
        ([True], "Tal 1: days sv ska vara ett eller flera tal."),
        ([], "days sv ska vara ett eller flera tal."),
        (24, "days sv ska vara ett eller flera tal."),
    ],
)
def test_the_number_in_a_list_that_does_not_fit_is_named_by_its_place(days: object, sentence: str) -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(HEAT, {"days": days}, RELIEF)

    assert refused.value.say("sv") == sentence


def test_a_result_of_several_rows_is_shown_row_by_row() -> None:
    checked, result = run(HEAT, {"days": [24.2, None]}, RELIEF)

    assert checked.model_dump(mode="json") == {
        "days": [24.2, None],
        "opens": "10:00",
        "closes": None,
        "relief": 0.25,
    }
    assert shown(result, "days") == ({"day": "#1", "heat": Decimal(25)}, {"day": "#2", "heat": None})


def test_a_single_row_may_be_given_without_its_list() -> None:
    flat = run(WATER, {"litres": 11, "guests": 4}, NORMS)

    assert flat == run(WATER, {"cans": [{"litres": 11}], "guests": 4}, NORMS)


@given(st.decimals(0, 10_000, places=4), st.sampled_from([0.01, 0.1, 1, 5]))
def test_rounding_never_passes_to_the_careless_side(value: Decimal, step: float) -> None:
    size = Decimal(str(step))

    assert value - size < rounded(value, ("down", step)) <= value
    assert value <= rounded(value, ("up", step)) < value + size
    assert abs(rounded(value, ("nearest", step)) - value) <= size / 2
    assert rounded(value, None) == value
