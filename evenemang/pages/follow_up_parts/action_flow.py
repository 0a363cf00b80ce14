"""The flow of actions: how many are decided and done each month, and how long they take."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.text import Text
from evenemang.flow.saying import MONTHS, number
from evenemang.flow.words import sentence
from evenemang.flow.year_times import Durations, MonthOfActions, Waited, months_of_actions, waited
from evenemang.pages.follow_up_parts.behind import Record
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_action
from evenemang.pages.follow_up_parts.scene import Scene

NO_ACTIONS = Text(sv="Inga åtgärder är beslutade", en="No actions are decided")
FLOW = Text(
    sv="Åtgärder: {opened} beslutade, {closed} klara, {left} kvar",
    en="Actions: {opened} decided, {closed} done, {left} left",
)
FLOW_UNIT = Text(
    sv="Antal per månad, av åtgärderna vid årets evenemang: beslutade uppåt, klara nedåt. Talet under "
    "månaden är hur många som var öppna när den slutade. Avskrivna räknas inte.",
    en="Number per month, of the actions at the year’s events: decided up, done down. The number under the "
    "month is how many were open when it ended. Dropped ones are not counted.",
)
FLOW_HEADING = (
    Text(sv="Månad", en="Month"),
    Text(sv="Beslutade", en="Decided"),
    Text(sv="Klara", en="Done"),
    Text(sv="Kvar vid månadens slut", en="Left at the end"),
)
SIDES = {"opened": Text(sv="Beslutade", en="Decided"), "closed": Text(sv="Klara", en="Done")}
HALF = Text(
    sv="Hälften av åtgärderna är klara inom {days} dagar från beslut",
    en="Half of the actions are done within {days} days of the decision",
)
NO_HALF = Text(
    sv="Färre än hälften av åtgärderna är klara, så mittvärdet är inte känt än",
    en="Fewer than half of the actions are done, so the median is not known yet",
)
NONE_DONE = Text(sv="Ingen åtgärd är klar än", en="No action is done yet")
CURVE_UNIT = Text(
    sv="Andel av beslutade åtgärder som inte är klara, efter dagar sedan beslut (Kaplan–Meier). {closed} är "
    "klara; {censored} är öppna (streck på kurvan) och räknas så länge de har varit öppna.",
    en="Share of decided actions that are not done, by days since decided (Kaplan–Meier). {closed} are done; "
    "{censored} are open (a stroke on the curve) and count for as long as they have been open.",
)
BETWEEN = Text(
    sv="Mittvärdet ligger mellan {lower} och {upper} dagar med 95 procents säkerhet.",
    en="The median is between {lower} and {upper} days with 95 percent confidence.",
)
FROM = Text(
    sv="Mittvärdet är minst {lower} dagar med 95 procents säkerhet.",
    en="The median is at least {lower} days with 95 percent confidence.",
)
CURVE_HEADING = (
    Text(sv="Dagar sedan beslut", en="Days since decided"),
    Text(sv="Inte klara, %", en="Not done, %"),
    Text(sv="Lägst (95 %)", en="Lowest (95%)"),
    Text(sv="Högst (95 %)", en="Highest (95%)"),
)


WAITED = {
    "open": Text(sv="Öppna åtgärder", en="Open actions"),
    "done": Text(sv="Klara åtgärder", en="Actions done"),
}


def flow_card(scene: Scene) -> Card:
    """Return the card of actions decided and done each month."""
    months, counted = months_of_actions(scene.rows), waited(scene.rows)
    some = any(one.opened or one.closed or one.left for one in months)
    return Card(
        key="atgarder-per-manad",
        finding=_flow(months, scene) if some else scene.say(NO_ACTIONS),
        unit=scene.say(FLOW_UNIT) if some else "",
        figure=scene.charts.action_months_figure(months, scene.dark, scene.language) if some else None,
        table=Table(
            tuple(scene.say(one) for one in FLOW_HEADING),
            tuple((_month(one.month, scene), one.opened, one.closed, one.left) for one in months),
        )
        if some
        else Table((), ()),
        bars={
            f"{side}.{one.month}": f"{_month(one.month, scene)}: {scene.say(word).lower()}"
            for one in months
            for side, word in SIDES.items()
            if getattr(one, side)
        },
        behind=lambda code: _of_month(code, counted, scene),
    )


def _flow(months: tuple[MonthOfActions, ...], scene: Scene) -> str:
    opened, closed = (sum(getattr(one, side) for one in months) for side in SIDES)
    return scene.say(FLOW).format(opened=opened, closed=closed, left=months[-1].left)


def _month(month: int, scene: Scene) -> str:
    return sentence(MONTHS[scene.language][month - 1])


def _of_month(code: str, counted: tuple[Waited, ...], scene: Scene) -> Iterator[Record]:
    side, _, month = code.partition(".")
    for one in counted:
        on = one.row.decided_on if side == "opened" else one.row.done_on
        if on and (on.year, on.month) == (scene.rows.year, int(month)):
            yield of_action(one.row, scene)


def time_card(scene: Scene) -> Card:
    """Return the card of how long actions take, the open ones counted for as long as they have been open."""
    counted = waited(scene.rows)
    closed = [one.days for one in counted if one.closed]
    left = [one.days for one in counted if not one.closed]
    found = scene.house.durations.time_to_close(closed, left) if closed else None
    if found is None:
        return Card("tid-till-klar", scene.say(NONE_DONE if left else NO_ACTIONS), "", None, Table((), ()))
    return Card(
        key="tid-till-klar",
        finding=_half(found, scene),
        unit=_curve_unit(found, scene),
        figure=scene.charts.time_to_close_figure(found, left, scene.dark, scene.language),
        table=Table(
            tuple(scene.say(one) for one in CURVE_HEADING),
            tuple(
                (round(days), *(100 * share for share in shares))
                for days, *shares in zip(found.days, found.still_open, found.lower, found.upper, strict=True)
            ),
            decimals=1,
        ),
        bars={code: scene.say(word) for code, word in WAITED.items() if left or code == "done"},
        behind=lambda code: (of_action(one.row, scene) for one in counted if one.closed == (code == "done")),
    )


def _half(found: Durations, scene: Scene) -> str:
    if found.median is None:
        return scene.say(NO_HALF)
    return scene.say(HALF).format(days=number(found.median, scene.language))


def _curve_unit(found: Durations, scene: Scene) -> str:
    said = [scene.say(CURVE_UNIT).format(closed=found.closed, censored=found.censored)]
    if found.median is not None and found.median_lower is not None:
        ends = {"lower": number(found.median_lower, scene.language)}
        if found.median_upper is not None:
            ends["upper"] = number(found.median_upper, scene.language)
        said.append(scene.say(BETWEEN if "upper" in ends else FROM).format(**ends))
    return " ".join(said)
