"""Which sound limit applies, by audience and hour, and whether the level holds."""

from __future__ import annotations

from decimal import Decimal
from typing import NoReturn

from checklists.noise.limits_fields import Audience, Colour, LimitsInput, LimitsOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import NormRow
from evenemang.domain.text import Text

AUDIENCE_MISSING = Text(
    sv="Ange om barn under 13 år har tillträde.",
    en="Say whether under-13s have access.",
)
HOURS_MISSING = Text(
    sv="Ange klockslag: gränsen är lägre på natten.",
    en="Give the times: the limit is lower at night.",
)
NO_SUCH_LIMIT = Text(
    sv="Normen har ingen gräns för det här. Kontrollera normen.",
    en="The norm has no limit for this. Check the norm.",
)
DAY = 24 * 60  # minutes


def sound_limits(asked: LimitsInput, norms: Norms) -> LimitsOutput:
    """Return the limits (dBA), how far above them the levels are (dB, negative below) and the colour.

    Raises:
        CalculationRefused: If the audience, or the hours at a dwelling, are not given.

    Source:
        FoHMFS 2014:15 and the guideline of Alingsås, the stricter of them; docs/calculators.md.
    """
    mean, highest = _at_facade(asked, norms) if asked.place == "facade" else _at_audience(asked, norms)
    over = [
        level - limit
        for level, limit in ((asked.laeq, mean), (asked.lafmax, highest))
        if level is not None and limit is not None
    ]
    most = max(over) if over else None
    return LimitsOutput(limit_laeq=mean, limit_lafmax=highest, over=most, level=_colour(most, norms))


def _at_audience(asked: LimitsInput, norms: Norms) -> tuple[Decimal, Decimal | None]:
    if asked.audience is None:
        _refuse(AUDIENCE_MISSING)
    row = _row(asked.audience, norms)
    return _number(row, "laeq"), _number(row, "lafmax") if "lafmax" in (row.model_extra or {}) else None


def _row(audience: Audience, norms: Norms) -> NormRow:
    rows = norms["sound-limits-audience"].table
    found = next((one for one in rows if one.code("id") == audience), None)
    return found if found is not None else _refuse(NO_SUCH_LIMIT)


def _at_facade(asked: LimitsInput, norms: Norms) -> tuple[Decimal, None]:
    """Return the strictest limit of the hours the sound goes on; it may run past midnight."""
    if asked.start is None or asked.end is None:
        _refuse(HOURS_MISSING)
    start, end = _minutes(asked.start) % DAY, _minutes(asked.end)
    if end <= start:
        end += DAY
    rows = [one for one in norms["sound-limits-facade"].table if _meets(start, end, one)]
    return min((_number(one, "laeq") for one in rows), default=None) or _refuse(NO_SUCH_LIMIT), None


def _meets(start: int, end: int, row: NormRow) -> bool:
    """Whether any moment from start up to but not including end falls in the hours of a row."""
    first, last = _minutes(row.code("from")) % DAY, _minutes(row.code("to"))
    if last <= first:
        last += DAY
    return any(start < last + day and first + day < end for day in (-DAY, 0, DAY))


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


def _number(row: NormRow, column: str) -> Decimal:
    return Decimal(str(row.figure(column)))


def _colour(over: Decimal | None, norms: Norms) -> Colour | None:
    if over is None:
        return None
    if over > 0:
        return "red"
    return "green" if over <= -Decimal(str(norms["sound-margin"].figure)) else "yellow"


def _refuse(why: Text) -> NoReturn:
    raise CalculationRefused(why.en, why=why)


LIMITS = Calculator(
    id="noise.limits",
    area="noise",
    title=Text(sv="Ljudgräns efter publik och klockslag", en="Sound limit by audience and hour"),
    purpose=Text(
        sv="Säger vilken gräns som gäller och om nivån håller.",
        en="Tells which limit applies and whether the level holds.",
    ),
    input=LimitsInput,
    output=LimitsOutput,
    norms=("sound-limits-audience", "sound-limits-facade", "sound-margin"),
    formula=(
        "audience: the row of the audience",
        "facade: 45 if any moment from start up to but not including end falls in 00:00-10:00, else 70;  "
        "end <= start means the sound runs past midnight;  end 24:00 or 00:00 is midnight",
        "over = max(laeq - limit_laeq, lafmax - limit_lafmax) over those given",
        "level = green if over <= -3, yellow if -3 < over <= 0, red if over > 0, none without a level",
    ),
    caveats=(
        Text(
            sv="FoHMFS är allmänna råd. Alingsås sida är odaterad: bekräfta med miljökontoret. Strängaste "
            "siffran används.",
            en="FoHMFS is general advice. The Alingsås page has no date: confirm with the environment "
            "office. The stricter figure is used.",
        ),
        Text(
            sv="Gäller tillfälliga musikevenemang, inte byggbuller.",
            en="Holds for temporary music events, not construction noise.",
        ),
    ),
    sources=("fohmfs-2014-15", "alingsas-levels"),
    compute=sound_limits,
    examples=(
        Example(
            inputs={"place": "audience", "audience": "mixed", "laeq": 96, "lafmax": 108},
            outputs={"limit_laeq": 97, "limit_lafmax": 110, "over": -1, "level": "yellow"},
            arithmetic="96-97 = -1; 108-110 = -2; the greater, -1, is within 3 dB",
        ),
        Example(
            inputs={"place": "facade", "start": "22:30", "end": "00:30", "laeq": 52},
            outputs={"limit_laeq": 45, "limit_lafmax": None, "over": 7, "level": "red"},
            arithmetic="00:00-00:30 is night: 45; 52-45 = 7",
        ),
        Example(
            inputs={"place": "facade", "start": "19:00", "end": "24:00", "laeq": 66},
            outputs={"limit_laeq": 70, "limit_lafmax": None, "over": -4, "level": "green"},
            arithmetic="ends at midnight, all of it in 10-24: 70; 66-70 = -4",
        ),
    ),
)
