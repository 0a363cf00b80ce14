import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang.domain.errors import ReasonMissing
from evenemang.domain.risk import (
    Judged,
    Judgement,
    Origin,
    accept,
    by_severity,
    dismiss,
    following_answer,
    judge,
)
from tests.domain.making import GIVEN, at, risk

JUDGEMENTS = st.builds(at, st.integers(1, 5), st.integers(1, 5))


def test_among_equal_scores_the_worse_consequence_comes_first() -> None:
    rain = risk("R1", at(5, 2))
    fire = risk("R2", at(2, 5))

    assert by_severity((rain, fire)) == (fire, rain)


def test_r10_comes_after_r9_among_equals() -> None:
    assert [one.id for one in by_severity((risk("R10"), risk("R9")))] == ["R9", "R10"]


@given(JUDGEMENTS, JUDGEMENTS)
def test_a_lower_consequence_after_treatment_needs_a_motive(before: Judgement, after: Judgement) -> None:
    said = Judged(before=before, after=after)

    if after.consequence < before.consequence:
        with pytest.raises(ReasonMissing):
            judge(risk(state="proposed"), said, GIVEN)
    else:
        assert judge(risk(state="proposed"), said, GIVEN).residual == after


def test_a_consequence_below_the_checklists_needs_a_motive() -> None:
    proposed = risk(before=at(3, 4), default=at(3, 4), state="proposed")

    with pytest.raises(ReasonMissing):
        judge(proposed, Judged(before=at(3, 2)), GIVEN)
    assert judge(proposed, Judged(before=at(3, 2), motive="Bara vuxna"), GIVEN).state == "accepted"


def test_a_proposal_is_dismissed_only_with_a_reason() -> None:
    with pytest.raises(ReasonMissing):
        dismiss(risk(state="proposed"), "  ", GIVEN)

    assert not dismiss(risk(state="proposed"), "Ingår i R2", GIVEN).counts


def test_an_acceptance_does_not_outlive_a_worse_judgement() -> None:
    accepted = accept(risk(after=at(2, 4)), "En dag", GIVEN)

    milder = judge(accepted, Judged(before=at(3, 4), after=at(1, 4)), GIVEN)
    worse = judge(accepted, Judged(before=at(3, 4), after=at(3, 4)), GIVEN)

    assert milder.acceptance is not None
    assert worse.acceptance is None


def test_an_untouched_proposal_follows_its_answer_and_a_judged_one_is_flagged() -> None:
    origin = Origin(question="crowds.stop-level", index=0)
    untouched = risk("R1", at(2, 4), default=at(2, 4), state="proposed").model_copy(update={"origin": origin})
    judged = risk("R2", at(2, 4), default=at(2, 4)).model_copy(update={"origin": origin})

    followed = following_answer((untouched, judged), "crowds.stop-level", {0: at(1, 4)})

    assert followed[0].before == at(1, 4)
    assert not followed[0].answer_changed
    assert followed[1].before == at(2, 4)
    assert followed[1].answer_changed


def test_a_proposal_that_nothing_raises_any_more_goes_away_and_a_judged_risk_stays_flagged() -> None:
    origin = Origin(question="crowds.stop-level", index=0)
    untouched = risk("R1", default=at(3, 4), state="proposed").model_copy(update={"origin": origin})
    judged = risk("R2", default=at(3, 4)).model_copy(update={"origin": origin})

    followed = following_answer((untouched, judged), "crowds.stop-level", {})

    assert [one.id for one in followed] == ["R2"]
    assert followed[0].answer_changed
