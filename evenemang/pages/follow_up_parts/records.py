"""Rows of the year as records behind a bar: incidents, events, actions, risks."""

from __future__ import annotations

from evenemang.domain.event import LOCAL
from evenemang.flow.listing import ActionRow, DossierRow, IncidentRow, RiskRow
from evenemang.flow.words import INCIDENT_TYPES, SEVERITIES, capital
from evenemang.pages.follow_up_parts.behind import Record
from evenemang.pages.follow_up_parts.scene import Scene


def of_incident(one: IncidentRow, scene: Scene) -> Record:
    """Return an incident by its kind and severity; what happened is told in its dossier only."""
    kind, severity = scene.say(capital(INCIDENT_TYPES[one.type])), scene.say(SEVERITIES[one.severity])
    return Record(
        dossier=one.dossier,
        event=scene.event_name(one.dossier),
        on=one.at.astimezone(LOCAL).date(),
        what=f"{kind} ({severity})",
        step="plats",
        is_secret=one.is_secret,
    )


def of_event(one: DossierRow, step: str = "utvardering") -> Record:
    """Return an event, at the step where its number is given."""
    on = one.starts.astimezone(LOCAL).date() if one.starts else None
    return Record(dossier=one.id, event=one.name, on=on, what="", step=step)


def of_action(one: ActionRow, scene: Scene) -> Record:
    """Return an action by its day, at its own row; a secret one without its words."""
    return Record(
        dossier=one.dossier,
        event=scene.event_name(one.dossier),
        on=one.due,
        what=one.do,
        step="atgarder",
        more={"atgard": one.id},
        is_secret=one.secrecy == "secret",
    )


def of_risk(one: RiskRow, scene: Scene) -> Record:
    """Return a risk, at its own row; a secret one without its words."""
    return Record(
        dossier=one.dossier,
        event=scene.event_name(one.dossier),
        on=None,
        what=one.title,
        step="risker",
        more={"risk": one.id},
        is_secret=one.secrecy == "secret",
    )
