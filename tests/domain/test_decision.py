from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang.domain.decision import Decision, Draft, Unanswered, lifted_since, missing_words, obstacles
from evenemang.domain.matrix import View
from tests.domain.making import GIVEN, action, at, matrix, risk

ALL_ANSWERED = Unanswered()
POSITIVE: tuple[View, ...] = ("approved", "approved-with-conditions", "no-objection")


def says_no(
    view: View, *risks: object, actions: tuple[object, ...] = (), left: Unanswered = ALL_ANSWERED
) -> bool:
    return bool(obstacles(view, risks, actions, left, matrix()))  # type: ignore[arg-type]  # makers' types


@given(st.lists(st.builds(at, st.integers(1, 5), st.integers(1, 5)), max_size=6))
def test_rejecting_and_asking_for_more_are_always_allowed(places: list[object]) -> None:
    risks = [risk(f"R{number}", place) for number, place in enumerate(places)]  # type: ignore[arg-type]

    assert not says_no("rejected", *risks, left=Unanswered(depth_one=("crowds.queue-space",)))
    assert not says_no("to-complete", *risks)


def test_approving_takes_that_no_residual_risk_is_high() -> None:
    assert not says_no("approved", risk(before=at(3, 3)))
    assert says_no("approved", risk(before=at(3, 4)))
    assert says_no("no-objection", risk(before=at(3, 4)))


def test_a_high_residual_risk_takes_both_a_decided_action_and_an_acceptance() -> None:
    treated, accepted = (action("decided"),), risk(before=at(3, 4), accepted=True)

    assert says_no("approved-with-conditions", risk(before=at(3, 4)), actions=treated)
    assert says_no("approved-with-conditions", accepted)
    assert not says_no("approved-with-conditions", accepted, actions=treated)


def test_a_very_high_residual_risk_stops_every_positive_view_whatever_is_accepted() -> None:
    worst = risk(before=at(5, 5), accepted=True)

    assert all(says_no(view, worst, actions=(action("decided"),)) for view in POSITIVE)


def test_a_proposal_nobody_has_looked_at_counts_at_its_default() -> None:
    assert says_no("approved", risk(before=at(3, 4), state="proposed"))
    assert not says_no("approved", risk(before=at(3, 4), state="dismissed"))


@pytest.mark.parametrize("view", POSITIVE)
def test_a_basic_question_left_unanswered_stops_a_positive_view(view: View) -> None:
    assert says_no(view, left=Unanswered(depth_one=("crowds.queue-space",)))
    assert not says_no(view, left=Unanswered(deeper=("crowds.counting",)))


def test_deciding_past_unanswered_questions_takes_a_reason() -> None:
    left = Unanswered(deeper=("crowds.counting",))
    silent = Draft(officer="Sara", group_view="approved")

    assert missing_words(silent, left, matrix())
    assert not missing_words(silent.model_copy(update={"despite_unanswered": "Svar kommer"}), left, matrix())


def test_each_view_asks_for_its_words() -> None:
    for view, asks in (("rejected", True), ("approved-with-conditions", True), ("approved", False)):
        draft = Draft.model_validate({"officer": "Sara", "group_view": view})
        assert bool(missing_words(draft, ALL_ANSWERED, matrix())) is asks


def test_the_refusal_names_the_risk_its_level_and_the_way_out() -> None:
    (why,) = obstacles("approved", [risk(before=at(3, 5))], (), ALL_ANSWERED, matrix())

    assert why.risk == "R1"
    assert "R1 Risk R1 (high 15)" in why.why.sv


def test_a_lifted_or_new_serious_risk_asks_for_the_decision_to_be_reconsidered() -> None:
    decided = Decision(given=GIVEN, officer="Sara", group_view="approved", levels={"R1": "medium"})

    lifted = lifted_since(decided, [risk("R1", at(3, 4)), risk("R2", at(4, 4))], (), matrix())
    still = lifted_since(decided, [risk("R1", at(3, 3)), risk("R2", at(2, 2))], (), matrix())

    assert (lifted, still) == (("R1", "R2"), ())


def test_every_residual_place_gives_approved_no_more_than_with_conditions() -> None:
    for likelihood, consequence in product(range(1, 6), range(1, 6)):
        one = risk(before=at(likelihood, consequence), accepted=True)
        if not says_no("approved", one):
            assert not says_no("approved-with-conditions", one)
