"""What is asked and told of how many may be inside: exits in m, an area in m², and numbers of people."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

PEOPLE = Text(sv="personer", en="persons")
DOWN: tuple[Literal["down"], float] = ("down", 1)


class Exit(CalculatorInput):
    """One way out of the room or tent."""

    width_m: Annotated[
        Number,
        Field(ge=Decimal("0.1"), le=30),
        Shown(
            Text(sv="Fri bredd", en="Clear width"),
            "m",
            help=Text(
                sv="Mätt i öppningen, med dörren eller duken helt öppen.",
                en="Measured in the opening, with door or cloth fully open.",
            ),
        ),
    ]
    inward: Annotated[bool, Shown(Text(sv="Öppnas inåt", en="Opens inwards"))] = False


class PremisesInput(CalculatorInput):
    """The exits, the area where it is known, and how many are expected."""

    exits: Annotated[tuple[Exit, ...], Shown(Text(sv="Utgångar", en="Exits"))]
    area_m2: Annotated[
        Number | None,
        Field(ge=1),
        Shown(Text(sv="Yta för publiken", en="Area for the audience"), "m²"),
    ] = None
    density_p_m2: Annotated[
        Number | None,
        Field(ge=Decimal("0.1"), le=Decimal("4.7")),
        Shown(
            Text(sv="Täthet", en="Density"),
            Text(sv="personer/m²", en="persons/m²"),
            rows_of="density-options",
        ),
    ] = None
    persons: Annotated[
        int | None,
        Field(ge=1),
        Shown(Text(sv="Personer som väntas", en="Persons expected"), PEOPLE),
    ] = None


class PremisesOutput(CalculatorOutput):
    """How many may be inside, and the limits behind it; a limit that does not apply is empty."""

    capacity: Annotated[int, Shown(Text(sv="Högst antal", en="Most persons"), PEOPLE, rounding=DOWN)]
    normal: Annotated[
        int | None,
        Shown(Text(sv="Efter bredd", en="By width"), PEOPLE, rounding=DOWN),
    ] = None
    widest_blocked: Annotated[
        int | None,
        Shown(
            Text(sv="Med den bredaste spärrad", en="With the widest blocked"),
            PEOPLE,
            rounding=DOWN,
        ),
    ] = None
    exit_count_limit: Annotated[
        int | None,
        Shown(Text(sv="Efter antal utgångar", en="By number of exits"), PEOPLE),
    ] = None
    area_limit: Annotated[
        int | None,
        Shown(Text(sv="Efter yta", en="By area"), PEOPLE, rounding=DOWN),
    ] = None
    assembly: Annotated[
        bool,
        Shown(
            Text(
                sv="Är samlingslokal eller samlingstält",
                en="Is an assembly place",
            ),
            help=Text(
                sv="Ett samlingstält måste vara besiktigat och godkänt.",
                en="An assembly tent must be inspected and approved.",
            ),
        ),
    ]
    ok: Annotated[
        bool | None,
        Shown(Text(sv="Räcker för de väntade", en="Enough for those expected")),
    ] = None
    wide_m: Annotated[
        Number,
        Shown(
            Text(
                sv="Bredd sammanlagt, utgångar som räknas i en samlingslokal",
                en="Width in all, exits that count in an assembly place",
            ),
            "m",
            rounding=("down", 0.01),
        ),
    ]
