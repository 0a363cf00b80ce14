"""The flow of actions as pictures: opened and closed each month, and how long they take."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from evenemang.charts.incidents import MONTHS
from evenemang.charts.template import CLICKABLE, HEIGHT, Ink, ink, template
from evenemang.domain.text import Language, Text
from evenemang.flow.year_times import Durations, MonthOfActions

OPENED = Text(sv="Beslutade", en="Decided")
CLOSED = Text(sv="Klara", en="Done")
LEFT = Text(sv="{left} kvar", en="{left} left")
CURVE = Text(sv="Andel som inte är klar", en="Share not done")
WAITING = Text(sv="Fortfarande öppen", en="Still open")
BAND = Text(sv="95 procents osäkerhet", en="95 percent interval")
MEDIAN = Text(sv="hälften klar: {days} d", en="half done: {days} d")
DAYS = Text(sv="Dagar sedan beslut", en="Days since decided")
ROOM = 1.25
WAIT = "open"  # what a click on an open one tells


def action_months_figure(months: Sequence[MonthOfActions], dark: bool, language: Language) -> go.Figure:
    """Return what was decided, upwards, and done, downwards, each month; what was left stands under its name.

    Beside each other the numbers of the two would meet on a phone, and read as one.
    """
    colours = ink(dark)
    names = [f"{MONTHS[language][one.month - 1]}<br>{one.left}" for one in months]
    opened, closed = [one.opened for one in months], [one.closed for one in months]
    codes = [str(one.month) for one in months]
    figure = go.Figure(
        [
            _bars(OPENED.say(language), names, opened, [f"opened.{one}" for one in codes], colours, up=True),
            _bars(CLOSED.say(language), names, closed, [f"closed.{one}" for one in codes], colours, up=False),
        ]
    )
    figure.update_layout(
        template=template(dark, language),
        height=HEIGHT,
        barmode="relative",
        legend={"traceorder": "normal"},
        yaxis={"visible": False, "range": [-max([*closed, 1]) * ROOM, max([*opened, 1]) * ROOM]},
        xaxis={"categoryorder": "array", "categoryarray": names, "tickangle": 0, "tickfont": {"size": 12}},
    )
    return figure


def _bars(  # a row of bars, and its ink
    name: str, names: list[str], counts: list[int], codes: list[str], colours: Ink, *, up: bool
) -> go.Bar:
    return go.Bar(
        name=name,
        x=names,
        y=[(count if up else -count) or None for count in counts],
        text=[str(count) if count else "" for count in counts],
        textposition="outside",
        cliponaxis=False,
        customdata=codes,
        marker={"color": colours.series[2 if up else 0], "line": {"width": 1, "color": colours.edge}},
        hoverinfo=CLICKABLE,
    )


def time_to_close_figure(
    found: Durations, waiting: Iterable[int], dark: bool, language: Language
) -> go.Figure:
    """Return the share not done by days since decided: a stair with its interval, and where half are done.

    `waiting` are the days that those still open have been open: a mark on the stair where they leave it.
    """
    colours = ink(dark)
    left = sorted(set(waiting))
    end = max([*found.days, *left])  # the stair runs level for as long as somebody has waited
    days = [0.0, *found.days, end]
    figure = go.Figure(
        [
            _stair(days, [1.0, *found.upper, found.upper[-1]], colours, BAND.say(language), edge=True),
            _stair(days, [1.0, *found.lower, found.lower[-1]], colours, "", edge=True),
            _stair(
                days, [1.0, *found.still_open, found.still_open[-1]], colours, CURVE.say(language), edge=False
            ),
            _open(left, found, colours, WAITING.say(language)),
        ]
    )
    figure.update_layout(
        template=template(dark, language),
        height=HEIGHT,
        legend={"traceorder": "normal"},
        xaxis={
            "title": {"text": DAYS.say(language), "font": {"size": 13}},
            "range": [0, end * 1.04 + 1],
            "tickfont": {"size": 12},
        },
        yaxis={
            "range": [0, 1.05],
            "tickvals": [0, 0.25, 0.5, 0.75, 1],
            "ticktext": [_percent(one, language) for one in (0, 25, 50, 75, 100)],
            "tickfont": {"size": 12, "color": colours.muted},
        },
    )
    if found.median is not None:
        _half(figure, found.median, end, colours, language)
    return figure


def _stair(days: list[float], shares: list[float], colours: Ink, name: str, *, edge: bool) -> go.Scatter:
    line = {"shape": "hv", "width": 1, "dash": "dot", "color": colours.muted}
    whole = {"shape": "hv", "width": 2.5, "color": colours.series[0]}
    return go.Scatter(
        name=name,
        x=days,
        y=shares,
        mode="lines",
        line=line if edge else whole,
        showlegend=bool(name),
        hoverinfo="skip",
    )


def _open(left: Sequence[int], found: Durations, colours: Ink, name: str) -> go.Scatter:
    """Those still open, at the height that the stair has on their day."""
    shares = [1.0, *found.still_open]
    return go.Scatter(
        name=name,
        x=list(left),
        y=[shares[bisect_right(found.days, day)] for day in left],
        mode="markers",
        marker={"symbol": "line-ns", "size": 12, "line": {"width": 2, "color": colours.plum}, "opacity": 1},
        customdata=[WAIT] * len(left),
        showlegend=bool(left),
        cliponaxis=False,
        hoverinfo=CLICKABLE,
    )


def _half(figure: go.Figure, median: float, last: float, colours: Ink, language: Language) -> None:
    line = {"width": 1, "dash": "dash", "color": colours.text}
    figure.add_shape(type="line", x0=0, x1=median, y0=0.5, y1=0.5, line=line)
    figure.add_shape(type="line", x0=median, x1=median, y0=0, y1=0.5, line=line)
    left = median > last / 2
    figure.add_annotation(
        x=median,
        y=0.5,
        text=MEDIAN.say(language).format(days=round(median)),
        showarrow=False,
        xanchor="right" if left else "left",
        xshift=-6 if left else 6,
        yshift=10,
        font={"size": 12, "color": colours.text},
        bgcolor=colours.page,
        borderpad=1,
    )


def _percent(share: int, language: Language) -> str:
    return f"{share}\u00a0%" if language == "sv" else f"{share}%"
