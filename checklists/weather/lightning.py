"""When to stop for lightning, and when the programme may begin again at the earliest."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import Annotated, Literal

from pydantic import Field

from checklists.weather.colours import COLOUR
from evenemang.domain.calculator import (
    Calculator,
    CalculatorInput,
    CalculatorOutput,
    Clock,
    Example,
    Norms,
    Number,
    Shown,
)
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

LOWERED = Text(sv="Gränserna får höjas men inte sänkas.", en="The limits may be raised but not lowered.")
NOTHING = Text(
    sv="Ange sekunder eller klockslag för knallen.", en="Enter the seconds or the time of the thunder."
)
METRES_PER_KM = 1000
MINUTES_PER_DAY = 24 * 60


class LightningInput(CalculatorInput):
    """The seconds from flash to thunder, when it last thundered, and the group's own limits."""

    flash_to_bang_s: Annotated[
        Number | None,
        Field(ge=0, le=180),
        Shown(
            Text(sv="Sekunder mellan blixt och knall", en="Seconds from flash to thunder"),
            "s",
            help=Text(
                sv="Lämna tomt om blixten inte syntes.", en="Leave empty where the flash was not seen."
            ),
        ),
    ] = None
    last_thunder: Annotated[
        Clock | None, Shown(Text(sv="Senaste knallen, klockslag", en="Last thunder, time"))
    ] = None
    suspend_s: Annotated[
        Number,
        Field(ge=30, le=90),
        Shown(
            Text(sv="Avbryt vid högst", en="Stop at no more than"),
            "s",
            default_norm="lightning-suspend",
            below=LOWERED,
        ),
    ]
    wait_min: Annotated[
        Number,
        Field(ge=30, le=120),
        Shown(
            Text(sv="Vänta efter sista knallen", en="Wait after the last thunder"),
            "min",
            default_norm="lightning-resume",
            below=LOWERED,
        ),
    ]


class LightningOutput(CalculatorOutput):
    """How far off, whether to stop, and when to begin again; empty where it cannot be told."""

    resume_earliest: Annotated[
        str | None,
        Shown(
            Text(sv="Tidigast börja om", en="Restart at the earliest"),
            help=Text(sv="Efter midnatt gäller nästa dygn.", en="Past midnight the next day is meant."),
        ),
    ] = None
    suspend: Annotated[bool, Shown(Text(sv="Avbryt", en="Stop"))]
    distance_km: Annotated[
        Number | None, Shown(Text(sv="Avstånd", en="Distance"), "km", rounding=("down", 0.1))
    ] = None
    level: Annotated[
        Literal["yellow", "red"],
        Shown(
            COLOUR,
            words={
                "yellow": Text(sv="gul: förbered att avbryta", en="yellow: prepare to stop"),
                "red": Text(
                    sv="röd: avbryt, alla in i hus och bilar", en="red: stop, people into buildings and cars"
                ),
            },
        ),
    ]


def lightning(asked: LightningInput, norms: Norms) -> LightningOutput:
    """Return the distance (km), whether to stop, and the earliest time to begin again.

    Raises:
        CalculationRefused: If neither the seconds nor the time of the thunder is given, or a limit is
            lower than the norm that counts.

    Source:
        The 30/30 rule of the National Weather Service; docs/calculators.md.
    """
    if asked.flash_to_bang_s is None and asked.last_thunder is None:
        raise CalculationRefused(NOTHING.en, why=NOTHING)
    least = (norms["lightning-suspend"].figure, norms["lightning-resume"].figure)
    if asked.suspend_s < least[0] or asked.wait_min < least[1]:  # a municipality's own may be higher
        raise CalculationRefused(LOWERED.en, why=LOWERED)
    speed = Decimal(str(norms["sound-speed"].figure))
    seconds = asked.flash_to_bang_s
    suspend = seconds is None or seconds <= asked.suspend_s
    return LightningOutput(
        distance_km=None if seconds is None else seconds * speed / METRES_PER_KM,
        suspend=suspend,
        resume_earliest=None if asked.last_thunder is None else _later(asked.last_thunder, asked.wait_min),
        level="red" if suspend else "yellow",
    )


def _later(clock: str, minutes: Decimal) -> str:
    hours, past = clock.split(":")
    whole = int(minutes.to_integral_value(ROUND_CEILING))
    then = (int(hours) * 60 + int(past) + whole) % MINUTES_PER_DAY
    return f"{then // 60:02}:{then % 60:02}"


LIGHTNING = Calculator(
    id="weather.lightning",
    area="weather",
    title=Text(sv="Åska, 30/30", en="Lightning, 30/30"),
    purpose=Text(
        sv="Säger när ni ska avbryta för åska och när ni tidigast får börja om.",
        en="Tells when to stop for lightning and when you may restart at the earliest.",
    ),
    input=LightningInput,
    output=LightningOutput,
    norms=("lightning-suspend", "lightning-resume", "sound-speed"),
    formula=(
        "distance_km = flash_to_bang_s * 343 / 1000",
        "suspend = flash_to_bang_s <= suspend_s, or thunder heard and the flash not seen",
        "resume_earliest = last_thunder + wait_min, past midnight on the next day",
    ),
    caveats=(
        Text(
            sv="Blixten kan slå ned mer än 10 km från molnet. Ett tält, en scen eller ett träd är inget "
            "skydd.",
            en="Lightning can strike more than 10 km from the cloud. A tent, a stage or a tree is no "
            "shelter.",
        ),
        Text(sv="Räkningen börjar om vid varje ny knall.", en="The clock restarts at each new thunder."),
    ),
    sources=("lightning-30", "sound-speed"),
    compute=lightning,
    examples=(
        Example(
            inputs={"flash_to_bang_s": 31, "last_thunder": "17:25"},
            outputs={"distance_km": 10.633, "suspend": False, "resume_earliest": "17:55", "level": "yellow"},
            arithmetic="31*0.343 = 10.633; 31 > 30; 17:25+0:30 = 17:55",
        ),
        Example(
            inputs={"flash_to_bang_s": 12, "last_thunder": "23:48"},
            outputs={"distance_km": 4.116, "suspend": True, "resume_earliest": "00:18", "level": "red"},
            arithmetic="12*0.343 = 4.116; 12 <= 30; 23:48+0:30 = 00:18 the next day",
        ),
        Example(
            inputs={"last_thunder": "20:05", "wait_min": 45},
            outputs={"distance_km": None, "suspend": True, "resume_earliest": "20:50", "level": "red"},
            arithmetic="thunder without a seen flash: stop; 20:05+0:45",
        ),
    ),
)
