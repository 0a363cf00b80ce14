"""What is asked and told of expected patients: persons, and rates per 1,000 visitors."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

Basis = Literal["own-history", "own-rate", "literature"]

PEOPLE = Text(sv="personer", en="persons")
PER_1000 = Text(sv="per 1 000", en="per 1,000")


class PatientsInput(CalculatorInput):
    """How many come, and how many fell ill earlier: here, or at events in the literature."""

    visitors: Annotated[
        int,
        Field(ge=1, le=1_000_000),
        Shown(
            Text(sv="Besökare under hela evenemanget", en="Visitors over the whole event"),
            PEOPLE,
            starts="event.total_visitors",
        ),
    ]
    past_patients: Annotated[
        int | None,
        Field(ge=0, le=1_000_000),
        Shown(
            Text(sv="Egna patienter, tidigare år", en="Own patients, earlier years"),
            PEOPLE,
            help=Text(
                sv="Går före talen per 1 000. Räkna ihop alla år som jämförs.",
                en="Goes before the rates per 1,000. Add up all the years compared.",
            ),
        ),
    ] = None
    past_visitors: Annotated[
        int | None,
        Field(ge=1, le=100_000_000),
        Shown(Text(sv="Besökare de åren", en="Visitors of those years"), PEOPLE),
    ] = None
    ppr_per_1000: Annotated[
        Number,
        Field(ge=0, le=1000),
        Shown(
            Text(sv="Patienter per 1 000", en="Patients per 1,000"), PER_1000, default_norm="ppr-literature"
        ),
    ]
    tthr_per_1000: Annotated[
        Number,
        Field(ge=0, le=1000),
        Shown(
            Text(sv="Transporter per 1 000", en="Transports per 1,000"),
            PER_1000,
            default_norm="tthr-literature",
        ),
    ]


class PatientsOutput(CalculatorOutput):
    """How many to expect, between which bounds the mean lies, and what a single year may bring."""

    expected_patients: Annotated[
        Number, Shown(Text(sv="Väntade patienter", en="Expected patients"), PEOPLE, rounding=("up", 0.1))
    ]
    expected_transports: Annotated[
        Number, Shown(Text(sv="Väntade transporter", en="Expected transports"), PEOPLE, rounding=("up", 0.01))
    ]
    mean_low: Annotated[
        Number, Shown(Text(sv="Medel, undre gräns", en="Mean, lower bound"), PEOPLE, rounding=("down", 0.1))
    ]
    mean_high: Annotated[
        Number, Shown(Text(sv="Medel, övre gräns", en="Mean, upper bound"), PEOPLE, rounding=("up", 0.1))
    ]
    count_low: Annotated[
        int,
        Shown(Text(sv="Ett enskilt år, minst", en="A single year, at least"), PEOPLE, rounding=("down", 1)),
    ]
    count_high: Annotated[
        int,
        Shown(Text(sv="Ett enskilt år, högst", en="A single year, at most"), PEOPLE, rounding=("up", 1)),
    ]
    basis: Annotated[
        Basis,
        Shown(
            Text(sv="Grund", en="Basis"),
            words={
                "own-history": Text(sv="egen historia", en="own history"),
                "own-rate": Text(sv="eget tal", en="own rate"),
                "literature": Text(sv="litteraturen", en="the literature"),
            },
        ),
    ]
