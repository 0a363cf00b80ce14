"""How many entry lanes are needed, and what queue is left when fewer are open."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from checklists.crowds.bands import colour_of
from checklists.crowds.lanes_fields import LanesInput, LanesOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

TOO_FAST = Text(
    sv="Mer än {limit} per timme och bana har ingen vändkors klarat. Mät er egen bana.",
    en="No turnstile has managed more than {limit} an hour. Measure your own lane.",
)


def entry_lanes(asked: LanesInput, norms: Norms) -> LanesOutput:
    """Return lanes, persons per hour, and the queue after the worst hour in persons, minutes and m².

    Raises:
        CalculationRefused: If a lane is said to be faster than any turnstile.

    Source:
        Arithmetic; the ceiling per lane is the Green Guide's, from memory; docs/calculators.md.
    """
    limit, rate = norms["turnstile-rate-max"].figure, asked.rate_per_lane_h
    if rate > Decimal(str(limit)):
        why = Text(sv=TOO_FAST.sv.format(limit=f"{limit:g}"), en=TOO_FAST.en.format(limit=f"{limit:g}"))
        raise CalculationRefused(why.en, why=why)
    lanes = int((asked.arrivals_peak_hour / rate).to_integral_value(ROUND_CEILING))
    if asked.lanes_open is None:
        return LanesOutput(lanes=lanes, capacity_h=lanes * rate)
    let_in = asked.lanes_open * rate
    queue = max(Decimal(0), asked.arrivals_peak_hour - let_in)
    wait = 60 * queue / let_in
    return LanesOutput(
        lanes=lanes,
        capacity_h=lanes * rate,
        open_capacity_h=let_in,
        queue=queue,
        wait_min=wait,
        queue_area=queue * asked.area_per_person_m2,
        level=colour_of(wait, norms["queue-wait-bands"]),
    )


ENTRY_LANES = Calculator(
    id="crowds.entry-lanes",
    area="crowds",
    title=Text(sv="Banor vid insläpp och köyta", en="Entry lanes and queue area"),
    purpose=Text(
        sv="Räknar ut hur många banor som behövs, hur lång kön blir och hur stor yta den tar.",
        en="Works out how many lanes are needed, how long the queue grows and what area it takes.",
    ),
    input=LanesInput,
    output=LanesOutput,
    norms=("turnstile-rate-max", "queue-area", "queue-wait-bands"),
    formula=(
        "lanes = ceil(arrivals_peak_hour / rate_per_lane_h)",
        "capacity_h = lanes * rate_per_lane_h",
        "open_capacity_h = lanes_open * rate_per_lane_h",
        "queue = max(0, arrivals_peak_hour - open_capacity_h)   # after the worst hour",
        "wait_min = 60 * queue / open_capacity_h",
        "queue_area = queue * area_per_person_m2",
        "level = queue-wait-bands(wait_min)",
    ),
    caveats=(
        Text(
            sv="Det högsta insläppet per bana är ur minnet och gäller vändkors utan kontroll.",
            en="The highest entry rate per lane is from memory and holds for turnstiles without search.",
        ),
        Text(
            sv="Räknar med jämn ankomst under timmen; tåg och bussar kommer i klump.",
            en="Assumes even arrivals over the hour; trains and buses come in lumps.",
        ),
        Text(
            sv="Färgerna efter väntan är våra. Kön är den som är kvar när timmen är slut.",
            en="The colours by waiting time are ours. The queue is what is left when the hour is over.",
        ),
    ),
    sources=("green-guide", "ours"),
    compute=entry_lanes,
    examples=(
        Example(
            inputs={
                "arrivals_peak_hour": 2600,
                "rate_per_lane_h": 240,
                "lanes_open": 9,
                "area_per_person_m2": 0.8,
            },
            outputs={
                "lanes": 11,
                "capacity_h": 2640,
                "queue": 440,
                "wait_min": 12.2222222,
                "queue_area": 352,
                "level": "yellow",
            },
            arithmetic=(
                "2600/240 = 10.83 -> 11; 11*240 = 2640; 2600-9*240 = 440; 60*440/2160 = 12.2; 440*0.8 = 352"
            ),
        ),
        Example(
            inputs={"arrivals_peak_hour": 1980, "rate_per_lane_h": 330, "lanes_open": 6},
            outputs={
                "lanes": 6,
                "capacity_h": 1980,
                "queue": 0,
                "wait_min": 0,
                "queue_area": 0,
                "level": "green",
            },
            arithmetic="1980/330 = 6 exactly: no extra lane",
        ),
    ),
)
