"""How many patients to expect, and how far a single year may stray from it."""

from __future__ import annotations

from decimal import Decimal

from checklists.medical.expected_patients_fields import Basis, PatientsInput, PatientsOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.poisson import count_where, mean_between
from evenemang.domain.text import Text

HALF_HISTORY = Text(
    sv="Ange både patienter och besökare från tidigare år.",
    en="Give both patients and visitors of earlier years.",
)
MORE_PATIENTS = Text(
    sv="Fler patienter än besökare: kontrollera talen.", en="More patients than visitors: check the figures."
)


def expected_patients(asked: PatientsInput, norms: Norms) -> PatientsOutput:
    """Return expected patients and transports (persons), with exact bounds.

    Raises:
        CalculationRefused: If half a history is given, or more patients than visitors.

    Source:
        Rates of Arbon 2001; interval of Garwood 1936; docs/calculators.md.
    """
    level = norms["interval-level"].figure
    expected, low, high = _means(asked, level)
    rest = (1 - level) / 2
    return PatientsOutput(
        expected_patients=expected,
        expected_transports=asked.visitors * asked.tthr_per_1000 / 1000,
        mean_low=low,
        mean_high=high,
        count_low=count_where(float(low), rest),
        count_high=count_where(float(high), 1 - rest),
        basis=_basis(asked, norms),
    )


def _means(asked: PatientsInput, level: float) -> tuple[Decimal, Decimal, Decimal]:
    """Return the expected number and the bounds of its mean; without a history all three are one."""
    patients, visitors = asked.past_patients, asked.past_visitors
    if patients is None and visitors is None:
        expected = asked.visitors * asked.ppr_per_1000 / 1000
        return expected, expected, expected
    if patients is None or visitors is None:
        raise CalculationRefused(HALF_HISTORY.en, why=HALF_HISTORY)
    if patients > visitors:
        raise CalculationRefused(MORE_PATIENTS.en, why=MORE_PATIENTS)
    low, high = (Decimal(str(bound)) for bound in mean_between(patients, level))
    return (
        asked.visitors * Decimal(patients) / visitors,
        asked.visitors * low / visitors,
        asked.visitors * high / visitors,
    )


def _basis(asked: PatientsInput, norms: Norms) -> Basis:
    if asked.past_patients is not None:
        return "own-history"
    literature = Decimal(str(norms["ppr-literature"].figure))
    return "literature" if asked.ppr_per_1000 == literature else "own-rate"


EXPECTED_PATIENTS = Calculator(
    id="medical.expected-patients",
    area="medical",
    title=Text(sv="Väntat antal patienter", en="Expected patients"),
    purpose=Text(
        sv="Räknar ut hur många patienter som är att vänta, med osäkerhet.",
        en="Works out how many patients to expect, with its uncertainty.",
    ),
    input=PatientsInput,
    output=PatientsOutput,
    norms=("ppr-literature", "tthr-literature", "interval-level"),
    formula=(
        "rate = past_patients / past_visitors if both given, else ppr_per_1000 / 1000",
        "expected_patients = visitors * rate; expected_transports = visitors * tthr_per_1000 / 1000",
        "own history: mean_low = visitors * garwood_low(past_patients) / past_visitors; "
        "mean_high = visitors * garwood_high(past_patients) / past_visitors; "
        "otherwise mean_low = mean_high = expected_patients",
        "garwood_low(x) = 0 if x = 0, else the m with P(Poisson(m) >= x) = 0.025; "
        "garwood_high(x) = the m with P(Poisson(m) <= x) = 0.025",
        "count_low = least k with P(Poisson(mean_low) <= k) >= 0.025; "
        "count_high = least k with P(Poisson(mean_high) <= k) >= 0.975",
        "basis = own-history, own-rate (a rate other than the norm's) or literature",
    ),
    caveats=(
        Text(
            sv="Litteraturens medel gäller stora evenemang i Australien; spridningen mellan evenemang är "
            "mycket större än intervallet visar.",
            en="The literature mean holds for large Australian events; the spread between events far exceeds "
            "the interval.",
        ),
        Text(
            sv="Använd egen historia när minst tre tillfällen finns. Alkohol, värme och fukt höjer; "
            "formlerna för det är inte bekräftade och räknas inte.",
            en="Use own history once three occasions exist. Alcohol, heat and humidity raise it; formulas "
            "for that are unconfirmed and not computed.",
        ),
    ),
    sources=("arbon", "garwood"),
    compute=expected_patients,
    examples=(
        Example(
            inputs={"visitors": 10000, "past_patients": 25, "past_visitors": 10000},
            outputs={
                "expected_patients": 25,
                "expected_transports": 0.27,
                "mean_low": 16.178684,
                "mean_high": 36.9049,
                "count_low": 9,
                "count_high": 49,
                "basis": "own-history",
            },
            arithmetic="25/10000*10000 = 25; Garwood 95 % of 25: 16.18 to 36.90; count bounds by the Poisson "
            "sum at 16.18 and 36.90",
            published="GraphPad QuickCalcs: 25 events, 95 %: 16.18 to 36.90",
        ),
        Example(
            inputs={"visitors": 7000},
            outputs={
                "expected_patients": 6.944,
                "expected_transports": 0.189,
                "mean_low": 6.944,
                "mean_high": 6.944,
                "count_low": 2,
                "count_high": 13,
                "basis": "literature",
            },
            arithmetic="7*0.992 = 6.944; 7*0.027 = 0.189; Poisson(6.944): P(<=1) = 0.0077 < 0.025 <= P(<=2); "
            "P(<=12) < 0.975 <= P(<=13)",
        ),
        Example(
            inputs={"visitors": 2000, "past_patients": 0, "past_visitors": 2000},
            outputs={
                "expected_patients": 0,
                "expected_transports": 0.054,
                "mean_low": 0,
                "mean_high": 3.688879,
                "count_low": 0,
                "count_high": 8,
                "basis": "own-history",
            },
            arithmetic="-ln(0.025) = 3.689; Poisson(3.689): P(<=7) = 0.9675 < 0.975 <= P(<=8)",
            published="epitools pois.exact: upper limit 3.689 for 0 cases",
        ),
    ),
)
