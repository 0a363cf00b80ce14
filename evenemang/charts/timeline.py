"""The time plan as a picture: a row for each permit and action, at its day, with today and the event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil
from typing import Any

import plotly.graph_objects as go

from evenemang.charts.incidents import MONTHS
from evenemang.charts.labels import label_axis
from evenemang.charts.template import HEIGHT, Ink, ink, template
from evenemang.domain.text import Language, Text
from evenemang.flow.plan_words import relative_day
from evenemang.flow.timeplan import Milestone, TimePlan

ROW, AROUND = 44, 112  # px of a row, and of what is around them
TODAY_AT, EVENT_AT = -1.4, -0.8  # rows above the first, where the two lines say what they are
TICKS = 4  # months named at most
TODAY = Text(sv="I dag", en="Today")
EVENT = Text(sv="Evenemanget", en="The event")
LATE = Text(sv="sent {days} d", en="late {days} d")
KINDS: tuple[tuple[Text, str], ...] = (
    (Text(sv="Tillstånd och skyldigheter", en="Permits and duties"), "circle"),
    (Text(sv="Åtgärder", en="Actions"), "square"),
    (Text(sv="Klart", en="Done"), "circle-open"),
    (Text(sv="För sent", en="Late"), "diamond"),
)


def timeline_figure(plan: TimePlan, dark: bool, language: Language) -> go.Figure:
    """Return what is known to be needed, by day; what is late is a plum diamond with its days in words."""
    colours, rows = ink(dark), plan.dated
    first, last = _span(plan)
    middle = first + (last - first) / 2
    figure = go.Figure(
        [_marks(index, rows, colours, language) for index in range(len(KINDS))],
    )
    figure.update_layout(
        template=template(dark, language),
        height=max(HEIGHT, ROW * len(rows) + AROUND),
        xaxis={**_months(first, last, language), "range": [_moment(first), _moment(last)]},
        yaxis=label_axis([_title(one, language) for one in rows], [_day(one, language) for one in rows])
        | {"range": [len(rows) - 0.5, TODAY_AT - 0.4]},
        legend={"traceorder": "normal", "font": {"size": 13}},
    )
    _rows(figure, len(rows), colours)
    for at, one in enumerate(rows):
        if one.late and one.day:
            words = LATE.say(language).format(days=one.late)
            _words(figure, one.day, words, at, colours.plum, colours, left=one.day > middle)
    if plan.first_day:
        _line(figure, plan.first_day, EVENT.say(language), EVENT_AT, middle, colours, dash="solid")
    if not plan.over and first <= plan.today <= last:
        _line(figure, plan.today, TODAY.say(language), TODAY_AT, middle, colours, dash="dash")
    return figure


def _span(plan: TimePlan) -> tuple[date, date]:
    """Return the days at the edges, with room for the outermost marks."""
    days = [one.day for one in plan.dated if one.day]
    days += [plan.first_day] if plan.first_day else []
    days += [] if plan.over else [plan.today]
    room = timedelta(days=max(3, (max(days) - min(days)).days // 12))
    return min(days) - room, max(days) + room


def _marks(index: int, rows: Sequence[Milestone], colours: Ink, language: Language) -> go.Scatter:
    name, symbol = KINDS[index]
    mine = [(at, one) for at, one in enumerate(rows) if _kind(one) == index]
    colour = (colours.series[0], colours.series[3], colours.muted, colours.plum)[index]
    return go.Scatter(
        name=name.say(language),
        x=[_moment(one.day) for _, one in mine],
        y=[at for at, _ in mine],
        mode="markers",
        marker={"symbol": symbol, "size": 13, "color": colour, "line": {"width": 1, "color": colour}},
        cliponaxis=False,
        showlegend=bool(mine),
        hoverinfo="skip",
    )


def _kind(one: Milestone) -> int:
    if one.late:
        return 3
    if one.settled:
        return 2
    return 0 if one.kind == "permit" else 1


def _title(one: Milestone, language: Language) -> str:
    return one.what.say(language) if isinstance(one.what, Text) else one.what


def _day(one: Milestone, language: Language) -> str:
    far = relative_day(one.days) if one.days is not None else ""
    day = f"{one.day.day}\u00a0{MONTHS[language][one.day.month - 1]}" if one.day else ""
    return " · ".join(part for part in (day, far) if part)


def _moment(day: date | None) -> str:
    return day.isoformat() if day else ""


def _months(first: date, last: date, language: Language) -> dict[str, Any]:
    """Return an axis that names at most four months, in the reader's language."""
    count = (last.year - first.year) * 12 + last.month - first.month
    starts = [_later(first, month) for month in range(1, count + 1)]
    shown = starts[:: max(1, ceil(len(starts) / TICKS))]
    return {
        "tickvals": [one.isoformat() for one in shown],
        "ticktext": [_month(one, language) for one in shown],
        "tickangle": 0,
        "tickfont": {"size": 12},
        "type": "date",
    }


def _month(one: date, language: Language) -> str:
    return f"{MONTHS[language][one.month - 1]}<br>{one.year}"


def _later(day: date, months: int) -> date:
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, 1)


def _rows(figure: go.Figure, count: int, colours: Ink) -> None:
    """Draw a hairline along each row, from its words to its mark."""
    for at in range(count):
        figure.add_shape(
            type="line",
            xref="paper",
            x0=0,
            x1=1,
            y0=at,
            y1=at,
            line={"width": 1, "color": colours.grid},
            layer="below",
        )


def _line(  # noqa: PLR0917  # a line, its words, and where they stand
    figure: go.Figure, day: date, words: str, at: float, middle: date, colours: Ink, *, dash: str
) -> None:
    figure.add_shape(
        type="line",
        x0=_moment(day),
        x1=_moment(day),
        yref="paper",
        y0=0,
        y1=1,
        line={"width": 2, "color": colours.muted, "dash": dash},
        layer="below",
    )
    _words(figure, day, words, at, colours.text, colours, left=day > middle)


def _words(  # noqa: PLR0917  # words, and where they stand in which ink
    figure: go.Figure, day: date, words: str, at: float, colour: str, colours: Ink, *, left: bool
) -> None:
    """Write words beside a day, on the page's own ground, so that no line runs through them."""
    figure.add_annotation(
        x=_moment(day),
        y=at,
        text=words,
        showarrow=False,
        xanchor="right" if left else "left",
        xshift=-9 if left else 9,
        font={"size": 12, "color": colour},
        bgcolor=colours.page,
        borderpad=1,
    )
