"""At which numbers entry is slowed and stopped, with time for the decision to reach the gate."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from checklists.colours import Colour
from checklists.crowds.stops_fields import StopInput, StopOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.text import Text

ORDER = Text(sv="Förvarningen måste komma före stoppet.", en="The warning must come before the stop.")
TOO_SLOW = Text(
    sv="Insläppet är snabbare än grinden hinner stängas: bromsa insläppet.",
    en="Entry is faster than the gate can close: slow the entry.",
)
TOO_FEW = Text(
    sv="Högsta antalet är för lågt för att räkna nivåer på.",
    en="The maximum is too low to work out levels from.",
)


def stop_levels(asked: StopInput, _norms: Norms) -> StopOutput:
    """Return the numbers of persons at which to warn and to stop, and where the count stands.

    Raises:
        CalculationRefused: If the warning comes after the stop, or no level is left above nobody.

    Source:
        Shares of our own; docs/calculators.md.
    """
    if asked.warn_share > asked.stop_share:
        raise CalculationRefused(ORDER.en, why=ORDER)
    by_share = _down(asked.maximum * asked.stop_share)
    in_time = asked.maximum - _up(asked.inflow_per_min * asked.reaction_min)
    stop_at = min(by_share, in_time)
    if stop_at <= 0:
        why = TOO_SLOW if in_time <= 0 else TOO_FEW
        raise CalculationRefused(why.en, why=why)
    warn_at = min(_down(asked.maximum * asked.warn_share), stop_at)
    seen = None if asked.inside is None else _up(asked.inside * (1 + asked.count_error))
    level = None if seen is None else _colour(seen, warn_at, stop_at, asked.maximum)
    return StopOutput(warn_at=warn_at, stop_at=stop_at, seen=seen, level=level)


def _colour(seen: int, warn_at: int, stop_at: int, maximum: int) -> Colour:
    if seen >= maximum:
        return "red"
    if seen >= stop_at:
        return "orange"
    return "yellow" if seen >= warn_at else "green"


def _down(people: Decimal) -> int:
    return int(people.to_integral_value(ROUND_FLOOR))


def _up(people: Decimal) -> int:
    return int(people.to_integral_value(ROUND_CEILING))


STOP_LEVELS = Calculator(
    id="crowds.stop-levels",
    area="crowds",
    title=Text(sv="Nivåer för förvarning och stopp", en="Warning and stop levels"),
    purpose=Text(
        sv="Räknar ut vid vilka antal insläppet bromsas och stoppas, med tid för beslutet att nå grinden.",
        en="Works out at which numbers entry is slowed and stopped, with time for the decision to reach "
        "the gate.",
    ),
    input=StopInput,
    output=StopOutput,
    norms=("stop-warn-share", "stop-close-share"),
    formula=(
        "stop_at = min(floor(maximum * stop_share), maximum - ceil(inflow_per_min * reaction_min))",
        "warn_at = min(floor(maximum * warn_share), stop_at)",
        "seen = ceil(inside * (1 + count_error))",
        "level = red if seen >= maximum, orange if seen >= stop_at, yellow if seen >= warn_at, else green",
    ),
    caveats=(
        Text(
            sv="Andelarna för förvarning och stopp är våra. Nivåerna gäller bara om någon räknar både in "
            "och ut.",
            en="The shares for warning and stop are ours. The levels hold only if someone counts both in "
            "and out.",
        ),
        Text(
            sv="De som redan står i kön trycker på när grinden stängs: bestäm vem som talar till dem.",
            en="Those already in the queue push on when the gate closes: decide who speaks to them.",
        ),
    ),
    sources=("ours", "green-guide"),
    compute=stop_levels,
    examples=(
        Example(
            inputs={
                "maximum": 1350,
                "inflow_per_min": 40,
                "reaction_min": 4,
                "inside": 1130,
                "count_error": 0.03,
            },
            outputs={"warn_at": 1080, "stop_at": 1190, "seen": 1164, "level": "yellow"},
            arithmetic=(
                "1350*0.80 = 1080; 1350*0.95 = 1282.5 -> 1282; 1350-40*4 = 1190; min = 1190; "
                "1130*1.03 = 1163.9 -> 1164"
            ),
        ),
        Example(
            inputs={"maximum": 740},
            outputs={"warn_at": 592, "stop_at": 703, "seen": None, "level": None},
            arithmetic="740*0.8 = 592; 740*0.95 = 703",
        ),
    ),
)
