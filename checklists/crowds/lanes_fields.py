"""What is asked and told of entry lanes: arrivals and rates per hour, queues in persons, minutes and m²."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from checklists.colours import COLOURS, Colour
from checklists.crowds.bands import COLOUR, DOWN, M2_EACH, PEOPLE, PER_HOUR, UP
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

LANES = Text(sv="banor", en="lanes")
NO_RATE = Text(
    sv="Mät hur många en bana släpper in på en timme: det finns inget säkert standardvärde med väskkontroll.",
    en="Measure what one lane lets in per hour: there is no safe standard figure with bag search.",
)


class LanesInput(CalculatorInput):
    """Who comes in the worst hour, and what a lane lets in."""

    arrivals_peak_hour: Annotated[
        int,
        Field(ge=1, le=500_000),
        Shown(Text(sv="Besökare som kommer den värsta timmen", en="Arrivals in the worst hour"), PER_HOUR),
    ]
    rate_per_lane_h: Annotated[
        Number,
        Field(ge=10),
        Shown(
            Text(sv="Insläpp per bana", en="Entry per lane"),
            PER_HOUR,
            below=NO_RATE,
            help=Text(
                sv="Mät vid den egna banan, med biljett och väskkontroll som det ska vara.",
                en="Measure at your own lane, with ticket and bag check as it will be.",
            ),
        ),
    ]
    lanes_open: Annotated[
        int | None, Field(ge=1, le=500), Shown(Text(sv="Öppna banor", en="Lanes open"), LANES)
    ] = None
    area_per_person_m2: Annotated[
        Number,
        Field(ge=Decimal("0.5"), le=3),
        Shown(
            Text(sv="Köyta per person", en="Queue area per person"),
            M2_EACH,
            default_norm="queue-area",
            default_end="high",
        ),
    ]


class LanesOutput(CalculatorOutput):
    """How many lanes; queue, wait, area and colour are empty where the open lanes are not given."""

    lanes: Annotated[int, Shown(Text(sv="Banor som behövs", en="Lanes needed"), LANES, rounding=UP)]
    capacity_h: Annotated[
        Number,
        Shown(Text(sv="Insläpp med så många banor", en="What those lanes let in"), PER_HOUR, rounding=DOWN),
    ]
    open_capacity_h: Annotated[
        Number | None,
        Shown(
            Text(sv="Insläpp med de öppna banorna", en="What the open lanes let in"), PER_HOUR, rounding=DOWN
        ),
    ] = None
    queue: Annotated[
        Number | None, Shown(Text(sv="Kö efter timmen", en="Queue after the hour"), PEOPLE, rounding=UP)
    ] = None
    wait_min: Annotated[
        Number | None,
        Shown(Text(sv="Väntan för den siste", en="Wait of the last person"), "min", rounding=UP),
    ] = None
    queue_area: Annotated[Number | None, Shown(Text(sv="Köyta", en="Queue area"), "m²", rounding=UP)] = None
    level: Annotated[Colour | None, Shown(COLOUR, words=COLOURS)] = None
