"""What is asked and told of the emergency route, measure by measure."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from checklists.traffic.colours import COLOUR, WORDS
from evenemang.domain.calculator import CalculatorInput, CalculatorOutput, Number, Shown
from evenemang.domain.text import Text

Measure = Literal[
    "width_m",
    "height_m",
    "gradient_percent",
    "crossfall_percent",
    "inner_radius_m",
    "vertical_radius_m",
    "axle_kn",
    "hose_m",
    "stand_tilt_percent",
    "stand_wall_m",
]
Verdict = Literal["green", "yellow", "red"]
Level = Literal["green", "yellow", "red", "unknown"]

CALLED: dict[str, Text] = {
    "width_m": Text(sv="Minsta bredd", en="Least width"),
    "height_m": Text(sv="Minsta fria höjd", en="Least free height"),
    "gradient_percent": Text(sv="Största lutning", en="Steepest gradient"),
    "crossfall_percent": Text(sv="Största tvärfall", en="Greatest crossfall"),
    "inner_radius_m": Text(sv="Minsta inre kurvradie", en="Least inner radius"),
    "vertical_radius_m": Text(sv="Minsta vertikalradie", en="Least vertical radius"),
    "axle_kn": Text(sv="Axellast som vägen bär", en="Axle load the road bears"),
    "hose_m": Text(sv="Från fordon till entré", en="From vehicle to entrance"),
    "stand_tilt_percent": Text(sv="Uppställningsplatsens lutning", en="Tilt of the stand"),
    "stand_wall_m": Text(sv="Uppställningsplats till vägg", en="Stand to wall"),
}
NEGATIVE = Text(sv="Ett mått kan inte vara negativt.", en="A measure cannot be negative.")
Measured = Annotated[Number | None, Field(ge=0, le=1000)]


def _asked(name: Measure, unit: str, starts: str | None = None) -> Shown:
    return Shown(CALLED[name], unit, starts=starts, below=NEGATIVE)


class AccessInput(CalculatorInput):
    """The measures that somebody has taken; at least one."""

    width_m: Annotated[Measured, _asked("width_m", "m", "answers.traffic.rescue-width")] = None
    height_m: Annotated[Measured, _asked("height_m", "m", "answers.traffic.rescue-height")] = None
    gradient_percent: Annotated[Measured, _asked("gradient_percent", "%")] = None
    inner_radius_m: Annotated[Measured, _asked("inner_radius_m", "m")] = None
    axle_kn: Annotated[Measured, _asked("axle_kn", "kN")] = None
    hose_m: Annotated[Measured, _asked("hose_m", "m")] = None
    crossfall_percent: Annotated[Measured, _asked("crossfall_percent", "%")] = None
    vertical_radius_m: Annotated[Measured, _asked("vertical_radius_m", "m")] = None
    stand_tilt_percent: Annotated[Measured, _asked("stand_tilt_percent", "%")] = None
    stand_wall_m: Annotated[Measured, _asked("stand_wall_m", "m")] = None


class MeasureOutput(CalculatorOutput):
    """One measure and its colour."""

    measure: Annotated[Measure, Shown(Text(sv="Mått", en="Measure"), words=CALLED)]
    level: Annotated[Verdict, Shown(COLOUR, words=WORDS)]


class AccessOutput(CalculatorOutput):
    """The colour of each measure, what is not measured yet, and the worst of all."""

    level: Annotated[Level, Shown(COLOUR, words=WORDS)]
    missing: Annotated[tuple[Measure, ...], Shown(Text(sv="Ej uppmätt", en="Not measured"), words=CALLED)]
    items: Annotated[tuple[MeasureOutput, ...], Shown(Text(sv="Färg per mått", en="Colour per measure"))]
