"""Numbers as people type them in the form of a sum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang.pages.walk.calculation_form import typed_number, typed_numbers
from evenemang.pages.walk.words import figures


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24; 26,5; 28", [24, 26.5, 28]),
        ("24;26.5;28;", [24, 26.5, 28]),
        ("24 26,5 28", [24, 26.5, 28]),
        ("24, 26,5, 28", [24, 26.5, 28]),
        ("24\n26", [24, 26]),
        ("30; –; 31", [30, None, 31]),
        ("30;; 31", [30, None, 31]),
        ("-3; -; 2", [-3, None, 2]),
        ("24; varmt", [24, "varmt"]),
        ("1\u00a0850; 2", [1850, 2]),
        ("1 000; 2", [1000, 2]),
        ("24 26; 28", ["24 26", 28]),
    ],
)
def test_several_numbers_are_parted_as_people_part_them(typed: str, meant: list[object]) -> None:
    assert typed_numbers(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), [("1 850", 1850), ("2,5", 2.5), ("inf", "inf"), ("tre", "tre")])
def test_one_number_may_have_a_space_in_its_thousands(typed: str, meant: object) -> None:
    assert typed_number(typed) == meant


@given(st.lists(st.none() | st.integers(-(10**9), 10**9).map(lambda one: one / 100), min_size=1))
def test_numbers_shown_again_are_read_as_they_were(numbers: list[float | None]) -> None:
    assert typed_numbers(figures(numbers, "sv")) == numbers
