"""What is asked and told of how dense a crowd is: persons and areas in m², zone by zone."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from checklists.colours import Colour
from checklists.crowds.bands import COLOUR, M2_EACH, PEOPLE, PER_M2
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import PersonText, Text

NO_ZONES = Text(sv="Lägg till minst ett delområde.", en="Add at least one zone.")
NO_AREA = Text(sv="Ange en yta på minst en kvadratmeter.", en="Enter an area of at least one square metre.")
NEGATIVE = Text(sv="Antalet kan inte vara negativt.", en="The number cannot be negative.")
MEANING: dict[Colour, Text] = {
    "green": Text(sv="grön: godtagbart", en="green: acceptable"),
    "yellow": Text(sv="gul: led inget gångstråk här igenom", en="yellow: no through-flow"),
    "orange": Text(sv="orange: håll tillbaka dem som är på väg in", en="orange: hold the inflow"),
    "red": Text(sv="röd: släpp inte in fler, och glesa ut", en="red: stop the inflow, thin out"),
}

DensityNumber = Annotated[Number, Shown(Text(sv="Täthet", en="Density"), PER_M2, rounding=("up", 0.1))]
Space = Annotated[
    Number | None, Shown(Text(sv="Yta per person", en="Space per person"), M2_EACH, rounding=("down", 0.01))
]
Level = Annotated[Colour, Shown(COLOUR, words=MEANING)]
Free = Annotated[bool, Shown(Text(sv="Alla kan gå fritt och väja", en="All can walk freely and give way"))]


class Crowd(CalculatorInput):
    """The persons on one area, m²."""

    name: Annotated[PersonText, Shown(Text(sv="Namn", en="Name"), starts="zone.name")] = ""
    persons: Annotated[
        int,
        Field(ge=0, le=1_000_000),
        Shown(Text(sv="Personer", en="Persons"), PEOPLE, below=NEGATIVE),
    ]
    area_m2: Annotated[
        Number,
        Field(ge=1, le=1_000_000),
        Shown(
            Text(sv="Fri yta", en="Free area"),
            "m²",
            below=NO_AREA,
            starts="zone.net_m2",
            help=Text(sv="Bara den yta där det är som trängst.", en="Only the area where it is tightest."),
        ),
    ]


class DensityInput(CalculatorInput):
    """The zones that are looked at; one will do."""

    zones: Annotated[
        tuple[Crowd, ...], Field(min_length=1), Shown(Text(sv="Delområden", en="Zones"), below=NO_ZONES)
    ]


class ZoneDensity(CalculatorOutput):
    """How dense one zone is."""

    name: Annotated[str, Shown(Text(sv="Delområde", en="Zone"))]
    density: DensityNumber
    space: Space
    level: Level


class DensityOutput(CalculatorOutput):
    """How dense it is where it is densest, and each zone by itself."""

    density: DensityNumber
    space: Space
    level: Level
    free: Free
    worst: Annotated[str | None, Shown(Text(sv="Tätast", en="Densest"))]
    zones: Annotated[tuple[ZoneDensity, ...], Shown(Text(sv="Per delområde", en="By zone"))]
