"""The sum of threats, refusal by refusal, property by property; the examples stand with the sum."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from checklists.threats.vehicle_energy import VEHICLE_ENERGY, EnergyOutput
from evenemang.domain.calculation import caveats, run
from evenemang.domain.calculator import Norms, shown
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import Norm, NormFile

ROOT = Path(__file__).parents[2]
FILE = NormFile.model_validate(YAML(typ="safe").load(ROOT / "checklists/threats/norms.yaml"))
NORMS = {norm.id: norm for norm in FILE.norms}
TESTED: dict[str, Any] = {"tested_mass_kg": 7200, "tested_speed_kmh": 48}


def energy(norms: Norms = NORMS, **asked: Any) -> EnergyOutput:
    result = run(VEHICLE_ENERGY, {"mass_kg": 3500, "speed_kmh": 40} | asked, norms)[1]
    assert isinstance(result, EnergyOutput)
    return result


@pytest.mark.parametrize(
    ("inputs", "sentence"),
    [
        ({"tested_mass_kg": 2500}, "Ange både vikt och fart som hindret är provat för."),
        ({"tested_speed_kmh": 50}, "Ange både vikt och fart som hindret är provat för."),
        ({"speed_kmh": 0}, "Ange en fart på minst 1 km/h."),
        ({"mass_kg": 90}, "Fordonets vikt ska vara minst 100 kg."),
        ({"gap_m": -1}, "Största lucka ska vara minst 0 m."),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(inputs: Mapping[str, Any], sentence: str) -> None:
    with pytest.raises(CalculationRefused) as refused:
        energy(**inputs)

    assert refused.value.say("sv") == sentence
    assert refused.value.say("en") != sentence


@pytest.mark.parametrize(
    ("asked", "ok"),
    [
        ({}, None),
        ({"gap_m": 1.2}, None),
        ({"gap_m": 1.21}, False),
        (TESTED, True),
        (TESTED | {"gap_m": 1.2}, True),
        (TESTED | {"gap_m": 1.21}, False),
        (TESTED | {"speed_kmh": 48, "mass_kg": 7200}, True),
        (TESTED | {"speed_kmh": 49, "mass_kg": 100}, False),
        (TESTED | {"mass_kg": 7201, "speed_kmh": 1}, False),
    ],
)
def test_a_barrier_is_tested_for_a_vehicle_only_in_mass_and_speed_and_gap(
    asked: dict[str, Any], ok: bool | None
) -> None:
    assert energy(**asked).ok is ok


def test_a_replaced_gap_changes_the_verdict() -> None:
    norms = NORMS | {"bollard-gap": Norm.model_validate(NORMS["bollard-gap"].model_dump() | {"value": 1.0})}

    assert (energy(gap_m=1.1, **TESTED).ok, energy(norms, gap_m=1.1, **TESTED).ok) == (True, False)


def test_energies_are_shown_rounded_to_the_careful_side() -> None:
    result = energy(**TESTED | {"tested_speed_kmh": 49})

    assert shown(result, "energy_kj") == Decimal("216.1")
    assert shown(result, "tested_kj") == Decimal("666.9")


VALUES = st.decimals(Decimal(100), Decimal(20_000), places=0)
SPEEDS = st.decimals(Decimal(1), Decimal(100), places=0)


@given(VALUES, SPEEDS)
def test_energy_grows_with_the_mass_and_with_the_square_of_the_speed(mass: Decimal, speed: Decimal) -> None:
    one = energy(mass_kg=mass, speed_kmh=speed).energy_kj

    assert float(energy(mass_kg=2 * mass, speed_kmh=speed).energy_kj) == pytest.approx(float(2 * one))
    assert float(energy(mass_kg=mass, speed_kmh=2 * speed).energy_kj) == pytest.approx(float(4 * one))


@given(VALUES, SPEEDS, VALUES, SPEEDS)
def test_a_heavier_or_faster_vehicle_never_turns_the_verdict_good(
    mass: Decimal, speed: Decimal, more: Decimal, faster: Decimal
) -> None:
    light = energy(**TESTED, mass_kg=mass, speed_kmh=speed)
    heavy = energy(**TESTED, mass_kg=mass + more, speed_kmh=speed + faster)

    assert light.ok or not heavy.ok


def test_the_sum_is_secret_and_says_that_the_gap_is_from_memory() -> None:
    assert VEHICLE_ENERGY.secrecy == "secret"
    assert caveats(VEHICLE_ENERGY, NORMS)[-1].sv == (
        "Ur minnet eller egen bedömning: Största fria mått mellan hinder."
    )
