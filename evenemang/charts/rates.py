"""Incidents per 10 000 visits as a picture: each event with its uncertainty, beside the year."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt
from typing import Any

import plotly.graph_objects as go

from evenemang.charts.labels import label_axis
from evenemang.charts.template import HEIGHT, Ink, ink, template
from evenemang.domain.evaluation import Rate
from evenemang.domain.text import Language, Text
from evenemang.flow.year_series import EventRate

ROW = 46  # px of an event
TICKS = (0, 1, 5, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
YEAR = Text(sv="Hela året", en="The whole year")
OF = Text(sv="{rate} · {count} på {visits}", en="{rate} · {count} in {visits}")


def event_rates_figure(
    rates: Sequence[EventRate], of_year: Rate, dark: bool, language: Language
) -> go.Figure:
    """Return each event's rate as a point with its 95 % interval, on a square-root scale.

    A small event's interval is a hundred times wider than a large one's; the root lets both be read, and,
    unlike a logarithm, has a place for 0. The line is the year's rate, the band its interval.
    """
    colours = ink(dark)
    rows = [*rates, EventRate(dossier="", name=YEAR.say(language), rate=of_year, unusual=False)]
    figure = go.Figure([_points(rows, colours)])
    figure.update_layout(
        template=template(dark, language),
        height=max(HEIGHT, ROW * len(rows) + 40),
        showlegend=False,
        xaxis=_axis(max(one.rate.upper for one in rows), colours, language),
        yaxis=label_axis([one.name for one in rows], [_said(one, language) for one in rows]),
        shapes=[_band(of_year, colours), _line(of_year, colours)],
    )
    return figure


def _points(rows: Sequence[EventRate], colours: Ink) -> go.Scatter:
    shown = [colours.plum if one.unusual else colours.series[0] for one in rows]
    at = [sqrt(one.rate.per_10_000) for one in rows]
    return go.Scatter(
        x=at,
        y=list(range(len(rows))),
        mode="markers",
        marker={
            "size": [13 if one.unusual else 10 for one in rows],
            "color": shown,
            "symbol": ["diamond" if one.unusual else "circle" for one in rows],
            "opacity": 1,
        },
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [sqrt(one.rate.upper) - x for one, x in zip(rows, at, strict=True)],
            "arrayminus": [x - sqrt(one.rate.lower) for one, x in zip(rows, at, strict=True)],
            "color": colours.edge,
            "thickness": 2,
            "width": 5,
        },
        cliponaxis=False,
        hoverinfo="skip",
    )


def _said(one: EventRate, language: Language) -> str:
    """The rate with what it is counted from, so that a small number shows itself."""
    count, visits = str(one.rate.incidents), f"{one.rate.visits:,}"
    number = f"{one.rate.per_10_000:.1f}"
    if language == "sv":
        number, visits = number.replace(".", ","), visits.replace(",", "\u00a0")
    return OF.say(language).format(rate=number, count=count, visits=visits)


def _axis(highest: float, colours: Ink, language: Language) -> dict[str, Any]:
    end = ceil(highest * 1.05)
    ticks = [tick for tick in TICKS if tick <= end]
    return {
        "range": [-0.15, sqrt(end)],
        "tickvals": [sqrt(tick) for tick in ticks],
        "ticktext": [f"{tick:,}".replace(",", "\u00a0" if language == "sv" else ",") for tick in ticks],
        "tickangle": 0,
        "tickfont": {"size": 12, "color": colours.muted},
        "showgrid": True,
        "gridcolor": colours.grid,
    }


def _line(of_year: Rate, colours: Ink) -> dict[str, Any]:
    x = sqrt(of_year.per_10_000)
    return {**_upright(x, x), "type": "line", "line": {"width": 1.5, "dash": "dot", "color": colours.text}}


def _band(of_year: Rate, colours: Ink) -> dict[str, Any]:
    span = _upright(sqrt(of_year.lower), sqrt(of_year.upper))
    return {**span, "type": "rect", "fillcolor": colours.grid, "opacity": 0.6, "line": {"width": 0}}


def _upright(first: float, last: float) -> dict[str, Any]:
    return {"x0": first, "x1": last, "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
