"""What is asked and told of LPG: whose bottles, how many litres, and where they are used."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from checklists.colours import COLOURS
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import PersonText, Text

Where = Literal["indoor", "outdoor"]
Colour = Literal["green", "yellow", "orange"]
Litres = Annotated[Number, Field(ge=Decimal("0.1"), le=1000)]

UP: tuple[Literal["up"], float] = ("up", 0.1)
NO_VOLUME = Text(
    sv="En flaska har en volym större än noll liter.", en="A bottle has a volume above zero litres."
)


class Handling(CalculatorInput):
    """The bottles of one operator in one kind of place."""

    operator: Annotated[
        PersonText,
        Shown(
            Text(sv="Verksamhetsutövare", en="Operator"),
            help=Text(
                sv="Den som ansvarar för gasen, till exempel säljaren.",
                en="Whoever is responsible for the gas, for example the seller.",
            ),
        ),
    ]
    bottles_l: Annotated[
        tuple[Litres, ...],
        Field(min_length=1),
        Shown(
            Text(sv="Flaskornas volym, tomma medräknade", en="Volume of bottles, empty ones included"),
            "l",
            below=NO_VOLUME,
        ),
    ]
    place: Annotated[
        Where,
        Shown(
            Text(sv="Plats", en="Place"),
            words={
                "indoor": Text(sv="inomhus", en="indoors"),
                "outdoor": Text(sv="utomhus", en="outdoors"),
            },
            help=Text(
                sv="Står antingen flaskan eller apparaten inomhus räknas det som inomhus, och flera "
                "räddningstjänster räknar även tält dit.",
                en="If either bottle or appliance stands indoors it counts as indoors, and several rescue "
                "services count tents too.",
            ),
        ),
    ]


class LpgInput(CalculatorInput):
    """All handling of LPG on the site."""

    handling: Annotated[
        tuple[Handling, ...],
        Field(min_length=1),
        Shown(
            Text(sv="Hantering", en="Handling"),
            below=Text(sv="Lägg till minst en som hanterar gasol.", en="Add at least one who handles LPG."),
        ),
    ]


class OperatorOutput(CalculatorOutput):
    """What one operator has, and whether it takes a permit."""

    operator: Annotated[str, Shown(Text(sv="Verksamhetsutövare", en="Operator"))]
    litres: Annotated[Number, Shown(Text(sv="Liter", en="Litres"), "l", rounding=UP)]
    permit: Annotated[bool, Shown(Text(sv="Behöver tillstånd", en="Needs a permit"))]


class LpgOutput(CalculatorOutput):
    """The litres of each operator and of the site."""

    site_total: Annotated[
        Number,
        Shown(Text(sv="Hela området", en="Whole site"), "l", rounding=UP),
    ]
    most_l: Annotated[
        Number,
        Shown(Text(sv="Mest hos en och samma", en="Most with one operator"), "l", rounding=UP),
    ]
    indoors_l: Annotated[
        Number,
        Shown(Text(sv="Varav inomhus", en="Of which indoors"), "l", rounding=UP),
    ]
    operators: Annotated[
        tuple[OperatorOutput, ...],
        Shown(Text(sv="Per verksamhetsutövare", en="Per operator")),
    ]
    level: Annotated[
        Colour,
        Shown(
            Text(sv="Färg", en="Colour"),
            words={name: COLOURS[name] for name in ("green", "yellow", "orange")},
            help=Text(
                sv="Gul: meddela räddningstjänsten. Orange: ingen gas innan tillståndet finns.",
                en="Yellow: tell the rescue service. Orange: no gas before the permit is granted.",
            ),
        ),
    ]
