"""What is asked and told of the levels at which entry is slowed and stopped: persons, shares, minutes."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from checklists.colours import Colour
from checklists.crowds.bands import COLOUR, DOWN, PEOPLE, PER_MINUTE, SHARE, UP
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

WORDS: dict[Colour, Text] = {
    "green": Text(sv="grön: under förvarningen", en="green: below the warning"),
    "yellow": Text(sv="gul: förvarna", en="yellow: warn"),
    "orange": Text(sv="orange: stoppa insläppet", en="orange: stop the entry"),
    "red": Text(sv="röd: stoppa insläppet och glesa ut", en="red: stop the entry and thin out"),
}


class StopInput(CalculatorInput):
    """The maximum, the shares of it, and how fast it fills while the gate closes."""

    maximum: Annotated[
        int,
        Field(ge=1, le=1_000_000),
        Shown(Text(sv="Högsta antal", en="Maximum"), PEOPLE, starts="answers.crowds.room-limit"),
    ]
    warn_share: Annotated[
        Number,
        Field(ge=Decimal("0.1"), le=1),
        Shown(Text(sv="Förvarning", en="Warning"), SHARE, default_norm="stop-warn-share"),
    ]
    stop_share: Annotated[
        Number,
        Field(ge=Decimal("0.1"), le=1),
        Shown(Text(sv="Stopp", en="Stop"), SHARE, default_norm="stop-close-share"),
    ]
    inflow_per_min: Annotated[
        Number, Field(ge=0), Shown(Text(sv="Insläpp per minut", en="Inflow per minute"), PER_MINUTE)
    ] = Decimal(0)
    reaction_min: Annotated[
        Number,
        Field(ge=0, le=60),
        Shown(Text(sv="Tid från beslut till stängd grind", en="Time from decision to closed gate"), "min"),
    ] = Decimal(0)
    inside: Annotated[int | None, Field(ge=0), Shown(Text(sv="Inne just nu", en="Inside now"), PEOPLE)] = None
    count_error: Annotated[
        Number,
        Field(ge=0, le=Decimal("0.5")),
        Shown(
            Text(sv="Räkningens fel", en="Error of the count"),
            SHARE,
            help=Text(
                sv="0,03 betyder att räkningen kan visa tre procent för lite.",
                en="0.03 means that the count may be three per cent too low.",
            ),
        ),
    ] = Decimal(0)


class StopOutput(CalculatorOutput):
    """At which numbers to warn and to stop; empty colour where nobody has counted."""

    warn_at: Annotated[int, Shown(Text(sv="Förvarna vid", en="Warn at"), PEOPLE, rounding=DOWN)]
    stop_at: Annotated[int, Shown(Text(sv="Stoppa vid", en="Stop at"), PEOPLE, rounding=DOWN)]
    seen: Annotated[
        int | None,
        Shown(Text(sv="Inne, försiktigt räknat", en="Inside, counted with care"), PEOPLE, rounding=UP),
    ] = None
    level: Annotated[Colour | None, Shown(COLOUR, words=WORDS)] = None
