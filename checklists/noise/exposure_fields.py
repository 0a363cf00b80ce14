"""What is asked and told of the sound staff stand in: levels in dBA, minutes, a dose in per cent."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

Rule = Literal["eu", "osha"]
LONGEST = 24 * 60  # minutes in a day
TOO_LONG = Text(sv="Passet är längre än ett dygn.", en="The shift is longer than a day.")


class Part(CalculatorInput):
    """A part of the shift at one level."""

    level_dba: Annotated[Number, Field(ge=60, le=130), Shown(Text(sv="Nivå", en="Level"), "dBA")]
    minutes: Annotated[
        Number,
        Field(ge=0, le=LONGEST),
        Shown(Text(sv="Tid", en="Time"), "min", above=TOO_LONG),
    ]


class ExposureInput(CalculatorInput):
    """The parts of the shift, and the rule they are counted by."""

    parts: Annotated[
        tuple[Part, ...],
        Field(min_length=1),
        Shown(
            Text(sv="Delar av passet", en="Parts of the shift"),
            below=Text(sv="Ange minst en nivå och tid.", en="Enter at least one level and time."),
        ),
    ]
    rule: Annotated[
        Rule,
        Shown(
            Text(sv="Regel", en="Rule"),
            words={
                "eu": Text(sv="svensk och europeisk regel, 3 dB", en="Swedish and European rule, 3 dB"),
                "osha": Text(sv="amerikansk regel, 5 dB", en="American rule, 5 dB"),
            },
        ),
    ] = "eu"


class ExposureOutput(CalculatorOutput):
    """The time allowed and the dose."""

    allowed_min: Annotated[
        Number,
        Shown(
            Text(sv="Tillåten tid vid högsta nivån", en="Time allowed at the highest level"),
            "min",
            rounding=("down", 0.1),
        ),
    ]
    dose_percent: Annotated[Number, Shown(Text(sv="Dos", en="Dose"), "%", rounding=("up", 0.1))]
    exchange_db: Annotated[Number, Shown(Text(sv="Utbyte", en="Exchange"), "dB")]
    ok: Annotated[
        bool,
        Shown(
            Text(sv="Inom dosen", en="Within the dose"),
            help=Text(
                sv="Annars: hörselskydd, kortare tid eller lägre nivå.",
                en="Else: hearing protection, shorter time or lower level.",
            ),
        ),
    ]
