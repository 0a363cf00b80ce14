"""The charts of the follow-up: what each says, what a click tells, and that none grows by what it counts."""

from collections import Counter
from datetime import date
from math import sqrt
from typing import Any

import plotly.graph_objects as go
import pytest

from evenemang.charts import (
    action_months_figure,
    calendar_figure,
    care_figure,
    control_figure,
    evaluations_figure,
    incident_kinds_figure,
    incident_months_figure,
    ink,
    moves_figure,
    places_figure,
    promises_figure,
    quarter_shares_figure,
    time_to_close_figure,
)
from evenemang.flow.year_calendar import calendar
from evenemang.flow.year_care import care
from evenemang.flow.year_control import ControlChart, control_chart
from evenemang.flow.year_moves import moves
from evenemang.flow.year_places import places_and_kinds
from evenemang.flow.year_rows import YearRows
from evenemang.flow.year_series import kinds, months
from evenemang.flow.year_shares import quarters
from evenemang.flow.year_times import Durations, MonthOfActions
from tests.domain.making import matrix
from tests.flow.year_rows_made import at, event, incident, risk, year

DARK = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
CURVE = Durations((2, 7), (0.8, 0.3), (0.2, 0.1), (0.97, 0.7), 7, 2, None, 3, 2)


def chart(rows: YearRows) -> ControlChart:
    found = control_chart(rows)
    assert found is not None
    return found


def trace(figure: go.Figure, name: str) -> Any:
    return next(one for one in figure.data if one.name == name)


@DARK
def test_a_rate_outside_its_limits_is_a_plum_diamond_with_its_name(dark: bool) -> None:
    rows = year(
        event("Fest", date(2027, 5, 1), visits=10_000),
        event("Bio", visits=100_000),
        incidents=[incident("Fest")] * 20,
    )
    found = chart(rows)
    figure = control_figure(found, dark, "sv")
    points = trace(figure, "Per 10 000 besök")

    assert list(points.marker.symbol) == ["diamond", "diamond"]  # one above, and one below
    assert points.marker.color[0] == ink(dark).plum
    assert points.y[0] == pytest.approx(sqrt(20))
    assert [one.text for one in figure.layout.annotations] == ["<b>Fest</b>", "<b>Bio</b>"]
    upper = figure.data[0]
    assert upper.y[0] == upper.y[1] == pytest.approx(sqrt(found.points[0].limits[1]))
    assert list(figure.layout.xaxis.ticktext) == ["1<br>maj", "1<br>jun"]


def test_a_quarter_without_incidents_has_no_bar_and_says_of_how_many() -> None:
    found = quarters(year(incidents=[incident("a", at(2, 1)), incident("a", at(2, 2), severity=1)]))
    near, foreseen = quarter_shares_figure(found, dark=False, language="sv").data

    assert list(near.y) == [0.5, None, None, None]
    assert list(foreseen.y) == [0, None, None, None]
    assert near.x[0] == "jan–mar<br>av 2"
    assert near.x[1].endswith("av 0")
    assert near.customdata[0] == "near.1"


@DARK
def test_cells_of_places_have_numbers_that_are_read_and_tell_what_they_count(dark: bool) -> None:
    rows = year(event("a", place="torget"), event("b", place="<i>parken"))
    rows = year(*rows.events, incidents=[incident("a")] * 9 + [incident("b", type="fire")])
    found = places_and_kinds(rows)
    figure = places_figure(found, ["Torget", "<i>Parken"], ["Trängsel", "Brand"], dark, "sv")
    cells, numbers = figure.data

    assert [list(row) for row in cells.z] == [[9, 0], [0, 1]]  # places × kinds
    assert list(numbers.text) == ["9", "1"]
    assert list(numbers.customdata) == ["torget.crowding", "<i>parken.fire"]
    assert list(numbers.textfont.color) == [ink(dark).page, ink(dark).text]
    assert "<i>" not in figure.layout.yaxis.ticktext[1]


def test_a_place_is_called_by_its_whole_name_and_no_name_stands_askew() -> None:
    rows = year(event("a", place="torgen"), incidents=[incident("a"), incident("a", type="fire")])
    places = ["Stora torget, Lilla torget och gatorna emellan"]
    figure = places_figure(places_and_kinds(rows), places, ["Trängsel", "Brand"], dark=False, language="sv")

    assert figure.layout.yaxis.ticktext[0].replace("<br>", " ") == places[0]
    assert figure.layout.xaxis.tickangle == -90


def test_the_matrix_counts_before_and_after_and_draws_thicker_arrows_for_more() -> None:
    rows = year(risks=tuple([risk(n, (3, 4), (2, 4)) for n in range(4)] + [risk(9, (5, 5), (1, 1))]))
    figure = moves_figure(moves(rows, "accident"), matrix(), dark=False, language="sv")
    ways = [one for one in figure.data if one.name == "way"]

    assert list(trace(figure, "Före åtgärder").text) == ["4", "1"]
    assert set(trace(figure, "Efter åtgärder").customdata) == {"after.2.4", "after.1.1"}
    assert ways[0].line.width > ways[1].line.width
    assert len(figure.layout.annotations) == 25


