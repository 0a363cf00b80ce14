"""Likelihood as judged against frequency as seen: worked by hand, and what must hold for every count."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from evenemang import bootstrap
from evenemang.domain.frequency import Verdict, bands, frequency, touched, verdict
from evenemang.domain.matrix import Matrix, Scale

MATRIX = bootstrap.content().matrix
BANDS = bands(MATRIX.likelihood) or ()
ORDER: list[Verdict] = ["too-low", "too-few", "in-line", "too-high"]
COUNTS = st.tuples(st.integers(0, 400), st.integers(1, 4000))


def without_figures(*steps: int) -> Scale:
    scale = MATRIX.likelihood
    bare = tuple(one.model_copy(update={"below": None}) if one.step in steps else one for one in scale.steps)
    return scale.model_copy(update={"steps": bare})


def test_the_steps_mean_what_their_anchors_say() -> None:
    assert [(one.low, one.high) for one in BANDS] == [
        (0, 0.001),
        (0.001, 0.01),
        (0.01, 0.1),
        (0.1, 0.5),
        (0.5, 1),
    ]


def test_a_matrix_in_words_alone_has_no_bands() -> None:
    assert bands(without_figures(1, 2, 3, 4)) is None


@pytest.mark.parametrize("steps", [(2,), (1, 2, 3)])
def test_a_matrix_with_figures_at_some_steps_is_refused(steps: tuple[int, ...]) -> None:
    with pytest.raises(ValidationError, match="below must stand at each step"):
        Matrix.model_validate({**MATRIX.model_dump(), "likelihood": without_figures(*steps).model_dump()})


def test_five_incidents_at_a_hundred_events_are_a_chance_of_5_percent_between_1_6_and_11() -> None:
    seen = frequency(5, 100)

    # Garwood's interval of 5 is 1.6235–11.6683; the chance of any is 1 − e^(−mean / 100)
    assert seen
    assert seen.chance == pytest.approx(1 - exp(-0.05))
    assert (seen.lower, seen.upper) == pytest.approx((0.01610, 0.11013), abs=1e-5)
    assert touched(seen, BANDS) == (3, 4)


@pytest.mark.parametrize(
    ("happened", "events", "verdicts"),
    [
        (0, 1, ["too-few"] * 5),
        (0, 8, ["too-few"] * 4 + ["too-high"]),
        (1, 1, ["too-low"] * 2 + ["too-few"] * 3),
        (1, 10, ["too-low", "too-few", "too-few", "too-few", "too-high"]),
        (5, 100, ["too-low", "too-low", "in-line", "in-line", "too-high"]),
        (30, 100, ["too-low", "too-low", "too-low", "in-line", "too-high"]),
        (0, 369, ["in-line", "in-line", "too-high", "too-high", "too-high"]),
        (1000, 1, ["too-low"] * 4 + ["in-line"]),
    ],
)
def test_a_step_is_held_against_what_was_seen(happened: int, events: int, verdicts: list[Verdict]) -> None:
    assert [verdict(one.step, frequency(happened, events), BANDS) for one in BANDS] == verdicts


def test_a_step_that_nobody_judged_to_is_not_said_anything_about() -> None:
    assert frequency(0, 0) is None
    assert verdict(3, None, BANDS) == "too-few"


@given(COUNTS)
def test_verdicts_go_from_too_low_to_too_high_as_the_step_rises(counted: tuple[int, int]) -> None:
    seen = frequency(*counted)
    said = [verdict(one.step, seen, BANDS) for one in BANDS]

    steps = touched(seen, BANDS) if seen else ()
    assert list(steps) == list(range(steps[0], steps[-1] + 1))
    assert said == (
        ["too-low"] * (steps[0] - 1)
        + ["in-line" if len(steps) <= 2 else "too-few"] * len(steps)
        + ["too-high"] * (5 - steps[-1])
    )


@given(COUNTS)
def test_the_interval_holds_what_was_seen_and_narrows_with_ten_times_as_much(
    counted: tuple[int, int],
) -> None:
    happened, events = counted
    seen, more = frequency(happened, events), frequency(10 * happened, 10 * events)

    assert seen
    assert more
    assert 0 <= seen.lower <= seen.chance <= seen.upper <= 1
    assert more.upper - more.lower <= seen.upper - seen.lower + 1e-12
