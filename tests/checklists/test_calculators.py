"""What holds for every installed sum, whoever wrote it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from evenemang.bootstrap import content
from evenemang.commands.calculators import page
from evenemang.domain.calculation import norms_used, run
from evenemang.domain.calculator import Calculator, CalculatorField, Example, fields, shown
from evenemang.domain.describing import described
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

ROOT = Path(__file__).parents[2]
CONTENT = content()
CALCULATORS = sorted(CONTENT.calculators.values(), key=lambda one: one.id)
EXAMPLES = [(one, example) for one in CALCULATORS for example in one.examples]

each_calculator = pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda one: one.id)
each_example = pytest.mark.parametrize(
    ("calculator", "example"),
    EXAMPLES,
    ids=[f"{one.id} {example.arithmetic[:30]}" for one, example in EXAMPLES],
)


def texts(calculator: Calculator) -> Iterator[Text]:
    yield from (calculator.title, calculator.purpose, *calculator.caveats)
    for field in every(calculator):
        yield field.shown.label
        yield from (one for one in (field.shown.help, field.shown.below, field.shown.above) if one)
        yield from (field.shown.words or {}).values()


def every(calculator: Calculator) -> Iterator[CalculatorField]:
    for model in (calculator.input, calculator.output):
        yield from _every(fields(model))


def _every(found: tuple[CalculatorField, ...]) -> Iterator[CalculatorField]:
    for field in found:
        yield field
        yield from _every(field.of)


def agrees(found: Any, wanted: Any) -> bool:
    """Whole numbers and words exactly; other numbers within a thousandth, as the specification says."""
    if isinstance(wanted, Mapping):
        return all(agrees(found[name], value) for name, value in wanted.items())
    if isinstance(wanted, list | tuple):
        return len(found) == len(wanted) and all(map(agrees, found, wanted))
    if isinstance(wanted, float):
        return bool(found == pytest.approx(wanted, rel=1e-3, abs=1e-3))
    return bool(found == wanted)


@each_calculator
def test_a_sum_speaks_both_languages(calculator: Calculator) -> None:
    same = {one.sv for one in texts(calculator) if one.sv == one.en}

    assert same <= {"Post", "P", "Service"}  # words that are written alike in both


@each_calculator
def test_a_sum_stands_on_figures_and_sources_that_are_there(calculator: Calculator) -> None:
    named = {one.shown.default_norm for one in every(calculator)} | {
        one.shown.rows_of for one in every(calculator)
    }
    used = norms_used(calculator, CONTENT.norms, CONTENT.norm_sources)

    assert [one for one in calculator.norms if one not in CONTENT.norms] == []
    assert named - {None} <= set(calculator.norms)
    assert [one for one in calculator.sources if one not in CONTENT.norm_sources] == []
    assert [one.id for one in used if one.source in CONTENT.norm_sources] == []  # its title, not its id
    assert calculator.sources
    assert calculator.caveats


@each_calculator
def test_a_sum_is_of_an_area_and_stands_beside_a_question(calculator: Calculator) -> None:
    asked = [
        question
        for area in CONTENT.areas.values()
        for question in area.questions()
        if question.calculator and question.calculator.use == calculator.id
    ]

    assert calculator.area in CONTENT.areas
    assert calculator.id.startswith(f"{calculator.area}.")
    assert asked


@each_calculator
def test_a_description_is_json_with_name_inputs_outputs_and_units(calculator: Calculator) -> None:
    told = described(calculator)

    assert json.loads(json.dumps(told)) == told
    assert told["id"] == calculator.id
    for side in ("inputs", "outputs"):
        assert told[side]
        assert all({"name", "type", "label"} <= field.keys() for field in told[side])


@each_calculator
def test_every_number_that_is_asked_for_has_a_lowest_value(calculator: Calculator) -> None:
    numbers = [
        one
        for one in _every(fields(calculator.input))
        if one.kind in ("number", "integer") or one.items in ("number", "integer")
    ]

    assert [one.name for one in numbers if one.low is None] == []


@each_calculator
def test_a_sum_without_anything_to_go_on_is_refused_in_both_languages(calculator: Calculator) -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(calculator, {}, CONTENT.norms)

    assert refused.value.say("sv") != refused.value.say("en")
    assert refused.value.say("sv").endswith(".")


@each_calculator
def test_what_is_not_asked_for_is_refused_by_name(calculator: Calculator) -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(calculator, {"moon": 1}, CONTENT.norms)

    assert "Fältet ”moon” finns inte här." in refused.value.say("sv")


@each_calculator
def test_a_sum_comes_with_one_that_was_done_by_hand(calculator: Calculator) -> None:
    assert calculator.examples


@each_example
def test_a_sum_done_by_hand_agrees(calculator: Calculator, example: Example) -> None:
    result = run(calculator, example.inputs, CONTENT.norms)[1].model_dump(mode="json")

    assert {
        name: result[name] for name, value in example.outputs.items() if not agrees(result[name], value)
    } == {}


@each_example
def test_a_kept_sum_comes_back_as_it_was(calculator: Calculator, example: Example) -> None:
    checked, result = run(calculator, example.inputs, CONTENT.norms)

    stored = json.loads(json.dumps(checked.model_dump(mode="json")))
    assert run(calculator, stored, CONTENT.norms) == (checked, result)
    kept = calculator.output.model_validate_json(result.model_dump_json())
    assert [name for name in type(kept).model_fields if shown(kept, name) != shown(result, name)] == []


def test_the_page_about_the_sums_is_fresh() -> None:
    kept = (ROOT / "docs/calculators.md").read_text(encoding="utf-8")

    assert kept == page(CONTENT), "run python -m evenemang.commands.calculators docs/calculators.md"
