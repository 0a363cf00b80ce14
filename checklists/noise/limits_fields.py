"""What is asked and told of sound limits: where, for whom, when, and the level in dBA."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from checklists.colours import COLOURS
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Clock, Number, Shown
from evenemang.domain.text import Text

Place = Literal["audience", "facade"]
Audience = Literal["no-under-13", "mixed", "children"]
Colour = Literal["green", "yellow", "red"]
AT_FACADE = Text(sv="Bara vid bostad.", en="Only at a dwelling.")


class LimitsInput(CalculatorInput):
    """The place, the audience or the hours, and the levels where they are known."""

    place: Annotated[
        Place,
        Shown(
            Text(sv="Plats", en="Place"),
            words={
                "audience": Text(sv="där publiken är", en="where the audience is"),
                "facade": Text(sv="vid närmaste bostad", en="at the nearest dwelling"),
            },
        ),
    ]
    audience: Annotated[
        Audience | None,
        Shown(
            Text(sv="Publik", en="Audience"),
            rows_of="sound-limits-audience",
            help=Text(sv="Bara där publiken är.", en="Only where the audience is."),
        ),
    ] = None
    start: Annotated[Clock | None, Shown(Text(sv="Ljudet börjar", en="Sound begins"), help=AT_FACADE)] = None
    end: Annotated[Clock | None, Shown(Text(sv="Ljudet slutar", en="Sound ends"), help=AT_FACADE)] = None
    laeq: Annotated[
        Number | None,
        Field(ge=20, le=140),
        Shown(Text(sv="Genomsnittlig nivå", en="Mean level"), "dBA"),
    ] = None
    lafmax: Annotated[
        Number | None,
        Field(ge=20, le=150),
        Shown(
            Text(sv="Högsta nivå", en="Highest level"),
            "dBA",
            help=Text(
                sv="Prövas bara där publiken är: vid bostad finns ingen sådan gräns.",
                en="Tried only where the audience is: at a dwelling there is no such limit.",
            ),
        ),
    ] = None


class LimitsOutput(CalculatorOutput):
    """The limits that apply, and whether the levels hold; empty where there is no limit or no level."""

    limit_laeq: Annotated[Number, Shown(Text(sv="Gräns, medel", en="Limit, mean"), "dBA")]
    limit_lafmax: Annotated[Number | None, Shown(Text(sv="Gräns, högsta", en="Limit, highest"), "dBA")] = None
    over: Annotated[
        Number | None,
        Shown(Text(sv="Över gränsen", en="Over the limit"), "dB", rounding=("up", 0.1)),
    ] = None
    level: Annotated[
        Colour | None,
        Shown(
            Text(sv="Färg", en="Colour"),
            words={name: COLOURS[name] for name in ("green", "yellow", "red")},
            help=Text(
                sv="Gul: inom mätosäkerheten.",
                en="Yellow: inside the uncertainty of measurement.",
            ),
        ),
    ] = None
