"""The time plan as a picture: what is drawn where, in which ink, and with which words."""

from datetime import date, timedelta

import plotly.graph_objects as go
import pytest

from evenemang.charts import ink, timeline_figure
from evenemang.domain.text import Text
from evenemang.flow.timeplan import Milestone, TimePlan

FIRST = date(2027, 8, 20)
TODAY = date(2027, 6, 1)
DARK = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
STATE = Text(sv="att göra", en="to do")


def milestone(days: int, *, action: bool = False, late: int = 0, settled: bool = False) -> Milestone:
    return Milestone(
        kind="action" if action else "permit",
        id=f"m{days}",
        what="Fest & <b>dans</b>" if action else Text(sv="Tillstånd", en="Permit"),
        day=FIRST + timedelta(days=days),
        days=days,
        state=STATE,
        late=late,
        settled=settled,
    )


def plan(*milestones: Milestone, over: bool = False, today: date = TODAY) -> TimePlan:
    return TimePlan(milestones, FIRST, today, over)


PLAN = plan(
    milestone(-90, late=12), milestone(-60), milestone(-30, action=True), milestone(-14, settled=True)
)


def trace(figure: go.Figure, name: str) -> go.Scatter:
    return next(one for one in figure.data if one.name == name)


def words(figure: go.Figure) -> dict[str, str]:
    return {one.text: one.x for one in figure.layout.annotations}


def test_each_row_is_drawn_at_its_day_the_soonest_on_top() -> None:
    figure = timeline_figure(PLAN, dark=False, language="sv")
    at = {day: row for one in figure.data for day, row in zip(one.x, one.y, strict=True)}

    assert at == {"2027-05-22": 0, "2027-06-21": 1, "2027-07-21": 2, "2027-08-06": 3}
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
    assert "22\u00a0maj · T−90" in figure.layout.yaxis.ticktext[0]


@DARK
def test_only_what_is_late_is_plum_and_it_says_so_in_words(dark: bool) -> None:
    figure = timeline_figure(PLAN, dark, language="sv")
    late = trace(figure, "För sent")

    assert late.marker.color == ink(dark).plum
    assert late.marker.symbol == "diamond"
    assert words(figure)["sent 12 d"] == late.x[0]
    others = {one.marker.color for one in figure.data if one.name != "För sent"}
    assert ink(dark).plum not in others
    assert len({one.marker.symbol for one in figure.data}) == 4, "shape tells them apart without colour"


def test_today_and_the_event_are_lines_with_their_words() -> None:
    figure = timeline_figure(PLAN, dark=False, language="sv")

    assert words(figure) == {"sent 12 d": "2027-05-22", "I dag": "2027-06-01", "Evenemanget": "2027-08-20"}


def test_today_has_no_line_once_the_event_is_over() -> None:
    figure = timeline_figure(plan(milestone(-14), over=True, today=date(2028, 3, 1)), False, "sv")

    assert list(words(figure)) == ["Evenemanget"]
    assert figure.layout.xaxis.range[1] < "2027-09"


def test_months_are_named_in_the_readers_language_and_at_most_four() -> None:
    far = plan(milestone(-365), milestone(0))
    said = {
        language: timeline_figure(far, False, language).layout.xaxis.ticktext for language in ("sv", "en")
    }

    assert all(1 <= len(ticks) <= 4 for ticks in said.values())
    assert any("okt" in one or "maj" in one or "dec" in one for one in said["sv"])
    assert said["sv"] != said["en"]


def test_what_a_person_typed_stays_letters() -> None:
    figure = timeline_figure(plan(milestone(-30, action=True)), False, "sv")

    assert "<b>dans" not in figure.layout.yaxis.ticktext[0]
    assert "&lt;b&gt;dans" in figure.layout.yaxis.ticktext[0]


def test_the_picture_grows_with_its_rows() -> None:
    few = timeline_figure(plan(*[milestone(-one) for one in range(1, 3)]), False, "sv")
    many = timeline_figure(plan(*[milestone(-one) for one in range(1, 31)]), False, "sv")

    assert many.layout.height - few.layout.height > 25 * 40
