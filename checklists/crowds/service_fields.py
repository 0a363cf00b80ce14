"""What is asked and told of Fruin's level of service: flows per metre and minute, spaces in m² per person."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from checklists.colours import COLOURS, Colour
from checklists.crowds.bands import COLOUR, PEOPLE, PER_MINUTE
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import PersonText, Text

Way = Literal["walkway-flow", "walkway-space", "queue-space", "stairs-space"]
Service = Literal["A", "B", "C", "D", "E", "F"]
WAYS: dict[Way, Text] = {
    "walkway-flow": Text(sv="flöde i gångväg", en="flow in a walkway"),
    "walkway-space": Text(sv="yta i gångväg", en="space in a walkway"),
    "queue-space": Text(sv="yta i kö", en="space in a queue"),
    "stairs-space": Text(sv="yta i trappa", en="space in stairs"),
}
NO_PASSAGES = Text(sv="Lägg till minst ett delområde.", en="Add at least one zone.")
NARROW = Text(sv="Ange en bredd på minst en halv meter.", en="Enter a width of at least half a metre.")
SERVICE = Text(sv="Servicenivå", en="Level of service")
MEASURE = Text(sv="Mått", en="Measure")


class Passage(CalculatorInput):
    """A walkway, a queue or stairs: a flow needs persons a minute and width, a space persons and area."""

    name: Annotated[PersonText, Shown(Text(sv="Namn", en="Name"), starts="zone.name")] = ""
    kind: Annotated[Way, Shown(Text(sv="Slag", en="Kind"), words=WAYS)]
    persons_per_min: Annotated[
        Number | None,
        Field(ge=0),
        Shown(Text(sv="Personer per minut, vid flöde", en="Persons per minute, for flow"), PER_MINUTE),
    ] = None
    width_m: Annotated[
        Number | None,
        Field(ge=Decimal("0.5"), le=100),
        Shown(Text(sv="Fri bredd, vid flöde", en="Clear width, for flow"), "m", below=NARROW),
    ] = None
    persons: Annotated[
        int | None, Field(ge=1), Shown(Text(sv="Personer, vid yta", en="Persons, for space"), PEOPLE)
    ] = None
    area_m2: Annotated[
        Number | None,
        Field(ge=Decimal("0.1")),
        Shown(Text(sv="Yta som de har", en="Area they have"), "m²", starts="zone.net_m2"),
    ] = None


class ServiceInput(CalculatorInput):
    """The places that are looked at; one will do."""

    zones: Annotated[
        tuple[Passage, ...], Field(min_length=1), Shown(Text(sv="Delområden", en="Zones"), below=NO_PASSAGES)
    ]


class ZoneService(CalculatorOutput):
    """How well one place works."""

    name: Annotated[str, Shown(Text(sv="Delområde", en="Zone"))]
    measure: Annotated[Number, Shown(MEASURE, rounding=("nearest", 0.01))]
    service: Annotated[Service, Shown(SERVICE)]
    level: Annotated[Colour, Shown(COLOUR, words=COLOURS)]


class ServiceOutput(CalculatorOutput):
    """The worst place, and each by itself; `flow` is empty where no flow was asked about."""

    measure: Annotated[
        Number,
        Shown(
            MEASURE,
            rounding=("nearest", 0.01),
            help=Text(
                sv="Flöde i personer per meter och minut, yta i m² per person.",
                en="Flow in persons per metre and minute, space in m² per person.",
            ),
        ),
    ]
    service: Annotated[Service, Shown(SERVICE)]
    level: Annotated[Colour, Shown(COLOUR, words=COLOURS)]
    worst: Annotated[str | None, Shown(Text(sv="Sämst", en="Worst"))]
    flow: Annotated[
        Number | None,
        Shown(
            Text(sv="Högsta flöde", en="Highest flow"),
            Text(sv="personer/m/min", en="persons/m/min"),
            rounding=("up", 0.1),
        ),
    ]
    zones: Annotated[tuple[ZoneService, ...], Shown(Text(sv="Per delområde", en="By zone"))]
