from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from evenemang.domain.matrix import LEVELS, LevelId
from tests.domain.making import bands, matrix

STEPS = st.integers(1, 5)


def grid_with(row: int, column: int, level: LevelId) -> tuple[tuple[LevelId, ...], ...]:
    return tuple(
        tuple(
            level if (likelihood, consequence) == (row, column) else bands(likelihood * consequence)
            for consequence in range(1, 6)
        )
        for likelihood in range(1, 6)
    )


@given(STEPS, STEPS)
def test_a_step_up_never_lowers_the_level(likelihood: int, consequence: int) -> None:
    here = LEVELS.index(matrix().level(likelihood, consequence))

    assert likelihood == 5 or LEVELS.index(matrix().level(likelihood + 1, consequence)) >= here
    assert consequence == 5 or LEVELS.index(matrix().level(likelihood, consequence + 1)) >= here


def test_what_can_kill_is_never_low_however_unlikely() -> None:
    assert matrix().level(1, 5) != "low"
    assert matrix().asks_for_special_look(5)
    assert not matrix().asks_for_special_look(4)


def test_a_floor_lifts_a_cell_that_the_grid_calls_low() -> None:
    low_at_worst = grid_with(1, 5, "low")

    assert matrix(low_at_worst).level(1, 5) == "medium"


def test_a_matrix_where_low_touches_very_high_is_refused() -> None:
    with pytest.raises(ValidationError, match="touches a very high"):
        matrix(tuple(("low", "low", "very-high", "very-high", "very-high") for _ in range(5)))


def test_a_matrix_that_falls_along_a_row_is_refused() -> None:
    with pytest.raises(ValidationError, match="falls after"):
        matrix(grid_with(3, 3, "low"))


def test_every_cell_of_the_product_matrix_has_the_level_of_its_band() -> None:
    for likelihood, consequence in product(range(1, 6), range(1, 6)):
        assert matrix().level(likelihood, consequence) == bands(likelihood * consequence)
