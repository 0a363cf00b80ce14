"""The coloured grid of the risk matrix, in words and numbers: what marks and counts are drawn upon."""

from __future__ import annotations

from itertools import product
from typing import Any

from evenemang.charts.template import Ink, escaped
from evenemang.domain.checklist import Axis
from evenemang.domain.matrix import Matrix, Scale
from evenemang.domain.text import Language

STEPS = (1, 2, 3, 4, 5)
GAP = 0.02  # of a cell, the white between two
LONG = 6  # letters of a word that has no room beside its number on a phone
# Words too long for a cell on a phone, broken by hand: plotly does not hyphenate.
BROKEN = {
    "begränsad": "begrän-<br>sad",
    "Begränsad": "Begrän-<br>sad",
    "Katastrofal": "Kata-<br>strofal",
    "Catastrophic": "Cata-<br>strophic",
    "Unprotected": "Unpro-<br>tected",
    "Oskyddad": "Oskyd-<br>dad",
}


def grid(matrix: Matrix, axis: Axis, colours: Ink, language: Language) -> dict[str, Any]:
    """Return the layout of a matrix: cells, their words, and axes; vulnerability upright for threats."""
    upright = matrix.vulnerability if axis == "threat" else matrix.likelihood
    return {
        "shapes": [_cell(matrix, *at, colours) for at in product(STEPS, STEPS)],
        "annotations": [_words(matrix, *at, colours, language) for at in product(STEPS, STEPS)],
        "xaxis": _axis(matrix.consequence, language, colours, numbers_first=True),
        "yaxis": _axis(upright, language, colours, numbers_first=False),
    }


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
    space = "<br>" if not first and len(rest) >= LONG else " "
    return {
        "text": f"{word}{space}<b>{likelihood * consequence}</b>",
        "x": consequence - 0.47,
        "y": likelihood + 0.47,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "font": {"size": 12, "color": colours.levels[level][1]},
    }


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
