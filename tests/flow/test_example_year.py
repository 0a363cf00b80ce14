"""The example year is played through the verbs; what then stands there is what its own key says."""

from dataclasses import replace
from typing import Any

import pytest

from evenemang import bootstrap
from evenemang.catalogue.example import read_example_year
from evenemang.domain.dossier import Dossier, state
from evenemang.flow.deciding import allowed_views
from evenemang.flow.example.clock import ExampleClock
from evenemang.flow.example.playing import play
from evenemang.flow.example.year import ExampleEvent
from evenemang.flow.journal import first_broken
from evenemang.flow.permitting import permit_lines
from evenemang.flow.workspace import Workspace
from evenemang.store.memory import MemoryStore

YEAR = read_example_year()
EVENTS = pytest.mark.parametrize("event", YEAR.events, ids=lambda event: event.alias)


@pytest.fixture(scope="module")
def played() -> Workspace:
    store = MemoryStore()
    play(YEAR, store, bootstrap.content())
    return Workspace(store, bootstrap.content(), ExampleClock(YEAR.as_of))


def dossier(played: Workspace, event: ExampleEvent) -> Dossier:
    return played.dossier(event.alias).record


@EVENTS
def test_each_dossier_stands_where_the_key_says(played: Workspace, event: ExampleEvent) -> None:
    key, found = event.expected, dossier(played, event)
    reading = played.read(found)

    assert state(found, played.now()) == key["state"]
    assert (reading.standing.at_least, reading.standing.points) == (key["class"], key["class_points"])
    assert reading.standing.is_settled
    assert reading.depth == key["depth"]
    assert reading.facts.event["season"] == key["season"]
    assert reading.facts.event["notice_days"] == key["notice_days"]
    assert len(found.event.each_occasion()) == key["occasions"]


@EVENTS
def test_looking_the_year_over_makes_no_noise(played: Workspace, event: ExampleEvent) -> None:
    found = played.review(dossier(played, event))

    told = [(one.severity, one.rule) for one in found.groups if one.severity != "error"]
    assert told == []
    assert not found.faults
    assert bool(found.of("error")) is (event.expected["state"] in ("draft", "assessing"))


@EVENTS
def test_every_risk_has_the_level_of_the_key_before_and_after(played: Workspace, event: ExampleEvent) -> None:
    matrix = played.content.matrix
    found = {
        risk.alias: (
            risk.before.score,
            risk.before.level(matrix),
            risk.residual.score,
            risk.residual.level(matrix),
        )
        for risk in dossier(played, event).risks
        if risk.state == "accepted"
    }

    assert found == {
        row["risk"]: (row["before"], row["level_before"], row["after"], row["level_after"])
        for row in event.expected["scores"]
    }


@EVENTS
def test_the_proposals_came_from_the_answers_with_the_checklists_own_default(
    played: Workspace, event: ExampleEvent
) -> None:
    by_alias = {risk.alias: risk for risk in dossier(played, event).risks}
    for told in event.risks:
        assert by_alias[told.id].default == (told.default or told.before), told.id


@EVENTS
def test_everything_that_the_answers_raised_has_been_looked_at(
    played: Workspace, event: ExampleEvent
) -> None:
    found = dossier(played, event).risks

    assert not [risk.id for risk in found if risk.state == "proposed"]
    assert sum(risk.state == "dismissed" for risk in found) == len(event.dismissed)


@EVENTS
def test_actions_and_incidents_are_those_of_the_key(played: Workspace, event: ExampleEvent) -> None:
    key, found = event.expected, dossier(played, event)
    first = found.event.first_day
    actions: dict[str, Any] = key["actions"]

    assert len(found.actions) == actions["count"]
    assert sum(one.status in ("done", "verified") for one in found.actions) == actions["done"]
    assert sum(one.status == "verified" for one in found.actions) == actions["verified"]
    assert [one.alias for one in found.actions if one.is_overdue(first, YEAR.as_of)] == actions["overdue"]
    incidents = key["incidents"]
    assert len(found.incidents) == incidents["count"]
    assert sum(one.is_near_miss for one in found.incidents) == incidents["near_misses"]
    assert sum(one.foreseen not in (None, "none") for one in found.incidents) == incidents["foreseen"]
    assert [one.alias for one in found.incidents if one.is_open] == incidents["open"]


@EVENTS
def test_the_lessons_that_concern_an_event_are_pinned_and_those_unanswered_wait(
    played: Workspace, event: ExampleEvent
) -> None:
    reading = played.read(dossier(played, event))

    assert sorted(str(one.alias) for one in reading.lessons) == event.expected["lessons_pinned"]
    assert sorted(str(one.alias) for one in reading.lessons_waiting) == event.expected["lessons_waiting"]


