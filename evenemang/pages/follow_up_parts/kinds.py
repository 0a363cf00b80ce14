"""Kinds of incident, the commonest first, and how many they make together."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.flow.saying import in_words
from evenemang.flow.words import INCIDENT_TYPES, capital, sentence
from evenemang.flow.year_series import KindCount, kinds
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_incident
from evenemang.pages.follow_up_parts.scene import Scene

MOST_OF = 0.6  # the heading speaks of the kinds that make at least this share
ONE = Text(sv="{kind}: {count} av {total} händelser", en="{kind}: {count} of {total} incidents")
SEVERAL = Text(
    sv="{kinds} slag står för {count} av {total} händelser",
    en="{kinds} kinds make {count} of {total} incidents",
)
ALL_ALIKE = Text(
    sv="Inget slag av händelse har skett mer än en gång", en="No kind of incident has happened more than once"
)
NONE = Text(sv="Inga händelser att dela upp", en="No incidents to divide")
UNIT = Text(
    sv="Antal händelser per slag, och löpande andel av alla {total}.",
    en="Incidents per kind, and the running share of all {total}.",
)
HEADING = (
    Text(sv="Slag", en="Kind"),
    Text(sv="Antal", en="Number"),
    Text(sv="Hittills", en="So far"),
    Text(sv="Löpande andel, %", en="Running share, %"),
)


def card(scene: Scene) -> Card:
    """Return the card of kinds."""
    found = kinds(scene.rows)
    labels = [scene.say(capital(INCIDENT_TYPES[one.kind])) for one in found]
    total = scene.figures.incidents.incidents
    return Card(
        key="slag-av-handelser",
        finding=finding(found, scene),
        unit=scene.say(UNIT).format(total=total) if found else "",
        figure=scene.charts.incident_kinds_figure(
            found, labels, _marked(found), dark=scene.dark, language=scene.language
        )
        if found
        else None,
        table=Table(
            tuple(scene.say(one) for one in HEADING),
            tuple(
                (label, one.count, one.running, round(100 * one.running / total))
                for label, one in zip(labels, found, strict=True)
            ),
        ),
        bars={one.kind: label for label, one in zip(labels, found, strict=True)},
        behind=lambda code: (of_incident(one, scene) for one in scene.rows.incidents if one.type == code),
    )


def finding(found: tuple[KindCount, ...], scene: Scene) -> str:
    """Return which kinds make most of the incidents."""
    if not found:
        return scene.say(NONE)
    marked = _marked(found)
    if not marked:
        return scene.say(ALL_ALIKE)
    together = {"count": found[marked - 1].running, "total": found[-1].running}
    if marked == 1:
        return scene.say(ONE).format(kind=scene.say(capital(INCIDENT_TYPES[found[0].kind])), **together)
    return scene.say(SEVERAL).format(kinds=sentence(in_words(marked, scene.language)), **together)


def _marked(found: tuple[KindCount, ...]) -> int:
    """How many kinds the heading speaks of; none where each has happened once."""
    if found[0].count == 1:
        return 0
    total = found[-1].running
    return next(at for at, one in enumerate(found, 1) if one.running >= MOST_OF * total)
