from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from evenemang.domain.errors import CalculationRefused
from evenemang.domain.evaluation import rate
from evenemang.domain.event import DailyOccasions, Event, Hours, Occasion
from evenemang.domain.lesson import Concerns, Lesson, reply
from evenemang.domain.place import Zone
from evenemang.domain.profile import season_of
from tests.domain.making import GIVEN

EVENT = Event(
    name="Potatisfestivalen",
    organiser="potatis",
    place="innerstaden",
    zones=("innerstaden/gatorna", "kulturhuset/ytan-framfor"),
    facts={"kind": "festival"},
    occasions=(Occasion(date=date(2027, 8, 20), starts="18:00", ends="01:00"),),
)


def lesson(**about: str) -> Lesson:
    return Lesson(
        id="l1", text="Stäng ytan", from_event="e1", concerns=Concerns.model_validate(about), noted=GIVEN
    )


def test_an_evening_that_ends_past_midnight_ends_the_next_day() -> None:
    assert EVENT.start is not None
    assert EVENT.end is not None
    assert (EVENT.start.date(), EVENT.end.date()) == (date(2027, 8, 20), date(2027, 8, 21))


def test_daily_occasions_are_one_for_each_day_from_the_first_to_and_with_the_last() -> None:
    hours = Hours(starts="18:00", ends="22:00")
    lights = Event(
        name="Lights",
        occasions=(DailyOccasions(first=date(2023, 9, 29), to=date(2023, 10, 29), daily=hours),),
    )

    assert len(lights.each_occasion()) == 31
    with pytest.raises(ValidationError):
        DailyOccasions(first=date(2023, 9, 29), to=date(2023, 9, 28), daily=hours)


@given(st.integers(-400, 400))
def test_a_moved_event_keeps_its_length(days: int) -> None:
    moved = EVENT.moved(days)

    assert moved.start is not None
    assert moved.end is not None
    assert (moved.end.date() - moved.start.date()).days == 1


def test_a_zone_holds_what_fits_but_never_more_than_the_posted_limit() -> None:
    zone = Zone(id="sal", name="Salen", area_m2=120, net_m2=95.5, planning_density=2)

    assert zone.holds == 191
    assert zone.model_copy(update={"posted_limit": 95}).holds == 95


def test_a_lesson_comes_back_where_its_question_place_organiser_and_kind_fit() -> None:
    shown = {"traffic.through-traffic"}

    assert lesson(question="traffic.through-traffic", place="kulturhuset", zone="ytan-framfor").applies_to(
        EVENT, shown
    )
    assert lesson(question="traffic.through-traffic").applies_to(EVENT, shown)
    assert lesson(place="innerstaden").applies_to(EVENT, shown)
    assert not lesson(question="traffic.parking").applies_to(EVENT, shown)
    assert not lesson(question="traffic.through-traffic", zone="torget", place="innerstaden").applies_to(
        EVENT, shown
    )
    assert not lesson(question="traffic.through-traffic", organiser="lions").applies_to(EVENT, shown)
    assert not lesson(question="traffic.through-traffic", kind="parade").applies_to(EVENT, shown)


def test_a_lesson_of_a_whole_area_comes_back_where_the_area_is_taken_up() -> None:
    assert lesson(area="traffic").applies_to(EVENT, set(), {"traffic"})
    assert not lesson(area="traffic").applies_to(EVENT, {"traffic.parking"}, {"weather"})
    assert lesson(area="traffic", place="kulturhuset").applies_to(EVENT, set(), {"traffic"})


def test_an_event_without_zones_uses_every_zone_of_its_place() -> None:
    whole = EVENT.model_copy(update={"zones": ()})

    assert lesson(place="innerstaden", zone="torget").applies_to(whole, set())
    assert not lesson(place="kulturhuset", zone="ytan-framfor").applies_to(whole, set())


def test_a_lesson_asks_for_an_answer_only_once_the_group_has_approved_it() -> None:
    approved = lesson().model_copy(update={"approved": GIVEN})

    assert not lesson().asks_for_answer(date(2030, 1, 1))
    assert approved.asks_for_answer(GIVEN.at.date())
    assert not approved.asks_for_answer(date(2027, 7, 31))


@pytest.mark.parametrize("answer", ["taken-in", "declined", "no-longer"])
def test_an_answer_to_a_lesson_says_how_or_why(answer: str) -> None:
    with pytest.raises(Exception, match="reply"):
        reply(lesson(), answer, " ", GIVEN)  # type: ignore[arg-type]


def test_the_interval_of_a_rate_is_the_published_one() -> None:
    """Twelve events in 166 110 visits: the exact Poisson interval, checked by hand in the example year."""
    found = rate(12, 166_110)

    assert round(found.per_10_000, 3) == 0.722
    assert (round(found.lower, 2), round(found.upper, 2)) == (0.37, 1.26)


@given(st.integers(0, 60), st.integers(1, 2_000_000))
def test_a_rate_lies_inside_its_interval(incidents: int, visits: int) -> None:
    found = rate(incidents, visits)

    assert 0 <= found.lower <= found.per_10_000 <= found.upper


def test_without_counted_visits_there_is_no_rate_rather_than_a_zero() -> None:
    with pytest.raises(CalculationRefused):
        rate(3, 0)


def test_seasons_begin_in_march_june_september_and_december() -> None:
    assert [season_of(date(2027, month, 1)) for month in (2, 3, 6, 9, 12)] == [
        "winter",
        "spring",
        "summer",
        "autumn",
        "winter",
    ]
