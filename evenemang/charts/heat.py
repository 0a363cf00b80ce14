"""Places and kinds of incident as a picture: a grid, darker where more happened, the number in each cell."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from evenemang.charts.labels import escaped_lines, label_axis
from evenemang.charts.template import CLICKABLE, Ink, drawn, ink
from evenemang.domain.text import Language
from evenemang.flow.year_places import PlacesAndKinds

LETTERS, LINES = 17, 4  # of a place: the narrower its name, the more room for the cells on a phone
ROW = 68  # px: four lines of a name
FEW = 1  # kinds that stand level under the grid; more would meet on a phone
LETTER = 6.5  # px of one of 12 px, upright under the grid
DARK_FROM = 0.55  # of the highest count: from there the number is written in the other ink


def places_figure(  # what is counted, and what it is called
    found: PlacesAndKinds, places: Sequence[str], kinds: Sequence[str], dark: bool, language: Language
) -> go.Figure:
    """Return the places as rows and the kinds as columns; an empty cell has no number.

    A place is called what people call it, so it has the room of four lines; a kind is our own word, and
    stands upright under its column.
    """
    colours = ink(dark)
    counts = [list(row) for row in found.counts]  # places × kinds
    most = max(max(row) for row in counts)
    under = [escaped_lines(one) for one in kinds]
    upright = len(kinds) > FEW
    room = LETTER * max(len(line) for one in under for line in one.split("<br>")) if upright else 40
    return drawn(
        [_cells(counts, most, colours), _numbers(found, counts, most, colours)],
        dark,
        language,
        height=round(ROW * len(places) + room + 24),
        showlegend=False,
        yaxis=label_axis(places, lines=LINES, longest=LETTERS),
        xaxis={
            "tickvals": list(range(len(kinds))),
            "ticktext": under,
            "tickangle": -90 if upright else 0,
            "tickfont": {"size": 12},
            "ticks": "",
        },
    )


def _cells(counts: list[list[int]], most: int, colours: Ink) -> go.Heatmap:
    return go.Heatmap(
        z=counts,
        zmin=0,
        zmax=max(most, 1),
        colorscale=[[0, colours.heat[0]], [1, colours.heat[1]]],
        showscale=False,
        xgap=2,
        ygap=2,
        hoverinfo="skip",
    )


def _numbers(found: PlacesAndKinds, counts: list[list[int]], most: int, colours: Ink) -> go.Scatter:
    """The numbers, on marks that cannot be seen: they are what a click meets."""
    cells = [(x, y, count) for y, row in enumerate(counts) for x, count in enumerate(row) if count]
    return go.Scatter(
        x=[x for x, _, _ in cells],
        y=[y for _, y, _ in cells],
        text=[str(count) for _, _, count in cells],
        customdata=[f"{found.places[y]}.{found.kinds[x]}" for x, y, _ in cells],
        mode="markers+text",
        textposition="middle center",
        textfont={
            "size": 14,
            "color": [colours.page if count > DARK_FROM * most else colours.text for _, _, count in cells],
        },
        marker={"size": 28, "color": "rgba(0,0,0,0)", "symbol": "square", "opacity": 1},
        cliponaxis=False,
        hoverinfo=CLICKABLE,
    )
