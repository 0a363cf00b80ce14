"""How many parking spaces are needed, how much ground, and how long the car park takes to empty."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from checklists.traffic.parking_fields import Colour, ParkingInput, ParkingOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.text import Text

MINUTES_PER_HOUR = 60


def parking(asked: ParkingInput, norms: Norms) -> ParkingOutput:
    """Return spaces (whole), area (m²) and minutes to empty, and whether the spaces at hand suffice.

    Source:
        Practice from memory; docs/calculators.md.
    """
    cars = asked.visitors * asked.car_share / asked.people_per_car
    spaces = int(cars.to_integral_value(ROUND_CEILING))
    outflow = MINUTES_PER_HOUR * spaces / (asked.lanes * asked.rate_per_lane_h)
    enough = None if asked.have is None else asked.have >= spaces
    return ParkingOutput(
        spaces=spaces,
        area_m2=spaces * asked.area_per_space_m2,
        outflow_min=outflow,
        ok=enough,
        level=_colour(outflow, enough, norms),
    )


def _colour(outflow: Decimal, enough: bool | None, norms: Norms) -> Colour:
    if enough is False:
        return "orange"
    return "yellow" if outflow > Decimal(str(norms["parking-outflow-wanted"].figure)) else "green"


PARKING = Calculator(
    id="traffic.parking",
    area="traffic",
    title=Text(sv="Parkering", en="Parking"),
    purpose=Text(
        sv="Räknar ut platser, yta och hur lång tid det tar att tömma parkeringen.",
        en="Works out spaces, area and how long the car park takes to empty.",
    ),
    input=ParkingInput,
    output=ParkingOutput,
    norms=("parking-area", "parking-people", "parking-exit-rate", "parking-outflow-wanted"),
    formula=(
        "spaces = ceil(visitors * car_share / people_per_car)",
        "area_m2 = spaces * area_per_space_m2",
        "outflow_min = 60 * spaces / (lanes * rate_per_lane_h)",
    ),
    caveats=(
        Text(
            sv="Alla tal är praxis ur minnet. Andelen bilburna har inget standardvärde: fråga eller räkna "
            "förra året.",
            en="All figures are practice from memory. The share by car has no default: ask, or count last "
            "year.",
        ),
        Text(
            sv="Utflödet antar att vägen utanför är fri; gående som korsar utfarten sänker det kraftigt.",
            en="Outflow assumes that the road outside is free; walkers crossing the exit cut it sharply.",
        ),
    ),
    sources=("parking-practice", "ours"),
    compute=parking,
    examples=(
        Example(
            inputs={"visitors": 5200, "car_share": 0.45, "lanes": 2, "have": 700},
            outputs={"spaces": 936, "area_m2": 28080, "outflow_min": 46.8, "ok": False, "level": "orange"},
            arithmetic="5200*0.45 = 2340; 2340/2.5 = 936; 936*30 = 28080; 60*936/1200 = 46.8; 700 < 936",
        ),
        Example(
            inputs={
                "visitors": 2800,
                "car_share": 0.6,
                "people_per_car": 2.8,
                "lanes": 1,
                "rate_per_lane_h": 450,
                "area_per_space_m2": 25,
            },
            outputs={"spaces": 600, "area_m2": 15000, "outflow_min": 80.0, "ok": None, "level": "yellow"},
            arithmetic="2800*0.6/2.8 = 600; 600*25 = 15000; 60*600/450 = 80 > 60",
        ),
    ),
)
