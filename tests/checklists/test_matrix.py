"""The standard matrix says what reference.md §1.2 and design.md §4.13 say."""

import pytest

from evenemang.catalogue import load_content
from evenemang.domain.matrix import LevelId, Matrix, View
from evenemang.hooks import collect

STEPS = range(1, 6)


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    return load_content(collect()).matrix


def band(score: int) -> LevelId:
    if score <= 4:
        return "low"
    if score <= 9:
        return "medium"
    return "high" if score <= 16 else "very-high"


@pytest.mark.parametrize("likelihood", STEPS)
@pytest.mark.parametrize("consequence", STEPS)
def test_a_cell_has_the_level_of_its_score(matrix: Matrix, likelihood: int, consequence: int) -> None:
    assert matrix.grid[likelihood - 1][consequence - 1] == band(likelihood * consequence)


def test_deaths_are_never_green_and_ask_for_a_special_look(matrix: Matrix) -> None:
    assert all(matrix.level(likelihood, 5) != "low" for likelihood in STEPS)
    assert matrix.asks_for_special_look(5)
    assert not matrix.asks_for_special_look(4)


def test_threats_are_read_as_vulnerability(matrix: Matrix) -> None:
    assert matrix.vulnerability.title.sv == "Sårbarhet"
    assert matrix.vulnerability.word(5).sv == "Mycket hög"


@pytest.mark.parametrize(
    ("view", "word", "takes"),
    [
        ("approved", "Tillstyrks", ("medium", False, True)),
        ("approved-with-conditions", "Tillstyrks med villkor", ("high", False, True)),
        ("rejected", "Avstyrks", ("very-high", True, False)),
        ("to-complete", "Kompletteras", ("very-high", True, False)),
        ("no-objection", "Inget att erinra", ("medium", False, True)),
    ],
)
def test_the_table_of_decisions(
    matrix: Matrix, view: View, word: str, takes: tuple[LevelId, bool, bool]
) -> None:
    rule = matrix.rule(view)

    assert rule.word.sv == word
    assert (rule.highest_residual, rule.needs_motive, rule.needs_depth_one) == takes


def test_only_approval_with_conditions_bears_a_high_risk_that_is_handled(matrix: Matrix) -> None:
    rules = {rule.view: (rule.handled_at, rule.needs_conditions) for rule in matrix.decisions}

    assert rules.pop("approved-with-conditions") == ("high", True)
    assert set(rules.values()) == {(None, False)}
