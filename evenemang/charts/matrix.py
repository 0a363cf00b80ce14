"""The risk matrix as a picture: the coloured grid in words and numbers, and where each risk goes."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from evenemang.charts.grid import grid
from evenemang.charts.marks import MatrixMark, Placing, Point, placed
from evenemang.charts.template import MATRIX_HEIGHT, Ink, escaped, ink, template
from evenemang.domain.checklist import Axis
from evenemang.domain.matrix import Matrix
from evenemang.domain.text import Language

MARK = 26  # px across
ARROW = 9  # px, its head


def matrix_figure(
    cells: Sequence[MatrixMark], matrix: Matrix, axis: Axis, dark: bool, language: Language
) -> go.Figure:
    """Return the matrix with a ring where each risk was, filled where it is, and an arrow between.

    The vertical axis reads vulnerability for threats.
    """
    colours = ink(dark)
    placing = placed(cells)
    figure = go.Figure(data=list(_traces(placing, colours)))
    figure.update_layout(
        template=template(dark, language),
        height=MATRIX_HEIGHT,
        showlegend=False,
        **grid(matrix, axis, colours, language),
    )
    return figure


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
