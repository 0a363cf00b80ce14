"""Every metric of the follow-up, worked by hand, and what must hold for all: none, one, ties, time zones."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evenemang.domain.evaluation import beyond_chance
from evenemang.flow.year_calendar import calendar
from evenemang.flow.year_care import care
from evenemang.flow.year_control import MOST, control_chart
from evenemang.flow.year_moves import moves
from evenemang.flow.year_places import MOST as MOST_PLACES
from evenemang.flow.year_places import REST, places_and_kinds
from evenemang.flow.year_punctual import counted, evaluations, promises
from evenemang.flow.year_shares import quarters
from evenemang.flow.year_times import months_of_actions, waited
from tests.flow.year_rows_made import NEW_YEARS_EVE, action, at, event, incident, risk, year

COUNTS = st.integers(0, 40)
VISITS = st.integers(1, 200_000)


# The u-chart


def test_limits_worked_by_hand() -> None:
    """Ten incidents at 50 000 visits: 2 per 10 000. At 10 000 visits the mean is 2 incidents.

    P(N ≤ 7 | 2) = 0.9989 > 0.99865 > P(N ≤ 6 | 2) = 0.9955: chance stays at or under 7, 7 per 10 000.
    P(N ≤ 0 | 2) = 0.135 > 0.00135: nothing is too few.
    """
    found = control_chart(
        year(
            event("a", date(2027, 5, 1), visits=10_000),
            event("b", date(2027, 6, 1), visits=40_000),
            incidents=[incident("b")] * 10,
        )
    )

    assert found is not None
    assert found.mean == pytest.approx(2)
    first, second = found.points
    assert (first.lowest, first.highest, first.limits) == (0, 7, (0, 7))
    assert (first.rate, first.is_outside) == (0, False)
    assert second.rate == pytest.approx(2.5)


def test_the_points_stand_in_time_order_and_ties_by_their_id() -> None:
    rows = year(event("b", visits=10), event("c", date(2027, 5, 1), visits=10), event("a", visits=10))
    found = control_chart(rows)

    assert found is not None
    assert [one.name for one in found.points] == ["c", "a", "b"]


def test_many_events_are_taken_together_month_by_month_and_none_is_lost() -> None:
    events = [event(f"e{n}", date(2027, 1, 1) + timedelta(days=9 * n), visits=1000) for n in range(MOST + 1)]
    found = control_chart(year(*events, incidents=[incident("e3")]))

    assert found is not None
    assert found.by_month
    assert sum(len(one.dossiers) for one in found.points) == MOST + 1
    assert sum(one.visits for one in found.points) == 1000 * (MOST + 1)
    assert sum(one.incidents for one in found.points) == 1


def test_without_visits_there_are_no_limits_and_without_incidents_none_is_outside() -> None:
    assert control_chart(year(event("a", visits=None))) is None
    quiet = control_chart(year(event("a", visits=10)))
    assert quiet is not None
    assert (quiet.mean, quiet.points[0].limits, quiet.points[0].is_outside) == (0, (0, 0), False)


@given(st.lists(st.tuples(COUNTS, VISITS), min_size=1, max_size=8))
def test_what_is_above_the_limit_is_what_chance_seldom_gives(told: list[tuple[int, int]]) -> None:
    events = [event(f"e{n}", visits=visits) for n, (_, visits) in enumerate(told)]
    happened = [incident(f"e{n}") for n, (count, _) in enumerate(told) for _ in range(count)]
    found = control_chart(year(*events, incidents=happened))

    assert found is not None
    for one in found.points:
        above = one.incidents > one.highest
        assert above == beyond_chance(one.incidents, one.visits, found.mean)
        assert one.lowest <= one.highest


def test_at_many_incidents_the_limits_are_near_three_standard_deviations() -> None:
    """The textbook's u ± 3 √(u / n): 400 incidents at 10 000 visits, n = 1, u = 400: 340 and 460."""
    found = control_chart(
        year(event("a", visits=10_000), event("b", visits=10_000), incidents=[incident("a")] * 800)
    )

    assert found is not None
    assert found.points[0].limits == pytest.approx((340, 460), abs=4)
    assert [one.is_outside for one in found.points] == [True, True]


# Shares


def test_shares_by_quarter_in_local_time_and_a_quarter_without_incidents_is_not_0_percent() -> None:
    """22:30 UTC on 30 June is half past midnight on 1 July where the events are."""
    july = datetime(2027, 6, 30, 22, 30, tzinfo=UTC)
    found = quarters(
        year(
            incidents=[
                incident("a", at(2, 1), foreseen="R1"),
                incident("a", at(3, 31), severity=2, foreseen="none"),
                incident("a", july),
            ],
            today=date(2027, 8, 1),
        )
    )

    assert [one.number for one in found] == [1, 2, 3]
    assert [one.incidents for one in found] == [2, 0, 1]
    assert (found[0].near_misses, found[0].foreseen, found[0].unforeseen) == (1, 1, 1)
    assert found[2].not_judged == 1


