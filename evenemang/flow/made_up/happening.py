"""Incidents that never happened: kinds as often as they tend to be, most near misses, nobody named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random

from evenemang.domain.actor import Stamp
from evenemang.domain.dossier import Dossier
from evenemang.domain.event import Occasion, here
from evenemang.domain.incident import FORESEEN_BY_NONE, Incident, IncidentType

SEVERITY_WEIGHTS = (620, 270, 90, 18, 2)  # per thousand, near misses first
FORESEEN, NOT_FORESEEN = 0.75, 0.95  # below: by a risk; between: by none; above: nobody has judged yet
LEFT_OPEN = 0.01
LONGEST_OPEN = 40  # days
KINDS: Mapping[IncidentType, tuple[int, str]] = {  # how often, and what is written
    "injury": (18, "En besökare snubblade över en kabelbrygga och fick plåster i sjukvårdstältet."),
    "illness": (10, "En besökare mådde dåligt av värmen och fick vatten och skugga."),
    "alcohol-drugs": (9, "En berusad besökare avvisades från området."),
    "crowding": (14, "Kön växte ut i gångstråket och fick ledas om."),
    "fire": (5, "En gasolslang läckte vid ett matstånd. Ståndet stängdes och slangen byttes."),
    "power": (7, "Ett elskåp löste ut och scenen blev utan ström i tio minuter."),
    "structure-weather": (6, "Ett partytält lyfte i en vindby och fälldes."),
    "traffic": (12, "En bil körde in på avstängd gata och fick vända."),
    "water": (1, "En person satt på kajkanten efter mörkrets inbrott och ombads flytta sig."),
    "lost-person": (9, "Ett barn var borta från sina vuxna i tolv minuter och hittades vid mötesplatsen."),
    "disorder": (8, "Ett bråk vid serveringen avstyrdes av ordningsvakter."),
    "theft": (6, "En cykel och en väska anmäldes stulna."),
    "suspicious": (2, "En kvarglömd väska spärrades av tills ägaren kom."),
    "drone": (2, "En drönare flög över publiken och landades på uppmaning."),
    "food": (3, "Varmhållningen räckte inte vid ett matstånd och försäljningen stoppades."),
    "accessibility": (3, "En ramp saknades vid öppningen och sattes dit."),
    "environment": (3, "En granne klagade på ljudet, som sänktes."),
    "animal": (2, "En lös hund fångades in och lämnades till ägaren."),
    "privacy": (1, "En lista låg framme i informationstältet och togs undan."),
    "communication": (3, "Radion täckte inte norra entrén och reservkanalen användes."),
    "other": (4, "En skylt föll ner och sattes upp igen."),
}
IMMEDIATE = "Åtgärdades på plats av närmaste funktionär."
MEASURE = "Togs upp vid genomgången efteråt."


def incidents(dossier: Dossier, many: int, drawn: Random, *, may_be_open: bool) -> tuple[Incident, ...]:
    """Return so many incidents of an event that has been moved to its days, in the order they happened."""
    occasions = tuple(dossier.event.each_occasion())
    if not many or not occasions:
        return ()
    kinds = drawn.choices(tuple(KINDS), [often for often, _ in KINDS.values()], k=many)
    severities = drawn.choices(range(len(SEVERITY_WEIGHTS)), SEVERITY_WEIGHTS, k=many)
    moments = sorted(_moment(drawn.choice(occasions), drawn) for _ in range(many))
    risks = [one.id for one in dossier.risks if one.state == "accepted"]
    zones = dossier.event.zones
    return tuple(
        Incident(
            id=f"I{number}",
            at=at,
            zone=drawn.choice(zones) if zones else None,
            type=kind,
            severity=severity,
            what=KINDS[kind][1],
            immediate=IMMEDIATE,
            measure="" if (left := may_be_open and drawn.random() < LEFT_OPEN) else MEASURE,
            owner=dossier.officer,
            closed=None if left else at.date() + timedelta(days=drawn.randint(0, LONGEST_OPEN)),
            foreseen=_foreseen(risks, drawn),
            noted=Stamp(by=dossier.officer or dossier.opened.by, at=at),
        )
        for number, (at, kind, severity) in enumerate(zip(moments, kinds, severities, strict=True), 1)
    )


def _moment(occasion: Occasion, drawn: Random) -> datetime:
    minutes = (occasion.end - occasion.start).total_seconds() / 60
    return here(occasion.start + timedelta(minutes=int(drawn.random() * minutes)))


def _foreseen(risks: Sequence[str], drawn: Random) -> str | None:
    chance = drawn.random()
    if risks and chance < FORESEEN:
        return drawn.choice(risks)
    return FORESEEN_BY_NONE if chance < NOT_FORESEEN else None
