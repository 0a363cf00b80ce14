"""How often walkers meet vehicles or another stream, and when they must be kept apart."""

from __future__ import annotations

from decimal import Decimal

from checklists.colours import Colour
from checklists.crowds.bands import colour_of
from checklists.crowds.crossing_fields import CrossingInput, CrossingOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

DENSITY_MISSING = Text(
    sv="Ange tätheten på ytan: utan den går det inte att bedöma fordonen.",
    en="Give the density on the surface: without it the vehicles cannot be judged.",
)


def crossing_flows(asked: CrossingInput, norms: Norms) -> CrossingOutput:
    """Return seconds to cross, and meetings with vehicles per hour or persons/m² where walkers meet.

    Raises:
        CalculationRefused: If vehicles cross and the density is not given.

    Source:
        A model of our own with random arrivals; bounds of Fruin; docs/calculators.md.
    """
    seconds = asked.width_m / asked.speed_m_s
    if asked.other == "walkers":
        per_second = (asked.walkers_per_min + asked.other_per_min) / 60
        shared = per_second / (asked.speed_m_s * asked.width_m)
        level = colour_of(shared, norms["crossing-bands"])
        return CrossingOutput(crossing_s=seconds, shared_density=shared, level=level)
    meeting = 1 - (-asked.other_per_min * seconds / 60).exp()
    return CrossingOutput(
        crossing_s=seconds,
        meet_share=meeting,
        meetings_h=60 * asked.walkers_per_min * meeting,
        level=_among_vehicles(asked, norms),
    )


def _among_vehicles(asked: CrossingInput, norms: Norms) -> Colour:
    if asked.other_per_min == 0:
        return "green"
    if asked.density_p_m2 is None:
        raise CalculationRefused(DENSITY_MISSING.en, why=DENSITY_MISSING)
    if asked.density_p_m2 <= Decimal(str(norms["density-free-walking"].figure)):
        return "yellow"
    closed = Decimal(str(norms["density-planning-outdoor"].figure))
    return "orange" if asked.density_p_m2 <= closed else "red"


CROSSING_FLOWS = Calculator(
    id="crowds.crossing-flows",
    area="crowds",
    title=Text(sv="Korsande flöden", en="Crossing flows"),
    purpose=Text(
        sv="Visar hur ofta gående möter fordon eller en annan ström, och när de måste skiljas åt.",
        en="Shows how often walkers meet vehicles or another stream, and when they must be kept apart.",
    ),
    input=CrossingInput,
    output=CrossingOutput,
    norms=("walking-speed", "density-free-walking", "density-planning-outdoor", "crossing-bands"),
    formula=(
        "crossing_s = width_m / speed_m_s",
        "vehicles: meet_share = 1 - exp(-other_per_min * crossing_s / 60)",
        "vehicles: meetings_h = 60 * walkers_per_min * meet_share",
        "walkers: shared_density = (walkers_per_min + other_per_min) / (60 * speed_m_s * width_m)",
        "level, vehicles: green if other_per_min = 0, yellow if density_p_m2 <= density-free-walking,",
        "    orange if density_p_m2 <= density-planning-outdoor (close to through-traffic),",
        "    else red (no vehicle at all)",
        "level, walkers: crossing-bands(shared_density)",
    ),
    caveats=(
        Text(
            sv="Modellen är vår: slumpvisa, oberoende ankomster. Verkliga strömmar klumpar sig när "
            "programmet slutar.",
            en="The model is ours: random, independent arrivals. Real streams bunch when the programme ends.",
        ),
        Text(
            sv="Säger inget om skadans storlek; ett fordon i gångfart kan ändå klämma.",
            en="Says nothing of the harm; a vehicle at walking pace can still crush.",
        ),
        Text(
            sv="Utryckningsfordon räknas inte: de ska alltid kunna komma fram.",
            en="Emergency vehicles do not count: they must always get through.",
        ),
    ),
    sources=("fruin-epj", "ours"),
    compute=crossing_flows,
    examples=(
        Example(
            inputs={
                "other": "vehicles",
                "walkers_per_min": 45,
                "other_per_min": 1.5,
                "width_m": 8,
                "density_p_m2": 0.9,
            },
            outputs={
                "crossing_s": 8,
                "meet_share": 0.1812692469,
                "meetings_h": 489.42696669,
                "shared_density": None,
                "level": "orange",
            },
            arithmetic=(
                "8/1.0 = 8 s; 1-exp(-1.5*8/60) = 1-exp(-0.2) = 0.18127; 60*45*0.18127 = 489.4; "
                "0.43 < 0.9 <= 2"
            ),
        ),
        Example(
            inputs={"other": "walkers", "walkers_per_min": 80, "other_per_min": 100, "width_m": 5},
            outputs={
                "crossing_s": 5,
                "meet_share": None,
                "meetings_h": None,
                "shared_density": 0.6,
                "level": "yellow",
            },
            arithmetic="(80+100)/(60*1.0*5) = 0.60; 0.43 < 0.60 <= 1.0",
        ),
    ),
)
