"""Places and kinds of incident as a picture: a grid, darker where more happened, the number in each cell."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from evenemang.charts.labels import label_axis
from evenemang.charts.template import CLICKABLE, HEIGHT, Ink, escaped, ink, template
from evenemang.domain.text import Language
from evenemang.flow.year_places import PlacesAndKinds

ROW = 34  # px
FEW = 1  # places whose names stand level under the grid; more would meet on a phone
LONGEST = 18  # letters of a name that stands askew
DARK_FROM = 0.55  # of the highest count: from there the number is written in the other ink


def places_figure(  # what is counted, and what it is called
    found: PlacesAndKinds, places: Sequence[str], kinds: Sequence[str], dark: bool, language: Language
) -> go.Figure:
    """Return the kinds as rows and the places as columns; an empty cell has no number."""
    colours = ink(dark)
    counts = [list(row) for row in zip(*found.counts, strict=True)]  # kinds × places
    most = max(max(row) for row in counts)
    figure = go.Figure([_cells(counts, most, colours), _numbers(found, counts, most, colours)])
    askew = len(places) > FEW
    figure.update_layout(
        template=template(dark, language),
        height=max(HEIGHT, ROW * len(kinds) + (120 if askew else 60)),
        showlegend=False,
        yaxis=label_axis(kinds),
        xaxis={
            "tickvals": list(range(len(places))),
            "ticktext": [_short(one) for one in places],
            "tickangle": -45 if askew else 0,
            "tickfont": {"size": 12},
            "ticks": "",
        },
    )
    return figure


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
        customdata=[f"{found.places[x]}.{found.kinds[y]}" for x, y, _ in cells],
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


def _short(name: str) -> str:
    return escaped(name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…")
