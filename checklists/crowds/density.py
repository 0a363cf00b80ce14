"""How dense a crowd is: persons over area, zone by zone, and what that means."""

from __future__ import annotations

from decimal import Decimal

from checklists.crowds.bands import colour_of
from checklists.crowds.density_fields import Crowd, DensityInput, DensityOutput, ZoneDensity
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.text import Text


def density(asked: DensityInput, norms: Norms) -> DensityOutput:
    """Return persons/m² and m²/person of each zone; the densest zone decides.

    Source:
        Fruin's and Still's observations, bands of our own; docs/calculators.md.
    """
    zones = tuple(_zone(one, place, norms) for place, one in enumerate(asked.zones, 1))
    densest = max(zones, key=lambda one: one.density)
    return DensityOutput(
        density=densest.density,
        space=densest.space,
        level=densest.level,
        free=densest.density <= Decimal(str(norms["density-free-walking"].figure)),
        worst=densest.name if len(zones) > 1 else None,
        zones=zones,
    )


def _zone(crowd: Crowd, place: int, norms: Norms) -> ZoneDensity:
    found = crowd.persons / crowd.area_m2
    return ZoneDensity(
        name=crowd.name.strip() or f"#{place}",
        density=found,
        space=crowd.area_m2 / crowd.persons if crowd.persons else None,
        level=colour_of(found, norms["density-bands"]),
    )


DENSITY = Calculator(
    id="crowds.density",
    area="crowds",
    title=Text(sv="Täthet just nu", en="Density now"),
    purpose=Text(
        sv="Säger hur tätt det står och vad det betyder.",
        en="Tells how dense a crowd is and what it means.",
    ),
    input=DensityInput,
    output=DensityOutput,
    norms=("density-bands", "density-free-walking"),
    formula=(
        "density = persons / area_m2, of each zone",
        "space = area_m2 / persons, none when persons = 0",
        "level = density-bands(density)",
        "free = density <= density-free-walking",
        "the densest zone decides",
    ),
    caveats=(
        Text(
            sv="Ett medelvärde döljer den tätaste platsen: räkna för den yta där det är som trängst.",
            en="A mean hides the densest spot: compute for the area where it is tightest.",
        ),
        Text(
            sv="Färgerna är våra, gränserna bygger på Fruin, Still och Stockton.",
            en="The colours are ours, the bounds rest on Fruin, Still and Stockton.",
        ),
    ),
    sources=("fruin-epj", "still", "stockton"),
    compute=density,
    examples=(
        Example(
            inputs={"persons": 930, "area_m2": 300},
            outputs={"density": 3.1, "space": 0.322580645, "level": "orange"},
            arithmetic="930/300 = 3.1; 300/930 = 0.3226; 3 < 3.1 <= 4",
        ),
        Example(
            inputs={"persons": 640, "area_m2": 320},
            outputs={"density": 2.0, "space": 0.5, "level": "green"},
            arithmetic="640/320 = 2.0; a value on the bound belongs to the lower colour",
        ),
        Example(
            inputs={
                "zones": [
                    {"name": "Torget", "persons": 900, "area_m2": 600},
                    {"name": "Gränden", "persons": 175, "area_m2": 50},
                ]
            },
            outputs={
                "density": 3.5,
                "level": "orange",
                "worst": "Gränden",
                "zones": [
                    {"name": "Torget", "density": 1.5, "level": "green"},
                    {"name": "Gränden", "density": 3.5, "level": "orange"},
                ],
            },
            arithmetic="900/600 = 1.5; 175/50 = 3.5; Gränden is the denser and decides",
        ),
    ),
)
