"""The Maurer scheme: a German guide value for medical cover, point by point."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from checklists.medical.maurer_fields import FactorFrom, Lead, MaurerInput, MaurerOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import Norm, NormRow
from evenemang.domain.text import Text

GROUP = 5  # protected persons in a group, as the norm's title says
LEADS: tuple[Lead, ...] = ("none", "reduced", "full")

NO_PERMITTED = Text(sv="Ange högst tillåtet antal eller yta.", en="Enter the permitted number or the area.")
TOO_MANY = Text(
    sv="Fler väntas än vad som är tillåtet: rätta det först.",
    en="More are expected than are permitted: mend that first.",
)
NO_FACTOR = Text(
    sv="Välj slag av evenemang eller ange en faktor.", en="Choose a kind of event or enter a factor."
)


def maurer(asked: MaurerInput, norms: Norms) -> MaurerOutput:
    """Return the points of the scheme, exact, and the resources of the first row they fit in.

    Raises:
        CalculationRefused: If neither a number nor an area, or no factor, is given, or too many are expected.

    Source:
        Maurer/Peter 2005 as given in public source code, factors also from Wikipedia; docs/calculators.md.
    """
    permitted = _permitted(asked, norms)
    if asked.expected > permitted:
        raise CalculationRefused(TOO_MANY.en, why=TOO_MANY)
    z = _for_permitted(permitted, norms) * (2 if asked.indoor else 1)
    factor, factor_from = _factor(asked, norms)
    groups = -(-asked.vip // GROUP)
    points = (
        (z + Decimal(asked.expected) / _figure(norms["maurer-expected"])) * factor
        + _figure(norms["maurer-vip"]) * groups
        + (_figure(norms["maurer-violence"]) if asked.violence else 0)
    )
    lead = _row(points, norms["maurer-lead"].table).code("lead")
    return MaurerOutput(
        z=z,
        factor=factor,
        factor_from=factor_from,
        points=points,
        first_aiders=_number(points, norms["maurer-first-aiders"]),
        transport=_number(points, norms["maurer-transport"]),
        ambulances=_number(points, norms["maurer-ambulances"]),
        doctors=_number(points, norms["maurer-doctors"]),
        lead=next(one for one in LEADS if one == lead),
    )


def _permitted(asked: MaurerInput, norms: Norms) -> int:
    if asked.permitted is not None:
        return asked.permitted
    if asked.area_m2 is None:
        raise CalculationRefused(NO_PERMITTED.en, why=NO_PERMITTED)
    return int((_figure(norms["maurer-area-density"]) * asked.area_m2).to_integral_value(ROUND_CEILING))


def _for_permitted(permitted: int, norms: Norms) -> int:
    """Return the points for a permitted number; above the table more for each started step."""
    table = norms["maurer-visitors"].table
    row = _row(Decimal(permitted), table)
    if "at_most" in (row.model_extra or {}):
        return int(row.figure("points"))
    highest = max(one.figure("points") for one in table if "at_most" in (one.model_extra or {}))
    steps = -(-(permitted - int(row.figure("over"))) // int(row.figure("step")))
    return int(highest + steps * row.figure("points_per_step"))


def _factor(asked: MaurerInput, norms: Norms) -> tuple[Decimal, FactorFrom]:
    """Return the factor and where it comes from: the group's own, else the higher of the two versions."""
    if asked.factor is not None:
        return asked.factor, "own"
    row = next((one for one in norms["maurer-factors"].table if one.code("id") == asked.kind), None)
    if row is None:
        raise CalculationRefused(NO_FACTOR.en, why=NO_FACTOR)
    columns = row.model_extra or {}
    book, wikipedia = (
        Decimal(str(columns[name])) if name in columns else None for name in ("book", "wikipedia")
    )
    if book is None or (wikipedia is not None and wikipedia > book):
        return Decimal(str(row.figure("wikipedia"))), "wikipedia"
    return book, "both" if book == wikipedia else "book"


def _number(points: Decimal, norm: Norm) -> int:
    return int(_row(points, norm.table).figure("number"))


def _row(value: Decimal, table: Sequence[NormRow]) -> NormRow:
    """Return the first row that a value fits in, else the last, which has no bound."""
    bounded = (one for one in table if "at_most" in (one.model_extra or {}))
    return next((one for one in bounded if value <= Decimal(str(one.figure("at_most")))), table[-1])


