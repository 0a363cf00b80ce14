"""Outcomes are remembered, and never mixed up."""

from evenemang.catalogue.conditions import REMEMBERED, compile_condition
from evenemang.domain.condition import Facts


def test_the_same_condition_follows_the_facts_back_and_forth() -> None:
    evaluate, _ = compile_condition("event.peak_visitors >= 300")
    few, many = Facts(event={"peak_visitors": 200}), Facts(event={"peak_visitors": 300})

    assert [evaluate(one) for one in (few, many, Facts(), few, many, Facts())] == [False, True, None] * 2


def test_yes_is_not_taken_for_the_number_one() -> None:
    evaluate, _ = compile_condition("event.stage == true")

    assert evaluate(Facts(event={"stage": True})) is True
    assert evaluate(Facts(event={"stage": 1})) is not True


def test_the_answer_asked_about_is_part_of_what_is_remembered() -> None:
    evaluate, _ = compile_condition("answer > 10")

    assert [evaluate(Facts().about(value)) for value in (9, 11, 9)] == [False, True, False]
    assert evaluate(Facts()) is None


def test_more_outcomes_than_are_remembered_are_all_right() -> None:
    evaluate, _ = compile_condition("event.peak_visitors > 50")

    found = [evaluate(Facts(event={"peak_visitors": number})) for number in range(3 * REMEMBERED)]
    assert found == [number > 50 for number in range(3 * REMEMBERED)]
