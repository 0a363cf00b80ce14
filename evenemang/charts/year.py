"""The year day by day as a picture: a square a day with events, a diamond where they clash."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import plotly.graph_objects as go

from evenemang.charts.incidents import MONTHS
from evenemang.charts.template import CLICKABLE, Ink, ink, template
from evenemang.domain.text import Language, Text
from evenemang.flow.year_calendar import Calendar

COUNTS: tuple[Text, ...] = (
    Text(sv="1 evenemang", en="1 event"),
    Text(sv="2", en="2"),
    Text(sv="3 eller fler", en="3 or more"),
)
CLASH = Text(sv="Krock", en="Clash")
ROW = 24  # px of a month
DAYS = (1, 5, 10, 15, 20, 25, 31)  # of the month, named under it


def calendar_figure(found: Calendar, dark: bool, language: Language) -> go.Figure:
    """Return months as rows and days as columns; clashes for a place, guards or ambulances stand out."""
    colours = ink(dark)
    names = MONTHS[language]
    figure = go.Figure(
        [
            *(_days(index, found, colours, language) for index in range(len(COUNTS))),
            _marks(CLASH.say(language), sorted(found.contested), colours),
        ]
    )
    figure.update_layout(
        template=template(dark, language),
        height=ROW * len(names) + 90,
        legend={"traceorder": "normal", "font": {"size": 13}},
        xaxis={"range": [0.3, 31.7], "tickvals": list(DAYS), "tickangle": 0, "tickfont": {"size": 12}},
        yaxis={
            "range": [12.6, 0.4],
            "tickvals": list(range(1, 13)),
            "ticktext": list(names),
            "tickfont": {"size": 12},
            "gridcolor": colours.grid,
        },
    )
    return figure


def _days(index: int, found: Calendar, colours: Ink, language: Language) -> go.Scatter:
    last = index == len(COUNTS) - 1
    days = [day for day, count in found.held.items() if count == index + 1 or (last and count > index)]
    marker = {
        "symbol": "square",
        "size": 11,
        "color": colours.severity[index],
        "line": {"width": 1, "color": colours.edge},
    }
    return _at(days, COUNTS[index].say(language), marker)


def _marks(name: str, days: Iterable[date], colours: Ink) -> go.Scatter:
    marker = {
        "symbol": "diamond",
        "size": 11,
        "color": colours.plum,
        "line": {"width": 1.5, "color": colours.page},
    }
    return _at(list(days), name, marker)


def _at(days: list[date], name: str, marker: dict[str, Any]) -> go.Scatter:
    return go.Scatter(
        name=name,
        x=[day.day for day in days],
        y=[day.month for day in days],
        customdata=[day.isoformat() for day in days],
        mode="markers",
        marker={**marker, "opacity": 1},
        cliponaxis=False,
        showlegend=True,
        hoverinfo=CLICKABLE,
    )
