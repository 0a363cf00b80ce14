"""When a list says that an event was held: what people write, and what is never made up."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang.flow.past.when import when

FRIDAY, SATURDAY = date(2023, 8, 25), date(2023, 8, 26)


@pytest.mark.parametrize(
    "said",
    [
        "2023-08-25 – 2023-08-26",
        "2023-08-25–26",
        "25–26 aug 2023",
        "25-26/8 2023",
        "25 - 26 augusti 2023",
        "25/8 - 26/8 2023",
        "25 och 26 augusti 2023",
        "fredag 25 till lördag 26 augusti 2023",
        "fre-lör 25–26 augusti 2023",
        "25.8.2023 - 26.8.2023",
        "25 aug 2023 t.o.m. 26 aug 2023",
    ],
)
def test_two_days_are_read_however_they_are_written(said: str) -> None:
    found = when(said)

    assert found is not None
    assert (found.held.first, found.held.last, found.held.exact) == (FRIDAY, SATURDAY, True)


@pytest.mark.parametrize(
    "said",
    [
        FRIDAY,
        datetime(2023, 8, 25),
        "2023-08-25",
        "20230825",
        "2023-08-25 00:00:00",
        "25 aug 2023",
        "25/8 2023",
        "25.8.2023",
        "fredag den 25 augusti 2023",
        "Aug 25, 2023",
        "25th August 2023",
    ],
)
def test_one_day_is_read_however_it_is_written(said: str | date) -> None:
    found = when(said)

    assert found is not None
    assert (found.held.first, found.held.last, found.held.exact, found.vague) == (FRIDAY, FRIDAY, True, False)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("v. 34 2023", date(2023, 8, 21), date(2023, 8, 27)),
        ("2023 v 34", date(2023, 8, 21), date(2023, 8, 27)),
        ("vecka 52 2024", date(2024, 12, 23), date(2024, 12, 29)),
        ("v. 1 2025", date(2025, 1, 1), date(2025, 1, 5)),
        ("augusti 2023", date(2023, 8, 1), date(2023, 8, 31)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        (2023, date(2023, 1, 1), date(2023, 12, 31)),
        (2023.0, date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_week_a_month_or_a_year_is_some_time_and_no_day(said: str | float, first: date, last: date) -> None:
    found = when(said)

    assert found is not None
    assert (found.held.first, found.held.last, found.held.exact) == (first, last, False)
    assert found.held.said


def test_the_year_may_stand_in_a_column_of_its_own() -> None:
    day, week = when("25/8", 2023), when("v. 34", 2023)

    assert day is not None
    assert week is not None
    assert day.held.first == FRIDAY
    assert week.held.said == "v. 34 2023"
    assert when("25/8") is None


@pytest.mark.parametrize("said", ["sommaren 2023", "31 april 2023", "26–25 aug 2023", "25 och 27 aug 2023"])
def test_where_only_a_year_is_understood_the_text_is_kept_and_told(said: str) -> None:
    found = when(said)

    assert found is not None
    assert found.vague
    assert (found.held.exact, found.held.said) == (False, said)


@pytest.mark.parametrize(
    "said", ["sommaren", "", "45163", 45163, True, None, "25/8-23", "2023 eller 2024", "1"]
)
def test_what_says_no_time_gives_none(said: str | float | None) -> None:
    assert when(said) is None


def test_hours_are_kept_as_they_were_written() -> None:
    written, stored = when("25 augusti 2023 kl 18–22"), when(datetime(2023, 8, 25, 18, 30))

    assert written is not None
    assert stored is not None
    assert (written.held.first, written.held.said) == (FRIDAY, "25 augusti 2023 kl 18–22")
    assert stored.held.said == "2023-08-25 18:30"


@given(st.text(st.sampled_from("0123456789 -–/.aujgvteckom"), max_size=40), st.sampled_from([None, 2023]))
def test_no_text_is_read_as_days_that_run_backward_or_break_anything(said: str, year: int | None) -> None:
    found = when(said, year)

    assert found is None or found.held.first <= found.held.last
