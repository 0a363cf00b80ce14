"""The gust at the height of a stage roof or a screen, where the forecast holds for ten metres."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from evenemang.domain.calculator import (
    Calculator,
    CalculatorInput,
    CalculatorOutput,
    Example,
    Norms,
    Number,
    Shown,
)
from evenemang.domain.text import Text

HEIGHT = Text(sv="Ange en höjd mellan 0,5 och 150 meter.", en="Enter a height between 0.5 and 150 metres.")


class HeightInput(CalculatorInput):
    """The gust of the forecast and the height of what is exposed."""

    gust_10m: Annotated[
        Number, Field(ge=0, le=75), Shown(Text(sv="Vindby på 10 m", en="Gust at 10 m"), "m/s")
    ]
    height_m: Annotated[
        Number,
        Field(ge=Decimal("0.5"), le=150),
        Shown(Text(sv="Höjd", en="Height"), "m", below=HEIGHT, above=HEIGHT),
    ]
    exponent: Annotated[
        Number,
        Field(ge=0, le=Decimal("0.4")),
        Shown(
            Text(sv="Vindens ökning med höjden", en="Growth of wind with height"),
            "1",
            default_norm="wind-profile-exponent",
        ),
    ]


class HeightOutput(CalculatorOutput):
    """The gust up there."""

    gust: Annotated[
        Number,
        Shown(Text(sv="Vindby på höjden", en="Gust at the height"), "m/s", rounding=("up", 0.1)),
    ]


def gust_at_height(asked: HeightInput, norms: Norms) -> HeightOutput:
    """Return the gust (m/s) at a height (m), by the power law; never less than at the forecast's height.

    Source:
        Vertical wind profile, exponent about 1/7; docs/calculators.md.
    """
    forecast_at = Decimal(str(norms["wind-reference-height"].figure))
    higher = max(asked.height_m, forecast_at) / forecast_at
    return HeightOutput(gust=asked.gust_10m * higher**asked.exponent)


GUST_AT_HEIGHT = Calculator(
    id="weather.gust-at-height",
    area="weather",
    title=Text(sv="Vindby på höjd", en="Gust at height"),
    purpose=Text(
        sv="Uppskattar byn på scentakets eller filmdukens höjd.",
        en="Estimates the gust at the height of the stage roof or film screen.",
    ),
    input=HeightInput,
    output=HeightOutput,
    norms=("wind-profile-exponent", "wind-reference-height"),
    formula=("gust = gust_10m * (max(height_m, 10) / 10) ^ exponent",),
    caveats=(
        Text(
            sv="En not, inte en dimensionering. Under 10 m räknas aldrig ned: mellan hus kan byarna vara "
            "starkare än på fältet.",
            en="A note, no design. Below 10 m it is never reduced: between houses gusts can exceed those of "
            "the open field.",
        ),
    ),
    sources=("wind-shear",),
    compute=gust_at_height,
    examples=(
        Example(
            inputs={"gust_10m": 12, "height_m": 20},
            outputs={"gust": 13.2504},
            arithmetic="(20/10)^0.143 = 2^0.143 = 1.1042; 12*1.1042 = 13.25 -> 13.3",
        ),
        Example(
            inputs={"gust_10m": 9.5, "height_m": 4},
            outputs={"gust": 9.5},
            arithmetic="below 10 m the 10 m gust is kept",
        ),
    ),
)
