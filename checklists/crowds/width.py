"""How wide the exits must be, so that all get out in time even when one of them is lost."""

from __future__ import annotations

from decimal import Decimal

from checklists.crowds.rates import Surface, rates_of
from checklists.crowds.width_fields import WidthInput, WidthOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.text import Text


def exit_width(asked: WidthInput, norms: Norms) -> WidthOutput:
    """Return the width in all and of each exit, metres.

    Raises:
        CalculationRefused: If a surface in use has no rate.

    Source:
        Green Guide rates as quoted by two authorities; docs/calculators.md.
    """
    shares: dict[Surface, Decimal] = {"level": 1 - asked.stepped_share, "stepped": asked.stepped_share}
    in_use = {surface for surface, share in shares.items() if share}
    rates = rates_of(asked, in_use, norms)
    width = sum(
        (asked.persons * shares[surface] / (rates[surface] * asked.time_min) for surface in sorted(in_use)),
        Decimal(0),
    )
    if asked.exits is None:
        return WidthOutput(width=width)
    least = Decimal(str(norms["assembly-exit-width"].figure))
    each = max(width / (asked.exits - 1), least)
    return WidthOutput(width=width, width_each=each, width_total=asked.exits * each)


EXIT_WIDTH = Calculator(
    id="crowds.exit-width",
    area="crowds",
    title=Text(sv="Utgångsbredd som behövs", en="Exit width needed"),
    purpose=Text(
        sv="Räknar ut hur breda utgångarna måste vara sammanlagt.",
        en="Works out how wide the exits must be in all.",
    ),
    input=WidthInput,
    output=WidthOutput,
    norms=("exit-rates", "egress-time-normal", "assembly-exit-width"),
    formula=(
        "width = persons * (1 - stepped_share) / (rate_level * time_min)"
        " + persons * stepped_share / (rate_stepped * time_min)",
        "width_each = max(width / (exits - 1), assembly-exit-width)   # one of them may be lost",
        "width_total = exits * width_each",
    ),
    caveats=(
        Text(
            sv="Utgångar som ligger bredvid varandra räknas som en: samma händelse kan spärra dem alla.",
            en="Exits side by side count as one: the same event can block them all.",
        ),
        Text(
            sv="Den minsta bredden per utgång är den svenska siffran för samlingslokal.",
            en="The least width of each exit is the Swedish figure for assembly places.",
        ),
        Text(
            sv="Flödestalen är brittiska. Någon svensk norm finns inte för evenemang utomhus: "
            "räddningstjänsten avgör.",
            en="The flow rates are British. There is no Swedish norm for outdoor events: the rescue "
            "service decides.",
        ),
    ),
    sources=("green-guide-rates", "green-guide-time", "boden-tent"),
    compute=exit_width,
    examples=(
        Example(
            inputs={"persons": 4100, "time_min": 5, "exits": 5},
            outputs={"width": 10.0, "width_each": 2.5, "width_total": 12.5},
            arithmetic="4100/(82*5) = 10.00; 10/(5-1) = 2.50; 5*2.50 = 12.50",
        ),
        Example(
            inputs={"persons": 1700, "time_min": 7, "rate_set": "alcohol", "stepped_share": 0.25},
            outputs={"width": 3.6139456, "width_each": None, "width_total": None},
            arithmetic="1700*0.75/(72*7) = 2.5298; 1700*0.25/(56*7) = 1.0842; sum 3.6139 -> 3.62 m",
        ),
    ),
)
