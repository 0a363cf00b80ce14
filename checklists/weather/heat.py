"""What SMHI's rule makes of a run of hot days, and what an event does from which temperature."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from checklists.weather.colours import COLOUR
from evenemang.domain.calculator import (
    Calculator,
    CalculatorInput,
    CalculatorOutput,
    Example,
    Norms,
    Number,
    Shown,
)
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import NormRow
from evenemang.domain.text import Text

Warned = Literal["NONE", "MESSAGE", "YELLOW", "ORANGE"]
HeatColour = Literal["green", "yellow", "orange"]
SEVERITY: tuple[Warned, ...] = ("NONE", "MESSAGE", "YELLOW", "ORANGE")
COLOUR_OF: dict[Warned, HeatColour] = {
    "NONE": "green",
    "MESSAGE": "yellow",
    "YELLOW": "yellow",
    "ORANGE": "orange",
}

CHECK = Text(sv="Kontrollera temperaturen.", en="Check the temperature.")
NO_DAYS = Text(
    sv="Ange minst en dags högsta temperatur.", en="Enter the highest temperature of at least one day."
)


class HeatInput(CalculatorInput):
    """The highest temperature of each day, in order; °C, empty where a day is missing."""

    daily_max_c: Annotated[
        tuple[Annotated[Number | None, Field(ge=-60, le=60)], ...],
        Shown(
            Text(
                sv="Dygnets högsta temperatur, dag för dag",
                en="Highest temperature of each day",
            ),
            "°C",
            below=CHECK,
            above=CHECK,
        ),
    ]


class HeatOutput(CalculatorOutput):
    """The level of the warning, and from which temperatures the event must act."""

    warning: Annotated[
        Warned,
        Shown(
            Text(sv="SMHI-nivå", en="SMHI level"),
            words={
                "NONE": Text(sv="ingen varning", en="no warning"),
                "MESSAGE": Text(sv="meddelande", en="message"),
                "YELLOW": Text(sv="gul varning", en="yellow warning"),
                "ORANGE": Text(sv="orange varning", en="orange warning"),
            },
        ),
    ]
    level: Annotated[
        HeatColour,
        Shown(
            COLOUR,
            words={
                "green": Text(sv="grön: godtagbart", en="green: acceptable"),
                "yellow": Text(sv="gul: se över", en="yellow: look again"),
                "orange": Text(sv="orange: åtgärd krävs", en="orange: action needed"),
            },
        ),
    ]
    operations: Annotated[
        tuple[Number, ...],
        Shown(
            Text(sv="Åtgärder, gräns", en="Measures, bound"),
            "°C",
            help=Text(
                sv="Vid den första gränsen: gratis vatten, skugga, kortare köer. Vid den andra: fler "
                "sjukvårdare.",
                en="At the first bound: free water, shade, shorter queues. At the second: more medics.",
            ),
        ),
    ]
    incomplete: Annotated[bool, Shown(Text(sv="Dagar saknas", en="Days missing"))]


def heat(asked: HeatInput, norms: Norms) -> HeatOutput:
    """Return the warning that SMHI's rule gives for these days, and the bounds (°C) at which to act.

    Raises:
        CalculationRefused: If no day has a value.

    Source:
        SMHI, warning of high temperatures; docs/calculators.md.
    """
    known = [one for one in asked.daily_max_c if one is not None]
    if not known:
        raise CalculationRefused(NO_DAYS.en, why=NO_DAYS)
    reached = {row.code("level") for row in norms["smhi-heat-rules"].table if _holds(row, asked.daily_max_c)}
    warning: Warned = next((one for one in reversed(SEVERITY) if one in reached), "NONE")
    bounds = (Decimal(str(row.figure("at_least"))) for row in norms["heat-operations"].table)
    return HeatOutput(
        warning=warning,
        level=COLOUR_OF[warning],
        operations=tuple(one for one in bounds if one <= max(known)),
        incomplete=len(known) < len(asked.daily_max_c),
    )


def _holds(rule: NormRow, days: tuple[Decimal | None, ...]) -> bool:
    return _run(Decimal(str(rule.figure("temperature_c"))), days) >= rule.figure("days")


def _run(at_least: Decimal, days: tuple[Decimal | None, ...]) -> int:
    """Return the longest run of days in a row at or above a temperature; a missing day ends it."""
    longest = current = 0
    for one in days:
        current = current + 1 if one is not None and one >= at_least else 0
        longest = max(longest, current)
    return longest


HEAT = Calculator(
    id="weather.heat",
    area="weather",
    title=Text(sv="Värme", en="Heat"),
    purpose=Text(
        sv="Ger SMHI:s varningsnivå för en följd av dagar och vad evenemanget ska göra.",
        en="Gives SMHI's warning level for a run of days and what the event must do.",
    ),
    input=HeatInput,
    output=HeatOutput,
    norms=("smhi-heat-rules", "heat-operations"),
    formula=(
        "run(T) = longest run of days in a row with daily_max_c >= T; a day without a value ends it",
        "ORANGE if run(30) >= 5 or run(33) >= 3; else YELLOW if run(30) >= 3; else MESSAGE if run(26) >= 3; "
        "else NONE",
        "operations = rows of heat-operations with at_least <= max(daily_max_c)",
    ),
    caveats=(
        Text(
            sv="SMHI utfärdar varningen; detta är bara regelns tal på er prognos. Röd nivå finns inte för "
            "värme.",
            en="SMHI issues the warning; this is only the rule's figures on your forecast. There is no red "
            "level for heat.",
        ),
        Text(
            sv="En enda het dag ger ingen varning men kräver ändå vatten och skugga. Åtgärderna är våra.",
            en="A single hot day gives no warning but still calls for water and shade. The measures are "
            "ours.",
        ),
    ),
    sources=("smhi-heat", "ours"),
    compute=heat,
    examples=(
        Example(
            inputs={"daily_max_c": [24, 26, 27.5, 28, 25]},
            outputs={"warning": "MESSAGE", "level": "yellow", "operations": [26], "incomplete": False},
            arithmetic="26, 27.5, 28 are three in a row >= 26",
        ),
        Example(
            inputs={"daily_max_c": [30, 30.5, None, 31, 32, 30.2, 29]},
            outputs={"warning": "YELLOW", "level": "yellow", "operations": [26, 30], "incomplete": True},
            arithmetic="the missing day ends the first run; 31, 32, 30.2 are three in a row >= 30",
        ),
        Example(
            inputs={"daily_max_c": [31, 33, 33.2, 35, 30]},
            outputs={"warning": "ORANGE", "level": "orange", "operations": [26, 30], "incomplete": False},
            arithmetic="33, 33.2, 35 are three >= 33 (and five >= 30)",
        ),
        Example(
            inputs={"daily_max_c": [34, 20, 34]},
            outputs={"warning": "NONE", "level": "green", "operations": [26, 30], "incomplete": False},
            arithmetic="no run of three",
        ),
    ),
)
