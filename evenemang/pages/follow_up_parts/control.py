"""Whether the rate of incidents, event after event, keeps within what chance gives: a u-chart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from evenemang.domain.text import Text
from evenemang.flow.saying import MONTHS, in_words, listed, number
from evenemang.flow.words import sentence
from evenemang.flow.year_control import MOST, ControlChart, ControlPoint, control_chart
from evenemang.pages.follow_up_parts.behind import Record
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_incident
from evenemang.pages.follow_up_parts.scene import Scene
from evenemang.pages.follow_up_parts.words import left_out

NO_RATE = Text(
    sv="Inga besök är räknade, så det går inte att dra några gränser",
    en="No visits are counted, so there are no limits to draw",
)
WITHIN = Text(
    sv="Händelserna höll sig inom det som slumpen ger, kring {mean} per 10 000 besök",
    en="Incidents kept within what chance gives, around {mean} per 10,000 visits",
)
OUTSIDE = Text(
    sv="{names} låg utanför det som slumpen ger kring {mean} per 10 000 besök",
    en="{names} lay outside what chance gives around {mean} per 10,000 visits",
)
MANY = Text(sv="{count} evenemang", en="{count} events")
MANY_MONTHS = Text(sv="{count} månader", en="{count} months")
UNIT = Text(
    sv="Händelser per 10 000 räknade besök, i tidsordning. Prickade linjer: gränser som slumpen går utanför "
    "1 gång på 740 åt vartdera hållet; ju färre besök, desto vidare. Skalan är hoptryckt uppåt.",
    en="Incidents per 10,000 counted visits, in time order. Dotted lines: limits that chance goes outside "
    "1 time in 740 to either side; wider the fewer the visits. The scale is compressed upwards.",
)
BY_MONTH = Text(
    sv="Fler än {most} evenemang är räknade: varje punkt är en månads evenemang tillsammans.",
    en="More than {most} events are counted: each point is the events of a month together.",
)
HEADING = (
    Text(sv="Evenemang", en="Event"),
    Text(sv="Började", en="Began"),
    Text(sv="Per 10 000", en="Per 10,000"),
    Text(sv="Undre gräns", en="Lower limit"),
    Text(sv="Övre gräns", en="Upper limit"),
    Text(sv="Händelser", en="Incidents"),
    Text(sv="Besök", en="Visits"),
    Text(sv="Utanför", en="Outside"),
)
YES, NO = Text(sv="ja", en="yes"), Text(sv="nej", en="no")


def card(scene: Scene) -> Card:
    """Return the card of the u-chart; events without a count are named, never drawn as 0."""
    chart = control_chart(scene.rows)
    if chart is None:
        return Card("styrdiagram", scene.say(NO_RATE), left_out(scene), None, Table((), ()))
    points = chart.points
    return Card(
        key="styrdiagram",
        finding=finding(chart, scene),
        unit=_unit(chart, scene),
        figure=scene.charts.control_figure(chart, scene.dark, scene.language),
        table=Table(
            tuple(scene.say(one) for one in HEADING),
            tuple(_row(one, scene) for one in points),
            decimals=1,
            on_page=len(HEADING),
        ),
        bars={str(at): _called(one, scene) for at, one in enumerate(points) if one.incidents},
        behind=lambda code: _behind(points[int(code)], scene),
    )


def finding(chart: ControlChart, scene: Scene) -> str:
    """Return what lies outside the limits, or that nothing does."""
    mean = number(chart.mean, scene.language, 1)
    outside = [_called(one, scene) for one in chart.points if one.is_outside]
    if not outside:
        return scene.say(WITHIN).format(mean=mean)
    if len(outside) > 2:
        count = sentence(in_words(len(outside), scene.language))
        names = scene.say(MANY_MONTHS if chart.by_month else MANY).format(count=count)
    else:
        names = sentence(listed(outside, scene.language))
    return scene.say(OUTSIDE).format(names=names, mean=mean)


def _unit(chart: ControlChart, scene: Scene) -> str:
    said = [scene.say(UNIT), scene.say(BY_MONTH).format(most=MOST) if chart.by_month else "", left_out(scene)]
    return " ".join(one for one in said if one)


def _called(point: ControlPoint, scene: Scene) -> str:
    return point.name or MONTHS[scene.language][point.on.month - 1]


def _row(one: ControlPoint, scene: Scene) -> tuple[str | int | float | date, ...]:
    lower, upper = one.limits
    outside = scene.say(YES if one.is_outside else NO)
    name = sentence(_called(one, scene))
    return name, one.on, one.rate, lower, upper, one.incidents, one.visits, outside


def _behind(point: ControlPoint, scene: Scene) -> Iterator[Record]:
    of = set(point.dossiers)
    return (of_incident(one, scene) for one in scene.rows.at_events if one.dossier in of)
