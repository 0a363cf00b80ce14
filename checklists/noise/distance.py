"""How loud several sources are together, and at a distance."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checklists.noise.distance_fields import DistanceInput, DistanceOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

NO_LEVELS = Text(sv="Ange minst en ljudnivå.", en="Enter at least one level.")
HALF_DISTANCE = Text(
    sv="Ange på vilket avstånd nivåerna är mätta.",
    en="Say at which distance the levels were measured.",
)
TEN, TWENTY = Decimal(10), Decimal(20)


def sound_at_distance(asked: DistanceInput, _norms: Norms) -> DistanceOutput:
    """Return the level in all (dBA), the level at a distance and the distance of the limit (m).

    Raises:
        CalculationRefused: If there is no level, or a distance or a limit and not where the levels hold.

    Source:
        Textbook: addition of independent sources, point source in a free field; docs/calculators.md.
    """
    if not asked.levels_db:
        raise CalculationRefused("no levels", why=NO_LEVELS)
    together = added(asked.levels_db)
    if asked.r1_m is None:
        if asked.r2_m is not None or asked.limit_db is not None:
            raise CalculationRefused("a distance without where it was measured", why=HALF_DISTANCE)
        return DistanceOutput(sum_db=together)
    there = None if asked.r2_m is None else together - TWENTY * (asked.r2_m / asked.r1_m).log10()
    return DistanceOutput(
        sum_db=together,
        at_r2_db=there,
        limit_distance_m=None
        if asked.limit_db is None
        else asked.r1_m * TEN ** ((together - asked.limit_db) / TWENTY),
        ok=None if there is None or asked.limit_db is None else there <= asked.limit_db,
    )


def added(levels: Sequence[Decimal]) -> Decimal:
    """Return the level of independent sources together, dBA."""
    return TEN * sum((TEN ** (one / TEN) for one in levels), Decimal(0)).log10()


DISTANCE = Calculator(
    id="noise.distance",
    area="noise",
    title=Text(
        sv="Ljudkällor tillsammans och på avstånd",
        en="Sound sources together and at a distance",
    ),
    purpose=Text(
        sv="Lägger ihop ljudkällor och räknar nivån på avstånd.",
        en="Adds sound sources and works out the level at a distance.",
    ),
    input=DistanceInput,
    output=DistanceOutput,
    norms=(),
    formula=(
        "sum_db = 10 * log10(sum(10 ^ (L_i / 10)))",
        "at_r2_db = sum_db - 20 * log10(r2_m / r1_m)",
        "limit_distance_m = r1_m * 10 ^ ((sum_db - limit_db) / 20)",
        "ok = at_r2_db <= limit_db, none unless r1_m, r2_m and limit_db are given",
    ),
    caveats=(
        Text(
            sv="Punktkälla i fritt fält: inga hus, ingen vind, ingen markdämpning. Fel på 5 dB och mer är "
            "vanligt; mät vid fasaden.",
            en="A point source in a free field: no houses, no wind, no ground effect. Errors of 5 dB and "
            "more are common; measure at the façade.",
        ),
        Text(
            sv="Bas når längre än dBA visar. Nivåerna läggs ihop som oberoende källor.",
            en="Bass carries further than dBA shows. Levels add as independent sources.",
        ),
    ),
    sources=("acoustics",),
    compute=sound_at_distance,
    examples=(
        Example(
            inputs={"levels_db": [88, 91, 79], "r1_m": 20, "r2_m": 160, "limit_db": 70},
            outputs={
                "sum_db": 92.9399127,
                "at_r2_db": 74.8781129,
                "limit_distance_m": 280.5407,
                "ok": False,
            },
            arithmetic=(
                "10^8.8+10^9.1+10^7.9 = 630957344+1258925412+79432823 = 1969315579; 10*log10 = 92.94; "
                "-20*log10(8) = -18.06; 74.88; 20*10^(22.94/20) = 280.5 -> 281 m"
            ),
        ),
        Example(
            inputs={"levels_db": [85, 85]},
            outputs={"sum_db": 88.0103, "at_r2_db": None, "limit_distance_m": None, "ok": None},
            arithmetic="85 + 10*log10(2) = 88.01",
            published="British noise-at-work guidance: two instruments at 85 dB give 88 dB together",
        ),
    ),
)
