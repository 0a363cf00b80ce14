"""A u-chart as a picture: the rate event by event, the common rate, and the limits of chance."""

from __future__ import annotations

from math import ceil, sqrt
from typing import Any

import plotly.graph_objects as go

from evenemang.charts.incidents import MONTHS
from evenemang.charts.intervals import root_axis
from evenemang.charts.rates import TICKS
from evenemang.charts.template import CLICKABLE, HEIGHT, Ink, escaped, ink, template
from evenemang.domain.text import Language, Text
from evenemang.flow.year_control import ControlChart, ControlPoint

LIMIT = Text(sv="Gräns: mer än slump", en="Limit: more than chance")
MEAN = Text(sv="Årets medel", en="Mean of the year")
RATE = Text(sv="Per 10 000 besök", en="Per 10,000 visits")
LABELS = 8  # days named at most under the axis


def control_figure(chart: ControlChart, dark: bool, language: Language) -> go.Figure:
    """Return the points in time order on a square-root scale; one outside the limits is a plum diamond."""
    colours, points = ink(dark), chart.points
    highest = max(max(one.rate, one.limits[1]) for one in points)
    figure = go.Figure(
        [
            _limits(points, 1, colours, language),
            _limits(points, 0, colours, language),
            _mean(chart, colours, language),
            _rates(points, colours, language),
        ]
    )
    figure.update_layout(
        template=template(dark, language),
        height=HEIGHT + 40,
        legend={"traceorder": "normal", "font": {"size": 13}},
        xaxis=_days(chart, language),
        yaxis=root_axis(highest, TICKS, colours, language),
        annotations=[_name(at, one, colours) for at, one in enumerate(points) if one.is_outside and one.name],
    )
    return figure


def _limits(points: tuple[ControlPoint, ...], side: int, colours: Ink, language: Language) -> go.Scatter:
    at = [x for number in range(len(points)) for x in (number - 0.5, number + 0.5)]
    return go.Scatter(
        name=LIMIT.say(language),
        x=at,
        y=[sqrt(one.limits[side]) for one in points for _ in range(2)],
        mode="lines",
        line={"width": 1.5, "dash": "dot", "color": colours.text},
        showlegend=side == 1,
        hoverinfo="skip",
    )


def _mean(chart: ControlChart, colours: Ink, language: Language) -> go.Scatter:
    return go.Scatter(
        name=MEAN.say(language),
        x=[-0.5, len(chart.points) - 0.5],
        y=[sqrt(chart.mean)] * 2,
        mode="lines",
        line={"width": 1.5, "color": colours.muted},
        hoverinfo="skip",
    )


def _rates(points: tuple[ControlPoint, ...], colours: Ink, language: Language) -> go.Scatter:
    outside = [one.is_outside for one in points]
    return go.Scatter(
        name=RATE.say(language),
        x=list(range(len(points))),
        y=[sqrt(one.rate) for one in points],
        customdata=[str(at) for at in range(len(points))],
        mode="lines+markers",
        line={"width": 1, "color": colours.series[2]},
        marker={
            "size": [13 if one else 9 for one in outside],
            "color": [colours.plum if one else colours.series[0] for one in outside],
            "symbol": ["diamond" if one else "circle" for one in outside],
            "opacity": 1,
        },
        cliponaxis=False,
        hoverinfo=CLICKABLE,
    )


def _days(chart: ControlChart, language: Language) -> dict[str, Any]:
    points = chart.points
    shown = range(0, len(points), max(1, ceil(len(points) / LABELS)))
    return {
        "range": [-0.6, len(points) - 0.4],
        "tickvals": list(shown),
        "ticktext": [_day(points[at], chart.by_month, language) for at in shown],
        "tickangle": 0,
        "tickfont": {"size": 12},
    }


def _day(point: ControlPoint, by_month: bool, language: Language) -> str:
    month = MONTHS[language][point.on.month - 1]
    return month if by_month else f"{point.on.day}<br>{month}"


def _name(at: int, point: ControlPoint, colours: Ink) -> dict[str, Any]:
    return {
        "x": at,
        "y": sqrt(point.rate),
        "text": f"<b>{escaped(point.name[:28])}</b>",
        "showarrow": False,
        "yshift": 16,
        "font": {"size": 12, "color": colours.text},
    }
