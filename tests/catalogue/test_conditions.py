"""Conditions: not known yet, unknown names and faults are three different things."""

import pytest

from evenemang.catalogue import compile_condition
from evenemang.catalogue.conditions import ConditionUnreadable
from evenemang.domain.condition import Condition, Facts
from evenemang.domain.errors import ContentFaulty


def condition(source: str) -> Condition:
    evaluate, names = compile_condition(source)
    return Condition(source=source, names=names, evaluate=evaluate)


@pytest.mark.parametrize(
    ("source", "facts"),
    [
        ("event.peak_visitors >= 300", Facts()),
        ("event.stage && event.alcohol", Facts(event={"stage": True})),
        ("!event.stage", Facts()),
        ('event.kind in ["concert"]', Facts()),
        ('answers["crowds.zone-capacity"] == "no"', Facts()),
        ("answer > 3", Facts()),
        ("event.stage ? event.alcohol : false", Facts()),
    ],
)
def test_what_is_not_known_yet_is_neither_yes_nor_no(source: str, facts: Facts) -> None:
    assert condition(source).holds(facts) is None


@pytest.mark.parametrize(
    ("source", "held"),
    [
        ("event.stage || true", True),
        ("true || event.stage", True),
        ("event.stage && false", False),
        ("event.alcohol && event.stage", False),
        ("(event.stage || event.tents) && event.alcohol", False),
    ],
)
def test_what_the_rest_settles_needs_no_more_facts(source: str, held: bool) -> None:
    assert condition(source).holds(Facts(event={"alcohol": False})) is held


@pytest.mark.parametrize(
    ("source", "suggestion"),
    [("evnt.stage", "event"), ("doubel(event.days) > 1.0", "double"), ("anser > 1", "answer")],
)
def test_a_name_that_cel_would_let_pass_is_refused_with_the_right_one(source: str, suggestion: str) -> None:
    with pytest.raises(ConditionUnreadable) as refused:
        compile_condition(f"{source} || true")

    assert refused.value.refusal.do.sv == f"Menas {suggestion}?"


@pytest.mark.parametrize(
    "source", ["event[answer] == 1", "answers[event.kind] == 1", "event", "has(event.x)"]
)
def test_a_name_nobody_can_know_beforehand_is_refused(source: str) -> None:
    with pytest.raises(ConditionUnreadable):
        compile_condition(source)


@pytest.mark.parametrize("source", ["event.stage &&", "", "event.stage and event.tents", "a" * 3000, '"open'])
def test_what_is_not_cel_is_refused(source: str) -> None:
    with pytest.raises(ConditionUnreadable):
        compile_condition(source)


@pytest.mark.parametrize(
    ("source", "facts"),
    [
        ("event.peak_visitors > 300", Facts(event={"peak_visitors": "many"})),
        ("answer > 3", Facts(answer="three")),
        ("event.days", Facts(event={"days": 2})),
        ("event.days / 0 > 1", Facts(event={"days": 2})),
        ("answer * 2.0 > 1.0", Facts(answer=3)),
    ],
)
def test_a_fault_is_shown_and_never_taken_for_not_known(source: str, facts: Facts) -> None:
    with pytest.raises(ContentFaulty) as refused:
        condition(source).holds(facts)

    assert source in refused.value.say("sv")
    assert "overload" not in refused.value.say("sv")


def test_names_are_found_by_reading_the_source_but_not_in_its_texts() -> None:
    source = 'event.kind == "event.fake" || answers["crowds.peak-in-zone"] > 1 && answer == 2 // event.no'

    assert condition(source).names == {"event.kind", "answers.crowds.peak-in-zone", "answer"}


@pytest.mark.parametrize("answer", [4, 4.0])
def test_whole_numbers_and_decimals_compare_alike(answer: float) -> None:
    assert condition("answer > 3").holds(Facts(answer=answer)) is True
    assert condition("answer > 3.5").holds(Facts(answer=answer)) is True
    assert condition("double(answer) * 2.0 == 8.0").holds(Facts(answer=answer)) is True


def test_a_number_that_was_not_relevant_is_not_known_to_a_sum() -> None:
    asked = condition('double(answers["crowds.peak-in-zone"]) > 2.0 * double(answer)')

    assert asked.holds(Facts(answers={"crowds.peak-in-zone": "not-relevant"}, answer=3)) is None


def test_a_condition_is_compiled_once() -> None:
    assert compile_condition("event.stage")[0] is compile_condition("event.stage")[0]
