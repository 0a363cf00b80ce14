"""What is asked and told of the Maurer scheme: persons, area in m², points and resources."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

EventKind = Literal[
    "hiking",
    "flea-market",
    "theatre",
    "lantern-parade",
    "sport",
    "exhibition",
    "bazaar",
    "cycling",
    "fireworks",
    "street-party",
    "district-festival",
    "christmas-market",
    "show",
    "folk-festival",
    "rally",
    "marksmen",
    "mega-party",
    "carnival",
    "demonstration",
    "motorsport",
    "air-show",
    "concert",
    "open-air-concert",
    "rock-concert",
    "boy-band",
]
Lead = Literal["none", "reduced", "full"]
FactorFrom = Literal["own", "book", "wikipedia", "both"]

PEOPLE = Text(sv="personer", en="persons")
PIECES = Text(sv="st", en="pcs")
POINTS = Text(sv="poäng", en="points")


class MaurerInput(CalculatorInput):
    """How many may come, how many will, and what kind of event it is."""

    expected: Annotated[
        int,
        Field(ge=1, le=1_000_000),
        Shown(Text(sv="Väntade besökare", en="Expected visitors"), PEOPLE, starts="event.peak_visitors"),
    ]
    permitted: Annotated[
        int | None,
        Field(ge=1, le=1_000_000),
        Shown(Text(sv="Högst tillåtet antal", en="Permitted at most"), PEOPLE),
    ] = None
    area_m2: Annotated[
        Number | None,
        Field(ge=1),
        Shown(Text(sv="Yta, om tillåtet antal saknas", en="Area, where no permitted number exists"), "m²"),
    ] = None
    indoor: Annotated[bool, Shown(Text(sv="Inomhus", en="Indoors"), starts="event.indoors")]
    kind: Annotated[
        EventKind | None, Shown(Text(sv="Slag av evenemang", en="Kind of event"), rows_of="maurer-factors")
    ] = None
    factor: Annotated[
        Number | None,
        Field(ge=Decimal("0.05"), le=2),
        Shown(
            Text(sv="Egen faktor", en="Own factor"),
            "1",
            help=Text(
                sv="Går före faktorn för slaget av evenemang.",
                en="Goes before the factor of the kind of event.",
            ),
        ),
    ] = None
    vip: Annotated[
        int, Field(ge=0, le=100), Shown(Text(sv="Skyddspersoner", en="Protected persons"), PEOPLE)
    ] = 0
    violence: Annotated[bool, Shown(Text(sv="Polisen väntar våld", en="Police expect violence"))] = False


class MaurerOutput(CalculatorOutput):
    """The points, and what they give in each of the scheme's tables."""

    first_aiders: Annotated[
        int, Shown(Text(sv="Förstahjälpare (Helfer)", en="First aiders (Helfer)"), PEOPLE)
    ]
    points: Annotated[Number, Shown(Text(sv="Poäng", en="Points"), POINTS, rounding=("nearest", 0.01))]
    z: Annotated[int, Shown(Text(sv="Poäng för tillåtet antal", en="Points for permitted number"), POINTS)]
    factor: Annotated[Number, Shown(Text(sv="Använd faktor", en="Factor used"))]
    factor_from: Annotated[
        FactorFrom,
        Shown(
            Text(sv="Faktorn kommer från", en="Factor comes from"),
            words={
                "own": Text(sv="eget tal", en="own figure"),
                "book": Text(sv="boken, som är högst", en="the book, which is higher"),
                "wikipedia": Text(sv="Wikipedia, som är högst", en="Wikipedia, which is higher"),
                "both": Text(sv="boken och Wikipedia", en="the book and Wikipedia"),
            },
        ),
    ]
    transport: Annotated[int, Shown(Text(sv="Sjuktransport (KTW)", en="Patient transport (KTW)"), PIECES)]
    ambulances: Annotated[int, Shown(Text(sv="Ambulanser (RTW)", en="Ambulances (RTW)"), PIECES)]
    doctors: Annotated[int, Shown(Text(sv="Läkare (NA)", en="Doctors (NA)"), PEOPLE)]
    lead: Annotated[
        Lead,
        Shown(
            Text(sv="Ledning", en="Lead"),
            words={
                "none": Text(sv="ingen stab", en="no staff"),
                "reduced": Text(sv="reducerad stab", en="reduced staff"),
                "full": Text(sv="full stab", en="full staff"),
            },
        ),
    ]
