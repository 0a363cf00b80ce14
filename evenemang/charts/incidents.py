"""Incidents as pictures: per month by severity, and by kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from evenemang.charts.labels import label_axis
from evenemang.charts.template import CLICKABLE, HEIGHT, Ink, drawn, ink
from evenemang.domain.text import Language, Text
from evenemang.flow.words import SEVERITIES, capital
from evenemang.flow.year_series import KindCount, MonthCount

MONTHS: dict[Language, tuple[str, ...]] = {
    "sv": ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
# Five severities in three inks: what is rare is shown together, and told apart in the table.
GROUPS: tuple[tuple[Text, slice], ...] = (
    (capital(SEVERITIES[0]), slice(0, 1)),
    (capital(SEVERITIES[1]), slice(1, 2)),
    (Text(sv="Måttlig eller värre", en="Moderate or worse"), slice(2, 5)),
)
ROOM = 1.18  # of the highest bar, so that its number has room
ROW = 38  # px of a horizontal bar


def incident_months_figure(months: Sequence[MonthCount], dark: bool, language: Language) -> go.Figure:
    """Return incidents per month as stacked bars, with a written 0 where nothing happened.

    A month that has not begun keeps its place without a number.
    """
    colours = ink(dark)
    names = [MONTHS[language][one.month - 1] for one in months]
    traces = [_group(index, months, names, colours, language) for index in range(len(GROUPS))] + [
        _totals(months, names, colours)
    ]
    highest = max([one.total for one in months], default=0)
    return drawn(
        traces,
        dark,
        language,
        height=HEIGHT,
        barmode="stack",
        legend={"traceorder": "normal"},
        yaxis={"visible": False, "range": [0, max(highest, 1) * ROOM]},
        xaxis={"categoryorder": "array", "categoryarray": names, "tickangle": 0, "tickfont": {"size": 12}},
    )


def _group(
    index: int, months: Sequence[MonthCount], names: list[str], colours: Ink, language: Language
) -> dict[str, Any]:
    word, which = GROUPS[index]
    counts = [sum(list(one.by_severity or ())[which]) for one in months]
    return {
        "type": "bar",
        "name": word.say(language),
        "x": names,
        "y": [count or None for count in counts],
        "customdata": [str(one.month) for one in months],
        "marker": {"color": colours.severity[index], "line": {"width": 1, "color": colours.edge}},
        "hoverinfo": CLICKABLE,
    }


def _totals(months: Sequence[MonthCount], names: list[str], colours: Ink) -> dict[str, Any]:
    begun = [(name, one.total) for name, one in zip(names, months, strict=True) if one.by_severity]
    return {
        "type": "scatter",
        "name": "total",
        "x": [name for name, _ in begun],
        "y": [total for _, total in begun],
        "text": [str(total) for _, total in begun],
        "mode": "text",
        "textposition": "top center",
        "textfont": {"color": colours.text},
        "showlegend": False,
        "hoverinfo": "skip",
    }


def incident_kinds_figure(
    kinds: Sequence[KindCount], labels: Sequence[str], marked: int, dark: bool, language: Language
) -> go.Figure:
    """Return incidents by kind, the commonest on top, the first `marked` in the darker ink."""
    colours = ink(dark)
    most = max([one.count for one in kinds], default=1)
    bar = {
        "type": "bar",
        "orientation": "h",
        "x": [one.count for one in kinds],
        "y": list(range(len(kinds))),
        "text": [_of_all(one, kinds[-1].running, language) for one in kinds],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {
            "color": [colours.series[0 if at < marked else 2] for at in range(len(kinds))],
            "line": {"width": 1, "color": colours.edge},
        },
        "customdata": [one.kind for one in kinds],
        "hoverinfo": CLICKABLE,
    }
    return drawn(
        [bar],
        dark,
        language,
        height=max(HEIGHT, ROW * len(kinds)),
        xaxis={"visible": False, "range": [0, most * 1.6]},
        yaxis=label_axis(labels),
    )


def _of_all(kind: KindCount, total: int, language: Language) -> str:
    space = "\u00a0" if language == "sv" else ""  # English writes it together
    return f"{kind.count} · {round(100 * kind.running / total)}{space}%"
