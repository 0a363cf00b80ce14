"""How many fit: each zone's area times a density, and the limit that decides."""

from __future__ import annotations

from decimal import Decimal
from typing import NoReturn

from checklists.crowds.bands import colour_of
from checklists.crowds.holding_fields import LIMITS, HeldZone, HoldingInput, HoldingOutput, Limit, Zone
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

NO_AREA_LEFT = Text(
    sv="Ingen yta blir kvar för publiken: avdragen är större än ytan.",
    en="No area is left for the audience: the deductions exceed the area.",
)
NET_ABOVE_TOTAL = Text(
    sv="Den användbara ytan kan inte vara större än hela ytan.",
    en="The usable area cannot exceed the whole area.",
)
TWO_WAYS = Text(
    sv="Ange antingen användbar yta eller avdrag, inte båda.",
    en="Give either the usable area or deductions, not both.",
)
TOO_DENSE = Text(
    sv="Tätare än {limit} personer per kvadratmeter räknas inte: det är livsfarligt.",
    en="More than {limit} persons per square metre is not computed: it is deadly.",
)


def holding_capacity(asked: HoldingInput, norms: Norms) -> HoldingOutput:
    """Return how many fit in each zone and in all, whole persons, and which limit decides.

    Raises:
        CalculationRefused: If a zone has no area left, too much of it, or is too dense.

    Source:
        Green Guide 6th ed. (method with P and S, from memory); docs/methods.md.
    """
    for zone in asked.zones:
        _must_make_sense(zone, norms)
    people = tuple(zone.people for zone in asked.zones)
    limits: dict[Limit, int] = {"holding": sum(people)}
    for name in LIMITS:
        given = getattr(asked, name)
        if given is not None:
            limits[name] = given
    decides = min(limits, key=lambda name: limits[name])
    return HoldingOutput(
        zones=people,
        holding=limits["holding"],
        capacity=limits[decides],
        limited_by=decides,
        density_level=colour_of(max(zone.density for zone in asked.zones), norms["density-bands"]),
        area_net_m2=asked.zones[0].net if len(asked.zones) == 1 else None,
        per_zone=tuple(_held(zone, norms) for zone in asked.zones),
    )


def _held(zone: Zone, norms: Norms) -> HeldZone:
    return HeldZone(
        name=zone.name,
        people=zone.people,
        level=colour_of(zone.density, norms["density-bands"]),
    )


def _must_make_sense(zone: Zone, norms: Norms) -> None:
    densest = Decimal(str(norms["density-absolute-max"].figure))
    if zone.area_net_m2 is not None and zone.deductions > 0:
        _refuse(zone, TWO_WAYS)
    if zone.net > zone.area_total_m2:
        _refuse(zone, NET_ABOVE_TOTAL)
    if zone.net <= 0:
        _refuse(zone, NO_AREA_LEFT)
    if zone.density_p_m2 > densest:
        said = str(densest)
        _refuse(
            zone,
            Text(
                sv=TOO_DENSE.sv.format(limit=said.replace(".", ",")),
                en=TOO_DENSE.en.format(limit=said),
            ),
        )


def _refuse(zone: Zone, why: Text) -> NoReturn:
    raise CalculationRefused(
        why.en,
        why=Text(sv=f"{zone.name}: {why.sv}", en=f"{zone.name}: {why.en}"),
    )


HOLDING_CAPACITY = Calculator(
    id="crowds.holding-capacity",
    area="crowds",
    title=Text(sv="Hur många får plats", en="Holding capacity"),
    purpose=Text(
        sv="Räknar ut hur många som får plats i varje delområde och vilken gräns som avgör.",
        en="Works out how many fit in each zone and which limit decides.",
    ),
    input=HoldingInput,
    output=HoldingOutput,
    norms=(
        "density-planning-outdoor",
        "density-options",
        "density-bands",
        "density-absolute-max",
    ),
    formula=(
        "A_net = area_net_m2 if given, else area_total_m2 - structures_m2 - no_view_m2 - routes_m2",
        "N_zone = floor(A_net * density_p_m2 * min(physical, safety))",
        "holding = sum(N_zone)",
        "capacity = min(holding, those given of entry_capacity, exit_capacity, emergency_capacity)",
        "density_level = density-bands(max density_p_m2 * min(physical, safety) over zones)",
    ),
    caveats=(
        Text(
            sv="Summan gäller bara om publiken sprider sig; flytta programmet och ett delområde "
            "kan bli överfullt.",
            en="The sum holds only if the audience spreads out; move the programme and one zone "
            "can overfill.",
        ),
        Text(
            sv="Rättar inte för sikt, lutning och rörelse mot scenen: tätheten är aldrig jämn.",
            en="Does not correct for sightlines, slope and drift towards the stage: density is never even.",
        ),
        Text(
            sv="4,7 och metoden med P och S är ur minnet.",
            en="4.7 and the method with P and S are from memory.",
        ),
    ),
    sources=("green-guide", "arts-density", "stockton", "still"),
    compute=holding_capacity,
    examples=(
        Example(
            inputs={
                "zones": [
                    {
                        "name": "Stora torget",
                        "area_total_m2": 2600,
                        "structures_m2": 310,
                        "no_view_m2": 140,
                        "routes_m2": 350,
                    },
                    {"name": "Gränden", "area_total_m2": 480, "routes_m2": 130, "density_p_m2": 1.0},
                ],
                "exit_capacity": 3700,
            },
            outputs={
                "zones": [3600, 350],
                "holding": 3950,
                "capacity": 3700,
                "limited_by": "exit_capacity",
                "density_level": "green",
            },
            arithmetic=(
                "2600-310-140-350 = 1800; 1800*2.0 = 3600; 480-130 = 350; 350*1.0 = 350; 3600+350 = "
                "3950; min(3950, 3700) = 3700"
            ),
        ),
        Example(
            inputs={
                "zones": [
                    {
                        "name": "Framför scenen",
                        "area_total_m2": 415,
                        "area_net_m2": 333,
                        "density_p_m2": 3,
                        "safety": 0.8,
                        "physical": 0.9,
                    }
                ]
            },
            outputs={
                "zones": [799],
                "holding": 799,
                "capacity": 799,
                "limited_by": "holding",
                "density_level": "yellow",
            },
            arithmetic="min(0.9, 0.8) = 0.8; 333*3*0.8 = 799.2 -> 799; 3*0.8 = 2.4 p/m2",
        ),
    ),
)