# Places and kinds


def test_each_incident_stands_in_one_cell_and_what_is_seldom_stands_together() -> None:
    events = [event(f"e{n}", place=f"p{n}") for n in range(MOST_PLACES + 2)]
    happened = [incident(f"e{n}") for n in range(MOST_PLACES + 2)] + [incident("e9", type="fire")] * 2
    rows = year(*events, incidents=happened)

    found = places_and_kinds(rows)

    assert len(found.places) == MOST_PLACES
    assert (found.places[0], found.places[-1]) == ("p9", REST)
    assert found.kinds == ("crowding", "fire")
    assert sum(map(sum, found.counts)) == len(happened)
    assert found.most == (2, "p9", "fire")  # the rest is no place
    assert {found.cell_of(one, rows) for one in happened} >= {("p9", "fire"), (REST, "crowding")}


def test_no_incident_makes_no_cell_and_an_event_without_a_place_is_told() -> None:
    assert places_and_kinds(year()).counts == ()
    assert places_and_kinds(year(event("a"), incidents=[incident("a")])).places == ("",)


# The matrix


def test_moves_are_counted_by_cell_and_those_that_stay_are_no_move() -> None:
    found = moves(
        year(
            risks=(
                risk(1, (3, 4), (2, 4)),
                risk(2, (3, 4), (2, 4)),
                risk(3, (2, 2), (2, 2)),
                risk(4, (2, 2), (1, 5)),
                risk(5, (3, 3), (3, 3), axis="threat"),
            )
        ),
        "accident",
    )

    assert found.before == {(3, 4): 2, (2, 2): 2}
    assert found.after == {(2, 4): 2, (2, 2): 1, (1, 5): 1}
    assert found.ways == {((3, 4), (2, 4)): 2, ((2, 2), (1, 5)): 1}
    assert (found.moved, found.lowered) == (3, 2)


# Actions


def test_actions_opened_closed_and_left_worked_by_hand() -> None:
    """One from the year before; two decided in March, one of them done in April; one dropped."""
    rows = year(
        actions=(
            action(1, decided_on=date(2026, 12, 1), status="started"),
            action(2, decided_on=date(2027, 3, 1), done_on=date(2027, 4, 30), status="verified"),
            action(3, decided_on=date(2027, 3, 31)),
            action(4, decided_on=date(2027, 3, 2), status="dropped"),
            action(5),
        ),
        today=date(2027, 5, 10),
    )

    found = months_of_actions(rows)

    assert [(one.month, one.opened, one.closed, one.left) for one in found] == [
        (1, 0, 0, 1),
        (2, 0, 0, 1),
        (3, 2, 0, 3),
        (4, 0, 1, 2),
        (5, 0, 0, 2),
    ]
    assert [(one.days, one.closed) for one in waited(rows)] == [(160, False), (60, True), (40, False)]


def test_an_action_done_the_day_it_was_decided_took_0_days_and_one_done_without_a_day_is_left_out() -> None:
    same = action(1, decided_on=date(2027, 3, 1), done_on=date(2027, 3, 1), status="done")
    untold = action(2, decided_on=date(2027, 3, 1), status="verified")

    assert [(one.days, one.closed) for one in waited(year(actions=(same, untold)))] == [(0, True)]


DAY = st.integers(0, 364).map(lambda one: date(2027, 1, 1) + timedelta(days=one))


@given(st.lists(st.tuples(DAY, st.none() | st.integers(0, 60)), max_size=20))
def test_what_came_in_is_what_went_out_and_what_is_left(told: list[tuple[date, int | None]]) -> None:
    actions = tuple(
        action(
            n,
            decided_on=day,
            done_on=None if took is None else min(day + timedelta(days=took), NEW_YEARS_EVE),
        )
        for n, (day, took) in enumerate(told)
    )

    found = months_of_actions(year(actions=actions))

    opened, closed = sum(one.opened for one in found), sum(one.closed for one in found)
    assert opened - closed == found[-1].left
    assert opened == len(told)


# In time


def test_filed_on_the_last_day_is_in_time_and_the_day_after_is_late() -> None:
    """60 days before 25 August is 26 June."""
    rows = year(
        event("a", date(2027, 8, 25), filed="public-event=2027-06-26 own=2027-08-01"),
        event("b", date(2027, 8, 25), filed="public-event=2027-06-27"),
    )

    found = promises(rows, {"public-event": 60, "food": 14})

    assert [(one.dossier, one.kept, one.days) for one in found] == [("a", "in-time", 0), ("b", "late", 1)]


