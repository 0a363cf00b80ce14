from datetime import date

import pytest

from evenemang.domain.action import StatusChange, advance, counted_residual, is_treated
from evenemang.domain.errors import ReasonMissing, Refused
from tests.domain.making import GIVEN, action, at, risk

FIRST_DAY = date(2027, 8, 20)


def test_a_date_counted_from_the_event_follows_when_the_event_moves() -> None:
    assert action().due_on(FIRST_DAY) == date(2027, 8, 13)
    assert action().due_on(date(2027, 8, 27)) == date(2027, 8, 20)


def test_an_open_action_is_overdue_the_day_after_its_day_and_a_closed_one_never() -> None:
    assert not action("decided").is_overdue(FIRST_DAY, date(2027, 8, 13))
    assert action("decided").is_overdue(FIRST_DAY, date(2027, 8, 14))
    assert not action("decided", "done").is_overdue(FIRST_DAY, date(2027, 9, 1))


def test_nothing_is_decided_without_an_owner() -> None:
    with pytest.raises(Refused):
        advance(action(owner=None), StatusChange(status="decided", given=GIVEN))


def test_dropping_takes_a_reason_and_verifying_takes_how() -> None:
    with pytest.raises(ReasonMissing):
        advance(action("decided"), StatusChange(status="dropped", given=GIVEN))
    with pytest.raises(ReasonMissing):
        advance(action("decided", "done"), StatusChange(status="verified", given=GIVEN))


def test_a_risk_counts_as_before_until_somebody_has_decided_an_action() -> None:
    lowered = risk(before=at(4, 5), after=at(2, 5))

    assert counted_residual(lowered, [action()]).residual == at(4, 5)
    assert counted_residual(lowered, [action("decided")]).residual == at(2, 5)
    assert counted_residual(lowered, [action("decided", "dropped")]).residual == at(4, 5)


def test_only_a_decided_action_with_owner_and_date_treats_a_risk() -> None:
    assert is_treated(risk(), [action("decided")])
    assert not is_treated(risk(), [action()])
    assert not is_treated(risk(), [action("decided", risk_id="R2")])
