"""Whether what had its day was done by it: permits and actions, and evaluations within 30 days."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.text import Text
from evenemang.flow.saying import in_words
from evenemang.flow.words import sentence
from evenemang.flow.year_punctual import (
    GIVEN,
    TIMELY,
    Given,
    Kept,
    Promise,
    What,
    counted,
    evaluations,
    given,
    leads,
    promises,
)
from evenemang.pages.follow_up_parts.behind import Record
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_action, of_event
from evenemang.pages.follow_up_parts.scene import Scene

NONE = Text(sv="Inget hade en dag att hålla", en="Nothing had a day to keep")
ALL_KEPT = Text(sv="Alla {all} dagar i tidplanen hölls", en="All {all} days of the time plan were kept")
NOT_KEPT = Text(
    sv="{kept} av {all} dagar i tidplanen hölls", en="{kept} of {all} days of the time plan were kept"
)
UNIT = Text(
    sv="Tillstånd: dagen de lämnades in mot sista dagen enligt ledtiden. Åtgärder: dagen de blev klara mot "
    "sitt datum. Tillstånd utan antecknad dag är inte med: det är inte känt om de lämnades in.",
    en="Permits: the day they were filed against the last day by the lead time. Actions: the day they were "
    "done against their date. Permits without a noted day are left out, since it is not known if they were "
    "filed.",
)
MOST_LATE = Text(sv="Som mest {days} dagar sent.", en="At most {days} days late.")
WHATS: dict[What, Text] = {
    "permit": Text(sv="Tillstånd och skyldigheter", en="Permits and duties"),
    "action": Text(sv="Åtgärder", en="Actions"),
}
KEPT: dict[Kept, Text] = {
    "in-time": Text(sv="I tid", en="In time"),
    "late": Text(sv="För sent", en="Late"),
    "not-done": Text(sv="Inte gjort", en="Not done"),
}
SHARE = Text(sv="I tid, %", en="In time, %")
SORT = Text(sv="Vad", en="What")
NO_EVENTS = Text(sv="Inga evenemang att utvärdera än", en="No events to evaluate yet")
EVALUATED = Text(
    sv="{timely} av {all} evenemang utvärderades inom 30 dagar",
    en="{timely} of {all} events were evaluated within 30 days",
)
EVALUATION_UNIT = Text(
    sv="Antal evenemang efter dagar från sista dagen till utvärderingen. Evenemang som inte behövde någon "
    "bedömning är med bara om de är utvärderade.",
    en="Events by days from their last day to the evaluation. Events that needed no assessment are with only "
    "where they are evaluated.",
)
GIVEN_NAMES: dict[Given, Text] = {
    "week": Text(sv="0–7 dagar", en="0–7 days"),
    "two-weeks": Text(sv="8–14 dagar", en="8–14 days"),
    "month": Text(sv="15–30 dagar", en="15–30 days"),
    "two-months": Text(sv="31–60 dagar", en="31–60 days"),
    "later": Text(sv="Över 60 dagar", en="Over 60 days"),
    "missing": Text(sv="Saknas, och 30 dagar har gått", en="Missing, and 30 days have passed"),
    "waiting": Text(sv="Saknas, och har tid kvar", en="Missing, with time left"),
}
TIME = Text(sv="Efter sista dagen", en="After the last day")
EVENTS = Text(sv="Evenemang", en="Events")


def plan_card(scene: Scene) -> Card:
    """Return the card of the time plan."""
    found = promises(scene.rows, leads(scene.house.workspace.content))
    counts = {what: counted(found, what) for what in WHATS}
    return Card(
        key="tidplanens-dagar",
        finding=_plan(found, scene),
        unit=_plan_unit(found, scene) if found else "",
        figure=scene.charts.promises_figure(counts, scene.dark, scene.language) if found else None,
        table=Table(
            (scene.say(SORT), *(scene.say(word) for word in KEPT.values()), scene.say(SHARE)),
            tuple(
                (
                    scene.say(word),
                    *(counts[what][kept] for kept in KEPT),
                    100 * counts[what]["in-time"] / counts[what].total() if counts[what] else None,
                )
                for what, word in WHATS.items()
            )
            if found
            else (),
        ),
        bars={
            f"{what}.{kept}": f"{scene.say(word)}: {scene.say(KEPT[kept]).lower()}"
            for what, word in WHATS.items()
            for kept in KEPT
            if counts[what][kept]
        },
        behind=lambda code: _promised(code, found, scene),
    )


def _plan(found: tuple[Promise, ...], scene: Scene) -> str:
    kept = sum(one.kept == "in-time" for one in found)
    if not found:
        return scene.say(NONE)
    if kept == len(found):
        return scene.say(ALL_KEPT).format(all=kept)
    return scene.say(NOT_KEPT).format(kept=kept, all=len(found))


def _plan_unit(found: tuple[Promise, ...], scene: Scene) -> str:
    most = max(one.days for one in found)
    return f"{scene.say(UNIT)} {scene.say(MOST_LATE).format(days=most) if most else ''}".strip()


def _promised(code: str, found: tuple[Promise, ...], scene: Scene) -> Iterator[Record]:
    what, _, kept = code.partition(".")
    rows = {(one.dossier, one.id): one for one in scene.rows.actions}
    for one in found:
        if (one.what, one.kept) == (what, kept):
            event = scene.rows.find(one.dossier)
            if one.what == "action":
                yield of_action(rows[one.dossier, one.id], scene)
            elif event:
                yield of_event(event, "underlag")


def evaluations_card(scene: Scene) -> Card:
    """Return the card of how soon events are evaluated."""
    counts = evaluations(scene.rows)
    total, timely = counts.total(), sum(counts[one] for one in TIMELY)
    said = {"timely": sentence(in_words(timely, scene.language)), "all": in_words(total, scene.language)}
    return Card(
        key="utvarderingar",
        finding=scene.say(EVALUATED).format(**said) if total else scene.say(NO_EVENTS),
        unit=scene.say(EVALUATION_UNIT) if total else "",
        figure=scene.charts.evaluations_figure(counts, scene.dark, scene.language) if total else None,
        table=Table(
            (scene.say(TIME), scene.say(EVENTS)),
            tuple((scene.say(GIVEN_NAMES[one]), counts[one]) for one in GIVEN) if total else (),
        ),
        bars={one: scene.say(GIVEN_NAMES[one]) for one in GIVEN if counts[one]},
        behind=lambda code: (
            of_event(one) for one in scene.rows.events if given(one, scene.rows.today) == code
        ),
    )
