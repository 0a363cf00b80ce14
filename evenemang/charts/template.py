"""How every chart looks: inks and a plotly template, light and dark (look.md §4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas  # noqa: F401  # whole before plotly: it trips over one that another thread is still importing
import plotly.graph_objects as go

from evenemang.domain.matrix import LevelId
from evenemang.domain.text import Language

FONT = "'Public Sans', 'Source Sans', 'Segoe UI', sans-serif"
SEPARATORS: dict[Language, str] = {"sv": ",\u00a0", "en": ".,"}
HEIGHT, MATRIX_HEIGHT = 280, 500  # px


@dataclass(frozen=True)
class Ink:
    """The colours of one theme. `levels` gives fill and text of a cell of the matrix."""

    text: str
    muted: str
    page: str
    grid: str
    edge: str  # of bars, whose pale fills have too little contrast alone
    plum: str  # only for what the heading speaks of
    series: tuple[str, ...]
    severity: tuple[str, str, str]  # mild to worst
    kept: tuple[str, str, str, str]  # in time, late, not done, not due yet
    heat: tuple[str, str]  # few to many; text on the first is `text`, on the second `page`
    levels: dict[LevelId, tuple[str, str]]


LIGHT = Ink(
    text="#1B2A30",
    muted="#4A5A61",
    page="#FFFFFF",
    grid="#E4E9EA",
    edge="#357182",
    plum="#8E3B7A",
    series=("#0F4C5C", "#8E3B7A", "#7FA7B2", "#4F8A9B"),
    severity=("#A9C6CE", "#4F8A9B", "#0F4C5C"),
    kept=("#7FA7B2", "#8E3B7A", "#1B2A30", "#E4E9EA"),
    heat=("#EAF1F3", "#0F4C5C"),
    levels={
        "low": ("#E2F0E5", "#1D5533"),
        "medium": ("#F6E3A1", "#4D3A00"),
        "high": ("#F0A868", "#3D1900"),
        "very-high": ("#9B1C22", "#FFFFFF"),
    },
)
DARK = Ink(
    text="#E8EEF0",
    muted="#B4C1C6",
    page="#11191D",
    grid="#2C393F",
    edge="#5FA3B4",
    plum="#DB92C9",
    series=("#7CC4D6", "#DB92C9", "#4C7E8C", "#C9EAF2"),
    severity=("#2F5A66", "#5FA3B4", "#C9EAF2"),
    kept=("#3F6C79", "#DB92C9", "#F4F8F9", "#2C393F"),
    heat=("#1C2B31", "#7CC4D6"),
    levels={
        "low": ("#17382A", "#A9DDBB"),
        "medium": ("#5A470C", "#F8E6A8"),
        "high": ("#A8571A", "#FFF1E3"),
        "very-high": ("#F0908A", "#2A0406"),
    },
)


def ink(dark: bool) -> Ink:
    """Return the colours of the theme the reader has."""
    return DARK if dark else LIGHT


@cache  # a figure takes a copy
def template(dark: bool, language: Language) -> go.layout.Template:
    """Return the template that every figure stands on; titles are page text, never in the figure."""
    colours = ink(dark)
    axis = {"automargin": True, "fixedrange": True, "zeroline": False, "linecolor": colours.grid}
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 14, "color": colours.text},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "separators": SEPARATORS[language],
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "height": HEIGHT,
            "bargap": 0.28,
            "colorway": list(colours.series),
            "xaxis": {**axis, "showgrid": False},
            "yaxis": {**axis, "gridcolor": colours.grid},
            "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom"},
            "hoverlabel": {"font": {"family": FONT, "size": 14}},
        }
    )


def drawn(traces: Any, dark: bool, language: Language, **layout: Any) -> go.Figure:
    """Return a figure with its layout from the beginning: later it has thrown one away.

    A trace may be a dict with its type: it is then checked once, here.
    """
    return go.Figure(traces, {"template": template(dark, language), **layout})


CLICKABLE = "none"  # hover shows nothing, and a click is told; "skip" would swallow it


def escaped(text: str) -> str:
    """Return text from a person so that plotly's tags, links and maths stay letters."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("$", "&#36;")
