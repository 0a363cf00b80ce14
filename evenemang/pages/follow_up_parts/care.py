"""Patients and transports per 1 000 visits."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.flow.saying import listed, number
from evenemang.flow.year_care import Care, CareOfYear, care
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_event
from evenemang.pages.follow_up_parts.scene import Scene

SHOWN = 12  # events in the figure; the table has all
NONE = Text(
    sv="Ingen har räknat både besök och patienter, så det finns inget att jämföra",
    en="Nobody has counted both visits and patients, so there is nothing to compare",
)
SOME = Text(
    sv="Patienter: {patients} på {visits} besök, {rate} per 1 000; till sjukhus: {transports}",
    en="Patients: {patients} in {visits} visits, {rate} per 1,000; to hospital: {transports}",
)
UNIT = Text(
    sv="Patienter per 1 000 räknade besök med 95 procents osäkerhet, och patienter på besök. "
    "Prickad linje och band: hela året. Skalan är hoptryckt uppåt.",
    en="Patients per 1,000 counted visits with a 95 percent interval, and patients in visits. "
    "Dotted line and band: the whole year. The scale is compressed upwards.",
)
LEFT_OUT = Text(
    sv="Utan räknade patienter eller besök, och därför inte med: {names}.",
    en="Without counted patients or visits, and so left out: {names}.",
)
HEADING = (
    Text(sv="Evenemang", en="Event"),
    Text(sv="Patienter per 1 000", en="Patients per 1,000"),
    Text(sv="Lägst (95 %)", en="Lowest (95%)"),
    Text(sv="Högst (95 %)", en="Highest (95%)"),
    Text(sv="Patienter", en="Patients"),
    Text(sv="Till sjukhus", en="To hospital"),
    Text(sv="Till sjukhus per 1 000", en="To hospital per 1,000"),
    Text(sv="Besök", en="Visits"),
)
YEAR = Text(sv="Hela året", en="The whole year")


def card(scene: Scene) -> Card:
    """Return the card of care; events without a count are named, never drawn as 0."""
    found = care(scene.rows)
    return Card(
        key="patienter",
        finding=finding(found, scene),
        unit=_unit(found, scene),
        figure=scene.charts.care_figure(found.events[:SHOWN], found.together, scene.dark, scene.language)
        if found.together
        else None,
        table=Table(
            tuple(scene.say(one) for one in HEADING),
            tuple(_row(one, scene) for one in (*found.events, found.together) if one),
            decimals=2,
            on_page=len(HEADING),
        ),
        bars={one.dossier: one.name for one in found.events[:SHOWN]},
        behind=lambda code: (of_event(one) for one in scene.rows.events if one.id == code),
    )


def finding(found: CareOfYear, scene: Scene) -> str:
    """Return how many were cared for, and out of how many visits."""
    year = found.together
    if year is None:
        return scene.say(NONE)
    return scene.say(SOME).format(
        patients=number(year.patients.incidents, scene.language),
        visits=number(year.patients.visits, scene.language),
        rate=number(year.per_1_000[0], scene.language, 2),
        transports=number(year.transports.incidents, scene.language) if year.transports else "–",
    )


def _unit(found: CareOfYear, scene: Scene) -> str:
    names = [one.name for one in found.without]
    said = [scene.say(UNIT)] if found.together else []
    if names:
        said.append(scene.say(LEFT_OUT).format(names=listed(names, scene.language)))
    return " ".join(said)


def _row(one: Care, scene: Scene) -> tuple[str | int | float | None, ...]:
    value, lower, upper = one.per_1_000
    return (
        one.name or scene.say(YEAR),
        value,
        lower,
        upper,
        one.patients.incidents,
        one.transports.incidents if one.transports else None,
        one.transports_per_1_000,
        one.patients.visits,
    )
