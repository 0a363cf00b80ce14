"""How long things take while some are not done: by hand, by what must hold, and against plain counting."""

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang.durations import time_to_close

DAYS = st.integers(0, 400)


def test_a_curve_worked_by_hand() -> None:
    """Done after 2, 7 and 7 days; open for 5 and 9.

    Day 2: 4 of 5 left, 0.8. Day 5: one leaves the count. Day 7: 2 of 3 done, 0.8 × 1/3 = 0.2667.
    """
    found = time_to_close([2, 7, 7], [5, 9])

    assert found is not None
    assert found.days == (2, 7)
    assert found.still_open == pytest.approx((0.8, 0.8 / 3))
    assert (found.median, found.closed, found.censored) == (7, 3, 2)


def test_the_interval_is_greenwoods_through_the_log_of_the_log() -> None:
    """At day 2 of the curve above: S = 0.8, var(log(-log S)) = (1/(5·4)) / log(0.8)², by hand.

    exp(1.96 · sqrt(0.05) / |log 0.8|) = exp(1.9641) = 7.128; 0.8^7.128 = 0.204, 0.8^(1/7.128) = 0.969.
    """
    found = time_to_close([2, 7, 7], [5, 9])

    assert found is not None
    assert found.lower[0] == pytest.approx(0.204, abs=0.001)
    assert found.upper[0] == pytest.approx(0.969, abs=0.001)


def test_where_nothing_is_done_there_is_no_curve() -> None:
    assert time_to_close([], [4, 5]) is None
    assert time_to_close([], []) is None


def test_one_done_action_is_its_own_median_with_an_end_that_nobody_knows() -> None:
    found = time_to_close([3], [])

    assert found is not None
    assert (found.median, found.still_open, found.median_upper) == (3, (0.0,), None)


def test_where_fewer_than_half_are_done_the_median_is_not_known() -> None:
    found = time_to_close([10], [20, 20, 20])

    assert found is not None
    assert found.median is None


@given(st.lists(DAYS, min_size=1, max_size=40))
def test_without_open_ones_the_median_is_that_of_plain_counting(closed: list[int]) -> None:
    found = time_to_close(closed, [])
    ordered = sorted(closed)

    assert found is not None
    assert found.median == ordered[(len(ordered) - 1) // 2]
    assert found.median <= median(closed)
    assert found.still_open[-1] == pytest.approx(0)


@given(st.lists(DAYS, min_size=1, max_size=30), st.lists(DAYS, max_size=30))
def test_the_curve_only_falls_and_lies_within_its_interval(closed: list[int], still_open: list[int]) -> None:
    found = time_to_close(closed, still_open)

    assert found is not None
    assert list(found.days) == sorted(set(closed))
    assert list(found.still_open) == sorted(found.still_open, reverse=True)
    for lower, share, upper in zip(found.lower, found.still_open, found.upper, strict=True):
        assert -1e-9 <= lower <= share + 1e-9
        assert share <= upper + 1e-9


@given(st.lists(DAYS, min_size=1, max_size=30), st.lists(DAYS, min_size=1, max_size=30))
def test_those_still_open_never_make_it_look_quicker(closed: list[int], still_open: list[int]) -> None:
    alone, together = time_to_close(closed, []), time_to_close(closed, still_open)

    assert alone is not None
    assert together is not None
    for day, share in zip(together.days, together.still_open, strict=True):
        assert share >= alone.still_open[alone.days.index(day)] - 1e-9
