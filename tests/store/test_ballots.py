"""What members judge alone: kept one a person, told by risk, and forgotten when it has been shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from evenemang.flow.ballots import PLACES, Ballot, halved, joined
from evenemang.flow.storing import REGISTER, Store

SARA = Ballot(meeting="m1", event="k3f9", risk="R7", who="Sara Lind", likelihood=2, consequence=5)


def test_the_last_word_of_each_counts_and_only_of_that_risk_at_that_meeting(store: Store) -> None:
    store.cast(SARA)
    store.cast(replace(SARA, likelihood=4))
    store.cast(replace(SARA, who="Ali Ek"))
    store.cast(replace(SARA, risk="R8"))
    store.cast(replace(SARA, meeting="m2"))

    assert store.ballots("m1", "k3f9", "R7") == (
        replace(SARA, who="Ali Ek"),
        replace(SARA, likelihood=4),
    )


def test_what_is_forgotten_is_gone_and_the_rest_stays(store: Store) -> None:
    store.cast(SARA)
    store.cast(replace(SARA, risk="R8"))

    store.forget_ballots("m1", "k3f9", "R7")

    assert store.ballots("m1", "k3f9", "R7") == ()
    assert store.ballots("m1", "k3f9", "R8") == (replace(SARA, risk="R8"),)


def test_a_judgement_makes_the_meetings_workbook_stale_and_so_does_forgetting_it(store: Store) -> None:
    def judged() -> None:
        store.cast(SARA)

    def forgotten() -> None:
        store.forget_ballots("m1", "k3f9", "R7")

    for change in (judged, forgotten):
        change()
        lease = store.lease(datetime(2027, 7, 1, tzinfo=UTC), 8)
        assert lease
        assert (lease.kind, lease.record) == ("meeting", REGISTER)
        store.written(lease, "register/Möten.xlsx")
        assert not store.stale()


def test_one_who_judges_while_the_workbook_is_written_has_it_written_again(store: Store) -> None:
    store.cast(SARA)
    lease = store.lease(datetime(2027, 7, 1, tzinfo=UTC), 8)
    assert lease

    store.cast(replace(SARA, who="Ali Ek"))
    store.written(lease, "register/Möten.xlsx")

    assert store.stale() == 1


STEP = st.integers(1, 5)


@given(STEP, STEP)
def test_both_halves_of_a_judgement_bring_it_back_and_one_alone_does_not(
    likelihood: int, consequence: int
) -> None:
    ballot = replace(SARA, likelihood=likelihood, consequence=consequence)
    one, other = halved(ballot)

    assert list(joined([one], [other])) == [ballot]
    assert list(joined([one], [])) == [one]
    assert list(joined([one], [halved(ballot)[1]])) == [one]  # of another writing


def test_each_half_may_be_any_number_whatever_was_judged() -> None:
    pairs = [halved(SARA) for _ in range(2_000)]
    for parts in ({one.part for one, _ in pairs}, {one.part for _, one in pairs}):
        assert parts == set(range(PLACES))
