"""What is asked and told of streams that cross: walkers and others per minute, metres, seconds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from checklists.colours import Colour
from checklists.crowds.bands import COLOUR, PER_M2, PER_MINUTE, SHARE, UP
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

Other = Literal["vehicles", "walkers"]

NARROW = Text(sv="Ange en bredd på minst en meter.", en="Enter a width of at least one metre.")
WORDS: dict[Colour, Text] = {
    "green": Text(sv="grön: godtagbart", en="green: acceptable"),
    "yellow": Text(sv="gul: se över", en="yellow: look again"),
    "orange": Text(
        sv="orange: stäng för genomfart, eller enkelrikta de gående",
        en="orange: close to through-traffic, or walk one way",
    ),
    "red": Text(sv="röd: strömmarna ska vara åtskilda", en="red: the streams must be kept apart"),
}


class CrossingInput(CalculatorInput):
    """A stream of walkers, what crosses it, and how wide it is."""

    other: Annotated[
        Other,
        Shown(
            Text(sv="Det som korsar", en="What crosses"),
            words={
                "vehicles": Text(sv="fordon", en="vehicles"),
                "walkers": Text(sv="gående", en="walkers"),
            },
        ),
    ]
    walkers_per_min: Annotated[
        Number, Field(ge=0, le=10_000), Shown(Text(sv="Gående", en="Walkers"), PER_MINUTE)
    ]
    other_per_min: Annotated[
        Number,
        Field(ge=0, le=10_000),
        Shown(
            Text(sv="Fordon eller korsande gående", en="Vehicles or crossing walkers"),
            Text(sv="per min", en="per minute"),
        ),
    ]
    width_m: Annotated[
        Number, Field(ge=1, le=100), Shown(Text(sv="Bredd att korsa", en="Width to cross"), "m", below=NARROW)
    ]
    density_p_m2: Annotated[
        Number | None,
        Field(ge=0, le=10),
        Shown(
            Text(sv="Täthet på ytan, vid fordon", en="Density on the surface, for vehicles"),
            PER_M2,
            help=Text(sv="Behövs bara när det är fordon som korsar.", en="Needed only where vehicles cross."),
        ),
    ] = None
    speed_m_s: Annotated[
        Number,
        Field(ge=0.3, le=2),
        Shown(Text(sv="Gånghastighet", en="Walking speed"), "m/s", default_norm="walking-speed"),
    ]


class CrossingOutput(CalculatorOutput):
    """How often walkers meet vehicles, or how dense it gets where walkers meet; the other half is empty."""

    crossing_s: Annotated[Number, Shown(Text(sv="Tid att korsa", en="Time to cross"), "s", rounding=UP)]
    meet_share: Annotated[
        Number | None,
        Shown(
            Text(sv="Andel gående som möter fordon", en="Share of walkers who meet a vehicle"),
            SHARE,
            rounding=("up", 0.01),
        ),
    ] = None
    meetings_h: Annotated[
        Number | None,
        Shown(
            Text(sv="Möten per timme", en="Meetings per hour"), Text(sv="per h", en="per hour"), rounding=UP
        ),
    ] = None
    shared_density: Annotated[
        Number | None,
        Shown(
            Text(sv="Täthet där strömmarna möts", en="Density where the streams meet"),
            PER_M2,
            rounding=("up", 0.01),
        ),
    ] = None
    level: Annotated[Colour, Shown(COLOUR, words=WORDS)]
