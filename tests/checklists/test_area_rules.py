"""What areas look over themselves: too many for the place, and answers that cannot all be true."""

from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.flow.assessing import GiveAnswer, KeepCalculation
from evenemang.flow.opening import SetFact
from tests.reviewed import Matter


def test_no_action_that_a_checklist_suggests_comes_too_late_by_itself() -> None:
    late = [
        (question.id, action.do.sv)
        for area in bootstrap.content().areas.values()
        for question in area.questions()
        for raised in question.raises
        for action in raised.actions
        if (action.phase or question.phase) in ("planning", "build-up") and action.due > 0
    ]

    assert late == []


def crowds(**facts: Any) -> Matter:
    known = {"outdoors": True, "indoors": False, "zones": 1, "peak_visitors": 3000, "fenced": True, **facts}
    return Matter(areas=("crowds",), facts=known)


def zones(*areas: int) -> dict[str, object]:
    return {"zones": [{"name": f"Yta {n}", "area_total_m2": area} for n, area in enumerate(areas)]}


def hold(matter: Matter, question: str, *areas: int) -> None:
    matter.do(KeepCalculation(question=question, calculator="crowds.holding-capacity", inputs=zones(*areas)))


def test_a_sum_that_holds_fewer_than_are_expected_is_told_at_its_question() -> None:
    matter = crowds()
    hold(matter, "crowds.free-area", 1400)

    (one,) = matter.found("crowds.capacity-below-peak")

    assert one.is_at("question", "crowds.free-area")
    assert "2800" in one.says.sv
    assert "3000" in one.says.sv
    hold(matter, "crowds.free-area", 1500)
    assert not matter.found("crowds.capacity-below-peak")


def test_the_sum_of_one_zone_of_several_is_held_against_what_is_expected_there() -> None:
    matter = crowds(zones=3)
    hold(matter, "crowds.free-area", 1400)
    assert not matter.found("crowds.capacity-below-peak")

    matter.answer(crowds__peak_in_zone=2801)

    assert "2801" in matter.says("crowds.capacity-below-peak")


def test_the_sum_of_all_zones_is_held_against_the_whole_event() -> None:
    matter = crowds(zones=2)
    hold(matter, "crowds.zone-capacity", 1000, 499)

    assert "2998" in matter.says("crowds.capacity-below-peak")


def test_exits_too_few_for_those_expected_are_told() -> None:
    matter = crowds()
    inputs = {"exits": [{"width_m": 3}, {"width_m": 3}], "rate_set": "green-guide", "time_min": 5}
    matter.do(KeepCalculation(question="crowds.exit-width", calculator="crowds.exit-capacity", inputs=inputs))

    assert matter.found("crowds.capacity-below-peak")[0].is_at("question", "crowds.exit-width")


@pytest.mark.parametrize(("limit", "told"), [(199, True), (200, False)])
def test_a_room_approved_for_fewer_than_are_expected_is_told(limit: int, told: bool) -> None:
    matter = crowds(outdoors=False, indoors=True, peak_visitors=200)
    matter.answer(crowds__room_limit=limit)

    assert bool(matter.found("crowds.capacity-below-peak")) is told


@pytest.mark.parametrize(("tightest", "told"), [(3001, True), (3000, False)])
def test_the_tightest_spot_cannot_hold_more_than_the_whole_event(tightest: int, told: bool) -> None:
    matter = crowds()
    matter.answer(crowds__peak_in_zone=tightest)

    assert bool(matter.found("crowds.zone-above-event")) is told


@pytest.mark.parametrize(("stewards", "told"), [(41, True), (40, False)])
def test_there_cannot_be_more_stewards_than_people_who_work(stewards: int, told: bool) -> None:
    matter = crowds(staff=40)
    matter.answer(crowds__stewards=stewards)

    assert bool(matter.found("crowds.more-stewards-than-staff")) is told


# Answers that cannot all be true

CLASHES = [
    ("crowds", "crowds.no-second-exit", {"crowds.exit-width": (0, 2), "crowds.two-exits": ("yes", "no")}),
    (
        "crowds",
        "crowds.stop-level-uncounted",
        {"crowds.stop-level": ("yes", "no"), "crowds.counting": ("no", "yes")},
    ),
    (
        "traffic",
        "traffic.closed-but-open",
        {"traffic.closure-kind": ("open", "heavy"), "traffic.through-traffic": ("yes", "no")},
    ),
    (
        "weather",
        "weather.steps-without-limits",
        {"weather.wind-steps": ("yes", "no"), "weather.limit-list": ("no", "yes")},
    ),
    (
        "weather",
        "weather.steps-unmeasured",
        {"weather.anemometer": ("no", "yes"), "weather.wind-steps": ("yes", "no")},
    ),
]
EVERYTHING = {
    "outdoors": True,
    "tents": True,
    "fenced": True,
    "street_closed": True,
    "peak_visitors": 3000,
    "zones": 1,
}


@pytest.mark.parametrize(("area", "rule", "answers"), CLASHES, ids=[rule for _, rule, _ in CLASHES])
def test_answers_that_cannot_all_be_true_are_told_at_each_of_them(
    area: str, rule: str, answers: dict[str, tuple[Any, Any]]
) -> None:
    matter = Matter(areas=(area,), facts=EVERYTHING)
    for question, (clashing, _) in answers.items():
        assert not matter.found(rule)
        matter.do(GiveAnswer(question=question, value=clashing))

    (one,) = matter.found(rule)

    assert {place.id for place in one.at} == set(answers)
    for question, (clashing, other) in answers.items():
        matter.do(GiveAnswer(question=question, value=other))
        assert not matter.found(rule)
        matter.do(GiveAnswer(question=question, value=clashing))


def test_a_question_that_is_no_longer_asked_contradicts_nothing() -> None:
    matter = Matter(areas=("weather",), facts=EVERYTHING)
    matter.answer(weather__wind_steps="yes", weather__limit_list="no")
    assert matter.found("weather.steps-without-limits")

    for fact in ("tents", "stage", "inflatables", "rides", "stands"):
        matter.do(SetFact(fact=fact, value=False))

    assert not matter.found("weather.steps-without-limits")
