"""How many may be inside a room or tent, from the width and number of its exits."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import NoReturn

from checklists.fire.premises_fields import Exit, PremisesInput, PremisesOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

ONE_EXIT = Text(
    sv="Färre än två användbara utgångar: fråga räddningstjänsten, här räknas inget antal.",
    en="Fewer than two usable exits: ask the rescue service, no number is computed.",
)
HALF_AREA = Text(
    sv="Ange både yta och täthet, eller ingen av dem.",
    en="Give both area and density, or neither.",
)


def premises_capacity(asked: PremisesInput, norms: Norms) -> PremisesOutput:
    """Return how many may be inside, whole persons, and each limit that applies.

    Raises:
        CalculationRefused: If fewer than two exits can be used, or an area stands without its density.

    Source:
        boden.se and rsnv.se, practice from older building rules; docs/calculators.md.
    """
    area = _area_limit(asked)
    passable = [one for one in asked.exits if one.width_m >= _figure(norms, "small-exit-width")]
    outward = [one for one in passable if not one.inward]
    wide = [one for one in outward if one.width_m >= _figure(norms, "assembly-exit-width")]
    assembly = int(norms["assembly-limit"].figure)
    if len(wide) >= 2:
        found = _by_exits(wide, norms)
    elif len(outward) >= 2:
        found = {**_by_exits(outward, norms), "small": assembly}
    elif len(passable) >= 2:
        found = {"small": int(norms["inward-door-max"].figure)}
    else:
        _refuse(ONE_EXIT)
    capacity = min(one for one in (*found.values(), area) if one is not None)
    return PremisesOutput(
        capacity=capacity,
        normal=found.get("normal"),
        widest_blocked=found.get("widest_blocked"),
        exit_count_limit=found.get("exit_count_limit"),
        area_limit=area,
        assembly=(asked.persons or capacity) > assembly,
        ok=None if asked.persons is None else asked.persons <= capacity,
        wide_m=sum((one.width_m for one in wide), Decimal(0)),
    )


def _by_exits(counted: Sequence[Exit], norms: Norms) -> dict[str, int | None]:
    widths = [one.width_m for one in counted]
    left = sum(widths, -max(widths))
    return {
        "normal": _whole(_figure(norms, "premises-per-metre") * sum(widths)),
        "widest_blocked": _whole(_figure(norms, "premises-per-metre-blocked") * left),
        "exit_count_limit": _by_count(len(counted), norms),
    }


def _by_count(exits: int, norms: Norms) -> int | None:
    """Return the most persons for a number of exits; none where the number sets no limit."""
    rows = [one for one in norms["exit-count-limits"].table if one.figure("exits") <= exits]
    most = max(rows, key=lambda one: one.figure("exits"))
    return int(most.figure("at_most")) if "at_most" in (most.model_extra or {}) else None


def _area_limit(asked: PremisesInput) -> int | None:
    if (asked.area_m2 is None) != (asked.density_p_m2 is None):
        _refuse(HALF_AREA)
    if asked.area_m2 is None or asked.density_p_m2 is None:
        return None
    return _whole(asked.area_m2 * asked.density_p_m2)


def _figure(norms: Norms, name: str) -> Decimal:
    return Decimal(str(norms[name].figure))


def _whole(people: Decimal) -> int:
    return int(people.to_integral_value(ROUND_FLOOR))


def _refuse(why: Text) -> NoReturn:
    raise CalculationRefused(why.en, why=why)


PREMISES_CAPACITY = Calculator(
    id="fire.premises-capacity",
    area="fire",
    title=Text(sv="Personer i lokal eller tält", en="Persons in premises or a tent"),
    purpose=Text(
        sv="Räknar ut hur många som får vistas efter utgångarnas bredd och antal.",
        en="Works out how many may be inside from the width and number of exits.",
    ),
    input=PremisesInput,
    output=PremisesOutput,
    norms=(
        "premises-per-metre",
        "premises-per-metre-blocked",
        "assembly-limit",
        "assembly-exit-width",
        "small-exit-width",
        "inward-door-max",
        "exit-count-limits",
        "density-options",
    ),
    formula=(
        "wide = exits with width_m >= 1.20 that open outwards;  usable = exits with width_m >= 0.80 that "
        "open outwards",
        "if count(wide) >= 2: counted = wide, cap = none",
        "else if count(usable) >= 2: counted = usable, cap = 150",
        "else if count(exits with width_m >= 0.80) >= 2: capacity = 30 (inward-opening doors), the other "
        "figures none",
        "normal = floor(150 * sum(counted));  widest_blocked = floor(300 * (sum(counted) - max(counted)))",
        "exit_count_limit = 600 for 2 exits, 1000 for 3, none for 4 or more",
        "area_limit = floor(area_m2 * density_p_m2) where both are given, also in the case of 30",
        "capacity = min of those that exist",
        "assembly = persons, or capacity where persons is not given, above 150;  wide_m = sum(wide)",
    ),
    caveats=(
        Text(
            sv="Talen är praxis ur äldre BBR. Från 1 juli 2025 gäller nya byggregler utan dessa tal: "
            "räddningstjänsten eller bygglovet avgör.",
            en="The figures are practice from older building rules. From 1 July 2025 new rules without "
            "these figures apply: the rescue service or the building permit decides.",
        ),
        Text(
            sv="Utgångarna måste vara oberoende av varandra; två bredvid varandra är en.",
            en="The exits must be independent; two side by side are one.",
        ),
        Text(
            sv="Gångavstånd, skyltar, belysning och inredning prövas inte här. Att inåtgående dörrar "
            "inte räknas är vår läsning.",
            en="Walking distance, signs, lighting and linings are not tested here. Not counting inward "
            "doors is our reading.",
        ),
    ),
    sources=("boden-tent", "rsnv", "bbr-2025"),
    compute=premises_capacity,
    examples=(
        Example(
            inputs={
                "exits": [{"width_m": 1.5}, {"width_m": 1.5}, {"width_m": 1.8}, {"width_m": 1.8}],
                "area_m2": 380,
                "density_p_m2": 2.5,
                "persons": 900,
            },
            outputs={
                "normal": 990,
                "widest_blocked": 1440,
                "exit_count_limit": None,
                "area_limit": 950,
                "capacity": 950,
                "assembly": True,
                "ok": True,
                "wide_m": 6.6,
            },
            arithmetic=(
                "150*6.6 = 990; 300*(6.6-1.8) = 1440; four exits: no limit; 380*2.5 = 950; min = 950 >= 900"
            ),
        ),
        Example(
            inputs={"exits": [{"width_m": 0.9}, {"width_m": 1.3}], "persons": 140},
            outputs={
                "normal": 330,
                "widest_blocked": 270,
                "exit_count_limit": 600,
                "area_limit": None,
                "capacity": 150,
                "assembly": False,
                "ok": True,
                "wide_m": 1.3,
            },
            arithmetic=(
                "only one exit reaches 1.20, so at most 150; 150*2.2 = 330; 300*0.9 = 270; "
                "min(150, 330, 270, 600) = 150"
            ),
        ),
        Example(
            inputs={"exits": [{"width_m": 1.4}, {"width_m": 2.9}, {"width_m": 1.4}], "persons": 720},
            outputs={
                "normal": 855,
                "widest_blocked": 840,
                "exit_count_limit": 1000,
                "area_limit": None,
                "capacity": 840,
                "assembly": True,
                "ok": True,
                "wide_m": 5.7,
            },
            arithmetic="150*5.7 = 855; 300*(5.7-2.9) = 840; three exits: 1000; min = 840",
        ),
    ),
)
