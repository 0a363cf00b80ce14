"""How many places with free drinking water are needed."""

from __future__ import annotations

from typing import Annotated

from checklists.food.counting import HAVE_LEAST, PIECES, UP, VISITORS, Visitors, one_per
from evenemang.domain.calculator import (
    Calculator,
    CalculatorInput,
    CalculatorOutput,
    Example,
    Norms,
    Shown,
)
from evenemang.domain.text import Text


class WaterInput(CalculatorInput):
    """The visitors, and the water outlets there are."""

    visitors: Annotated[int, Visitors, VISITORS]
    have: Annotated[
        int | None,
        HAVE_LEAST,
        Shown(Text(sv="Finns", en="Have"), PIECES, starts="answers.food.water-points"),
    ] = None


class WaterOutput(CalculatorOutput):
    """How many are needed, and whether those there are suffice."""

    outlets: Annotated[
        int,
        Shown(Text(sv="Dricksvattenställen", en="Drinking water outlets"), PIECES, rounding=UP),
    ]
    ok: Annotated[bool | None, Shown(Text(sv="Räcker", en="Enough"))] = None


def drinking_water(asked: WaterInput, norms: Norms) -> WaterOutput:
    """Return how many drinking water outlets are needed, at least one.

    Source:
        HSG195, withdrawn, from memory; docs/calculators.md.
    """
    outlets = max(1, one_per(asked.visitors, norms["water-outlet"].figure))
    return WaterOutput(outlets=outlets, ok=None if asked.have is None else asked.have >= outlets)


DRINKING_WATER = Calculator(
    id="food.drinking-water",
    area="food",
    title=Text(sv="Dricksvatten", en="Drinking water"),
    purpose=Text(
        sv="Räknar ut hur många ställen med gratis dricksvatten som behövs.",
        en="Works out how many places with free drinking water are needed.",
    ),
    input=WaterInput,
    output=WaterOutput,
    norms=("water-outlet", "heat-operations"),
    formula=("outlets = max(1, ceil(visitors / 3000))",),
    caveats=(
        Text(
            sv="Ur minnet, ur en indragen brittisk vägledning. Lägg till fler vid 26 grader eller mer, och "
            "ett vid varje framscen.",
            en="From memory, from withdrawn British guidance. Add more at 26 degrees or above, and one at "
            "each stage front.",
        ),
    ),
    sources=("hsg195",),
    compute=drinking_water,
    examples=(
        Example(
            inputs={"visitors": 6100, "have": 2},
            outputs={"outlets": 3, "ok": False},
            arithmetic="6100/3000 = 2.03 -> 3; 2 < 3",
        ),
        Example(
            inputs={"visitors": 140, "have": 1},
            outputs={"outlets": 1, "ok": True},
            arithmetic="140/3000 = 0.05 -> 1",
        ),
    ),
)
