"""Fruin's level of service, A to F, of walkways, queues and stairs; the worst place decides."""

from __future__ import annotations

from decimal import Decimal

from checklists.colours import Colour
from checklists.crowds.service_fields import Passage, Service, ServiceInput, ServiceOutput, ZoneService
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import Norm, NormRow
from evenemang.domain.text import Text

BY_SERVICE: dict[Service, Colour] = {
    "A": "green",
    "B": "green",
    "C": "green",
    "D": "yellow",
    "E": "orange",
    "F": "red",
}
MISSING = Text(
    sv="Ange de två mått som det valda slaget behöver.",
    en="Give the two measures that the chosen kind needs.",
)


def level_of_service(asked: ServiceInput, norms: Norms) -> ServiceOutput:
    """Return the measure (persons/m/min, or m²/person) and the level of each place; the worst decides.

    Raises:
        CalculationRefused: If a place lacks the two measures of its kind.

    Source:
        Fruin 1971, flows read, spaces from memory; docs/calculators.md.
    """
    zones = tuple(_zone(one, place, norms) for place, one in enumerate(asked.zones, 1))
    worst = max(zones, key=lambda one: one.service)
    flows = [zone.measure for zone, one in zip(zones, asked.zones, strict=True) if one.kind == "walkway-flow"]
    return ServiceOutput(
        measure=worst.measure,
        service=worst.service,
        level=worst.level,
        worst=worst.name if len(zones) > 1 else None,
        flow=max(flows, default=None),
        zones=zones,
    )


def _zone(passage: Passage, place: int, norms: Norms) -> ZoneService:
    measure = _measure(passage)
    if measure is None:
        row = passage.name.strip()
        why = Text(sv=f"{row}: {MISSING.sv}", en=f"{row}: {MISSING.en}") if row else MISSING
        raise CalculationRefused(why.en, why=why)
    service = service_of(measure, norms[f"fruin-{passage.kind}"])
    return ZoneService(
        name=passage.name.strip() or f"#{place}",
        measure=measure,
        service=service,
        level=BY_SERVICE[service],
    )


def _measure(passage: Passage) -> Decimal | None:
    if passage.kind == "walkway-flow":
        if passage.persons_per_min is None or passage.width_m is None:
            return None
        return passage.persons_per_min / passage.width_m
    if passage.persons is None or passage.area_m2 is None:
        return None
    return passage.area_m2 / passage.persons


def service_of(measure: Decimal, norm: Norm) -> Service:
    """Return the level of a measure; on a bound the worse level counts, but for the last bound."""
    *rows, worst = norm.table
    over, below = _bound(worst, "over"), _bound(worst, "below")
    if (over is not None and measure > over) or (below is not None and measure < below):
        return _named(worst)
    return next((_named(row) for row in rows if _takes(row, measure)), _named(rows[-1]))


def _takes(row: NormRow, measure: Decimal) -> bool:
    over, to = _bound(row, "over"), _bound(row, "to")
    return (over is not None and measure > over) or (to is not None and measure < to)


def _bound(row: NormRow, column: str) -> Decimal | None:
    found = (row.model_extra or {}).get(column)
    return None if found is None else Decimal(str(found))


def _named(row: NormRow) -> Service:
    return next(one for one in BY_SERVICE if one == row.code("level"))


LEVEL_OF_SERVICE = Calculator(
    id="crowds.level-of-service",
    area="crowds",
    title=Text(sv="Framkomlighet enligt Fruin", en="Level of service after Fruin"),
    purpose=Text(
        sv="Ger servicenivå A till F för gångväg, kö eller trappa.",
        en="Gives the level of service A to F of a walkway, a queue or stairs.",
    ),
    input=ServiceInput,
    output=ServiceOutput,
    norms=("fruin-walkway-flow", "fruin-walkway-space", "fruin-queue-space", "fruin-stairs-space"),
    formula=(
        "walkway-flow: measure = persons_per_min / width_m",
        "otherwise: measure = area_m2 / persons",
        "service = row of the table of that kind",
        "level = green for A, B and C; yellow for D; orange for E; red for F",
        "flow = the highest measure of those that are flows",
        "the worst place decides",
    ),
    caveats=(
        Text(
            sv="Ytmåtten är ur minnet. Fruin mätte pendlare, inte familjer med vagnar.",
            en="The space figures are from memory. Fruin measured commuters, not families with prams.",
        ),
        Text(sv="Färgerna är våra.", en="The colours are ours."),
    ),
    sources=("fruin-flow", "fruin-1971"),
    compute=level_of_service,
    examples=(
        Example(
            inputs={"kind": "walkway-flow", "persons_per_min": 190, "width_m": 4},
            outputs={"measure": 47.5, "service": "C", "level": "green", "flow": 47.5},
            arithmetic="190/4 = 47.5; 33 <= 47.5 < 49",
        ),
        Example(
            inputs={"kind": "queue-space", "persons": 150, "area_m2": 36},
            outputs={"measure": 0.24, "service": "E", "level": "orange", "flow": None},
            arithmetic="36/150 = 0.24; 0.19 <= 0.24 <= 0.28",
        ),
        Example(
            inputs={"kind": "stairs-space", "persons": 40, "area_m2": 37.2},
            outputs={"measure": 0.93, "service": "D", "level": "yellow"},
            arithmetic="37.2/40 = 0.93; on a bound the worse level: D",
        ),
    ),
)
