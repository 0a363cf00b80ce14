"""What to do with a tent, a stage or an inflatable at a gust, in three steps."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from checklists.weather.colours import Colour
from checklists.weather.wind_actions_fields import SUPPLIERS, Step, WindInput, WindOutput
from evenemang.domain.calculator import Calculator, Example, Norms
from evenemang.domain.errors import CalculationRefused
from evenemang.domain.norm import NormRow
from evenemang.domain.text import Text

COLOUR_OF: dict[Step, Colour] = {"none": "green", "watch": "yellow", "act": "orange", "leave": "red"}
TENTH = Decimal("0.1")

NO_WIND = Text(sv="Ange vindby eller medelvind.", en="Enter gust or mean wind.")
ORDER = Text(
    sv="Stegen ska komma i ordning: bevaka, agera, lämna.",
    en="The steps must come in order: watch, act, leave.",
)
RAISED = Text(
    sv="För hoppborg får leverantören bara sänka gränsen.",
    en="For an inflatable the supplier may only lower the limit.",
)
WEAK_GUST = Text(
    sv="Byn kan inte vara svagare än medelvinden.", en="The gust cannot be weaker than the mean wind."
)
NO_ROW = Text(
    sv="Normen har inga vindsteg för föremålet. Välj ett annat, eller lägg till en rad i normen.",
    en="The norm has no wind steps for the object. Choose another, or add a row to the norm.",
)


def wind_actions(asked: WindInput, norms: Norms) -> WindOutput:
    """Return the step a gust (m/s) has reached, its colour, and the share of the force at the last step.

    Raises:
        CalculationRefused: If no wind is given, or the steps make no sense.

    Source:
        EN 14960 for inflatables; the other steps are practice or ours; docs/calculators.md.
    """
    if asked.gust_m_s is None and asked.mean_m_s is None:
        raise CalculationRefused(NO_WIND.en, why=NO_WIND)
    if asked.gust_m_s is not None and asked.mean_m_s is not None and asked.gust_m_s < asked.mean_m_s:
        raise CalculationRefused(WEAK_GUST.en, why=WEAK_GUST)
    row = next((one for one in norms["wind-steps"].table if one.code("id") == asked.object), None)
    if row is None:
        raise CalculationRefused(NO_ROW.en, why=NO_ROW)
    watch, act, leave = _steps(asked, row)
    step = (
        None if asked.gust_m_s is None else _reached(asked.gust_m_s, watch, act, leave, _act_over(asked, row))
    )
    return WindOutput(
        step=step,
        level="unknown" if step is None else COLOUR_OF[step],
        beaufort=None if asked.mean_m_s is None else _beaufort(asked.mean_m_s, norms),
        force_share=None if asked.gust_m_s is None else (asked.gust_m_s / leave) ** 2,
        steps_from="norm" if all(getattr(asked, name) is None for name in SUPPLIERS) else "supplier",
    )


def _steps(asked: WindInput, row: NormRow) -> tuple[Decimal, Decimal, Decimal]:
    """Return the three steps in m/s: the supplier's, else the norm's, never above a later one given."""
    table = {
        "watch": Decimal(str(row.figure("watch"))),
        "act": Decimal(str(row.figure("act_over" if "act_over" in (row.model_extra or {}) else "act"))),
        "leave": Decimal(str(row.figure("leave"))),
    }
    given = {name: value for name in SUPPLIERS if (value := getattr(asked, name)) is not None}
    if row.stricter == "lower" and any(value > table[name] for name, value in given.items()):
        raise CalculationRefused(RAISED.en, why=RAISED)
    leave = given.get("leave", table["leave"])
    act = given.get("act", min(table["act"], leave))
    watch = given.get("watch", min(table["watch"], act))
    if not watch <= act <= leave:
        raise CalculationRefused(ORDER.en, why=ORDER)
    return watch, act, leave


def _act_over(asked: WindInput, row: NormRow) -> bool:
    """Whether the middle step is reached only above its value, as the norm says and no supplier denies."""
    return asked.act is None and "act_over" in (row.model_extra or {})


def _reached(gust: Decimal, watch: Decimal, act: Decimal, leave: Decimal, act_over: bool) -> Step:
    if gust >= leave:
        return "leave"
    if gust > act or (gust == act and not act_over):
        return "act"
    return "watch" if gust >= watch else "none"


def _beaufort(mean: Decimal, norms: Norms) -> int:
    tenths = mean.quantize(TENTH, ROUND_HALF_UP)
    reached = (row for row in norms["beaufort"].table if Decimal(str(row.figure("from"))) <= tenths)
    return max(int(row.figure("force")) for row in reached)


WIND_ACTIONS = Calculator(
    id="weather.wind-actions",
    area="weather",
    title=Text(sv="Vindsteg", en="Wind steps"),
    purpose=Text(
        sv="Säger vad som ska göras med tält, scen och hoppborg vid byn i prognosen eller på mätaren.",
        en="Tells what to do with tents, stage and inflatables at the gust forecast or measured.",
    ),
    input=WindInput,
    output=WindOutput,
    norms=("wind-steps", "beaufort"),
    formula=(
        "steps = the supplier's where given, else the row of the object, never above a later one given",
        "step = leave if gust_m_s >= leave, else act if reached, else watch if gust_m_s >= watch, else none",
        "act of an inflatable from the table is reached above its value, all others at the value",
        "beaufort = row with the largest from <= mean_m_s rounded to 0.1, never from the gust",
        "force_share = (gust_m_s / leave)^2",
    ),
    caveats=(
        Text(
            sv="Leverantörens intyg går före talen här. Flera steg är våra eller ur minnet; se varje rad.",
            en="The supplier's certificate overrides the figures here. Several steps are ours or from "
            "memory; see each row.",
        ),
        Text(
            sv="Gäller uppsatt och förankrad konstruktion; under bygge och rivning är gränserna lägre.",
            en="Holds for an erected and anchored structure; limits are lower while building and striking.",
        ),
        Text(
            sv="Prognosens by är för 10 meters höjd och missar lokala byar vid åska.",
            en="The forecast gust is for 10 metres and misses local gusts in thunder.",
        ),
    ),
    sources=("en14960", "tent-wind", "stage-wind", "beaufort", "wind-force"),
    compute=wind_actions,
    examples=(
        Example(
            inputs={"object": "inflatable", "gust_m_s": 10.7, "mean_m_s": 7.2},
            outputs={
                "step": "watch",
                "level": "yellow",
                "beaufort": 4,
                "force_share": 0.592567672,
                "steps_from": "norm",
            },
            arithmetic="10.7 is not above 10.7: watch; mean 7.2 is Beaufort 4 (5.5-7.9); "
            "(10.7/13.9)^2 = 0.593",
        ),
        Example(
            inputs={"object": "engineered-tent", "gust_m_s": 15, "watch": 12, "act": 15, "leave": 20},
            outputs={
                "step": "act",
                "level": "orange",
                "beaufort": None,
                "force_share": 0.5625,
                "steps_from": "supplier",
            },
            arithmetic="15 >= 15: act; (15/20)^2 = 0.5625",
        ),
        Example(
            inputs={"object": "stage-roof", "gust_m_s": 18, "mean_m_s": 11},
            outputs={
                "step": "leave",
                "level": "red",
                "beaufort": 6,
                "force_share": 1.0,
                "steps_from": "norm",
            },
            arithmetic="18 >= 18: leave; 11 is Beaufort 6 (10.8-13.8)",
        ),
    ),
)
