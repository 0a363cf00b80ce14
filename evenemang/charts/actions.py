"""Open actions as a picture: how long ago they were decided, and which are late."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from evenemang.charts.template import CLICKABLE, HEIGHT, Ink, drawn, ink
from evenemang.domain.text import Language, Text
from evenemang.flow.year_series import AGES, Age, OpenAction

AGE_WORDS: dict[Age, Text] = {
    "week": Text(sv="0–7 d", en="0–7 d"),
    "month": Text(sv="8–30 d", en="8–30 d"),
    "two-months": Text(sv="31–60 d", en="31–60 d"),
    "three-months": Text(sv="61–90 d", en="61–90 d"),
    "older": Text(sv="över<br>90 d", en="over<br>90 d"),
    "undecided": Text(sv="ej be-<br>slutad", en="un-<br>decided"),
}
IN_TIME = Text(sv="I tid", en="In time")
LATE = Text(sv="Försenade", en="Overdue")
ROOM = 1.18


def open_actions_figure(actions: Sequence[OpenAction], dark: bool, language: Language) -> go.Figure:
    """Return open actions by days since they were decided, the overdue ones in plum beside those in time."""
    colours = ink(dark)
    in_time = [_count(actions, age, late=False) for age in AGES]
    late = [_count(actions, age, late=True) for age in AGES]
    traces = [
        _bars(IN_TIME, in_time, colours.series[2], colours, language),
        _bars(LATE, late, colours.plum, colours, language),
    ]
    return drawn(
        traces,
        dark,
        language,
        height=HEIGHT,
        barmode="group",
        bargroupgap=0,
        yaxis={"visible": False, "range": [0, max([*in_time, *late, 1]) * ROOM]},
        xaxis={"tickangle": 0, "tickfont": {"size": 12}},
    )


def _bars(word: Text, counts: list[int], colour: str, colours: Ink, language: Language) -> go.Bar:
    edge = colours.edge if colour != colours.plum else colours.plum
    return go.Bar(
        name=word.say(language),
        x=[AGE_WORDS[age].say(language) for age in AGES],
        y=[count or None for count in counts],
        text=[str(count) if count else "" for count in counts],
        textposition="outside",
        cliponaxis=False,
        customdata=list(AGES),
        marker={"color": colour, "line": {"width": 1, "color": edge}},
        hoverinfo=CLICKABLE,
    )


def _count(actions: Sequence[OpenAction], age: Age, *, late: bool) -> int:
    return sum(one.age == age and (one.late > 0) == late for one in actions)
