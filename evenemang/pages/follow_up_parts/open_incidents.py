"""Incidents of the year that somebody still has to close."""

from __future__ import annotations

from datetime import date

from evenemang.domain.event import LOCAL
from evenemang.domain.text import Text
from evenemang.flow.listing import IncidentRow
from evenemang.flow.saying import in_words
from evenemang.flow.words import INCIDENT_TYPES, SEVERITIES, capital, sentence
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_incident
from evenemang.pages.follow_up_parts.scene import Scene

SOME = Text(
    sv="{count} av årets {total} händelser är {word}",
    en="{count} of the year’s {total} incidents {word} open",
)
NONE = Text(sv="Alla årets händelser är avslutade", en="All incidents of the year are closed")
NOTHING = Text(sv="Inga händelser att avsluta", en="No incidents to close")
UNIT = Text(
    sv="Tillbud och incidenter där något återstår att göra.",
    en="Near misses and incidents where something remains to be done.",
)
ONE_SECRET = Text(
    sv="1 hemlig är räknad och visas bara i sitt ärende.",
    en="1 secret one is counted, and shown in its dossier only.",
)
SECRETS = Text(
    sv="{count} hemliga är räknade och visas bara i sina ärenden.",
    en="{count} secret ones are counted, and shown in their dossiers only.",
)
HEADING = (
    Text(sv="Dag", en="Day"),
    Text(sv="Evenemang", en="Event"),
    Text(sv="Slag", en="Kind"),
    Text(sv="Allvarlighet", en="Severity"),
)
ALL = "alla"
ALL_OPEN = Text(sv="Alla öppna", en="All open ones")


def card(scene: Scene) -> Card:
    """Return the card of open incidents; what happened is told in its dossier only."""
    left = scene.figures.incidents.open
    secret = sum(one.is_secret for one in left)
    said = scene.say(ONE_SECRET if secret == 1 else SECRETS).format(count=secret) if secret else ""
    return Card(
        key="oppna-handelser",
        finding=finding(scene),
        unit=f"{scene.say(UNIT)} {said}".strip() if left else "",
        figure=None,
        table=Table(
            tuple(scene.say(one) for one in HEADING),
            tuple(_row(one, scene) for one in left if not one.is_secret),
        ),
        bars={ALL: scene.say(ALL_OPEN)} if left else {},
        behind=lambda _: (of_incident(one, scene) for one in left),
    )


def finding(scene: Scene) -> str:
    """Return how many are open, out of how many."""
    incidents = scene.figures.incidents
    left = len(incidents.open)
    if not incidents.incidents:
        return scene.say(NOTHING)
    if not left:
        return scene.say(NONE)
    count = sentence(in_words(left, scene.language))
    return scene.say(SOME).format(count=count, total=incidents.incidents, word=_word(left, scene))


def _word(left: int, scene: Scene) -> str:
    if scene.language == "en":
        return "is" if left == 1 else "are"
    return "öppen" if left == 1 else "öppna"


def _row(one: IncidentRow, scene: Scene) -> tuple[str | date, ...]:
    return (
        one.at.astimezone(LOCAL).date(),
        scene.event_name(one.dossier),
        scene.say(capital(INCIDENT_TYPES[one.type])),
        scene.say(capital(SEVERITIES[one.severity])),
    )
