"""What was done in time as pictures: permits and actions by their day, and evaluations by days afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import plotly.graph_objects as go

from evenemang.charts.labels import label_axis
from evenemang.charts.stacks import ROOM as BESIDE
from evenemang.charts.stacks import beside, inside, longest
from evenemang.charts.template import CLICKABLE, HEIGHT, Ink, ink, template
from evenemang.domain.text import Language, Text
from evenemang.flow.year_punctual import GIVEN, LATE, TIMELY, Given, Kept, What

KEPT: tuple[tuple[Kept, Text], ...] = (
    ("in-time", Text(sv="I tid", en="In time")),
    ("late", Text(sv="För sent", en="Late")),
    ("not-done", Text(sv="Inte gjort", en="Not done")),
)
WHATS: tuple[tuple[What, Text], ...] = (
    ("permit", Text(sv="Tillstånd och skyldigheter", en="Permits and duties")),
    ("action", Text(sv="Åtgärder", en="Actions")),
)
GIVEN_WORDS: dict[Given, Text] = {
    "week": Text(sv="0–7<br>d", en="0–7<br>d"),
    "two-weeks": Text(sv="8–14<br>d", en="8–14<br>d"),
    "month": Text(sv="15–30<br>d", en="15–30<br>d"),
    "two-months": Text(sv="31–60<br>d", en="31–60<br>d"),
    "later": Text(sv="över<br>60 d", en="over<br>60 d"),
    "missing": Text(sv="saknas,<br>sen", en="none,<br>late"),
    "waiting": Text(sv="saknas,<br>i tid", en="none,<br>in time"),
}
IN_TIME = Text(sv="Inom 30 dagar", en="Within 30 days")
TOO_LATE = Text(sv="Senare, eller saknas efter 30 dagar", en="Later, or missing after 30 days")
YET = Text(sv="Har tid kvar", en="Has time left")
ROW = 74  # px
ROOM = 1.18


def promises_figure(counts: Mapping[What, Counter[Kept]], dark: bool, language: Language) -> go.Figure:
    """Return two bars, permits and actions, divided by how their day was kept."""
    colours = ink(dark)
    parts = [[counts[what][kept] for what, _ in WHATS] for kept, _ in KEPT]
    figure = go.Figure([_part(index, parts, colours, language) for index in range(len(KEPT))])
    figure.update_layout(
        template=template(dark, language),
        height=max(HEIGHT - 60, ROW * len(WHATS) + 60),
        barmode="stack",
        bargap=0.35,
        xaxis={"visible": False, "range": [0, longest(parts) * BESIDE]},
        annotations=beside(parts, colours),
        yaxis=label_axis([word.say(language) for _, word in WHATS]),
        legend={"traceorder": "normal"},
    )
    return figure


def _part(index: int, parts: list[list[int]], colours: Ink, language: Language) -> go.Bar:
    kept, word = KEPT[index]
    return go.Bar(
        name=word.say(language),
        orientation="h",
        y=list(range(len(WHATS))),
        x=[count or None for count in parts[index]],
        text=inside(parts, index),
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"size": 14, "color": colours.page if index else colours.text},
        customdata=[f"{what}.{kept}" for what, _ in WHATS],
        marker={"color": colours.kept[index], "line": {"width": 1, "color": colours.edge}},
        hoverinfo=CLICKABLE,
    )


def evaluations_figure(counts: Counter[Given], dark: bool, language: Language) -> go.Figure:
    """Return how many events were evaluated how soon; late ones in plum, those with time left pale."""
    colours = ink(dark)
    groups: tuple[tuple[Text, tuple[Given, ...], int], ...] = (
        (IN_TIME, TIMELY, 0),
        (TOO_LATE, LATE, 1),
        (YET, ("waiting",), 3),
    )
    names = {one: GIVEN_WORDS[one].say(language) for one in GIVEN}
    figure = go.Figure(
        [
            go.Bar(
                name=word.say(language),
                x=[names[one] for one in of],
                y=[counts[one] or None for one in of],
                text=[str(counts[one]) if counts[one] else "" for one in of],
                textposition="outside",
                cliponaxis=False,
                customdata=list(of),
                marker={"color": colours.kept[shade], "line": {"width": 1, "color": colours.edge}},
                hoverinfo=CLICKABLE,
            )
            for word, of, shade in groups
        ]
    )
    figure.update_layout(
        template=template(dark, language),
        height=HEIGHT,
        barmode="stack",
        legend={"traceorder": "normal", "font": {"size": 13}},
        yaxis={"visible": False, "range": [0, max([*counts.values(), 1]) * ROOM]},
        xaxis={
            "categoryorder": "array",
            "categoryarray": list(names.values()),
            "range": [-0.5, len(names) - 0.5],
            "tickangle": 0,
            "tickfont": {"size": 12},
        },
    )
    return figure
