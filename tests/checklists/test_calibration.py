"""The defaults of all areas, weighed against each other: what docs/methods.md says of them is so."""

from __future__ import annotations

from pathlib import Path

import pytest

from evenemang import bootstrap
from evenemang.catalogue.calibration import COMMAND, Default, defaults, page
from evenemang.domain.condition import Condition
from evenemang.domain.matrix import LevelId

DOCS = Path(__file__).parents[2] / "docs"
CONTENT = bootstrap.content()
ALL = defaults(CONTENT)

# The bands of docs/methods.md, in per cent: of all defaults, and of those of one area.
SUITE: dict[LevelId, tuple[int, int]] = {
    "low": (10, 30),
    "medium": (50, 70),
    "high": (12, 28),
    "very-high": (0, 3),
}
STOPPING_IN_ONE_AREA, DEADLY, DEADLY_IN_ONE_AREA, DEADLY_AND_NOT_RARE = 50, 20, 45, 6

# A choice or a number stops only where it tells that a protection is missing or a limit is passed.
LIMITS = {
    "children.alarm-minutes": "how long the group waits before it calls is its own decision",
    "communication.reach-staff": "no way to reach the staff",
    "crowds.bottleneck-flow": "more than the passage lets through",
    "crowds.exit-width": "exits too narrow for those inside",
    "crowds.free-area": "more people than the area holds",
    "crowds.room-limit": "more people than the room is approved for",
    "drones-pyro.drone-height": "above the height the open category allows",
    "electricity.load": "more than the supply is built for",
    "fire.lpg-indoors": "more than may be kept indoors without a permit",
    "medical.aed-minutes": "the defibrillator is farther away than it may be",
    "medical.first-aiders": "fewer than are needed",
    "noise.max-level": "louder than the public may be exposed to",
    "overnight.floor": "sleeping in a basement, without a second way out",
    "overnight.wake-up": "nothing wakes those who sleep",
    "structures.inflatable-anchors": "fewer anchors than the standard asks for",
    "structures.inflatable-wind": "used in more wind than the standard allows",
    "structures.leg-weight": "lighter than what holds a small tent",
    "structures.tent-exit-width": "exits too narrow for those in the tent",
    "structures.tent-people": "an assembly tent that nobody has inspected",
    "traffic.closure-kind": "nothing that stops a vehicle",
    "traffic.rescue-width": "narrower than a fire engine needs",
    "water.ice": "thinner than what carries people",
    "water.reach-time": "help farther away than a person under water has time for",
    "weather.forecast-gust": "the wind limit is reached",
    "weather.warning": "the level at which the event is stopped",
}


def of(area: str) -> list[Default]:
    return [one for one in ALL if one.area.area == area]


def share(part: int, whole: int) -> float:
    return 100 * part / whole


def named(found: list[Default]) -> list[tuple[str, int, int]]:
    return [(one.question.id, one.raises.likelihood, one.raises.consequence) for one in found]


def test_the_kept_page_is_fresh() -> None:
    assert (DOCS / "calibration.md").read_text("utf-8") == page(CONTENT), f"run {COMMAND}"


@pytest.mark.parametrize(("level", "band"), SUITE.items())
def test_the_suite_keeps_its_shares(level: LevelId, band: tuple[int, int]) -> None:
    least, most = band

    assert least <= share(sum(one.level == level for one in ALL), len(ALL)) <= most


@pytest.mark.parametrize("area", CONTENT.areas)
def test_an_area_spreads_over_low_medium_and_what_stops(area: str) -> None:
    ours = of(area)
    stopping = sum(one.stops for one in ours)

    assert {one.level for one in ours} >= {"low", "medium"}
    assert 0 < share(stopping, len(ours)) <= STOPPING_IN_ONE_AREA


def test_very_high_is_for_what_threatens_life() -> None:
    assert named([one for one in ALL if one.level == "very-high" and one.raises.consequence < 4]) == []


def test_only_harm_to_people_stops_an_event() -> None:
    assert named([one for one in ALL if one.stops and one.raises.harm != "people"]) == []


def test_deaths_are_for_few_and_seldom_more_than_unlikely() -> None:
    deadly = [one for one in ALL if one.raises.consequence == 5]
    not_rare = [one for one in deadly if one.raises.likelihood >= 3]

    assert share(len(deadly), len(ALL)) <= DEADLY
    assert share(len(not_rare), len(ALL)) <= DEADLY_AND_NOT_RARE


@pytest.mark.parametrize("area", CONTENT.areas)
def test_no_area_is_mostly_about_deaths(area: str) -> None:
    ours = of(area)

    assert share(sum(one.raises.consequence == 5 for one in ours), len(ours)) <= DEADLY_IN_ONE_AREA


def test_no_accident_is_expected_at_every_occasion() -> None:
    assert named([one for one in ALL if one.raises.likelihood == 5 and one.area.axis == "accident"]) == []


NOT_ONLY_PAPER = [("fire.lpg-permit", 3, 4)]  # without it nobody has looked at the gas, and it is turned off


def test_a_paper_that_is_missing_is_at_most_medium() -> None:
    papers = [one for one in ALL if one.question.id.endswith(("permit", ".notified", ".registered"))]

    assert papers != []
    assert named([one for one in papers if one.stops]) == NOT_ONLY_PAPER


def test_what_only_describes_is_at_most_medium() -> None:
    stopping = [one for one in ALL if one.stops and isinstance(one.raises.when, Condition)]

    assert named([one for one in stopping if one.question.id not in LIMITS]) == []


def test_the_rounds_after_the_event_stop_nothing() -> None:
    assert named([one for one in ALL if one.stops and one.question.phase == "strike"]) == []


def test_the_methods_say_these_bands() -> None:
    told = (
        (DOCS / "methods.md")
        .read_text("utf-8")
        .split("## How the defaults are calibrated")[1]
        .split("\n## ")[0]
    )

    for level, (least, most) in SUITE.items():
        assert f"| {level.replace('-', ' ')} | {least}–{most} % |" in told
    for figure in (STOPPING_IN_ONE_AREA, DEADLY, DEADLY_IN_ONE_AREA, DEADLY_AND_NOT_RARE):
        assert f"{figure} %" in told
    assert COMMAND in told
