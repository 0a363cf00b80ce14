"""A calculator tells what it asks and gives, so that form, sheet and list need nothing else."""

from __future__ import annotations

import json
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
    Norms,
    Number,
    Shown,
    described,
    fields,
    rounded,
    shown,
)
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


@given(st.decimals(0, 10_000, places=4), st.sampled_from([0.01, 0.1, 1, 5]))
def test_rounding_never_passes_to_the_careless_side(value: Decimal, step: float) -> None:
    size = Decimal(str(step))

    assert value - size < rounded(value, ("down", step)) <= value
    assert value <= rounded(value, ("up", step)) < value + size
    assert abs(rounded(value, ("nearest", step)) - value) <= size / 2
    assert rounded(value, None) == value