def _figure(norm: Norm) -> Decimal:
    return Decimal(str(norm.figure))


MAURER = Calculator(
    id="medical.maurer",
    area="medical",
    title=Text(sv="Sjukvård enligt Maurer-schemat", en="Medical cover by the Maurer scheme"),
    purpose=Text(
        sv="Ger ett tyskt riktvärde för sjukvård på plats.",
        en="Gives a German guide value for medical cover on site.",
    ),
    input=MaurerInput,
    output=MaurerOutput,
    norms=(
        "maurer-visitors",
        "maurer-expected",
        "maurer-area-density",
        "maurer-factors",
        "maurer-vip",
        "maurer-violence",
        "maurer-first-aiders",
        "maurer-transport",
        "maurer-ambulances",
        "maurer-doctors",
        "maurer-lead",
    ),
    formula=(
        "permitted = ceil(4 * area_m2) if not given",
        "Z = points of the table maurer-visitors; above 20000: 7 + ceil((permitted - 20000) / 10000); "
        "Z = 2 * Z if indoor",
        "F = factor if given, else the higher of book and wikipedia for kind",
        "V = 10 * ceil(vip / 5); G = 10 if violence else 0",
        "points = (Z + expected / 500) * F + V + G, exact, never rounded before the tables",
        "each resource = first row with points <= at_most, else the row over",
    ),
    caveats=(
        Text(
            sv="Orientering, inte svensk norm: regionen avgör. Tyska roller motsvarar inte svenska; "
            "sjuktransporter överskattas.",
            en="Orientation, no Swedish norm: the region decides. German roles differ from Swedish; "
            "transports are overestimated.",
        ),
        Text(
            sv="Olämpligt för utspridda evenemang som ljusvandringar: räkna då på kvällens samtidiga topp.",
            en="Unsuitable for spread-out events such as light trails: use the evening's simultaneous peak.",
        ),
        Text(
            sv="Två publika versioner av faktorerna finns, den ena ur minnet; raden 110 för förstahjälpare "
            "finns bara i en. Rader för sjukvårdstält och storambulans utelämnas.",
            en="Two public versions of the factors exist, one from memory; the 110 row for first aiders "
            "exists in one only. Rows for aid posts and large ambulances are left out.",
        ),
    ),
    sources=("maurer", "maurer-wiki", "maurer-area"),
    compute=maurer,
    examples=(
        Example(
            inputs={"permitted": 9000, "expected": 7250, "indoor": False, "kind": "folk-festival", "vip": 6},
            outputs={
                "z": 6,
                "factor": 0.5,
                "points": 30.25,
                "first_aiders": 20,
                "transport": 3,
                "ambulances": 2,
                "doctors": 2,
                "lead": "reduced",
            },
            arithmetic="Z(9000) = 6; 7250/500 = 14.5; 20.5*0.5 = 10.25; ceil(6/5)*10 = 20; 30.25: first "
            "aiders <= 40 -> 20, transport <= 40 -> 3, ambulances <= 45.5 -> 2, doctors <= 60 -> 2, "
            "lead <= 60 reduced",
        ),
        Example(
            inputs={"area_m2": 350, "expected": 1200, "indoor": True, "kind": "christmas-market"},
            outputs={
                "z": 6,
                "factor": 0.4,
                "points": 3.36,
                "first_aiders": 3,
                "transport": 0,
                "ambulances": 0,
                "doctors": 0,
                "lead": "none",
            },
            arithmetic="4*350 = 1400; Z(1400) = 3, doubled indoors 6; 1200/500 = 2.4; 8.4*0.4 = 3.36: first "
            "aiders <= 4 -> 3, transport <= 4 -> 0",
        ),
        Example(
            inputs={
                "permitted": 52000,
                "expected": 27500,
                "indoor": False,
                "factor": 0.3,
                "violence": True,
            },
            outputs={
                "z": 11,
                "factor": 0.3,
                "points": 29.8,
                "first_aiders": 20,
                "transport": 3,
                "ambulances": 2,
                "doctors": 1,
                "lead": "none",
            },
            arithmetic="7+ceil(32000/10000) = 11; 27500/500 = 55; 66*0.3 = 19.8; +10 = 29.8",
        ),
    ),
)
