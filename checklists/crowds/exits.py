"""How many get out, how long it takes, and what happens when the best exit is lost."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from checklists.crowds.exits_fields import Colour, ExitInput, ExitOutput
from checklists.crowds.rates import rates_of
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.text import Text


def exit_capacity(asked: ExitInput, norms: Norms) -> ExitOutput:
    """Return flow (persons/min), how many get out in time (whole persons) and the minutes needed.

    Raises:
        CalculationRefused: If a surface in use has no rate.

    Source:
        Green Guide rates as quoted by two authorities; docs/methods.md.
    """
    rates = rates_of(asked, {one.surface for one in asked.exits}, norms)
    flows = [one.width_m * rates[one.surface] for one in asked.exits]
    best = max(
        range(len(flows)),
        key=lambda i: (flows[i], asked.exits[i].width_m, asked.exits[i].name),
    )
    flow_all, flow_without = sum(flows, Decimal(0)), sum(flows, -flows[best])
    flow = flow_without if asked.discount_widest else flow_all
    widths = [one.width_m for one in asked.exits]
    return ExitOutput(
        flow=flow,
        capacity=_whole(flow * asked.time_min),
        capacity_all=_whole(flow_all * asked.time_min),
        time_needed=_minutes(asked.persons, flow),
        time_needed_all=_minutes(asked.persons, flow_all),
        left_out=(asked.exits[best].name.strip() or f"#{best + 1}") if asked.discount_widest else None,
        ok=None if asked.persons is None else asked.persons <= flow * asked.time_min,
        level=_colour(asked.persons, flow_without * asked.time_min, flow_all * asked.time_min),
        width_left_m=sum(widths, -max(widths)),
    )


def _whole(people: Decimal) -> int:
    return int(people.to_integral_value(ROUND_FLOOR))


def _minutes(persons: int | None, flow: Decimal) -> Decimal | None:
    return None if persons is None or flow == 0 else persons / flow


def _colour(persons: int | None, in_time_without: Decimal, in_time_all: Decimal) -> Colour | None:
    if persons is None:
        return None
    if persons <= in_time_without:
        return "green"
    return "orange" if persons <= in_time_all else "red"


EXIT_CAPACITY = Calculator(
    id="crowds.exit-capacity",
    area="crowds",
    title=Text(sv="Hur många hinner ut", en="Exit capacity and time"),
    purpose=Text(
        sv="Räknar ut hur många som hinner ut, hur lång tid det tar och vad som händer när "
        "den bästa utgången är borta.",
        en="Works out how many get out, how long it takes and what happens when the best exit is lost.",
    ),
    input=ExitInput,
    output=ExitOutput,
    norms=(
        "exit-rates",
        "egress-time-normal",
        "egress-time-emergency",
        "egress-time-open-air",
    ),
    formula=(
        "flow_i = width_m_i * rate(surface_i)",
        "flow_all = sum(flow_i)",
        "flow_without = flow_all - max(flow_i)",
        "flow = flow_without if discount_widest else flow_all",
        "capacity = floor(flow * time_min)",
        "capacity_all = floor(flow_all * time_min)",
        "time_needed = persons / flow, none when flow = 0",
        "time_needed_all = persons / flow_all",
        "width_left_m = sum(width_m_i) - max(width_m_i)",
    ),
    caveats=(
        Text(
            sv="Räknar inte gångvägen fram till utgången, och inte att folk går tillbaka samma "
            "väg som de kom.",
            en="Does not count the way to the exit, nor that people leave the way they came.",
        ),
        Text(
            sv="Bredden är den fria bredden på smalaste stället hela vägen ut till säker plats.",
            en="Width is the clear width at the narrowest point all the way to safety.",
        ),
        Text(
            sv="72 och 56 med alkohol är lokal brittisk vägledning, inte Green Guide. Utan "
            "svensk norm: räddningstjänsten avgör.",
            en="72 and 56 with alcohol are local British guidance, not the Green Guide. No "
            "Swedish norm: the rescue service decides.",
        ),
        Text(
            sv="Den borträknade utgången är den med störst flöde, som inte måste vara den "
            "bredaste när en är trappa.",
            en="The exit left out is that with the largest flow, not always the widest where one has steps.",
        ),
    ),
    sources=(
        "green-guide-rates",
        "green-guide-time",
        "alcohol-rates",
        "hastings",
        "stockton",
        "imo-sfpe",
    ),
    compute=exit_capacity,
    examples=(
        Example(
            inputs={
                "exits": [
                    {"name": "Norr", "width_m": 4.2},
                    {"name": "Söder", "width_m": 3.6},
                    {"name": "Bron", "width_m": 2.2, "surface": "stepped"},
                ],
                "rate_set": "alcohol",
                "time_min": 7,
                "persons": 2500,
            },
            outputs={
                "flow": 382.4,
                "capacity": 2676,
                "capacity_all": 4793,
                "time_needed": 6.537656904,
                "time_needed_all": 3.651183,
                "left_out": "Norr",
                "ok": True,
                "level": "green",
            },
            arithmetic=(
                "4.2*72 = 302.4; 3.6*72 = 259.2; 2.2*56 = 123.2; sum 684.8; less 302.4 = 382.4; 382.4*7"
                " = 2676.8 -> 2676; 684.8*7 = 4793.6 -> 4793; 2500/382.4 = 6.54 <= 7; 2500/684.8 = 3.65"
            ),
        ),
        Example(
            inputs={
                "exits": [
                    {"name": "Trappan", "width_m": 3.4, "surface": "stepped"},
                    {"name": "Porten", "width_m": 3.1},
                ],
                "time_min": 6,
                "persons": 1400,
            },
            outputs={
                "flow": 224.4,
                "capacity": 1346,
                "capacity_all": 2871,
                "time_needed": 6.238859,
                "time_needed_all": 2.925199,
                "left_out": "Porten",
                "ok": False,
                "level": "orange",
            },
            arithmetic=(
                "3.4*66 = 224.4; 3.1*82 = 254.2, so the narrower gate is the better exit; 224.4*6 = "
                "1346.4 -> 1346; 478.6*6 = 2871.6 -> 2871; 1400/224.4 = 6.24 > 6; 1400/478.6 = 2.93"
            ),
        ),
    ),
)
