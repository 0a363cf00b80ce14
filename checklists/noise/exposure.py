"""How long staff may stay in the sound, and what dose they get."""

from __future__ import annotations

from decimal import Decimal

from checklists.noise.exposure_fields import LONGEST, TOO_LONG, ExposureInput, ExposureOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import NormRow
from evenemang.domain.text import Text

NO_SUCH_RULE = Text(
    sv="Normen har ingen sådan regel. Välj en annan.",
    en="The norm has no such rule. Choose another.",
)


def exposure(asked: ExposureInput, norms: Norms) -> ExposureOutput:
    """Return the minutes allowed at the highest level and the dose of the shift in per cent.

    Raises:
        CalculationRefused: If the shift is longer than a day, or the norm lacks the rule.

    Source:
        Directive 2003/10/EC and AFS 2023:10 (3 dB), OSHA (5 dB, comparison); docs/calculators.md.
    """
    if sum(one.minutes for one in asked.parts) > LONGEST:
        raise CalculationRefused("more than a day", why=TOO_LONG)
    row = next((one for one in norms["exposure-rules"].table if one.code("id") == asked.rule), None)
    if row is None:
        raise CalculationRefused(f"no rule {asked.rule}", why=NO_SUCH_RULE)
    dose = sum((one.minutes / _allowed(one.level_dba, row) for one in asked.parts), Decimal(0)) * 100
    return ExposureOutput(
        allowed_min=_allowed(max(one.level_dba for one in asked.parts), row),
        dose_percent=dose,
        exchange_db=_number(row, "exchange_db"),
        ok=dose <= 100,
    )


def _allowed(level: Decimal, rule: NormRow) -> Decimal:
    """Return how many minutes at a level fill the dose."""
    steps = (level - _number(rule, "level_dba")) / _number(rule, "exchange_db")
    return 60 * _number(rule, "hours") / Decimal(2) ** steps


def _number(rule: NormRow, column: str) -> Decimal:
    return Decimal(str(rule.figure(column)))


EXPOSURE = Calculator(
    id="noise.exposure",
    area="noise",
    title=Text(sv="Hur länge i ljudet", en="Time in the sound"),
    purpose=Text(
        sv="Räknar ut hur länge personal får vara i ljudet och hur stor dosen blir.",
        en="Works out how long staff may stay in the sound and what dose they get.",
    ),
    input=ExposureInput,
    output=ExposureOutput,
    norms=("exposure-rules",),
    formula=(
        "allowed_min(L) = 60 * hours / 2 ^ ((L - level_ref) / exchange)   # eu: 85 dBA, 8 h, 3 dB; osha: "
        "90 dBA, 8 h, 5 dB",
        "dose_percent = 100 * sum(minutes_i / allowed_min(L_i))",
        "ok = dose_percent <= 100",
    ),
    caveats=(
        Text(
            sv="Gäller personal; för publiken används gränserna. Räknar utan hörselskydd.",
            en="Holds for staff; for the audience use the limits. Computed without hearing protection.",
        ),
        Text(
            sv="Utbytet 3 dB gäller i Sverige. 5 dB är amerikanskt och tillåter längre tid: bara för "
            "jämförelse.",
            en="The 3 dB exchange holds in Sweden. 5 dB is American and allows longer: comparison only.",
        ),
        Text(
            sv="Redan från 80 dBA i 8 timmar ska arbetsgivaren erbjuda hörselskydd. Det är ur minnet.",
            en="Already from 80 dBA for 8 hours the employer must offer hearing protection. From memory.",
        ),
    ),
    sources=("eu-noise", "noise-dose"),
    compute=exposure,
    examples=(
        Example(
            inputs={"parts": [{"level_dba": 100, "minutes": 15}]},
            outputs={"allowed_min": 15, "dose_percent": 100, "exchange_db": 3, "ok": True},
            arithmetic="480/2^((100-85)/3) = 480/32 = 15; 15/15 = 100 %",
            published="British guidance: 100 dB for 15 minutes equals 85 dB for 8 hours",
        ),
        Example(
            inputs={"parts": [{"level_dba": 94, "minutes": 45}, {"level_dba": 88, "minutes": 90}]},
            outputs={"allowed_min": 60, "dose_percent": 112.5, "exchange_db": 3, "ok": False},
            arithmetic="480/2^3 = 60, 45/60 = 75 %; 480/2 = 240, 90/240 = 37.5 %; 112.5",
        ),
        Example(
            inputs={"parts": [{"level_dba": 100, "minutes": 120}], "rule": "osha"},
            outputs={"allowed_min": 120, "dose_percent": 100, "exchange_db": 5, "ok": True},
            arithmetic="480/2^((100-90)/5) = 480/4 = 120",
            published="OSHA: 100 dBA for 2 hours",
        ),
    ),
)
