"""Many risks on the matrix at once: how many stood in each cell before and after, and where they went."""

from __future__ import annotations

from collections import Counter

import plotly.graph_objects as go

from evenemang.charts.grid import grid
from evenemang.charts.template import CLICKABLE, MATRIX_HEIGHT, Ink, ink, template
from evenemang.domain.matrix import Matrix
from evenemang.domain.text import Language, Text
from evenemang.flow.year_moves import Cell, Moves

BEFORE = Text(sv="Före åtgärder", en="Before actions")
AFTER = Text(sv="Efter åtgärder", en="After actions")
WAYS = 15  # arrows at most, those that most risks took
SIDE, DOWN = 0.26, -0.24  # of a cell: before to the left, after to the right, both under the words
MARK, ARROW = 24, 9  # px
THINNEST, THICKEST = 1.0, 5.0  # px of an arrow


def moves_figure(moves: Moves, matrix: Matrix, dark: bool, language: Language) -> go.Figure:
    """Return the matrix with a ring for those before, a disc for those after; arrows are thicker for more."""
    colours = ink(dark)
    figure = go.Figure(
        [
            *_ways(moves, colours),
            _marks("before", BEFORE.say(language), moves.before, -SIDE, colours),
            _marks("after", AFTER.say(language), moves.after, SIDE, colours),
        ]
    )
    figure.update_layout(
        template=template(dark, language),
        height=MATRIX_HEIGHT,
        legend={"traceorder": "normal"},
        **grid(matrix, moves.axis, colours, language),
    )
    return figure


def _ways(moves: Moves, colours: Ink) -> list[go.Scatter]:
    ordered = sorted(moves.ways.items(), key=lambda way: (-way[1], way[0]))[:WAYS]
    most = max((count for _, count in ordered), default=1)
    return [
        go.Scatter(
            name="way",
            x=[was[1] - SIDE, now[1] + SIDE],
            y=[was[0] + DOWN, now[0] + DOWN],
            mode="lines+markers",
            line={"width": THINNEST + (THICKEST - THINNEST) * count / most, "color": colours.muted},
            marker={
                "symbol": "arrow",
                "angleref": "previous",
                "standoff": MARK / 2,
                "opacity": 1,
                "size": [0, ARROW + 4 * count / most],
                "color": colours.text,
            },
            showlegend=False,
            hoverinfo="skip",
        )
        for (was, now), count in ordered
    ]


def _marks(code: str, word: str, counts: Counter[Cell], side: float, colours: Ink) -> go.Scatter:
    cells = sorted(counts)
    filled = code == "after"
    return go.Scatter(
        name=word,
        x=[cell[1] + side for cell in cells],
        y=[cell[0] + DOWN for cell in cells],
        text=[str(counts[cell]) for cell in cells],
        customdata=[f"{code}.{cell[0]}.{cell[1]}" for cell in cells],
        mode="markers+text",
        textposition="middle center",
        textfont={"size": 12, "color": colours.page if filled else colours.text},
        marker={
            "size": MARK,
            "color": colours.text if filled else colours.page,
            "opacity": 1,
            "line": {"width": 1.5, "color": colours.text},
        },
        cliponaxis=False,
        hoverinfo=CLICKABLE,
    )
