"""How cold the wind makes it for skin."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from checklists.weather.colours import COLOUR, COLOURS, Colour
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

CHECK = Text(sv="Kontrollera temperaturen.", en="Check the temperature.")
NEGATIVE = Text(sv="Vinden kan inte vara negativ.", en="The wind cannot be negative.")
KMH_PER_MS = Decimal("3.6")  # how one unit is told in another, no figure that anybody may replace
POWER = Decimal("0.16")


class ChillInput(CalculatorInput):
    """Temperature in °C and mean wind in m/s."""

    temperature_c: Annotated[
        Number,
        Field(ge=-60, le=50),
        Shown(Text(sv="Temperatur", en="Temperature"), "°C", below=CHECK, above=CHECK),
    ]
    wind_m_s: Annotated[
        Number,
        Field(ge=0, le=60),
        Shown(Text(sv="Medelvind på 10 m", en="Mean wind at 10 m"), "m/s", below=NEGATIVE),
    ]


class ChillOutput(CalculatorOutput):
    """What it feels like, and what that calls for."""

    wind_chill_c: Annotated[Number, Shown(Text(sv="Vindkyla", en="Wind chill"), "°C", rounding=("down", 0.1))]
    level: Annotated[
        Colour,
        Shown(
            COLOUR,
            words={
                "green": Text(sv="grön: godtagbart", en="green: acceptable"),
                "yellow": Text(sv="gul: varm plats, kortare pass", en="yellow: warm room, shorter posts"),
                "orange": Text(
                    sv="orange: förfrysning på bar hud på 10–30 minuter",
                    en="orange: frostbite on bare skin in 10–30 minutes",
                ),
                "red": Text(sv="röd: förfrysning på 5–10 minuter", en="red: frostbite in 5–10 minutes"),
            },
        ),
    ]
    applies: Annotated[
        bool,
        Shown(
            Text(sv="Formeln gäller", en="Formula applies"),
            help=Text(
                sv="I svagare vind eller varmare luft används lufttemperaturen.",
                en="In weaker wind or warmer air the air temperature is used.",
            ),
        ),
    ]


def wind_chill(asked: ChillInput, norms: Norms) -> ChillOutput:
    """Return the wind chill in °C; the air temperature where the formula does not hold.

    Source:
        JAG/TI wind chill index, 2001; docs/calculators.md.
    """
    valid = {row.code("id"): Decimal(str(row.value)) for row in norms["wind-chill-range"].table}
    kmh = asked.wind_m_s * KMH_PER_MS
    applies = asked.temperature_c <= valid["temperature_at_most"] and kmh >= valid["wind_at_least"]
    chill = _formula(asked.temperature_c, kmh) if applies else asked.temperature_c
    return ChillOutput(wind_chill_c=chill, applies=applies, level=_colour(chill, norms))


def _formula(celsius: Decimal, kmh: Decimal) -> Decimal:
    grown = kmh**POWER
    return (
        Decimal("13.12")
        + Decimal("0.6215") * celsius
        - Decimal("11.37") * grown
        + Decimal("0.3965") * celsius * grown
    )


def _colour(chill: Decimal, norms: Norms) -> Colour:
    reached = {
        row.code("level")
        for row in norms["wind-chill-levels"].table
        if chill <= Decimal(str(row.figure("at_most")))
    }
    return max((one for one in COLOURS if one in reached), key=COLOURS.index, default="green")


WIND_CHILL = Calculator(
    id="weather.wind-chill",
    area="weather",
    title=Text(sv="Vindkyla", en="Wind chill"),
    purpose=Text(
        sv="Räknar ut hur kallt vinden gör det för hud.", en="Works out how cold the wind makes it for skin."
    ),
    input=ChillInput,
    output=ChillOutput,
    norms=("wind-chill-levels", "wind-chill-range"),
    formula=(
        "v = wind_m_s * 3.6",
        "wind_chill_c = 13.12 + 0.6215*t - 11.37*v^0.16 + 0.3965*t*v^0.16   if t <= 10 and v >= 4.8",
        "otherwise wind_chill_c = t",
    ),
    caveats=(
        Text(
            sv="Gäller torr hud och vuxna som rör sig; barn som står still fryser tidigare. Nivåerna är våra "
            "eller ur minnet.",
            en="Holds for dry skin and moving adults; children standing still freeze sooner. The levels are "
            "ours or from memory.",
        ),
        Text(
            sv="Halka kan komma redan vid noll grader och fukt: det prövas inte här.",
            en="Ice may come already at zero degrees and moisture: not tested here.",
        ),
    ),
    sources=("jag-ti", "frostbite"),
    compute=wind_chill,
    examples=(
        Example(
            inputs={"temperature_c": -10, "wind_m_s": 5.555555556},
            outputs={"wind_chill_c": -17.8556, "applies": True, "level": "green"},
            arithmetic="v = 20 km/h; 20^0.16 = 1.6150; 13.12-6.215-18.362-6.403 = -17.86",
            published="table of Environment Canada: −10 °C and 20 km/h give −18 (from memory)",
        ),
        Example(
            inputs={"temperature_c": -6.666666667, "wind_m_s": 6.7056},
            outputs={"wind_chill_c": -14.34609, "applies": True, "level": "green"},
            arithmetic="24.14 km/h; 24.14^0.16 = 1.6643; 13.12-4.143-18.923-4.399 = -14.35",
            published="NWS table: 20 °F and 15 mph give 6 °F, that is −14.4 °C",
        ),
        Example(
            inputs={"temperature_c": 3, "wind_m_s": 1.2},
            outputs={"wind_chill_c": 3, "applies": False, "level": "green"},
            arithmetic="1.2*3.6 = 4.32 < 4.8: the air temperature",
        ),
    ),
)
