"""The risk matrix as a picture: the coloured grid in words and numbers, and where each risk goes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

import plotly.graph_objects as go

from evenemang.charts.marks import MatrixMark, Placing, Point, placed
from evenemang.charts.template import MATRIX_HEIGHT, Ink, escaped, ink, template
from evenemang.domain.checklist import Axis
from evenemang.domain.matrix import Matrix, Scale
from evenemang.domain.text import Language

STEPS = (1, 2, 3, 4, 5)
GAP = 0.02  # of a cell, the white between two
MARK = 26  # px across
ARROW = 9  # px, its head
# Words too long for a cell on a phone, broken by hand: plotly does not hyphenate.
BROKEN = {
    "begränsad": "begrän-<br>sad",
    "Begränsad": "Begrän-<br>sad",
    "Katastrofal": "Kata-<br>strofal",
    "Catastrophic": "Cata-<br>strophic",
    "Unprotected": "Unpro-<br>tected",
    "Oskyddad": "Oskyd-<br>dad",
}


def matrix_figure(
    cells: Sequence[MatrixMark], matrix: Matrix, axis: Axis, dark: bool, language: Language
) -> go.Figure:
    """Return the matrix with a ring where each risk was, filled where it is, and an arrow between.

    The vertical axis reads vulnerability for threats.
    """
    colours = ink(dark)
    upright = matrix.vulnerability if axis == "threat" else matrix.likelihood
    placing = placed(cells)
    figure = go.Figure(data=list(_traces(placing, colours)))
    figure.update_layout(
        template=template(dark, language),
        height=MATRIX_HEIGHT,
        showlegend=False,
        shapes=[_cell(matrix, *at, colours) for at in product(STEPS, STEPS)],
        annotations=[_words(matrix, *at, colours, language) for at in product(STEPS, STEPS)],
        xaxis=_axis(matrix.consequence, language, colours, numbers_first=True),
        yaxis=_axis(upright, language, colours, numbers_first=False),
    )
    return figure


def _cell(matrix: Matrix, likelihood: int, consequence: int, colours: Ink) -> dict[str, Any]:
    half = 0.5 - GAP
    return {
        "type": "rect",
        "layer": "below",
        "line": {"width": 0},
        "fillcolor": colours.levels[matrix.level(likelihood, consequence)][0],
        "x0": consequence - half,
        "x1": consequence + half,
        "y0": likelihood - half,
        "y1": likelihood + half,
    }


def _words(
    matrix: Matrix, likelihood: int, consequence: int, colours: Ink, language: Language
) -> dict[str, Any]:
    level = matrix.level(likelihood, consequence)
    first, _, rest = escaped(matrix.word(level).say(language)).rpartition(" ")
    word = f"{first}<br>{rest}" if first else rest
    return {
        "text": f"{word} <b>{likelihood * consequence}</b>",
        "x": consequence - 0.47,
        "y": likelihood + 0.47,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "font": {"size": 12, "color": colours.levels[level][1]},
    }


def _ways(placing: Placing, colours: Ink) -> go.Scatter:
    """The arrows from before to after, drawn first: a mark they pass stays readable."""
    moved = [(one.before, one.after) for one in placing.marks if one.before and one.after]
    return go.Scatter(
        name="way",
        x=[x for before, after in moved for x in (before[0], after[0], None)],
        y=[y for before, after in moved for y in (before[1], after[1], None)],
        mode="lines+markers",
        line={"width": 1.5, "color": colours.text},
        marker={
            "symbol": "arrow",
            "angleref": "previous",
            "standoff": MARK / 2,
            "opacity": 1,
            "size": [size for _ in moved for size in (0, ARROW, 0)],
            "color": colours.text,
            "line": {"width": 0},
        },
        hoverinfo="skip",
    )


def _traces(placing: Placing, colours: Ink) -> Sequence[go.Scatter]:
    rings = [(one.risk_id, one.before) for one in placing.marks if one.before]
    filled = [(one.risk_id, one.after) for one in placing.marks if one.after]
    counts = [(f"+{count}", point) for point, count in placing.crowded.items()]
    return (
        _ways(placing, colours),
        _marks("before", rings, colours.page, colours.text, colours),
        _marks("after", filled, colours.text, colours.page, colours),
        _marks("more", counts, "rgba(0,0,0,0)", colours.text, colours, edge=0),
    )


def _marks(
    name: str, marks: list[tuple[str, Point]], fill: str, text: str, colours: Ink, *, edge: float = 1.5
) -> go.Scatter:
    return go.Scatter(
        name=name,
        x=[point[0] for _, point in marks],
        y=[point[1] for _, point in marks],
        text=[escaped(label) for label, _ in marks],
        mode="markers+text",
        textposition="middle center",
        textfont={"size": 11, "color": text},
        marker={"size": MARK, "color": fill, "opacity": 1, "line": {"width": edge, "color": colours.text}},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _axis(scale: Scale, language: Language, colours: Ink, *, numbers_first: bool) -> dict[str, Any]:
    words = [(step, hyphenated(scale.word(step).say(language))) for step in STEPS]
    return {
        "title": {"text": escaped(scale.title.say(language)), "font": {"size": 13}, "standoff": 8},
        "range": [0.5, 5.5],
        "tickvals": list(STEPS),
        "ticktext": [f"{step}<br>{word}" if numbers_first else f"{word}  {step}" for step, word in words],
        "tickangle": 0,
        "tickfont": {"size": 12, "color": colours.muted},
        "showgrid": False,
        "showline": False,
        "ticks": "",
    }


def hyphenated(words: str) -> str:
    """Return words one a line, the long ones broken where a person would."""
    return "<br>".join(BROKEN.get(word, word) for word in escaped(words).split(" "))
