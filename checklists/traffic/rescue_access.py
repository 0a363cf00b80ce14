"""Whether a fire engine gets through and where it can stand, measure by measure."""

from __future__ import annotations

from decimal import Decimal

from checklists.traffic.rescue_access_fields import (
    AccessInput,
    AccessOutput,
    Level,
    Measure,
    MeasureOutput,
    Verdict,
)
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

LEAST: dict[Measure, str] = {
    "width_m": "rescue-width",
    "height_m": "rescue-height",
    "inner_radius_m": "rescue-inner-radius",
    "vertical_radius_m": "rescue-vertical-radius",
    "axle_kn": "rescue-axle-load",
}
MOST: dict[Measure, str] = {
    "gradient_percent": "rescue-gradient",
    "crossfall_percent": "rescue-crossfall",
    "hose_m": "rescue-hose",
    "stand_tilt_percent": "rescue-stand-tilt",
    "stand_wall_m": "rescue-stand-wall",
}
WANTED: dict[Measure, str] = {"width_m": "rescue-width-wanted"}
ROAD: tuple[Measure, ...] = (
    "width_m",
    "height_m",
    "gradient_percent",
    "inner_radius_m",
    "axle_kn",
    "hose_m",
)
ORDER: tuple[Measure, ...] = (
    *ROAD,
    "crossfall_percent",
    "vertical_radius_m",
    "stand_tilt_percent",
    "stand_wall_m",
)
WORST_FIRST: tuple[Level, ...] = ("red", "unknown", "yellow", "green")

NOTHING = Text(sv="Mät minst ett mått.", en="Measure at least one thing.")


def rescue_access(asked: AccessInput, norms: Norms) -> AccessOutput:
    """Return the colour of each measure given, and the worst; never green with a road measure missing.

    Raises:
        CalculationRefused: If nothing is measured.

    Source:
        Emergency route of Jönköping's rescue service; docs/calculators.md.
    """
    given = {name: value for name in ORDER if (value := getattr(asked, name)) is not None}
    if not given:
        raise CalculationRefused(NOTHING.en, why=NOTHING)
    items = tuple(
        MeasureOutput(measure=name, level=_verdict(name, value, norms)) for name, value in given.items()
    )
    missing = tuple(name for name in ROAD if name not in given)
    found: list[Level] = [one.level for one in items]
    if missing:
        found.append("unknown")
    return AccessOutput(items=items, missing=missing, level=min(found, key=WORST_FIRST.index))


def _verdict(name: Measure, value: Decimal, norms: Norms) -> Verdict:
    if name in MOST:
        return "green" if value <= _figure(MOST[name], norms) else "red"
    if value < _figure(LEAST[name], norms):
        return "red"
    return "yellow" if name in WANTED and value < _figure(WANTED[name], norms) else "green"


def _figure(norm: str, norms: Norms) -> Decimal:
    return Decimal(str(norms[norm].figure))


RESCUE_ACCESS = Calculator(
    id="traffic.rescue-access",
    area="traffic",
    title=Text(sv="Räddningsväg", en="Emergency route"),
    purpose=Text(
        sv="Prövar räddningsvägens mått, ett för ett.", en="Tests the emergency route, measure by measure."
    ),
    input=AccessInput,
    output=AccessOutput,
    norms=(
        "rescue-width",
        "rescue-width-wanted",
        "rescue-height",
        "rescue-gradient",
        "rescue-crossfall",
        "rescue-inner-radius",
        "rescue-vertical-radius",
        "rescue-axle-load",
        "rescue-hose",
        "rescue-stand-tilt",
        "rescue-stand-wall",
    ),
    formula=(
        "least: width_m 3.0 (wanted 3.5), height_m 4.0, inner_radius_m 7.0, vertical_radius_m 50, "
        "axle_kn 100",
        "most: gradient_percent 8, crossfall_percent 2, hose_m 50, stand_tilt_percent 8.5, stand_wall_m 9.0",
        "each measure given: green if it holds, red if not; width_m from 3.0 to below 3.5 is yellow",
        "level = worst of those given; if width_m, height_m, inner_radius_m, gradient_percent, axle_kn or "
        "hose_m is missing, never better than unknown",
        "worst first: red, unknown, yellow, green",
    ),
    caveats=(
        Text(
            sv="3,5 m är önskemål ur minnet och finsk vägledning. Lokal räddningstjänst kan kräva mer.",
            en="3.5 m is a wish from memory and Finnish guidance. The local rescue service may demand more.",
        ),
        Text(
            sv="Uppställningsplatsens mått gäller bara där stegbil behövs.",
            en="The stand's measures hold only where a ladder is needed.",
        ),
    ),
    sources=("jonkoping-rescue", "rescue-wide"),
    compute=rescue_access,
    examples=(
        Example(
            inputs={
                "width_m": 3.2,
                "height_m": 4.3,
                "gradient_percent": 5,
                "inner_radius_m": 8,
                "axle_kn": 110,
                "hose_m": 35,
            },
            outputs={
                "items": [
                    {"measure": "width_m", "level": "yellow"},
                    {"measure": "height_m", "level": "green"},
                    {"measure": "gradient_percent", "level": "green"},
                    {"measure": "inner_radius_m", "level": "green"},
                    {"measure": "axle_kn", "level": "green"},
                    {"measure": "hose_m", "level": "green"},
                ],
                "missing": [],
                "level": "yellow",
            },
            arithmetic="3.0 <= 3.2 < 3.5; 4.3 >= 4.0; 5 <= 8; 8 >= 7; 110 >= 100; 35 <= 50",
        ),
        Example(
            inputs={"width_m": 4, "height_m": 3.8},
            outputs={
                "items": [
                    {"measure": "width_m", "level": "green"},
                    {"measure": "height_m", "level": "red"},
                ],
                "missing": ["gradient_percent", "inner_radius_m", "axle_kn", "hose_m"],
                "level": "red",
            },
            arithmetic="3.8 < 4.0 fails",
        ),
        Example(
            inputs={"width_m": 3.6},
            outputs={
                "items": [{"measure": "width_m", "level": "green"}],
                "missing": ["height_m", "gradient_percent", "inner_radius_m", "axle_kn", "hose_m"],
                "level": "unknown",
            },
            arithmetic="five road measures are not known: never green",
        ),
    ),
)
