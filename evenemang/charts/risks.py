"""Risks before and after their actions as a picture: how many stand at each level."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

import plotly.graph_objects as go

from evenemang.charts.labels import label_axis
from evenemang.charts.stacks import ROOM, beside, inside, longest
from evenemang.charts.template import CLICKABLE, HEIGHT, drawn, ink
from evenemang.domain.checklist import Axis
from evenemang.domain.matrix import LEVELS, LevelId, Matrix
from evenemang.domain.text import Language, Text
from evenemang.flow.year_series import LevelChange

ROW = 68  # px of a bar
LABELS: dict[tuple[Axis, bool], Text] = {
    ("accident", False): Text(sv="Olyckor före", en="Accidents before"),
    ("accident", True): Text(sv="Olyckor efter", en="Accidents after"),
    ("threat", False): Text(sv="Hot före", en="Threats before"),
    ("threat", True): Text(sv="Hot efter", en="Threats after"),
}


def risk_levels_figure(
    changes: Sequence[LevelChange], matrix: Matrix, dark: bool, language: Language
) -> go.Figure:
    """Return how many risks stood at each level before and after, mild to worst, threats in own bars."""
    colours = ink(dark)
    axes = list(dict.fromkeys(one.axis for one in changes))
    bars = list(product(axes, (False, True)))
    counts = [[_count(changes, *bar, level) for bar in bars] for level in LEVELS]
    traces = [
        {
            "name": matrix.word(level).say(language),
            "x": [count or None for count in counts[at]],
            "text": inside(counts, at),
            "customdata": [f"{axis}.{'after' if after else 'before'}.{level}" for axis, after in bars],
            **_look(len(bars), *colours.levels[level]),
        }
        for at, level in enumerate(LEVELS)
    ]
    return drawn(
        traces,
        dark,
        language,
        height=max(HEIGHT, ROW * len(bars) + 60),
        barmode="stack",
        bargap=0.35,
        xaxis={"visible": False, "range": [0, longest(counts) * ROOM]},
        annotations=beside(counts, colours),
        yaxis=label_axis([LABELS[bar].say(language) for bar in bars]),
        legend={"traceorder": "normal"},
    )


def _look(bars: int, fill: str, text: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(bars)),
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 14, "color": text},
        "marker": {"color": fill, "line": {"width": 1, "color": text}},
        "hoverinfo": CLICKABLE,
    }


def _count(changes: Sequence[LevelChange], axis: Axis, after: bool, level: LevelId) -> int:
    one = next(one for one in changes if (one.axis, one.level) == (axis, level))
    return one.after if after else one.before
