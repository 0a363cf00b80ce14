"""What is asked and told of how wide the exits must be: persons, minutes, metres."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from checklists.crowds.bands import PEOPLE, SHARE
from checklists.crowds.rates import OwnLevel, OwnStepped, RateSetField
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

TIME = Text(
    sv="Tiden ska vara mellan en halv och tio minuter.", en="The time must be between half a minute and ten."
)
ONE_EXIT = Text(
    sv="En enda utgång har ingen reserv. Planera minst två.",
    en="A single exit has no reserve. Plan at least two.",
)
CENTIMETRE: tuple[Literal["up"], float] = ("up", 0.01)


class WidthInput(CalculatorInput):
    """How many must out, how fast, and through how many exits."""

    persons: Annotated[
        int,
        Field(ge=1, le=1_000_000),
        Shown(Text(sv="Personer som ska ut", en="Persons to leave"), PEOPLE, starts="event.peak_visitors"),
    ]
    rate_set: RateSetField = "green-guide"
    rate_level: OwnLevel = None
    rate_stepped: OwnStepped = None
    time_min: Annotated[
        Number,
        Field(ge=Decimal("0.5"), le=10),
        Shown(
            Text(sv="Tillåten tid", en="Time allowed"),
            "min",
            below=TIME,
            above=TIME,
            help=Text(
                sv="Ju större brandrisk, desto kortare tid. Fråga räddningstjänsten.",
                en="The greater the fire risk, the shorter the time. Ask the rescue service.",
            ),
        ),
    ]
    stepped_share: Annotated[
        Number,
        Field(ge=0, le=1),
        Shown(
            Text(sv="Andel som går i trappa", en="Share that uses steps"),
            SHARE,
            help=Text(sv="0,25 betyder en av fyra.", en="0.25 means one in four."),
        ),
    ] = Decimal(0)
    exits: Annotated[
        int | None,
        Field(ge=2, le=100),
        Shown(
            Text(sv="Antal lika breda utgångar", en="Number of equal exits"),
            Text(sv="utgångar", en="exits"),
            below=ONE_EXIT,
        ),
    ] = None


class WidthOutput(CalculatorOutput):
    """How wide in all, and how wide each so that one may be lost; empty where no number was given."""

    width: Annotated[Number, Shown(Text(sv="Sammanlagd bredd", en="Width in all"), "m", rounding=CENTIMETRE)]
    width_each: Annotated[
        Number | None,
        Shown(
            Text(sv="Bredd per utgång så att en får vara borta", en="Width of each so that one may be lost"),
            "m",
            rounding=CENTIMETRE,
        ),
    ] = None
    width_total: Annotated[
        Number | None,
        Shown(
            Text(sv="Sammanlagd bredd med reserv", en="Width in all with reserve"), "m", rounding=CENTIMETRE
        ),
    ] = None