def test_an_action_keeps_its_day_misses_it_or_is_not_done_and_one_whose_day_has_not_come_is_not_counted() -> (
    None
):
    due = date(2027, 6, 1)
    found = promises(
        year(
            actions=(
                action(1, due=due, done_on=due, status="done"),
                action(2, due=due, done_on=due + timedelta(days=3), status="done"),
                action(3, due=due),
                action(4, due=date(2027, 6, 11)),
                action(5, due=due, status="dropped"),
                action(6, due=due, status="proposed"),
            ),
            today=date(2027, 6, 11),
        ),
        {},
    )

    assert counted(found, "action") == {"in-time": 1, "late": 1, "not-done": 1}
    assert [one.days for one in found] == [0, 3, 10]


def test_evaluations_by_days_from_the_last_day() -> None:
    last = date(2027, 6, 1)
    gave = {"a": 7, "b": 8, "c": 30, "d": 31, "e": 61}
    events = [event(name, last, evaluated_on=last + timedelta(days=days)) for name, days in gave.items()]
    silent = event("f", last)
    recent = event("g", date(2027, 7, 20))
    running = event("h", date(2027, 7, 30), last=date(2027, 8, 30))
    small = event("i", last, not_assessed=True)

    found = evaluations(year(*events, silent, recent, running, small, today=date(2027, 8, 1)))

    assert found == {
        "week": 1,
        "two-weeks": 1,
        "month": 1,
        "two-months": 1,
        "later": 1,
        "missing": 1,
        "waiting": 1,
    }


# Care


def test_patients_and_transports_per_1_000_worked_by_hand() -> None:
    """31 patients and 1 transport at 62 000 visits: 0.5 and 0.016 per 1 000."""
    found = care(
        year(
            event("fest", visits=62_000, patients=31, transports=1),
            event("bio", visits=400, patients=0, transports=None),
            event("film", visits=None, patients=2),
            event("saga", visits=50, patients=None),
        )
    )

    assert [one.name for one in found.events] == ["fest", "bio"]
    assert found.events[0].per_1_000[0] == pytest.approx(0.5)
    assert found.events[0].transports_per_1_000 == pytest.approx(1 / 62)
    assert found.events[1].per_1_000[:2] == (0, 0)
    assert found.events[1].transports_per_1_000 is None
    assert [one.name for one in found.without] == ["film", "saga"]
    assert found.together is not None
    assert (found.together.patients.incidents, found.together.patients.visits) == (31, 62_400)
    assert found.together.transports is not None
    assert found.together.transports.visits == 62_000
    assert care(year()).together is None


# The calendar


def test_events_clash_on_the_days_that_they_share_and_for_what_they_share() -> None:
    found = calendar(
        year(
            dated=(
                event("a", days="2027-06-01/2027-06-03", place="torget", guards=True, ambulances=1),
                event("b", days="2027-06-02/2027-06-04", place="torget", guards=True),
                event("c", days="2027-06-04 2026-12-31", place="parken", ambulances=2),
                event("d", days="2027-07-01", place=None),
                event("e", days="2027-07-01", place=None),
            )
        )
    )

    assert [
        ("".join(e.name for e in one.events), one.first.day, one.last.day) for one in found.stretches
    ] == [
        ("a", 1, 1),
        ("ab", 2, 3),
        ("bc", 4, 4),
        ("de", 1, 1),
    ]
    assert [one.reasons for one in found.stretches] == [(), ("place", "guards", "day"), ("day",), ("day",)]
    assert found.contested == {date(2027, 6, 2), date(2027, 6, 3)}
    assert date(2026, 12, 31) not in found.held


RUN = st.tuples(st.integers(0, 300), st.integers(0, 60))


@given(st.lists(RUN, max_size=6))
def test_every_day_of_every_event_is_in_the_calendar_once(runs: list[tuple[int, int]]) -> None:
    first = date(2027, 1, 1)
    spans = [(first + timedelta(days=a), first + timedelta(days=a + b)) for a, b in runs]
    rows = year(dated=tuple(event(f"e{n}", days=f"{a}/{b}") for n, (a, b) in enumerate(spans)))

    found = calendar(rows)

    assert sum(found.held.values()) == sum((b - a).days + 1 for a, b in spans)
    assert [day for one in found.stretches for day in one.days] == sorted(found.held)
    assert all(len(one.events) == found.held[day] for one in found.stretches for day in one.days)
