"""No event drowns in questions that do not concern it: areas proposed and questions asked, event by event."""

from __future__ import annotations

import pytest

from evenemang import bootstrap
from evenemang.catalogue.example import read_example_year
from evenemang.domain.assessment import asked, proposed_areas
from evenemang.domain.condition import Facts, Value
from evenemang.domain.profile import Standing, classify, known_facts
from evenemang.flow.content import Content

YEAR = read_example_year()
OF_2023 = [event for event in YEAR.events if event.alias.endswith("2023")]

# What matters at each event of 2023: core areas (●) and areas that have nothing to do there (·).
# Source: the table of named events worked out with the municipality's annual report of 2023.
COLUMNS = (
    "crowds traffic weather fire electricity structures medical water children alcohol threats communication "
    "continuity accessibility food noise animals filming drones-pyro privacy"
).split()
MATTERS = {
    "potatisfestivalen-2023": "●●●●●●●○●●●●●●●●○·○○",
    "lights-2023": "●●●○●●○●●○●●●●○○···○",
    "tomteparaden-2023": "●●●○○○○·●·●●●●○○●·○·",
    "filminspelning-2023": "○●○○●○○○○·○●○○○○○●●●",
    "sommartorget-2023": "○●●○●○○·○○○●○●●●···○",
    "museiparken-2023": "●○●○●●○●○○○●●●○●····",
    "dragstory-hour-2023": "●○·○····●·●●○●·····●",
    "utomhusbio-2023": "●○●○●●○○●·○●●●○○··○○",
}
PROPOSED_ALL_THE_SAME = {
    ("museiparken-2023", "privacy"): "the organiser takes pictures of the audience",
    ("tomteparaden-2023", "alcohol"): "thousands stand in a town centre with open restaurants",
    ("tomteparaden-2023", "privacy"): "pictures of children in the parade are published",
    ("dragstory-hour-2023", "food"): "coffee and buns are offered to children",
    ("utomhusbio-2023", "alcohol"): "a public place after dark in August, where people bring their own",
}


def known(alias: str) -> dict[str, Value]:
    event = next(one for one in YEAR.events if one.alias == alias)
    derived: dict[str, Value] = {
        "season": event.expected["season"],
        "notice_days": event.expected["notice_days"],
    }
    return known_facts(bootstrap.content().profile, event.facts, derived)


def proposed(facts: dict[str, Value]) -> list[str]:
    areas = bootstrap.content().areas.values()
    return [area.area for area, _ in proposed_areas(areas, Facts(event=facts))]


def planning_questions(facts: dict[str, Value]) -> list[str]:
    content, standing = bootstrap.content(), standing_of(bootstrap.content(), facts)
    return [
        question.id
        for area in proposed(facts)
        for question in asked(content.areas[area], Facts(event=facts), standing.depth)
        if question.is_planning
    ]


def standing_of(content: Content, facts: dict[str, Value]) -> Standing:
    return classify(content.profile.classification, facts)


def story_hour(**more: Value) -> dict[str, Value]:
    """A quiet story hour for 60 in a library: everything that could be is said, and it is no."""
    profile = bootstrap.content().profile
    said: dict[str, Value] = {fact.id: False for fact in profile.facts if fact.type == "yes-no"}
    said |= {
        "kind": "story-hour",
        "peak_visitors": 60,
        "total_visitors": 60,
        "zones": 1,
        "days": 1,
        "staff": 3,
        "min_age": 0,
        "indoors": True,
        "children_main_audience": True,
        "organiser": "own",
        "organiser_experience": "long",
        **more,
    }
    return known_facts(profile, said, {"season": "spring", "notice_days": 40})


@pytest.mark.parametrize("alias", MATTERS)
def test_every_area_that_is_core_to_an_event_is_proposed(alias: str) -> None:
    core = {area for area, mark in zip(COLUMNS, MATTERS[alias], strict=True) if mark == "●"}

    assert core <= set(proposed(known(alias)))


@pytest.mark.parametrize("alias", MATTERS)
def test_an_area_with_nothing_to_do_at_an_event_is_proposed_only_for_a_reason_named_here(alias: str) -> None:
    idle = {area for area, mark in zip(COLUMNS, MATTERS[alias], strict=True) if mark == "·"}
    named = {area for event, area in PROPOSED_ALL_THE_SAME if event == alias}

    assert idle & set(proposed(known(alias))) == named


def test_each_proposal_has_its_reason_in_both_languages() -> None:
    for area in bootstrap.content().areas.values():
        assert area.because.sv, area.area
        assert area.because.en != area.because.sv, area.area


def test_a_quiet_story_hour_for_sixty_is_asked_at_most_twenty_questions() -> None:
    facts = story_hour()

    assert standing_of(bootstrap.content(), facts).at_most == 1
    assert 5 <= len(planning_questions(facts)) <= 20


def test_a_story_hour_that_people_threaten_is_asked_more_and_about_threats() -> None:
    quiet, threatened = story_hour(), story_hour(controversial=True)

    assert "threats" not in proposed(quiet)
    assert "threats" in proposed(threatened)
    assert len(planning_questions(threatened)) > len(planning_questions(quiet))


@pytest.mark.parametrize("alias", ["potatisfestivalen-2023", "potatisfestivalen-2024"])
def test_a_large_town_festival_is_asked_at_most_150_planning_questions(alias: str) -> None:
    assert 100 <= len(planning_questions(known(alias))) <= 150


@pytest.mark.parametrize("event", OF_2023, ids=lambda event: event.alias)
def test_no_event_of_the_year_is_asked_more_than_the_largest(event: object) -> None:
    alias = str(getattr(event, "alias", ""))

    assert len(planning_questions(known(alias))) <= 150


def test_what_is_not_known_yet_never_takes_a_question_away() -> None:
    told = story_hour()
    for fact in ("alcohol", "water_nearby", "overnight", "gas"):
        untold = {key: value for key, value in told.items() if key != fact}
        assert set(planning_questions(told)) <= set(planning_questions(untold)), fact
