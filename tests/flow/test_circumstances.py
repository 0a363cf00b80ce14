"""What a dossier's row tells besides its work, and that it says the same wherever it is read."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from evenemang.domain.event import DailyOccasions, Event, Held, Hours
from evenemang.flow.circumstances import as_runs, circumstances, days_of, filings, from_runs
from tests.builders import GIVEN, dossier, occasion

FIRST = date(2027, 1, 1)
DAYS = st.lists(st.integers(0, 800).map(lambda one: FIRST + timedelta(days=one)), unique=True).map(sorted)


@given(DAYS)
def test_runs_of_days_say_the_days_and_nothing_else(days: list[date]) -> None:
    assert from_runs(as_runs(days)) == tuple(days)


def test_days_in_a_row_are_one_run_over_new_year_too() -> None:
    days = [date(2027, 12, 30), date(2027, 12, 31), date(2028, 1, 1), date(2028, 1, 3)]

    assert as_runs(days) == "2027-12-30/2028-01-01 2028-01-03"


def test_an_evening_past_midnight_is_of_the_day_it_began_and_two_sittings_a_day_are_one_day() -> None:
    late = occasion(date(2027, 8, 20), "20:00", "02:00")
    matinee = occasion(date(2027, 8, 20), "13:00", "15:00")

    assert days_of(Event(name="Fest", occasions=(late, matinee))) == (date(2027, 8, 20),)


def test_every_day_of_a_season_counts_and_days_without_hours_too() -> None:
    hours = Hours(starts="10:00", ends="18:00")
    summer = DailyOccasions(first=date(2027, 6, 14), to=date(2027, 8, 30), daily=hours)

    assert len(days_of(Event(name="Sommartorget", occasions=(summer,)))) == 78
    held = Held(first=date(2027, 5, 1), last=date(2027, 5, 2))
    assert days_of(Event(name="Marknad", held=held)) == (date(2027, 5, 1), date(2027, 5, 2))
    some_time = Held(first=date(2027, 5, 1), last=date(2027, 5, 31), exact=False, said="maj")
    assert days_of(Event(name="Marknad", held=some_time)) == ()


def medical(**of: Any) -> dict[str, Any]:
    return {"evaluation": {"given": GIVEN, "visitors": {"method": "estimate"}, "medical": of}}


def test_patients_that_nobody_counted_are_not_0() -> None:
    counted = circumstances(dossier("a", **medical(counted=True, patients=0, transports=0)))
    uncounted = circumstances(dossier("a", **medical(counted=False)))

    assert (counted.patients, counted.transports) == (0, 0)
    assert (uncounted.patients, uncounted.transports) == (None, None)


def test_only_a_filed_permit_has_a_day() -> None:
    permits = [
        {"permit": "public-event", "what": "Tillstånd", "filed": date(2027, 5, 2), "outcome": "applied"},
        {"permit": "food", "what": "Anmälan"},
    ]

    told = circumstances(dossier("a", permits=permits))

    assert told.filed == "public-event=2027-05-02"
    assert filings(told.filed) == {"public-event": date(2027, 5, 2)}
