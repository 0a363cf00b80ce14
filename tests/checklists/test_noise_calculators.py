"""The sums of noise, refusal by refusal, property by property; the examples stand with each sum."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checklists.noise.distance import DISTANCE
from checklists.noise.distance_fields import DistanceOutput
from checklists.noise.exposure import EXPOSURE
from checklists.noise.exposure_fields import ExposureOutput
from checklists.noise.limits import LIMITS
from checklists.noise.limits_fields import LimitsOutput
from evenemang.domain.calculation import caveats, norms_used, run
from evenemang.domain.calculator import Calculator, Norms, shown
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text
from tests.checklists.calculating import NORMS, SOURCES, decimals, replaced


def sound(levels: list[Any], **more: Any) -> DistanceOutput:
    result = run(DISTANCE, {"levels_db": levels, **more}, NORMS)[1]
    assert isinstance(result, DistanceOutput)
    return result


def limits(norms: Norms = NORMS, **asked: Any) -> LimitsOutput:
    result = run(LIMITS, asked, norms)[1]
    assert isinstance(result, LimitsOutput)
    return result


def at_dwelling(start: str, end: str, norms: Norms = NORMS, **more: Any) -> LimitsOutput:
    return limits(norms, place="facade", start=start, end=end, **more)


def dose(parts: list[tuple[Any, Any]], norms: Norms = NORMS, **more: Any) -> ExposureOutput:
    rows = [{"level_dba": level, "minutes": minutes} for level, minutes in parts]
    result = run(EXPOSURE, {"parts": rows, **more}, norms)[1]
    assert isinstance(result, ExposureOutput)
    return result


TOO_NEAR = Text(
    sv="Närmare än en meter gäller inte formeln.",
    en="Closer than one metre the formula does not hold.",
)
HALF = Text(
    sv="Ange på vilket avstånd nivåerna är mätta.",
    en="Say at which distance the levels were measured.",
)
HOURS = Text(
    sv="Ange klockslag: gränsen är lägre på natten.",
    en="Give the times: the limit is lower at night.",
)
REFUSALS: list[tuple[Calculator, dict[str, Any], Text]] = [
    (
        DISTANCE,
        {"levels_db": []},
        Text(sv="Ange minst en ljudnivå.", en="Enter at least one level."),
    ),
    (DISTANCE, {"levels_db": [90], "r2_m": 50}, HALF),
    (DISTANCE, {"levels_db": [90], "limit_db": 70}, HALF),
    (DISTANCE, {"levels_db": [90], "r1_m": 0.5, "r2_m": 50}, TOO_NEAR),
    (DISTANCE, {"levels_db": [90], "r1_m": 5, "r2_m": 0.5}, TOO_NEAR),
    (
        DISTANCE,
        {"levels_db": [90, 10]},
        Text(
            sv="Tal 2: Nivåer vid samma punkt, var och en för sig ska vara minst 20 dBA.",
            en="Figure 2: Levels at the same point, each by itself must be at least 20 dBA.",
        ),
    ),
    (
        LIMITS,
        {"place": "audience", "laeq": 95},
        Text(
            sv="Ange om barn under 13 år har tillträde.",
            en="Say whether under-13s have access.",
        ),
    ),
    (LIMITS, {"place": "facade", "laeq": 60}, HOURS),
    (LIMITS, {"place": "facade", "start": "19:00", "laeq": 60}, HOURS),
    (
        EXPOSURE,
        {"parts": []},
        Text(sv="Ange minst en nivå och tid.", en="Enter at least one level and time."),
    ),
    (
        EXPOSURE,
        {"parts": [{"level_dba": 80, "minutes": 1500}]},
        Text(
            sv="Delar av passet 1: Passet är längre än ett dygn.",
            en="Parts of the shift 1: The shift is longer than a day.",
        ),
    ),
    (
        EXPOSURE,
        {"parts": [{"level_dba": 80, "minutes": 800}, {"level_dba": 85, "minutes": 641}]},
        Text(sv="Passet är längre än ett dygn.", en="The shift is longer than a day."),
    ),
]


@pytest.mark.parametrize(("calculator", "inputs", "sentence"), REFUSALS)
def test_what_makes_no_sense_is_refused_in_words(
    calculator: Calculator, inputs: dict[str, Any], sentence: Text
) -> None:
    with pytest.raises(CalculationRefused) as refused:
        run(calculator, inputs, NORMS)

    assert refused.value.say("sv") == sentence.sv
    assert refused.value.say("en") == sentence.en


def test_the_distance_of_the_limit_needs_no_place_to_compute_for() -> None:
    result = sound([90], r1_m=10, limit_db=70)

    assert result.limit_distance_m == 100
    assert (result.at_r2_db, result.ok) == (None, None)
    assert shown(result, "ok") is None


def test_exactly_at_the_limit_is_still_below() -> None:
    assert sound([90], r1_m=10, r2_m=100, limit_db=70).ok is True
    assert sound([90.1], r1_m=10, r2_m=100, limit_db=70).ok is False


def test_the_distance_of_the_limit_is_shown_up_to_the_next_metre() -> None:
    assert shown(sound([88, 91, 79], r1_m=20, limit_db=70), "limit_distance_m") == 281


@pytest.mark.parametrize(
    ("laeq", "level"), [(94, "green"), (94.1, "yellow"), (97, "yellow"), (97.1, "red"), (None, None)]
)
def test_the_margin_to_the_limit_gives_the_colour(laeq: float | None, level: str | None) -> None:
    assert limits(place="audience", audience="mixed", laeq=laeq).level == level


def test_the_highest_level_counts_where_it_is_the_worse() -> None:
    result = limits(place="audience", audience="mixed", laeq=90, lafmax=111)

    assert (result.over, result.level) == (Decimal(1), "red")


def test_at_a_dwelling_the_highest_level_has_no_limit_to_pass() -> None:
    result = at_dwelling("19:00", "22:00", lafmax=100)

    assert (result.limit_lafmax, result.over, result.level) == (None, None, None)


@pytest.mark.parametrize(
    ("start", "end", "limit"),
    [
        ("10:00", "24:00", 70),
        ("10:00", "00:00", 70),
        ("09:59", "12:00", 45),
        ("08:00", "10:00", 45),
        ("23:00", "00:01", 45),
        ("24:00", "00:30", 45),
        ("20:00", "20:00", 45),
        ("23:00", "11:00", 45),
    ],
)
def test_any_moment_of_the_night_brings_the_limit_of_the_night(start: str, end: str, limit: int) -> None:
    assert at_dwelling(start, end).limit_laeq == limit


def test_a_replaced_limit_changes_the_answer_and_is_seen() -> None:
    rows = [
        {"id": "evening", "from": "18:00", "to": "02:00", "laeq": 60},
        {"id": "rest", "from": "02:00", "to": "18:00", "laeq": 50},
    ]
    norms = replaced("sound-limits-facade", table=rows)

    assert at_dwelling("20:00", "01:00", norms).limit_laeq == 60
    assert at_dwelling("01:00", "03:00", norms).limit_laeq == 50
    used = {one.id: one.value for one in norms_used(LIMITS, norms, SOURCES)}
    assert "evening from 18:00, to 02:00, laeq 60" in used["sound-limits-facade"]


def test_a_limit_the_replaced_norm_leaves_out_is_refused() -> None:
    only = replaced("sound-limits-audience", table=[{"id": "mixed", "laeq": 95}])
    noon = replaced("sound-limits-facade", table=[{"id": "day", "from": "10:00", "to": "14:00", "laeq": 60}])

    assert limits(only, place="audience", audience="mixed").limit_lafmax is None
    with pytest.raises(CalculationRefused, match="no limit for this"):
        limits(only, place="audience", audience="children")
    with pytest.raises(CalculationRefused, match="no limit for this"):
        at_dwelling("20:00", "22:00", noon)


def test_a_replaced_margin_moves_the_yellow() -> None:
    assert limits(replaced("sound-margin", value=1), place="audience", audience="mixed", laeq=96).level == (
        "green"
    )


def test_the_swedish_rule_counts_where_nobody_chooses() -> None:
    assert dose([(94, 60)]).exchange_db == 3


def test_a_dose_is_shown_up_and_the_time_down() -> None:
    result = dose([(86, 100)])

    assert shown(result, "allowed_min") == Decimal("380.9")
    assert shown(result, "dose_percent") == Decimal("26.3")


def test_a_replaced_rule_changes_the_dose_and_one_left_out_is_refused() -> None:
    rows = [{"id": "eu", "level_dba": 80, "hours": 8, "exchange_db": 3}]
    norms = replaced("exposure-rules", table=rows)

    assert dose([(83, 240)], norms).dose_percent == 100
    with pytest.raises(CalculationRefused, match="no rule osha"):
        dose([(83, 240)], norms, rule="osha")


def test_what_the_sums_of_noise_do_not_say_is_told() -> None:
    assert "mät vid fasaden" in caveats(DISTANCE, NORMS)[0].sv
    said = " ".join(one.sv for one in caveats(LIMITS, NORMS))
    assert "Alingsås sida är odaterad" in said
    assert "Ur minnet eller egen bedömning: Marginal till gränsen som ger gult" in said
    assert "utan hörselskydd" in caveats(EXPOSURE, NORMS)[0].sv


LEVELS = st.lists(decimals("40", "130", 1), min_size=1, max_size=6)
METRES = decimals("1", "2000", 1)
CLOCKS = st.integers(0, 24 * 60 - 1).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")
PARTS = st.lists(st.tuples(decimals("60", "130", 1), decimals("0", "200", 1)), min_size=1, max_size=5)
NEAR = Decimal("0.000001")


@given(LEVELS.flatmap(lambda levels: st.tuples(st.just(levels), st.permutations(levels))))
def test_together_is_at_least_the_loudest_in_any_order(
    pair: tuple[list[Decimal], list[Decimal]],
) -> None:
    levels, shuffled = pair

    assert sound(levels).sum_db >= max(levels) - NEAR
    assert abs(sound(shuffled).sum_db - sound(levels).sum_db) < NEAR


@given(LEVELS, METRES, METRES)
def test_twice_the_distance_lowers_by_six_decibels(
    levels: list[Decimal], near: Decimal, far: Decimal
) -> None:
    once, twice = sound(levels, r1_m=near, r2_m=far).at_r2_db, sound(levels, r1_m=near, r2_m=2 * far).at_r2_db

    assert once is not None
    assert twice is not None
    assert abs(once - twice - Decimal("6.0206")) < Decimal("0.0001")


@given(LEVELS, METRES)
def test_where_it_was_measured_the_level_is_the_sum(levels: list[Decimal], here: Decimal) -> None:
    result = sound(levels, r1_m=here, r2_m=here)

    assert result.at_r2_db == result.sum_db


@given(LEVELS, decimals("1", "50", 1), decimals("0", "30", 1))
def test_at_the_distance_of_the_limit_the_level_is_the_limit(
    levels: list[Decimal], here: Decimal, below: Decimal
) -> None:
    limit = max(Decimal(20), max(levels) - below)
    there = sound(levels, r1_m=here, limit_db=limit).limit_distance_m

    assert there is not None
    at_limit = sound(levels, r1_m=here, r2_m=there).at_r2_db
    assert at_limit is not None
    assert abs(at_limit - limit) < NEAR


def test_the_younger_the_audience_the_lower_both_limits() -> None:
    children, mixed, grown = (
        limits(place="audience", audience=one) for one in ("children", "mixed", "no-under-13")
    )

    assert children.limit_laeq <= mixed.limit_laeq <= grown.limit_laeq
    assert children.limit_lafmax is not None
    assert mixed.limit_lafmax is not None
    assert grown.limit_lafmax is not None
    assert children.limit_lafmax <= mixed.limit_lafmax <= grown.limit_lafmax


@given(CLOCKS, st.integers(0, 599))
def test_a_minute_more_after_midnight_never_raises_the_limit(start: str, minutes: int) -> None:
    ends = [f"{one // 60:02}:{one % 60:02}" for one in (minutes, minutes + 1)]
    assume(not ends[0] <= start < "10:00")  # else it ends before it begins, and goes on for a day

    shorter, longer = (at_dwelling(start, end).limit_laeq for end in ends)
    assert longer <= shorter


@given(decimals("20", "139", 1), decimals("0", "1", 1))
def test_the_colour_never_improves_when_it_gets_louder(laeq: Decimal, more: Decimal) -> None:
    order = ["green", "yellow", "red"]
    before, after = (
        limits(place="audience", audience="mixed", laeq=one).level for one in (laeq, laeq + more)
    )

    assert order.index(str(before)) <= order.index(str(after))


@given(decimals("60", "120", 1), st.sampled_from([("eu", 3), ("osha", 5)]))
def test_a_level_raised_by_the_exchange_halves_the_time(level: Decimal, rule: tuple[str, int]) -> None:
    name, exchange = rule
    before, after = (dose([(one, 1)], rule=name).allowed_min for one in (level, level + exchange))

    assert abs(before - 2 * after) < NEAR


@given(PARTS)
def test_the_dose_adds_over_the_parts(parts: list[tuple[Decimal, Decimal]]) -> None:
    each = sum((dose([part]).dose_percent for part in parts), Decimal(0))

    assert dose(parts).dose_percent == pytest.approx(each)


@given(decimals("85", "130", 1))
def test_from_eighty_five_the_american_rule_allows_at_least_as_much(level: Decimal) -> None:
    assert dose([(level, 1)], rule="osha").allowed_min >= dose([(level, 1)]).allowed_min
