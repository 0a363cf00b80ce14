"""What is asked and told of parking: cars, m², minutes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from checklists.traffic.colours import COLOUR, WORDS
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

Colour = Literal["green", "yellow", "orange"]

PIECES = Text(sv="st", en="pcs")
SHARE = Text(sv="Andelen ska ligga mellan 0 och 1.", en="The share lies between 0 and 1.")
LANES = Text(sv="Ange minst ett körfält ut.", en="Enter at least one lane out.")
UP: tuple[Literal["up"], float] = ("up", 1)


class ParkingInput(CalculatorInput):
    """How many come by car, and the ways out of the car park."""

    visitors: Annotated[
        int,
        Field(ge=1, le=1_000_000),
        Shown(
            Text(sv="Besökare samtidigt som mest", en="Visitors at the same time at most"),
            Text(sv="personer", en="persons"),
            starts="event.peak_visitors",
        ),
    ]
    car_share: Annotated[
        Number,
        Field(ge=0, le=1),
        Shown(
            Text(sv="Andel som kommer med bil", en="Share that comes by car"),
            Text(sv="andel", en="share"),
            below=SHARE,
            above=SHARE,
            help=Text(sv="Mellan 0 och 1: hälften är 0,5.", en="Between 0 and 1: half is 0.5."),
        ),
    ]
    lanes: Annotated[
        int, Field(ge=1, le=20), Shown(Text(sv="Körfält ut", en="Lanes out"), PIECES, below=LANES)
    ]
    have: Annotated[
        int | None,
        Field(ge=0),
        Shown(
            Text(sv="Platser som finns", en="Spaces at hand"), PIECES, starts="answers.traffic.parking-spaces"
        ),
    ] = None
    people_per_car: Annotated[
        Number,
        Field(ge=1, le=8),
        Shown(
            Text(sv="Personer per bil", en="Persons per car"),
            Text(sv="personer/bil", en="persons/car"),
            default_norm="parking-people",
            default_end="low",
        ),
    ]
    area_per_space_m2: Annotated[
        Number,
        Field(ge=20, le=60),
        Shown(
            Text(sv="Yta per plats", en="Area per space"),
            Text(sv="m²/plats", en="m²/space"),
            default_norm="parking-area",
            default_end="high",
        ),
    ]
    rate_per_lane_h: Annotated[
        Number,
        Field(ge=50, le=1200),
        Shown(
            Text(sv="Bilar ut per körfält", en="Cars out per lane"),
            Text(sv="bilar/h", en="cars/h"),
            default_norm="parking-exit-rate",
            default_end="low",
        ),
    ]


class ParkingOutput(CalculatorOutput):
    """What is needed, and how long it takes to empty; empty where no spaces at hand were given."""

    spaces: Annotated[int, Shown(Text(sv="Platser som behövs", en="Spaces needed"), PIECES, rounding=UP)]
    area_m2: Annotated[Number, Shown(Text(sv="Yta", en="Area"), "m²", rounding=UP)]
    outflow_min: Annotated[Number, Shown(Text(sv="Tid att tömma", en="Time to empty"), "min", rounding=UP)]
    ok: Annotated[bool | None, Shown(Text(sv="Platserna räcker", en="Spaces suffice"))] = None
    level: Annotated[
        Colour,
        Shown(
            COLOUR,
            words=WORDS,
            help=Text(
                sv="Gul: det tar mer än en timme att tömma. Orange: platserna räcker inte, och bilar ställs "
                "där räddningstjänsten ska fram.",
                en="Yellow: it takes more than an hour to empty. Orange: the spaces do not suffice, and cars "
                "will park where rescue must pass.",
            ),
        ),
    ]
