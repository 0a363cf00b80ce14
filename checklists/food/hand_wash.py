"""How many hand washes the toilets need."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from checklists.colours import COLOURS
from checklists.food.counting import HAVE_LEAST, PIECES, UP, one_per
from evenemang.domain.calculator import (
    Calculator,
    CalculatorInput,
    CalculatorOutput,
    Example,
    Norms,
    Shown,
)
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

Colour = Literal["green", "yellow", "orange"]
NO_RANGE = Text(
    sv="Normen för handtvätt saknar ena änden. Kontrollera normen.",
    en="The norm of hand washes lacks one end. Check the norm.",
)


class HandWashInput(CalculatorInput):
    """The toilets, and the hand washes there are."""

    toilets: Annotated[
        int,
        Field(ge=1, le=10_000),
        Shown(
            Text(sv="Toaletter", en="Toilets"),
            PIECES,
            below=Text(sv="Ange antalet toaletter.", en="Enter the number of toilets."),
        ),
    ]
    have: Annotated[int | None, HAVE_LEAST, Shown(Text(sv="Finns", en="Have"), PIECES)] = None


class HandWashOutput(CalculatorOutput):
    """The least number and the number wanted; no colour where what there is was not given."""

    least: Annotated[int, Shown(Text(sv="Minst", en="At least"), PIECES, rounding=UP)]
    wanted: Annotated[int, Shown(Text(sv="Önskat", en="Wanted"), PIECES, rounding=UP)]
    level: Annotated[
        Colour | None,
        Shown(
            Text(sv="Färg", en="Colour"),
            words={name: COLOURS[name] for name in ("green", "yellow", "orange")},
        ),
    ] = None


def hand_wash(asked: HandWashInput, norms: Norms) -> HandWashOutput:
    """Return how many hand washes the toilets need at least, and how many are wanted.

    Raises:
        CalculationRefused: If the norm is no longer a range.

    Source:
        Test Valley Borough Council; docs/calculators.md.
    """
    low, high = norms["hand-wash"].low, norms["hand-wash"].high
    if low is None or high is None:
        raise CalculationRefused("hand-wash is no range", why=NO_RANGE)
    least, wanted = one_per(asked.toilets, high), one_per(asked.toilets, low)
    return HandWashOutput(least=least, wanted=wanted, level=_colour(asked.have, least, wanted))


def _colour(have: int | None, least: int, wanted: int) -> Colour | None:
    if have is None:
        return None
    if have >= wanted:
        return "green"
    return "yellow" if have >= least else "orange"


HAND_WASH = Calculator(
    id="food.hand-wash",
    area="food",
    title=Text(sv="Handtvätt", en="Hand wash"),
    purpose=Text(
        sv="Räknar ut hur många handtvättar toaletterna behöver.",
        en="Works out how many hand washes the toilets need.",
    ),
    input=HandWashInput,
    output=HandWashOutput,
    norms=("hand-wash",),
    formula=("least = ceil(toilets / 10)", "wanted = ceil(toilets / 5)"),
    caveats=(
        Text(
            sv="Urinoarer räknas inte. Personal som hanterar mat har egen handtvätt. Djur på området kräver "
            "handtvätt vid djuren.",
            en="Urinals do not count. Food staff have their own. Animals on site call for hand wash by the "
            "animals.",
        ),
    ),
    sources=("testvalley",),
    compute=hand_wash,
    examples=(
        Example(
            inputs={"toilets": 23, "have": 4},
            outputs={"least": 3, "wanted": 5, "level": "yellow"},
            arithmetic="23/10 = 2.3 -> 3; 23/5 = 4.6 -> 5; 3 <= 4 < 5",
        ),
        Example(
            inputs={"toilets": 10, "have": 2},
            outputs={"least": 1, "wanted": 2, "level": "green"},
            arithmetic="10/10 = 1; 10/5 = 2; 2 >= 2",
        ),
    ),
)
