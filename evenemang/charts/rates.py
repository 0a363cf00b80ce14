"""Incidents per 10 000 visits, and patients per 1 000, as pictures: each event with its uncertainty."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from evenemang.charts.intervals import Interval, intervals_figure
from evenemang.domain.evaluation import Rate
from evenemang.domain.text import Language, Text
from evenemang.flow.year_care import Care
from evenemang.flow.year_series import EventRate

TICKS = (0, 1, 5, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
CARE_TICKS = (0, 1, 5, 10, 20, 50, 100, 200, 500, 1000)
YEAR = Text(sv="Hela året", en="The whole year")
OF = Text(sv="{rate} · {count} på {visits}", en="{rate} · {count} in {visits}")


def event_rates_figure(
    rates: Sequence[EventRate], of_year: Rate, dark: bool, language: Language
) -> go.Figure:
    """Return each event's rate as a point with its 95 % interval, and the year's as a line with its band."""
    rows = [*rates, EventRate(dossier="", name=YEAR.say(language), rate=of_year, unusual=False)]
    found = [
        Interval(
            code=one.dossier,
            name=one.name,
            said=_said(one.rate, one.rate.per_10_000, 1, language),
            value=one.rate.per_10_000,
            lower=one.rate.lower,
            upper=one.rate.upper,
            unusual=one.unusual,
        )
        for one in rows
    ]
    return intervals_figure(found, TICKS, dark, language)


def care_figure(events: Sequence[Care], together: Care, dark: bool, language: Language) -> go.Figure:
    """Return patients per 1 000 visits at each event with its 95 % interval, and the year's as a line."""
    found = []
    for one in (*events, together):
        value, lower, upper = one.per_1_000
        said = _said(one.patients, value, 2, language)
        found.append(Interval(one.dossier, one.name or YEAR.say(language), said, value, lower, upper))
    return intervals_figure(found, CARE_TICKS, dark, language)


def _said(rate: Rate, value: float, decimals: int, language: Language) -> str:
    """The rate with what it is counted from, so that a small number shows itself."""
    number, visits = f"{value:.{decimals}f}", f"{rate.visits:,}"
    if language == "sv":
        number, visits = number.replace(".", ","), visits.replace(",", "\u00a0")
    return OF.say(language).format(rate=number, count=rate.incidents, visits=visits)
