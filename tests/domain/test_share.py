"""Shares have Wilson's interval: as worked by hand, and never outside what a share can be."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang.domain.share import share


def test_eleven_of_fourteen_is_79_percent_between_52_and_92() -> None:
    found = share(11, 14)

    # z = 1.96: the middle is (11/14 + 1.9208/14) / (1 + 3.8416/14) = 0.7242, the half 0.2001
    assert found
    assert found.share == pytest.approx(0.7857, abs=1e-4)
    assert (found.lower, found.upper) == pytest.approx((0.5241, 0.9243), abs=1e-4)
    assert found.says_little


@pytest.mark.parametrize(("whole", "upper"), [(3, 0.5615), (8, 0.3244), (9, 0.2991), (100, 0.0370)])
def test_none_of_some_may_still_be_as_many_as_this(whole: int, upper: float) -> None:
    found = share(0, whole)  # z² / (n + z²)

    assert found
    assert found.lower == 0.0
    assert found.upper == pytest.approx(upper, abs=1e-4)


def test_a_share_of_nothing_is_no_share() -> None:
    assert share(0, 0) is None


def test_one_of_one_is_all_and_says_little() -> None:
    found = share(1, 1)

    assert found
    assert (found.share, found.upper, found.says_little) == (1.0, 1.0, True)
    assert found.lower == pytest.approx(0.2065, abs=1e-4)


@given(st.integers(1, 2000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_interval_holds_the_share_and_mirrors_its_opposite(counted: tuple[int, int]) -> None:
    part, whole = counted
    found, other = share(part, whole), share(whole - part, whole)

    assert found
    assert other
    assert 0 <= found.lower <= found.share <= found.upper <= 1
    assert (found.lower, found.upper) == pytest.approx((1 - other.upper, 1 - other.lower), abs=1e-12)
    assert found.upper - found.lower <= 2 / sqrt(whole)
