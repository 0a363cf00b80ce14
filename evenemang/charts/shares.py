"""Near misses and foreseen incidents out of all, as a picture: two bars a quarter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import plotly.graph_objects as go

from evenemang.charts.incidents import MONTHS
from evenemang.charts.template import CLICKABLE, HEIGHT, Ink, ink, template
from evenemang.domain.text import Language, Text
from evenemang.flow.year_shares import Quarter

NEAR = Text(sv="Tillbud", en="Near misses")
FORESEEN = Text(sv="Förutsedda", en="Foreseen")
OF = Text(sv="av {count}", en="of {count}")
ROOM = 1.18


def quarter_shares_figure(quarters: Sequence[Quarter], dark: bool, language: Language) -> go.Figure:
    """Return the share of near misses and of foreseen incidents; a quarter without incidents has no bars."""
    colours = ink(dark)
    names = [_name(one, language) for one in quarters]
    figure = go.Figure(
        [
            _bars("near", NEAR, lambda one: one.near_misses, quarters, names, colours, language),
            _bars("foreseen", FORESEEN, lambda one: one.foreseen, quarters, names, colours, language),
        ]
    )
    figure.update_layout(
        template=template(dark, language),
        height=HEIGHT,
        barmode="group",
        bargroupgap=0.05,
        legend={"traceorder": "normal"},
        yaxis={"visible": False, "range": [0, ROOM]},
        xaxis={"categoryorder": "array", "categoryarray": names, "tickangle": 0, "tickfont": {"size": 12}},
    )
    return figure


def _bars(  # noqa: PLR0917  # one sort of bar, and how it is drawn
    code: str,
    word: Text,
    part: Callable[[Quarter], int],
    quarters: Sequence[Quarter],
    names: list[str],
    colours: Ink,
    language: Language,
) -> go.Bar:
    return go.Bar(
        name=word.say(language),
        x=names,
        y=[part(one) / one.incidents if one.incidents else None for one in quarters],
        text=[str(part(one)) if one.incidents else "" for one in quarters],
        textposition="outside",
        cliponaxis=False,
        customdata=[f"{code}.{one.number}" for one in quarters],
        marker={
            "color": colours.series[2 if code == "near" else 0],
            "line": {"width": 1, "color": colours.edge},
        },
        hoverinfo=CLICKABLE,
    )


def _name(quarter: Quarter, language: Language) -> str:
    first, last = (MONTHS[language][3 * quarter.number - one] for one in (3, 1))
    return f"{first}–{last}<br>{OF.say(language).format(count=quarter.incidents)}"
