"""The Poisson sums agree with printed tables, and stay quick and whole for large counts."""

from __future__ import annotations

from math import exp, factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenemang.domain.poisson import at_most, count_where, mean_between


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0.0, 3.688879), (1, 0.025318, 5.571643), (10, 4.795389, 18.390356), (25, 16.178684, 36.904927)],
)
def test_the_interval_of_a_mean_is_that_of_garwoods_table(count: int, low: float, high: float) -> None:
    assert mean_between(count, 0.95) == pytest.approx((low, high), abs=1e-5)


@given(st.integers(0, 20), st.floats(0.01, 30))
def test_a_sum_is_that_of_its_terms(count: int, mean: float) -> None:
    wanted = sum(exp(-mean) * mean**k / factorial(k) for k in range(count + 1))

    assert at_most(count, mean) == pytest.approx(wanted, abs=1e-9)


@given(st.floats(0, 500), st.floats(0.01, 0.99))
def test_a_count_is_the_least_that_reaches_the_share(mean: float, share: float) -> None:
    count = count_where(mean, share)

    assert at_most(count, mean) >= share
    assert at_most(count - 1, mean) < share


@settings(deadline=None)
@given(st.integers(1, 200), st.sampled_from([0.8, 0.95, 0.99]))
def test_a_count_lies_within_its_own_interval(count: int, level: float) -> None:
    low, high = mean_between(count, level)

    assert low < count < high


def test_a_million_is_counted_too() -> None:
    assert mean_between(1_000_000, 0.95) == pytest.approx((998_041, 1_001_962), abs=2)
