"""Which permits and duties an event needs, by when, and what is said of those that are late."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang import bootstrap
from evenemang.domain.condition import Facts
from evenemang.domain.dossier import Cancelled, Dossier
from evenemang.domain.permit import Permit, PermitNotNeeded
from evenemang.domain.permit_rule import PermitRule
from evenemang.flow.permitting import PermitLine, permit_lines
from tests import builders
from tests.builders import GIVEN, NOON
from tests.flow.permit_facts import ALWAYS, NEEDED, NOT_NEEDED

CONTENT = bootstrap.content()
RULES = {rule.id: rule for file in CONTENT.permits for rule in file.items}
TODAY = NOON.date()


def needed(rule: PermitRule, **event: Any) -> bool | None:
    return rule.needed_when.holds(Facts(event=event))


def line(of: str, dossier: Dossier, today: date = TODAY, **event: Any) -> PermitLine:
    found = permit_lines(dossier, CONTENT, Facts(event=event), today)
    return next(one for one in found if one.id == of)


def fest(in_days: int = 100, **more: Any) -> Dossier:
    return builders.dossier("3f9k", on=TODAY + timedelta(days=in_days), **more)


def test_every_shipped_rule_is_tried() -> None:
    assert set(NEEDED) | set(ALWAYS) == set(RULES)
    assert set(NOT_NEEDED) | set(ALWAYS) == set(RULES)
    assert len(RULES) == 30


@pytest.mark.parametrize("of", NEEDED)
def test_a_rule_is_needed_not_needed_or_not_known_yet(of: str) -> None:
    assert needed(RULES[of], **NEEDED[of]) is True
    assert needed(RULES[of], **NOT_NEEDED[of]) is False
    assert needed(RULES[of]) is None


@pytest.mark.parametrize("of", ALWAYS)
def test_some_duties_hold_for_every_event(of: str) -> None:
    assert needed(RULES[of]) is True
    assert RULES[of].is_duty


@pytest.mark.parametrize("of", RULES)
def test_every_time_has_its_source_and_every_duty_says_that_nothing_is_applied_for(of: str) -> None:
    file = next(file for file in CONTENT.permits if RULES[of] in file.items)

    assert all(file.source(one.source) for one in RULES[of].lead_time)
    assert RULES[of].note.sv != RULES[of].note.en


def test_what_is_needed_says_which_fact_settled_it() -> None:
    found = line("guards", fest(), peak_visitors=300, alcohol=True)

    assert found.standing == "to-do"
    assert [(one.name, one.value) for one in found.reasons] == [("event.alcohol", True)]


def test_what_is_not_needed_says_which_facts_ruled_it_out() -> None:
    found = line("traffic-plan", fest(), street_closed=False, parade_route=False)

    assert found.standing == "not-needed"
    assert {one.name for one in found.reasons} == {"event.street_closed", "event.parade_route"}


def test_what_is_not_known_yet_says_which_facts_are_missing() -> None:
    found = line("guards", fest(), peak_visitors=300)

    assert found.standing == "not-known"
    assert [(one.name, one.value) for one in found.reasons] == [
        ("event.alcohol", None),
        ("event.controversial", None),
    ]


@pytest.mark.parametrize(
    ("first_day", "last_day"),
    [
        (date(2024, 3, 1), date(2024, 2, 16)),  # over the leap day: 29 + 1 days of February and March
        (date(2023, 3, 1), date(2023, 2, 15)),
        (date(2027, 4, 4), date(2027, 3, 21)),  # summer time begins on 28 March
        (date(2027, 11, 7), date(2027, 10, 24)),  # and ends on 31 October
        (date(2028, 1, 8), date(2027, 12, 25)),
    ],
)
def test_days_are_calendar_days_back_from_the_first_day(first_day: date, last_day: date) -> None:
    found = line("food", builders.dossier("3f9k", on=first_day), food=True)

    assert (found.last_day, found.days) == (last_day, -14)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-500, 500))
def test_moving_the_event_moves_every_last_day_as_much(first_day: date, by: int) -> None:
    before = builders.dossier("3f9k", on=first_day)
    after = before.model_copy(update={"event": before.event.moved(by)})

    days = [
        (one.last_day, two.last_day)
        for one, two in zip(
            permit_lines(before, CONTENT, Facts(), TODAY),
            permit_lines(after, CONTENT, Facts(), TODAY),
            strict=True,
        )
    ]
    assert all(two == one + timedelta(days=by) for one, two in days if one and two)
    assert any(one for one, _ in days)


def test_without_a_day_the_distance_is_known_and_nothing_is_late() -> None:
    found = line("food", builders.dossier("3f9k"), food=True)

    assert (found.last_day, found.days, found.late) == (None, -14, 0)


def test_the_last_day_itself_is_in_time_and_the_day_after_is_late_by_one() -> None:
    assert line("food", fest(14), food=True).late == 0
    assert line("food", fest(13), food=True).late == 1


def test_what_was_late_already_when_the_dossier_was_opened_says_so() -> None:
    found = line("gathering-permit", fest(20), kind="market")

    assert (found.late, found.late_at_opening) == (40, True)
    assert found.last_by_law == TODAY + timedelta(days=13)
    assert not line("food", fest(20), food=True).late_at_opening


def test_what_was_filed_late_stays_late_by_as_much() -> None:
    filed = Permit(permit="food", what="Mat", filed=TODAY, outcome="applied")
    found = line("food", fest(10, permits=(filed,)), TODAY + timedelta(days=5), food=True)

    assert (found.standing, found.late, found.waits) == ("kept", 4, False)


def test_what_is_on_the_list_but_not_applied_for_still_waits_and_can_be_late() -> None:
    listed = Permit(permit="food", what="Mat")
    found = line("food", fest(10, permits=(listed,)), food=True)

    assert (found.standing, found.waits, found.late) == ("kept", True, 4)


def test_one_permit_may_cover_another() -> None:
    wide = Permit(permit="gathering-permit", what="Marknad", covers=("public-place",))
    found = line("public-place", fest(10, permits=(wide,)), public_place=True)

    assert (found.standing, found.late) == ("covered", 0)
    assert found.kept == wide


def test_what_somebody_said_is_not_needed_is_not_late() -> None:
    spared = PermitNotNeeded(permit="food", because="Alla är registrerade.", given=GIVEN)
    found = line("food", fest(10, permits_not_needed=(spared,)), food=True)

    assert (found.standing, found.late, found.spared) == ("spared", 0, spared)


def test_nothing_is_late_any_more_once_the_event_is_over_or_cancelled() -> None:
    cancelled = Cancelled(because="Storm", given=GIVEN)

    assert line("food", fest(10, cancelled=cancelled), food=True).late == 0
    assert line("food", fest(-1), food=True).late == 0
    assert line("food", fest(0), food=True).late == 14


def test_a_permit_that_the_group_added_has_no_rule_and_no_day() -> None:
    own = Permit(permit="own-1", what="Markägarens ja")
    found = line("own-1", fest(permits=(own,)))

    assert (found.title, found.ruled, found.last_day, found.waits) == ("Markägarens ja", None, None, True)
