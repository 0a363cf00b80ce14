"""Risks before and after their actions as a picture: how many stand at each level."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import plotly.graph_objects as go

from evenemang.charts.labels import label_axis
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
    counts = {level: [_count(changes, *bar, level) for bar in bars] for level in LEVELS}
    words = {level: matrix.word(level).say(language) for level in LEVELS}
    codes = {
        level: [f"{axis}.{'after' if after else 'before'}.{level}" for axis, after in bars]
        for level in LEVELS
    }
    traces = [_level(words[level], counts[level], codes[level], colours.levels[level]) for level in LEVELS]
    most = max([sum(column) for column in zip(*counts.values(), strict=True)], default=1)
    return drawn(
        traces,
        dark,
        language,
        height=max(HEIGHT, ROW * len(bars) + 60),
        barmode="stack",
        bargap=0.35,
        xaxis={"visible": False, "range": [0, most * 1.02]},
        yaxis=label_axis([LABELS[bar].say(language) for bar in bars]),
        legend={"traceorder": "normal"},
    )


def _level(word: str, counts: Sequence[int], codes: Sequence[str], look: tuple[str, str]) -> go.Bar:
    fill, text = look
    return go.Bar(
        name=word,
        orientation="h",
        y=list(range(len(counts))),
        x=[count or None for count in counts],
        text=[f"<b>{count}</b>" if count else "" for count in counts],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"size": 14, "color": text},
        customdata=list(codes),
        marker={"color": fill, "line": {"width": 1, "color": text}},
        hoverinfo=CLICKABLE,
    )


def _count(changes: Sequence[LevelChange], axis: Axis, after: bool, level: LevelId) -> int:
    one = next(one for one in changes if (one.axis, one.level) == (axis, level))
    return one.after if after else one.before
