"""What members judge alone: kept one a person, told by risk, and forgotten when it has been shown."""

from __future__ import annotations

from dataclasses import replace

from evenemang.flow.ballots import Ballot
from evenemang.flow.storing import Store

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