@EVENTS
def test_the_rule_allows_the_decisions_of_the_key(played: Workspace, event: ExampleEvent) -> None:
    if "decisions_allowed" not in event.expected:
        return
    found = dossier(played, event)
    allowed = allowed_views(found, played.content, played.read(found))

    # The key does not list "no objection"; the rule is that it takes what approving takes.
    assert ("no-objection" in allowed) == ("approved" in allowed)
    assert [view for view in allowed if view != "no-objection"] == event.expected["decisions_allowed"]


def test_answers_of_areas_that_are_not_installed_are_kept_whole(played: Workspace) -> None:
    content = played.content
    others = {area: one for area, one in content.areas.items() if area != "children"}
    without = Workspace(played.store, replace(content, areas=others), ExampleClock(YEAR.as_of))
    found = without.dossier("dragstory-hour-2023").record

    assert found.assessment.answers["children.refuge"].comment.startswith("Ingen plats är bestämd")
    assert without.read(found).not_installed == ("children",)


def test_the_surface_at_kulturhuset_is_a_standing_picture_of_the_place(played: Workspace) -> None:
    place = played.place("kulturhuset")

    assert place is not None
    (risk,), (measure,) = place.standing_risks, place.standing_measures
    assert (risk.now.likelihood, risk.now.consequence) == (1, 5)
    assert measure.verified[0].by == "raddningstjanst"


def test_the_journal_is_dated_by_the_year_and_its_chain_is_whole(played: Workspace) -> None:
    for event in YEAR.events:
        journal = played.store.journal("dossier", dossier(played, event).id)
        assert first_broken(journal) is None
        assert journal[0].deed.at.date() == event.opened.on
        assert all(row.deed.at.date() <= YEAR.as_of for row in journal)


def test_a_changed_past_shows_in_the_chain(played: Workspace) -> None:
    journal = list(played.store.journal("dossier", played.dossier("lights-2023").record.id))
    forged = journal[3].model_copy(update={"deed": journal[3].deed.model_copy(update={"by": "någon annan"})})
    journal[3] = forged

    assert first_broken(journal) == forged


@EVENTS
def test_every_permit_of_the_year_is_one_of_the_rules_and_has_the_keys_last_day(
    played: Workspace, event: ExampleEvent
) -> None:
    found = dossier(played, event)
    lines = {one.id: one for one in permit_lines(found, played.content, played.read(found).facts, YEAR.as_of)}
    told = {
        row["permit"]: (row["last_filing"], row.get("in_time", True)) for row in event.expected["permits"]
    }

    assert {one: (str(lines[one].last_day), lines[one].late == 0) for one in told} == told
    assert set(told) == {one.permit for one in found.permits}
    assert all(one.ruled for one in lines.values())


@EVENTS
def test_every_permit_that_the_facts_ask_for_was_kept_covered_or_set_aside_with_a_reason(
    played: Workspace, event: ExampleEvent
) -> None:
    found = dossier(played, event)
    lines = permit_lines(found, played.content, played.read(found).facts, YEAR.as_of)
    left = [one for one in lines if one.ruled and one.standing in ("to-do", "not-known")]

    assert [one.id for one in left if one.ruled and not one.ruled.rule.is_duty] == []


@pytest.mark.parametrize(
    ("alias", "needs", "not_needs"),
    [
        (
            "potatisfestivalen-2023",
            {
                "gathering-permit",
                "alcohol",
                "food",
                "flammable-gas",
                "tent-over-150",
                "traffic-plan",
                "noise",
            },
            {
                "gathering-notice",
                "drone-specific",
                "overnight",
                "animals",
                "film-shoot",
                "published-documents",
            },
        ),
        (
            "lights-2023",
            {"gathering-permit", "public-place", "traffic-plan", "cameras", "published-documents"},
            {"alcohol", "noise", "overnight", "road-race", "rides"},
        ),
        (
            "dragstory-hour-2023",
            {"personal-data", "secrecy", "crime-prevention", "accessibility", "published-documents"},
            {"alcohol", "flammable-gas", "noise", "tent-over-150", "pyro-police", "food", "cameras"},
        ),
    ],
)
def test_an_event_needs_the_permits_one_expects_of_it(
    played: Workspace, alias: str, needs: set[str], not_needs: set[str]
) -> None:
    facts = played.read(played.dossier(alias).record).facts
    rules = [rule for file in played.content.permits for rule in file.items]
    found = {rule.id: rule.needed_when.holds(facts) for rule in rules}

    assert {one for one in needs if found[one] is not True} == set()
    assert {one for one in not_needs if found[one] is not False} == set()
