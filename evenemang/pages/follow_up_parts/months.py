"""Incidents per month, by severity."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.saying import MONTHS, in_words, listed
from evenemang.flow.words import SEVERITIES, capitals, sentence
from evenemang.flow.year_series import MonthCount, months
from evenemang.pages.follow_up_parts.behind import Record
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_incident
from evenemang.pages.follow_up_parts.scene import Scene

MOST = Text(
    sv="{month} hade flest händelser, {most} av årets {total}",
    en="{month} had the most incidents, {most} of the year’s {total}",
)
SHARED = Text(
    sv="{month} hade flest händelser, {most} var av årets {total}",
    en="{month} had the most incidents, {most} each of the year’s {total}",
)
ONE = Text(sv="Årets enda händelse inträffade i {month}", en="The year’s only incident happened in {month}")
NONE = Text(sv="Inga händelser är rapporterade {year}", en="No incidents are reported in {year}")
UNIT = Text(
    sv="Antal tillbud och incidenter per månad, efter allvarlighet. 0 är en månad utan händelser.",
    en="Near misses and incidents per month, by severity. 0 is a month without incidents.",
)
NOT_BEGUN = Text(sv="Månader som inte har börjat är tomma.", en="Months that have not begun are left empty.")
MONTH = Text(sv="Månad", en="Month")
ALL = Text(sv="Alla", en="All")


def card(scene: Scene) -> Card:
    """Return the card of incidents per month."""
    counts = months(scene.rows)
    waiting = any(one.by_severity is None for one in counts)
    return Card(
        key="handelser-per-manad",
        finding=finding(counts, scene),
        unit=" ".join(scene.say(one) for one in ((UNIT, NOT_BEGUN) if waiting else (UNIT,))),
        figure=scene.charts.incident_months_figure(counts, scene.dark, scene.language),
        table=_table(counts, scene),
        bars={str(one.month): sentence(MONTHS[scene.language][one.month - 1]) for one in counts if one.total},
        behind=lambda code: _behind(int(code), scene),
    )


def _behind(month: int, scene: Scene) -> Iterator[Record]:
    happened = (one for one in scene.rows.incidents if one.at.astimezone(LOCAL).month == month)
    return (of_incident(one, scene) for one in happened)


def finding(counts: tuple[MonthCount, ...], scene: Scene) -> str:
    """Return which month had the most, and out of how many."""
    total = sum(one.total for one in counts)
    most = max(one.total for one in counts)
    names = [MONTHS[scene.language][one.month - 1] for one in counts if one.total == most]
    if not total:
        return scene.say(NONE).format(year=scene.rows.year)
    if total == 1:
        return scene.say(ONE).format(month=names[0])
    said = scene.say(MOST if len(names) == 1 else SHARED)
    month = sentence(listed(names, scene.language))
    return said.format(month=month, most=in_words(most, scene.language), total=total)


def _table(counts: tuple[MonthCount, ...], scene: Scene) -> Table:
    heading = tuple(scene.say(one) for one in (MONTH, ALL, *capitals(SEVERITIES).values()))
    names = MONTHS[scene.language]
    return Table(
        heading,
        tuple(
            (
                sentence(names[one.month - 1]),
                one.total if one.by_severity else None,
                *(one.by_severity or (None,) * len(SEVERITIES)),
            )
            for one in counts
        ),
    )
