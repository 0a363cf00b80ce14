"""The sums of medical care, refusal by refusal, property by property; the examples stand with the sums."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from checklists.medical.calculators import CALCULATORS
from checklists.medical.expected_patients_fields import PatientsOutput
from checklists.medical.maurer import LEADS
from checklists.medical.maurer_fields import EventKind, MaurerOutput
from evenemang.domain.calculation import caveats, norms_used, run
from evenemang.domain.calculator import Calculator, Norms, shown
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import Norm, NormFile
from evenemang.domain.poisson import mean_between
from evenemang.domain.text import Text

ROOT = Path(__file__).parents[2]
FILE = NormFile.model_validate(YAML(typ="safe").load(ROOT / "checklists/medical/norms.yaml"))
NORMS = {norm.id: norm for norm in FILE.norms}
SOURCES = {source.id: source for source in FILE.sources}
MAURER, PATIENTS = CALCULATORS
KINDS = get_args(EventKind)


def scored(norms: Norms = NORMS, **asked: Any) -> MaurerOutput:
    result = run(MAURER, {"indoor": False} | asked, norms)[1]
    assert isinstance(result, MaurerOutput)
    return result


def patients(norms: Norms = NORMS, **asked: Any) -> PatientsOutput:
    result = run(PATIENTS, asked, norms)[1]
    assert isinstance(result, PatientsOutput)
    return result


def replaced(norm_id: str, **changes: Any) -> dict[str, Norm]:
    return NORMS | {norm_id: Norm.model_validate(NORMS[norm_id].model_dump() | changes)}


OUTSIDE = {"expected": 900, "indoor": False}
REFUSALS: list[tuple[Calculator, Mapping[str, Any], str]] = [
    (MAURER, OUTSIDE | {"factor": 0.3}, "Ange högst tillåtet antal eller yta."),
    (
        MAURER,
        OUTSIDE | {"factor": 0.3, "permitted": 800},
        "Fler väntas än vad som är tillåtet: rätta det först.",
    ),
    (
        MAURER,
        OUTSIDE | {"factor": 0.3, "area_m2": 200},
        "Fler väntas än vad som är tillåtet: rätta det först.",
    ),
    (MAURER, OUTSIDE | {"permitted": 1000}, "Välj slag av evenemang eller ange en faktor."),
    (MAURER, OUTSIDE | {"permitted": 1000, "factor": 3}, "Egen faktor får vara högst 2."),
    (MAURER, {"expected": 900, "permitted": 1000, "factor": 1}, "Inomhus saknas. Ange ja eller nej."),
    (
        PATIENTS,
        {"visitors": 900, "past_patients": 3},
        "Ange både patienter och besökare från tidigare år.",
    ),
    (
        PATIENTS,
        {"visitors": 900, "past_visitors": 3},
        "Ange både patienter och besökare från tidigare år.",
    ),
    (
        PATIENTS,
        {"visitors": 900, "past_patients": 30, "past_visitors": 20},
        "Fler patienter än besökare: kontrollera talen.",
    ),
    (PATIENTS, {"visitors": 0}, "Besökare under hela evenemanget ska vara minst 1 personer."),
]


@pytest.mark.parametrize(("calculator", "inputs", "sentence"), REFUSALS)
def test_what_makes_no_sense_is_refused_in_words(
    calculator: Calculator, inputs: Mapping[str, Any], sentence: str
) -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(calculator, inputs, NORMS)

    assert refused.value.say("sv") == sentence
    assert refused.value.say("en") != sentence


@pytest.mark.parametrize(
    ("permitted", "z"),
    [(1, 1), (500, 1), (501, 2), (1500, 3), (20000, 7), (20001, 8), (30000, 8), (30001, 9), (1_000_000, 105)],
)
def test_the_permitted_number_gives_its_points(permitted: int, z: int) -> None:
    assert scored(permitted=permitted, expected=1, factor=1).z == z


@pytest.mark.parametrize(
    ("kind", "factor", "told"),
    [
        ("hiking", "0.1", "both"),
        ("flea-market", "0.3", "wikipedia"),
        ("show", "0.4", "book"),
        ("concert", "0.2", "wikipedia"),
        ("open-air-concert", "1.0", "book"),
    ],
)
def test_the_higher_factor_is_used_and_told(kind: str, factor: str, told: str) -> None:
    result = scored(permitted=1000, expected=1, kind=kind)

    assert (result.factor, result.factor_from) == (Decimal(factor), told)
    assert scored(permitted=1000, expected=1, kind=kind, factor=2).factor_from == "own"


def test_every_kind_of_event_has_a_factor_in_the_norm() -> None:
    known = {row.code("id") for row in NORMS["maurer-factors"].table}

    assert {one for one in KINDS if one not in known} == set()
    assert all(scored(permitted=10, expected=1, kind=one).points > 0 for one in KINDS)


@pytest.mark.parametrize(("expected", "aiders"), [(6000, 5), (6001, 10)])
def test_points_are_not_rounded_before_the_tables(expected: int, aiders: int) -> None:
    result = scored(permitted=6001, expected=expected, factor=0.75)

    assert (result.points > Decimal("13.5")) == (aiders == 10)
    assert result.first_aiders == aiders


def test_a_replaced_table_changes_the_answer_and_is_seen() -> None:
    norms = replaced("maurer-first-aiders", table=[{"at_most": 1, "number": 1}, {"over": 1, "number": 9}])
    asked: dict[str, Any] = {"permitted": 9000, "expected": 7250, "kind": "folk-festival"}

    assert (scored(**asked).first_aiders, scored(norms, **asked).first_aiders) == (5, 9)
    used = {one.id: one for one in norms_used(MAURER, norms, SOURCES)}
    assert used["maurer-first-aiders"].value == "at_most 1, number 1; over 1, number 9"


def test_words_stand_for_the_codes() -> None:
    result = scored(permitted=9000, expected=7250, kind="folk-festival")

    assert shown(result, "lead") == Text(sv="ingen stab", en="no staff")
    assert shown(result, "factor_from") == Text(sv="boken, som är högst", en="the book, which is higher")


FACTORS = st.decimals(Decimal("0.05"), Decimal("2"), places=2)
VISITS = st.integers(1, 300_000)


@given(VISITS, st.lists(FACTORS, min_size=2, max_size=2).map(sorted), st.integers(0, 50), st.data())
def test_points_and_resources_never_shrink_when_anything_grows(
    permitted: int, factors: list[Decimal], vip: int, data: st.DataObject
) -> None:
    expected = data.draw(st.integers(1, permitted))
    larger = data.draw(st.integers(permitted, 2 * permitted))
    before = scored(permitted=permitted, expected=expected, factor=factors[0], vip=vip)
    after = scored(
        permitted=larger,
        expected=data.draw(st.integers(expected, larger)),
        factor=factors[1],
        vip=data.draw(st.integers(vip, 100)),
        violence=data.draw(st.booleans()),
    )

    assert before.points <= after.points
    for name in ("first_aiders", "transport", "ambulances", "doctors"):
        assert getattr(before, name) <= getattr(after, name)
    assert LEADS.index(before.lead) <= LEADS.index(after.lead)


@given(VISITS, FACTORS, st.integers(0, 100), st.booleans())
def test_indoors_doubles_z_and_nothing_else(
    permitted: int, factor: Decimal, vip: int, violence: bool
) -> None:
    rest: dict[str, Any] = {
        "permitted": permitted,
        "expected": permitted,
        "factor": factor,
        "vip": vip,
        "violence": violence,
    }
    outdoors, indoors = scored(**rest), scored(**rest | {"indoor": True})

    assert indoors.z == 2 * outdoors.z
    assert indoors.points - outdoors.points == outdoors.z * factor


def test_an_own_rate_is_told_from_the_literatures() -> None:
    assert patients(visitors=1000, ppr_per_1000=2).basis == "own-rate"
    assert patients(visitors=1000, ppr_per_1000=0.992).basis == "literature"
    assert patients(visitors=1000, ppr_per_1000=2).expected_patients == 2


def test_a_replaced_rate_changes_the_answer() -> None:
    result = patients(replaced("ppr-literature", value=5), visitors=1000)

    assert result.expected_patients == 5
    assert result.basis == "literature"


def test_a_narrower_confidence_gives_a_narrower_interval() -> None:
    history: dict[str, Any] = {"visitors": 1000, "past_patients": 25, "past_visitors": 1000}
    narrow = patients(replaced("interval-level", value=0.8), **history)

    assert patients(**history).mean_low < narrow.mean_low < narrow.mean_high < patients(**history).mean_high


def test_patients_are_shown_rounded_in_the_careful_direction() -> None:
    result = patients(visitors=10000, past_patients=25, past_visitors=10000)

    assert (shown(result, "mean_low"), shown(result, "mean_high")) == (Decimal("16.1"), Decimal("37.0"))
    assert shown(result, "expected_transports") == Decimal("0.27")
    assert shown(result, "basis") == Text(sv="egen historia", en="own history")


@settings(deadline=None)
@given(st.integers(1, 20_000), st.integers(0, 60), st.integers(100, 20_000))
def test_the_expected_number_lies_between_its_bounds(visitors: int, past: int, past_visitors: int) -> None:
    result = patients(visitors=visitors, past_patients=past, past_visitors=past_visitors)

    assert result.mean_low <= result.expected_patients <= result.mean_high
    assert result.count_low <= result.count_high
    assert (result.mean_low == 0) == (past == 0)
    assert result.mean_high > 0


@settings(deadline=None)
@given(st.integers(1, 40), st.integers(2, 5))
def test_the_interval_narrows_when_the_history_grows_at_the_same_rate(past: int, times: int) -> None:
    assume(past * times <= 1000)
    short = patients(visitors=1000, past_patients=past, past_visitors=1000)
    long = patients(visitors=1000, past_patients=past * times, past_visitors=1000 * times)

    assert long.expected_patients == short.expected_patients
    assert long.mean_high - long.mean_low < short.mean_high - short.mean_low


@settings(deadline=None)
@given(st.integers(1, 300))
def test_a_count_lies_between_garwoods_bounds(count: int) -> None:
    low, high = mean_between(count, 0.95)

    assert low < count < high


def test_a_large_history_is_counted_too() -> None:
    result = patients(visitors=1_000_000, past_patients=1_000_000, past_visitors=100_000_000)

    assert result.expected_patients == 10_000
    assert result.count_low < 10_000 < result.count_high


def test_what_is_from_memory_is_said() -> None:
    assert "den ena ur minnet" in " ".join(one.sv for one in caveats(MAURER, NORMS))
    assert SOURCES["maurer-wiki"].checked is None
