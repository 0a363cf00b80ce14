"""The permit for LPG is asked about where one is needed, and nowhere else."""

from __future__ import annotations

import pytest

from evenemang.bootstrap import content
from evenemang.domain.condition import Facts

PERMIT = next(one for one in content().areas["fire"].questions() if one.id == "fire.lpg-permit")
OUTDOORS = {"gas": True, "indoors": False, "tents": False}
IN_TENTS = OUTDOORS | {"tents": True}


@pytest.mark.parametrize(
    ("event", "most", "indoors", "asked"),
    [
        (OUTDOORS, 60, None, False),
        (OUTDOORS, 61, None, True),
        (OUTDOORS, None, None, True),
        (IN_TENTS, 45, 0, False),
        (IN_TENTS, 45, 2, False),
        (IN_TENTS, 45, 3, True),
        (IN_TENTS, 45, None, True),
        ({"gas": False, "indoors": True, "tents": True}, 90, 9, False),
    ],
)
def test_the_permit_is_asked_about_above_a_limit_or_while_the_litres_are_unknown(
    event: dict[str, bool], most: int | None, indoors: int | None, asked: bool
) -> None:
    litres = {"fire.lpg-most": most, "fire.lpg-indoors": indoors}
    answers = {question: value for question, value in litres.items() if value is not None}

    assert PERMIT.shown(Facts(event=event, answers=answers)) is asked


def test_gas_without_its_permit_is_what_an_officer_stops() -> None:
    (missing,) = PERMIT.raises

    assert content().matrix.level(missing.likelihood, missing.consequence) == "high"
