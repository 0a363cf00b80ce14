"""Values with their uncertainty as a picture: a point and its interval a row, on a square-root scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import plotly.graph_objects as go

from evenemang.charts.labels import escaped_lines, label_axis
from evenemang.charts.template import CLICKABLE, HEIGHT, Ink, drawn, ink
from evenemang.domain.text import Language

LINE, ROW = 18, 28  # px of a line of a name, and of a row beside it


@dataclass(frozen=True)
class Interval:
    """One row: what it is called, its value in words, and the ends of its 95 % interval."""

    code: str  # what a click on it tells
    name: str
    said: str
    value: float
    lower: float
    upper: float
    unusual: bool = False


def intervals_figure(
    rows: Sequence[Interval], ticks: Sequence[float], dark: bool, language: Language
) -> go.Figure:
    """Return each row as a point with its interval; line and band of the last, the whole, run through all.

    A small event's interval is a hundred times wider than a large one's; the root lets both be read, and,
    unlike a logarithm, has a place for 0.
    """
    colours, whole = ink(dark), rows[-1]
    traces, names = [_points(rows, colours)], [one.name for one in rows]
    return drawn(
        traces,
        dark,
        language,
        height=max(HEIGHT, (ROW + LINE * _lines(names)) * len(rows) + 40),
        showlegend=False,
        xaxis=root_axis(max(one.upper for one in rows), ticks, colours, language),
        yaxis=label_axis(names, [one.said for one in rows]),
        shapes=[_band(whole, colours), _line(whole, colours)],
    )


def _lines(names: Sequence[str]) -> int:
    """How many lines the longest name takes."""
    return max(escaped_lines(one).count("<br>") + 1 for one in names)


def _points(rows: Sequence[Interval], colours: Ink) -> dict[str, Any]:
    at = [sqrt(one.value) for one in rows]
    return {
        "type": "scatter",
        "x": at,
        "y": list(range(len(rows))),
        "mode": "markers",
        "customdata": [one.code for one in rows],
        "marker": {
            "size": [13 if one.unusual else 10 for one in rows],
            "color": [colours.plum if one.unusual else colours.series[0] for one in rows],
            "symbol": ["diamond" if one.unusual else "circle" for one in rows],
            "opacity": 1,
        },
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [sqrt(one.upper) - x for one, x in zip(rows, at, strict=True)],
            "arrayminus": [x - sqrt(one.lower) for one, x in zip(rows, at, strict=True)],
            "color": colours.edge,
            "thickness": 2,
            "width": 5,
        },
        "cliponaxis": False,
        "hoverinfo": CLICKABLE,
    }


def root_axis(highest: float, ticks: Sequence[float], colours: Ink, language: Language) -> dict[str, Any]:
    """Return an axis of square roots from 0 to a little above the highest, its ticks in plain numbers."""
    end = max(highest * 1.05, ticks[1])
    shown = [tick for tick in ticks if tick <= end]
    return {
        "range": [-0.04 * sqrt(end), sqrt(end) * 1.02],
        "tickvals": [sqrt(tick) for tick in shown],
        "ticktext": [plain_number(tick, language) for tick in shown],
        "tickangle": 0,
        "tickfont": {"size": 12, "color": colours.muted},
        "showgrid": True,
        "gridcolor": colours.grid,
    }


def plain_number(value: float, language: Language) -> str:
    """Return a number as it is written in the language, with no more decimals than it has."""
    text = f"{value:,g}" if value < 1e6 else f"{value:,.0f}"
    return text if language == "en" else text.replace(",", "\u00a0").replace(".", ",")


def _line(whole: Interval, colours: Ink) -> dict[str, Any]:
    x = sqrt(whole.value)
    return {**_upright(x, x), "type": "line", "line": {"width": 1.5, "dash": "dot", "color": colours.text}}


def _band(whole: Interval, colours: Ink) -> dict[str, Any]:
    span = _upright(sqrt(whole.lower), sqrt(whole.upper))
    return {**span, "type": "rect", "fillcolor": colours.grid, "opacity": 0.6, "line": {"width": 0}}


def _upright(first: float, last: float) -> dict[str, Any]:
    return {"x0": first, "x1": last, "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
