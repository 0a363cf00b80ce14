"""What is asked and told of how many get out: widths in m, rates in persons/m/min, times in minutes."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from checklists.crowds.bands import DOWN, PEOPLE, PER_MINUTE
from checklists.crowds.rates import OwnLevel, OwnStepped, RateSetField, Surface
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import PersonText, Text

Colour = Literal["green", "orange", "red"]

NO_EXITS = Text(sv="Lägg till minst en utgång.", en="Add at least one exit.")
NARROW = Text(
    sv="En utgång smalare än 0,6 meter räknas inte.",
    en="An exit narrower than 0.6 metres does not count.",
)
TIME = Text(
    sv="Tiden ska vara mellan en halv och tio minuter: ingen vägledning medger mer.",
    en="The time must be between half a minute and ten: no guidance allows more.",
)
UP: tuple[Literal["up"], float] = ("up", 0.01)


class Exit(CalculatorInput):
    """One way out; width in m, clear, at the narrowest point all the way to safety."""

    name: Annotated[PersonText, Shown(Text(sv="Namn", en="Name"))] = ""
    width_m: Annotated[
        Number,
        Field(ge=Decimal("0.6"), le=60),
        Shown(
            Text(sv="Fri bredd", en="Clear width"),
            "m",
            below=NARROW,
            help=Text(
                sv="På smalaste stället hela vägen ut till säker plats.",
                en="At the narrowest point all the way to safety.",
            ),
        ),
    ]
    surface: Annotated[
        Surface,
        Shown(
            Text(sv="Underlag", en="Surface"),
            words={
                "level": Text(sv="plan mark", en="level ground"),
                "stepped": Text(sv="trappa", en="steps"),
            },
        ),
    ] = "level"


class ExitInput(CalculatorInput):
    """The exits, the rates they are counted with, the time allowed and how many must out."""

    exits: Annotated[
        tuple[Exit, ...],
        Field(min_length=1),
        Shown(Text(sv="Utgångar", en="Exits"), below=NO_EXITS),
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
                sv="Tider för normal utgång, nödutrymning och utrymning utomhus står bland normerna.",
                en="Times for normal egress, emergency and open air stand among the norms.",
            ),
        ),
    ]
    persons: Annotated[
        int | None,
        Field(ge=1),
        Shown(Text(sv="Personer som ska ut", en="Persons to leave"), PEOPLE, starts="event.peak_visitors"),
    ] = None
    discount_widest: Annotated[
        bool,
        Shown(Text(sv="Räkna bort den bästa utgången", en="Leave the best exit out")),
    ] = True


class ExitOutput(CalculatorOutput):
    """How many get out and how fast; empty where no number of persons was given or nobody can get out."""

    flow: Annotated[
        Number,
        Shown(
            Text(sv="Personer per minut", en="Persons per minute"),
            PER_MINUTE,
            rounding=DOWN,
        ),
    ]
    capacity: Annotated[
        int,
        Shown(Text(sv="Hinner ut i tid", en="Get out in time"), PEOPLE, rounding=DOWN),
    ]
    capacity_all: Annotated[
        int,
        Shown(
            Text(sv="Hinner ut om alla utgångar fungerar", en="Get out if all exits work"),
            PEOPLE,
            rounding=DOWN,
        ),
    ]
    time_needed: Annotated[
        Number | None,
        Shown(Text(sv="Tid som behövs", en="Time needed"), "min", rounding=UP),
    ] = None
    time_needed_all: Annotated[
        Number | None,
        Shown(
            Text(sv="Tid om alla utgångar fungerar", en="Time if all exits work"),
            "min",
            rounding=UP,
        ),
    ] = None
    left_out: Annotated[str | None, Shown(Text(sv="Borträknad utgång", en="Exit left out"))] = None
    ok: Annotated[bool | None, Shown(Text(sv="Hinner alla ut i tid", en="All out in time"))] = None
    level: Annotated[
        Colour | None,
        Shown(
            Text(sv="Färg", en="Colour"),
            words={
                "green": Text(sv="grön: godtagbart", en="green: acceptable"),
                "orange": Text(sv="orange: åtgärd krävs", en="orange: action needed"),
                "red": Text(sv="röd: stopp", en="red: stop"),
            },
            help=Text(
                sv="Grön: alla hinner ut även utan den bästa utgången. Orange: bara om alla "
                "utgångar fungerar.",
                en="Green: all get out even without the best exit. Orange: only if every exit works.",
            ),
        ),
    ] = None
    width_left_m: Annotated[
        Number,
        Shown(
            Text(
                sv="Bredd sammanlagt utan den bredaste",
                en="Width in all without the widest",
            ),
            "m",
            rounding=("down", 0.01),
        ),
    ]