def test_actions_decided_stand_up_and_those_done_hang_down_with_what_was_left() -> None:
    found = [MonthOfActions(1, 2, 0, 2), MonthOfActions(2, 0, 1, 1)]
    opened, closed = action_months_figure(found, dark=False, language="sv").data

    assert list(opened.y) == [2, None]
    assert list(closed.y) == [None, -1]
    assert list(closed.text) == ["", "1"]
    assert list(opened.x) == ["jan<br>2", "feb<br>1"]


def test_the_curve_starts_at_all_and_says_where_half_are_done() -> None:
    figure = time_to_close_figure(CURVE, [4, 4, 9], dark=False, language="sv")
    curve = trace(figure, "Andel som inte är klar")

    assert (list(curve.x), list(curve.y)) == ([0, 2, 7, 9], [1, 0.8, 0.3, 0.3])
    assert curve.line.shape == "hv"
    left = trace(figure, "Fortfarande öppen")  # where those still open leave it
    assert (list(left.x), list(left.y)) == ([4, 9], [0.8, 0.3])
    assert figure.layout.annotations[0].text == "hälften klar: 7 d"


def test_a_median_that_is_not_known_is_not_drawn() -> None:
    unknown = Durations((2,), (0.8,), (0.2,), (0.97,), None, None, None, 1, 4)

    assert not time_to_close_figure(unknown, [3], dark=False, language="sv").layout.annotations


@DARK
def test_what_was_late_is_plum_and_what_was_not_done_dark(dark: bool) -> None:
    counts = {"permit": Counter({"in-time": 3, "late": 1}), "action": Counter({"not-done": 2})}
    in_time, late, not_done = promises_figure(counts, dark, "sv").data  # type: ignore[arg-type]  # plain words

    assert (list(in_time.x), list(late.x), list(not_done.x)) == ([3, None], [1, None], [None, 2])
    assert late.marker.color == ink(dark).plum
    assert not_done.customdata[1] == "action.not-done"


def test_a_number_too_wide_for_the_last_part_of_a_bar_stands_beside_it() -> None:
    counts = {"permit": Counter({"in-time": 3}), "action": Counter({"in-time": 90, "not-done": 1})}
    figure = promises_figure(counts, dark=False, language="sv")  # type: ignore[arg-type]  # plain words

    assert [list(one.text) for one in figure.data] == [["", "<b>90</b>"], ["", ""], ["", ""]]
    assert [(one.x, one.y, one.text) for one in figure.layout.annotations] == [
        (3, 0, "<b>3</b>"),
        (91, 1, "<b>1</b>"),
    ]


def test_evaluations_stand_by_days_with_an_empty_place_where_there_are_none() -> None:
    figure = evaluations_figure(Counter({"week": 2, "missing": 1}), dark=False, language="sv")
    timely, late, _ = figure.data

    assert list(timely.y) == [2, None, None]
    assert list(late.y) == [None, None, 1]
    assert len(figure.layout.xaxis.categoryarray) == 7


def test_patients_stand_with_their_interval_and_what_they_are_counted_from() -> None:
    found = care(year(event("Fest", visits=62_000, patients=31, transports=1)))
    assert found.together is not None
    figure = care_figure(found.events, found.together, dark=False, language="sv")

    assert figure.data[0].x[0] == pytest.approx(sqrt(0.5))
    assert figure.layout.yaxis.ticktext[0] == "Fest<br><b>0,50 · 31 på 62\u00a0000</b>"


def test_the_calendar_is_darker_for_more_and_marks_clashes() -> None:
    rows = year(
        dated=(
            event("a", days="2027-06-01/2027-06-02", place="torget"),
            event("b", days="2027-06-02", place="torget"),
        )
    )
    one, two, three, clash = calendar_figure(calendar(rows), dark=False, language="sv").data

    assert (list(one.x), list(one.y)) == ([1], [6])
    assert list(two.customdata) == ["2027-06-02"]
    assert not three.x
    assert list(clash.x) == [2]
    assert clash.marker.symbol == "diamond"


def size(figure: go.Figure) -> int:
    return len(figure.to_json())


def test_no_figure_grows_with_the_number_of_incidents() -> None:
    def figures(times: int) -> list[int]:
        happened = [incident(name, at(month, 3)) for name in "ab" for month in (2, 8)] * times
        rows = year(event("a", visits=1000, place="x"), event("b", visits=9000), incidents=happened)
        found, seen = kinds(rows), places_and_kinds(rows)
        return [
            size(incident_months_figure(months(rows), dark=False, language="sv")),
            size(incident_kinds_figure(found, ["Trängsel"], 1, dark=False, language="sv")),
            size(control_figure(chart(rows), dark=False, language="sv")),
            size(places_figure(seen, ["X", "–"], ["Trängsel"], dark=False, language="sv")),
            size(quarter_shares_figure(quarters(rows), dark=False, language="sv")),
        ]

    digits = 60  # of longer numbers
    assert all(many <= few + digits for few, many in zip(figures(50), figures(500), strict=True))
