"""The year's charts: what each figure says, and in which ink."""

from __future__ import annotations

from datetime import date
from math import sqrt

import plotly.graph_objects as go
import pytest

from evenemang.charts import (
    event_rates_figure,
    incident_kinds_figure,
    incident_months_figure,
    ink,
    open_actions_figure,
    risk_levels_figure,
)
from evenemang.domain.action import ActionStatus
from evenemang.domain.evaluation import rate
from evenemang.domain.matrix import LEVELS
from evenemang.flow.listing import ActionRow
from evenemang.flow.year_series import Age, EventRate, KindCount, LevelChange, MonthCount, OpenAction
from tests.domain.making import matrix

EMPTY = (0, 0, 0, 0, 0)
DARK = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def year(**counts: tuple[int, int, int, int, int]) -> list[MonthCount]:
    names = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return [MonthCount(number, counts.get(name, EMPTY)) for number, name in enumerate(names, 1)]


def trace(figure: go.Figure, name: str) -> go.Bar:
    return next(one for one in figure.data if one.name == name)


def test_every_month_has_its_place_and_an_empty_one_a_written_0() -> None:
    figure = incident_months_figure(year(aug=(3, 1, 1, 0, 0)), dark=False, language="sv")
    totals = trace(figure, "total")

    assert list(totals.x)[:2] == ["jan", "feb"]
    assert list(totals.text) == ["0"] * 7 + ["5"] + ["0"] * 4
    assert list(figure.layout.xaxis.categoryarray)[7] == "aug"


def test_a_month_that_has_not_begun_keeps_its_place_without_a_number() -> None:
    months = [one if one.month < 3 else MonthCount(one.month, None) for one in year(jan=(1, 0, 0, 0, 0))]
    figure = incident_months_figure(months, dark=False, language="sv")

    assert list(trace(figure, "total").text) == ["1", "0"]
    assert len(figure.layout.xaxis.categoryarray) == 12


@DARK
def test_severities_stack_from_mild_to_worst_in_their_own_ramp(dark: bool) -> None:
    figure = incident_months_figure(year(aug=(3, 1, 1, 1, 0)), dark, language="sv")

    assert [one.name for one in figure.data[:3]] == ["Tillbud", "Lindrig", "Måttlig eller värre"]
    assert [one.y[7] for one in figure.data[:3]] == [3, 1, 2]
    assert [one.marker.color for one in figure.data[:3]] == list(ink(dark).severity)
    assert figure.data[0].y[0] is None  # an absent bar, not a bar of 0


def event(name: str, incidents: int, visits: int, *, unusual: bool = False) -> EventRate:
    return EventRate(dossier=name, name=name, rate=rate(incidents, visits), unusual=unusual)


def test_a_rate_stands_with_its_whole_interval_and_what_it_is_counted_from() -> None:
    rates = [event("Sagostund", 1, 340), event("Ljusvandring", 0, 86_500)]
    figure = event_rates_figure(rates, rate(1, 86_840), dark=False, language="sv")
    (points,) = figure.data
    first = rates[0].rate

    assert points.x[0] == pytest.approx(sqrt(first.per_10_000))
    assert points.x[0] + points.error_x.array[0] == pytest.approx(sqrt(first.upper))
    assert points.x[0] - points.error_x.arrayminus[0] == pytest.approx(sqrt(first.lower))
    assert points.x[1] == 0
    assert figure.layout.yaxis.ticktext[0] == "Sagostund<br><b>29,4 · 1 på 340</b>"
    assert figure.layout.yaxis.ticktext[1] == "Ljusvandring<br><b>0,0 · 0 på 86\u00a0500</b>"
    assert figure.layout.yaxis.ticktext[-1].startswith("Hela året")
    assert figure.layout.xaxis.range[1] >= sqrt(first.upper)


@DARK
def test_only_the_event_that_stands_out_is_a_plum_diamond(dark: bool) -> None:
    rates = [event("Fest", 20, 10_000, unusual=True), event("Bio", 1, 9_000)]
    figure = event_rates_figure(rates, rate(21, 19_000), dark, language="en")
    marker = figure.data[0].marker

    assert list(marker.symbol) == ["diamond", "circle", "circle"]
    assert [colour == ink(dark).plum for colour in marker.color] == [True, False, False]


