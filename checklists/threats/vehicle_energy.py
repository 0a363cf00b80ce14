"""The kinetic energy of a vehicle, and whether a barrier was tested for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

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
from evenemang.domain.text import Text

KMH_PER_MS = Decimal("3.6")  # how one unit is told in another, no figure that anybody may replace
JOULES_PER_KJ = 1000

NO_SPEED = Text(sv="Ange en fart på minst 1 km/h.", en="Enter a speed of at least 1 km/h.")
HALF_TEST = Text(
    sv="Ange både vikt och fart som hindret är provat för.",
    en="Give both mass and speed of the barrier's test.",
)


class EnergyInput(CalculatorInput):
    """The vehicle, and what the barrier was tested for."""

    mass_kg: Annotated[
        Number, Field(ge=100, le=60_000), Shown(Text(sv="Fordonets vikt", en="Mass of the vehicle"), "kg")
    ]
    speed_kmh: Annotated[
        Number, Field(ge=1, le=200), Shown(Text(sv="Fart", en="Speed"), "km/h", below=NO_SPEED)
    ]
    tested_mass_kg: Annotated[
        Number | None,
        Field(ge=100, le=60_000),
        Shown(Text(sv="Hindret provat för vikt", en="Barrier tested for mass"), "kg"),
    ] = None
    tested_speed_kmh: Annotated[
        Number | None,
        Field(ge=1, le=200),
        Shown(Text(sv="Hindret provat för fart", en="Barrier tested for speed"), "km/h"),
    ] = None
    gap_m: Annotated[
        Number | None, Field(ge=0, le=20), Shown(Text(sv="Största lucka", en="Widest gap"), "m")
    ] = None


class EnergyOutput(CalculatorOutput):
    """The energies, and whether the test covers the vehicle; empty where no test was given."""

    energy_kj: Annotated[
        Number, Shown(Text(sv="Rörelseenergi", en="Kinetic energy"), "kJ", rounding=("up", 0.1))
    ]
    tested_kj: Annotated[
        Number | None, Shown(Text(sv="Provad energi", en="Tested energy"), "kJ", rounding=("down", 0.1))
    ] = None
    ok: Annotated[
        bool | None,
        Shown(
            Text(sv="Hindret är provat för fordonet", en="Barrier is tested for the vehicle"),
            help=Text(
                sv="Både vikt och fart måste rymmas i provet. Mer provad energi räcker inte ensamt.",
                en="Both mass and speed must be within the test. More tested energy alone is not enough.",
            ),
        ),
    ] = None


def vehicle_energy(asked: EnergyInput, norms: Norms) -> EnergyOutput:
    """Return kinetic energies (kJ), and whether the barrier was tested for this mass and speed.

    Raises:
        CalculationRefused: If only one of the tested values is given.

    Source:
        E = m v² / 2; gap of IWA 14-2 from memory; docs/calculators.md.
    """
    mass, speed = asked.tested_mass_kg, asked.tested_speed_kmh
    wide = asked.gap_m is not None and asked.gap_m > Decimal(str(norms["bollard-gap"].figure))
    energy = _kilojoules(asked.mass_kg, asked.speed_kmh)
    if mass is None and speed is None:
        return EnergyOutput(energy_kj=energy, ok=False if wide else None)
    if mass is None or speed is None:
        raise CalculationRefused(HALF_TEST.en, why=HALF_TEST)
    covers = mass >= asked.mass_kg and speed >= asked.speed_kmh
    return EnergyOutput(energy_kj=energy, tested_kj=_kilojoules(mass, speed), ok=covers and not wide)


def _kilojoules(mass_kg: Decimal, speed_kmh: Decimal) -> Decimal:
    """Return m v² / 2 with the one division last: 7200 kg at 48 km/h are 640 kJ, not 639.99…"""
    return mass_kg * speed_kmh**2 / (2 * JOULES_PER_KJ * KMH_PER_MS**2)


VEHICLE_ENERGY = Calculator(
    id="threats.vehicle-energy",
    area="threats",
    title=Text(sv="Fordons rörelseenergi", en="Kinetic energy of a vehicle"),
    purpose=Text(
        sv="Räknar ut rörelseenergin och jämför fordonet med det som hindret är provat för.",
        en="Works out the kinetic energy and compares the vehicle with what the barrier was tested for.",
    ),
    input=EnergyInput,
    output=EnergyOutput,
    norms=("bollard-gap",),
    formula=(
        "energy_kj = mass_kg * (speed_kmh / 3.6)^2 / 2 / 1000",
        "tested_kj = the same of the tested values",
        "ok = tested_mass_kg >= mass_kg and tested_speed_kmh >= speed_kmh and gap_m, where given, <= 1.2",
        "ok is empty where no test is given and gap_m is not above 1.2",
    ),
    caveats=(
        Text(
            sv="Säger inget om inträngning, vinkel eller underlag; betongsuggor utan förankring är sällan "
            "provade. Sakkunnig och polisen avgör.",
            en="Says nothing of penetration, angle or ground; loose concrete blocks are seldom tested. An "
            "expert and the police decide.",
        ),
        Text(
            sv="Uppgifter om hinder kan omfattas av sekretess (OSL 18 kap.).",
            en="Data on barriers may be secret (OSL chapter 18).",
        ),
        Text(sv="Luckan 1,2 m är ur minnet.", en="The gap of 1.2 m is from memory."),
    ),
    sources=("mechanics", "bollard-gap", "iso-22343"),
    compute=vehicle_energy,
    secrecy="secret",
    examples=(
        Example(
            inputs={
                "mass_kg": 3500,
                "speed_kmh": 36,
                "tested_mass_kg": 7200,
                "tested_speed_kmh": 48,
                "gap_m": 1.1,
            },
            outputs={"energy_kj": 175, "tested_kj": 640, "ok": True},
            arithmetic="36/3.6 = 10; 3500*100/2 = 175000 J; 48/3.6 = 13.333; 7200*177.78/2 = 640000 J; "
            "1.1 <= 1.2",
            published="test class V/7200[N2A]/48 is 640 kJ (from memory)",
        ),
        Example(
            inputs={"mass_kg": 2100, "speed_kmh": 72, "tested_mass_kg": 7200, "tested_speed_kmh": 48},
            outputs={"energy_kj": 420, "tested_kj": 640, "ok": False},
            arithmetic="72/3.6 = 20; 2100*400/2 = 420000 J, below 640, yet 72 > 48: not tested for that "
            "speed",
        ),
    ),
)
