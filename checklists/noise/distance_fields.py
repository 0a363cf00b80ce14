"""What is asked and told of sound at a distance: levels in dBA, distances in m."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

Level = Annotated[Number, Field(ge=20, le=140)]
TOO_NEAR = Text(
    sv="Närmare än en meter gäller inte formeln.",
    en="Closer than one metre the formula does not hold.",
)


class DistanceInput(CalculatorInput):
    """The sources at one point, and the distances."""

    levels_db: Annotated[
        tuple[Level, ...],
        Shown(
            Text(
                sv="Nivåer vid samma punkt, var och en för sig",
                en="Levels at the same point, each by itself",
            ),
            "dBA",
        ),
    ]
    r1_m: Annotated[
        Number | None,
        Field(ge=1, le=10_000),
        Shown(
            Text(sv="Avstånd där nivåerna gäller", en="Distance at which the levels hold"),
            "m",
            below=TOO_NEAR,
        ),
    ] = None
    r2_m: Annotated[
        Number | None,
        Field(ge=1, le=10_000),
        Shown(Text(sv="Avstånd att räkna för", en="Distance to compute for"), "m", below=TOO_NEAR),
    ] = None
    limit_db: Annotated[
        Number | None,
        Field(ge=20, le=140),
        Shown(Text(sv="Gräns", en="Limit"), "dBA"),
    ] = None


class DistanceOutput(CalculatorOutput):
    """The level in all, at the distance, and where the limit is reached."""

    sum_db: Annotated[
        Number,
        Shown(Text(sv="Sammanlagd nivå", en="Level in all"), "dBA", rounding=("nearest", 0.1)),
    ]
    at_r2_db: Annotated[
        Number | None,
        Shown(
            Text(sv="Nivå på avståndet", en="Level at the distance"),
            "dBA",
            rounding=("nearest", 0.1),
        ),
    ] = None
    limit_distance_m: Annotated[
        Number | None,
        Shown(
            Text(sv="Avstånd där gränsen nås", en="Distance where the limit is reached"),
            "m",
            rounding=("up", 1),
        ),
    ] = None
    ok: Annotated[
        bool | None,
        Shown(Text(sv="Under gränsen på avståndet", en="Below the limit at the distance")),
    ] = None