def test_a_name_that_a_person_typed_stays_letters() -> None:
    hostile = event("<a href='x'>$e$</a>", 1, 340)
    figure = event_rates_figure([hostile], hostile.rate, dark=False, language="sv")

    assert "<a" not in figure.layout.yaxis.ticktext[0]
    assert "$" not in figure.layout.yaxis.ticktext[0]


@DARK
def test_risks_before_and_after_wear_the_colours_of_their_levels_and_their_numbers(dark: bool) -> None:
    before = dict(zip(LEVELS, (0, 14, 31, 4), strict=True))
    after = dict(zip(LEVELS, (12, 33, 4, 0), strict=True))
    changes = [LevelChange("accident", level, before[level], after[level]) for level in LEVELS]
    figure = risk_levels_figure(changes, matrix(), dark, language="sv")

    assert list(figure.layout.yaxis.ticktext) == ["Olyckor före", "Olyckor efter"]
    assert [list(one.text) for one in figure.data] == [
        ["", "<b>12</b>"],
        ["<b>14</b>", "<b>33</b>"],
        ["<b>31</b>", "<b>4</b>"],
        ["<b>4</b>", ""],
    ]
    assert [one.marker.color for one in figure.data] == [ink(dark).levels[level][0] for level in LEVELS]


def test_threats_stand_in_bars_of_their_own() -> None:
    changes = [LevelChange("accident", level, 1, 1) for level in LEVELS]
    changes += [LevelChange("threat", level, 2, 2) for level in LEVELS]
    figure = risk_levels_figure(changes, matrix(), dark=False, language="sv")

    assert list(figure.layout.yaxis.ticktext) == ["Olyckor före", "Olyckor efter", "Hot före", "Hot efter"]
    assert list(figure.data[0].x) == [1, 1, 2, 2]


def left(age: Age, late: int, status: ActionStatus = "decided") -> OpenAction:
    row = ActionRow(
        dossier="a",
        id="A1",
        alias=None,
        do="Bygg en bredare utgång",
        risk=None,
        phase="planning",
        owner=None,
        due=date(2027, 5, 1),
        status=status,
        decided_on=None,
        done_on=None,
        helped=None,
        secrecy="open",
    )
    return OpenAction(row=row, event="Höstfesten", age=age, days=None, late=late)


@DARK
def test_overdue_actions_stand_in_plum_beside_those_in_time(dark: bool) -> None:
    actions = [left("week", 0), left("older", 16), left("older", 3), left("older", -4)]
    in_time, late = open_actions_figure(actions, dark, language="sv").data

    assert list(in_time.y) == [1, None, None, None, 1, None]
    assert list(late.y) == [None, None, None, None, 2, None]
    assert late.marker.color == ink(dark).plum
    assert in_time.marker.color != ink(dark).plum


def test_the_commonest_kinds_stand_first_with_their_running_share() -> None:
    found = [KindCount("traffic", 4, 4), KindCount("fire", 3, 7), KindCount("other", 1, 8)]
    figure = incident_kinds_figure(found, ["Trafik", "Brand", "Övrigt"], 2, dark=False, language="sv")
    (bars,) = figure.data

    assert list(bars.text) == ["4 · 50\u00a0%", "3 · 88\u00a0%", "1 · 100\u00a0%"]
    assert bars.marker.color[0] == bars.marker.color[1] != bars.marker.color[2]
    assert list(figure.layout.yaxis.range) == [2.5, -0.5]  # the first on top


def test_no_figure_can_be_dragged_and_none_carries_a_title() -> None:
    figures = [
        incident_months_figure(year(), dark=False, language="sv"),
        event_rates_figure([event("Bio", 1, 900)], rate(1, 900), dark=False, language="sv"),
        open_actions_figure([left("week", 0)], dark=False, language="sv"),
    ]

    for figure in figures:
        assert figure.layout.template.layout.xaxis.fixedrange
        assert figure.layout.template.layout.yaxis.fixedrange
        assert figure.layout.title.text is None
