"""Incidents per 10 000 visits, event by event, each with its uncertainty."""

from __future__ import annotations

from evenemang.domain.evaluation import Rate
from evenemang.domain.text import Text
from evenemang.flow.saying import in_words, listed, number
from evenemang.flow.words import sentence
from evenemang.flow.year_series import EventRate, event_rates
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_incident
from evenemang.pages.follow_up_parts.scene import Scene
from evenemang.pages.follow_up_parts.words import left_out

SHOWN = 12  # events in the figure; the table has all
NO_RATE = Text(
    sv="Inga besök är räknade, så det finns inget att räkna händelser mot",
    en="No visits are counted, so there is nothing to set incidents against",
)
ALONE = Text(sv="{name}: {rate} händelser per 10 000 besök", en="{name}: {rate} incidents per 10,000 visits")
CHANCE = Text(
    sv="Inget evenemang avvek från årets {rate} mer än slumpen brukar ge",
    en="No event differed from the year’s {rate} by more than chance usually gives",
)
ABOVE = Text(
    sv="{names} låg över årets {rate}, mer än slumpen brukar ge",
    en="{names} lay above the year’s {rate}, more than chance usually gives",
)
MANY_ABOVE = Text(
    sv="{count} evenemang låg över årets {rate}, mer än slumpen brukar ge",
    en="{count} events lay above the year’s {rate}, more than chance usually gives",
)
UNIT = Text(
    sv="Händelser per 10 000 räknade besök med 95 procents osäkerhet, och händelser på besök. "
    "Prickad linje och band: hela året. Skalan är hoptryckt uppåt.",
    en="Incidents per 10,000 counted visits with a 95 percent interval, and incidents in visits. "
    "Dotted line and band: the whole year. The scale is compressed upwards.",
)
ONLY = Text(
    sv="De {count} högsta av {all} visas; tabellen har alla.",
    en="The {count} highest of {all} are shown; the table has all.",
)
EVENT = Text(sv="Evenemang", en="Event")
INCIDENTS = Text(sv="Händelser", en="Incidents")
VISITS = Text(sv="Besök", en="Visits")
PER = Text(sv="Per 10 000", en="Per 10,000")
FROM = Text(sv="Lägst (95 %)", en="Lowest (95%)")
TO = Text(sv="Högst (95 %)", en="Highest (95%)")
YEAR = Text(sv="Hela året", en="The whole year")


def card(scene: Scene) -> Card:
    """Return the card of rates; events without a count are named, never drawn as 0."""
    rates = event_rates(scene.rows)
    of_year = scene.figures.visits.rate
    return Card(
        key="handelser-per-besok",
        finding=finding(rates, of_year, scene),
        unit=_unit(rates, scene),
        figure=scene.charts.event_rates_figure(rates[:SHOWN], of_year, scene.dark, scene.language)
        if of_year
        else None,
        table=_table(rates, of_year, scene),
        bars={one.dossier: one.name for one in rates[:SHOWN] if one.rate.incidents},
        behind=lambda code: (of_incident(one, scene) for one in scene.rows.at_events if one.dossier == code),
    )


def finding(rates: tuple[EventRate, ...], of_year: Rate | None, scene: Scene) -> str:
    """Return whether any event stands out from the year."""
    if of_year is None:
        return scene.say(NO_RATE)
    said = number(of_year.per_10_000, scene.language, 1)
    if len(rates) == 1:
        return scene.say(ALONE).format(name=rates[0].name, rate=said)
    names = [one.name for one in rates if one.unusual]
    if not names:
        return scene.say(CHANCE).format(rate=said)
    if len(names) > 2:
        count = sentence(in_words(len(names), scene.language))
        return scene.say(MANY_ABOVE).format(count=count, rate=said)
    return scene.say(ABOVE).format(names=listed(names, scene.language), rate=said)


def _unit(rates: tuple[EventRate, ...], scene: Scene) -> str:
    said = [scene.say(UNIT)] if rates else []
    if len(rates) > SHOWN:
        said.append(scene.say(ONLY).format(count=SHOWN, all=len(rates)))
    return " ".join([*said, left_out(scene)]).strip()


def _table(rates: tuple[EventRate, ...], of_year: Rate | None, scene: Scene) -> Table:
    heading = tuple(scene.say(one) for one in (EVENT, PER, INCIDENTS, VISITS, FROM, TO))
    named = [(one.name, one.rate) for one in rates] + ([(scene.say(YEAR), of_year)] if of_year else [])
    rows = tuple(
        (name, rate.per_10_000, rate.incidents, rate.visits, rate.lower, rate.upper) for name, rate in named
    )
    return Table(heading, rows, decimals=1)
