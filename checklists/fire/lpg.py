"""How many litres of LPG each operator has, whether it takes a permit, and what the site holds."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from checklists.fire.lpg_fields import Colour, LpgInput, LpgOutput, OperatorOutput, Where
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

NO_NAME = Text(sv="Ange vem som ansvarar för gasen.", en="Say who is responsible for the gas.")


def lpg_volume(asked: LpgInput, norms: Norms) -> LpgOutput:
    """Return the litres of each operator, who needs a permit, and the sum of the site in litres.

    Operators are told apart by name; big letters and spaces around it make no difference.

    Raises:
        CalculationRefused: If a row has no operator.

    Source:
        rsgbg.se, hoganas.se; per operator is our reading; docs/calculators.md.
    """
    names: dict[str, str] = {}
    held: dict[str, dict[Where, Decimal]] = defaultdict(lambda: {"indoor": Decimal(0), "outdoor": Decimal(0)})
    for row in asked.handling:
        name = " ".join(row.operator.split())
        if not name:
            raise CalculationRefused("a row without an operator", why=NO_NAME)
        key = names.setdefault(name.casefold(), name)
        held[key][row.place] += sum(row.bottles_l)
    operators = tuple(
        OperatorOutput(operator=name, litres=sum(where.values()), permit=_needs_permit(where, norms))
        for name, where in held.items()
    )
    total = sum((one.litres for one in operators), Decimal(0))
    return LpgOutput(
        site_total=total,
        most_l=max(one.litres for one in operators),
        indoors_l=sum((where["indoor"] for where in held.values()), Decimal(0)),
        operators=operators,
        level=_colour(operators, total, norms),
    )


def _needs_permit(held: dict[Where, Decimal], norms: Norms) -> bool:
    return held["indoor"] > _figure(norms, "lpg-limit-indoor") or held["outdoor"] > _figure(
        norms, "lpg-limit-outdoor"
    )


def _colour(operators: tuple[OperatorOutput, ...], total: Decimal, norms: Norms) -> Colour:
    if any(one.permit for one in operators):
        return "orange"
    return "yellow" if total > _figure(norms, "lpg-site-attention") else "green"


def _figure(norms: Norms, name: str) -> Decimal:
    return Decimal(str(norms[name].figure))


LPG_VOLUME = Calculator(
    id="fire.lpg-volume",
    area="fire",
    title=Text(sv="Gasol per utövare och på området", en="LPG per operator and on site"),
    purpose=Text(
        sv="Summerar gasol per verksamhetsutövare, jämför med gränsen för tillstånd och visar områdets "
        "summa.",
        en="Adds up LPG per operator, compares with the permit limit and shows the site total.",
    ),
    input=LpgInput,
    output=LpgOutput,
    norms=("lpg-limit-indoor", "lpg-limit-outdoor", "lpg-bottles", "lpg-site-attention"),
    formula=(
        "litres(operator, place) = sum(bottles_l)",
        "permit(operator) = litres(operator, indoor) > 2 or litres(operator, outdoor) > 60",
        "site_total = sum of all;  most_l = max(litres(operator));  indoors_l = sum of those indoors",
        "level = orange if any permit, else yellow if site_total > 200, else green",
    ),
    caveats=(
        Text(
            sv="Per utövare är vår läsning av reglerna; räddningstjänsten avgör, också för andra "
            "brandfarliga varor.",
            en="Per operator is our reading of the rules; the rescue service decides, for other "
            "flammables too.",
        ),
        Text(
            sv="Volym är behållarens liter, inte kilo gas. Matvagn under 60 liter undantas av flera "
            "räddningstjänster.",
            en="Volume is the container's litres, not kilos of gas. A food truck below 60 litres is exempt "
            "with several rescue services.",
        ),
        Text(
            sv="Om ett tält räknas som inomhus avgör räddningstjänsten; flera räknar det så.",
            en="Whether a tent counts as indoors is for the rescue service; several count it so.",
        ),
        Text(
            sv="200 liter för området är vår gräns för att meddela, inte en regel.",
            en="200 litres for the site is our bound for reporting, no rule.",
        ),
    ),
    sources=("rsgbg-gas", "ssbf-gas", "lpg-bottles"),
    compute=lpg_volume,
    examples=(
        Example(
            inputs={
                "handling": [
                    {"operator": "Våffelvagnen", "bottles_l": [14, 14, 27], "place": "outdoor"},
                    {"operator": "Langosen", "bottles_l": [33, 33], "place": "outdoor"},
                    {"operator": "Kaffet", "bottles_l": [1.2], "place": "indoor"},
                    {"operator": "Kaffet", "bottles_l": [14], "place": "outdoor"},
                ]
            },
            outputs={
                "operators": [
                    {"operator": "Våffelvagnen", "litres": 55, "permit": False},
                    {"operator": "Langosen", "litres": 66, "permit": True},
                    {"operator": "Kaffet", "litres": 15.2, "permit": False},
                ],
                "site_total": 136.2,
                "most_l": 66,
                "indoors_l": 1.2,
                "level": "orange",
            },
            arithmetic=(
                "14+14+27 = 55 <= 60; 33+33 = 66 > 60; 1.2 <= 2 indoors and 14 <= 60 outdoors, each by "
                "itself; 55+66+15.2 = 136.2"
            ),
        ),
        Example(
            inputs={
                "handling": [
                    {"operator": f"Stånd {number}", "bottles_l": [30, 30], "place": "outdoor"}
                    for number in range(1, 5)
                ]
            },
            outputs={
                "operators": [
                    {"operator": f"Stånd {number}", "litres": 60, "permit": False} for number in range(1, 5)
                ],
                "site_total": 240,
                "most_l": 60,
                "indoors_l": 0,
                "level": "yellow",
            },
            arithmetic="30+30 = 60, not above 60; 4*60 = 240 > 200",
        ),
    ),
)
