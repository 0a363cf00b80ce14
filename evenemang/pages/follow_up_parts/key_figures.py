"""The year in six numbers, each with what it is out of."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from evenemang.domain.text import Text
from evenemang.flow.saying import number
from evenemang.flow.year import YearFigures
from evenemang.pages.follow_up_parts.scene import Scene
from evenemang.pages.follow_up_parts.words import percent

NO_NUMBER = "–"
EVENTS = Text(sv="Evenemang", en="Events")
EVENTS_OF = Text(sv="{own} egna, {external} externa", en="{own} own, {external} external")
OF_UNKNOWN = Text(sv=", {unknown} där det inte är angivet", en=", {unknown} where it is not given")
OCCASIONS_OF = Text(sv=", {occasions} tillfällen", en=", {occasions} occasions")
OF_SOME = Text(sv="; {not_assessed} behövde ingen bedömning", en="; {not_assessed} needed no assessment")
INCIDENTS = Text(sv="Händelser", en="Incidents")
INCIDENTS_OF = Text(
    sv="{near} tillbud, {worse} incidenter, {open} öppna",
    en="{near} near misses, {worse} incidents, {open} open",
)
RATE = Text(sv="Per 10 000 besök", en="Per 10,000 visits")
RATE_OF = Text(
    sv="{lower}–{upper} med 95 % säkerhet. {incidents} händelser på {visits} besök vid {counted} av "
    "{events} evenemang",
    en="{lower}–{upper} with 95% confidence. {incidents} incidents in {visits} visits at {counted} of "
    "{events} events",
)
RATE_NONE = Text(sv="Inga besök är räknade", en="No visits are counted")
FORESEEN = Text(sv="Förutsedda händelser", en="Foreseen incidents")
FORESEEN_OF = Text(sv="{part} av {whole} hörde till en bedömd risk", en="{part} of {whole} had a judged risk")
DONE = Text(sv="Genomförda åtgärder", en="Actions done")
DONE_OF = Text(
    sv="av {actions}. {verified} av {done} verifierade, {late} försenade",
    en="of {actions}. {verified} of {done} verified, {late} overdue",
)
EVALUATED = Text(sv="Utvärderade inom 30 dagar", en="Evaluated within 30 days")
EVALUATED_OF = Text(
    sv="av {events} evenemang; {evaluated} är utvärderade. {lessons} lärdomar",
    en="of {events} events; {evaluated} are evaluated. {lessons} lessons",
)


@dataclass(frozen=True)
class KeyFigure:
    """A number with its name, and what it is out of."""

    name: str
    number: str
    of: str


def show(scene: Scene) -> None:
    """Show the six in two rows of three."""
    found = key_figures(scene)
    for row in (found[:3], found[3:]):
        for column, one in zip(st.columns(3), row, strict=True):
            with column.container(gap=None):
                st.metric(one.name, one.number)
                st.caption(one.of)


def key_figures(scene: Scene) -> tuple[KeyFigure, ...]:
    """Return the year in six numbers."""
    year = scene.figures
    incidents = year.incidents
    return (
        _counted(
            scene,
            EVENTS,
            year.events.events,
            _of_events(year),
            own=year.events.own,
            external=year.events.external,
            occasions=year.events.occasions,
            not_assessed=year.events.not_assessed,
            unknown=year.events.unknown,
        ),
        _counted(
            scene,
            INCIDENTS,
            incidents.incidents,
            INCIDENTS_OF,
            near=incidents.near_misses,
            worse=incidents.incidents - incidents.near_misses,
            open=len(incidents.open),
        ),
        _rate(scene),
        _foreseen(scene),
        _counted(scene, DONE, year.actions.done, DONE_OF, **_of_actions(year)),
        _counted(
            scene,
            EVALUATED,
            year.events.evaluated_in_time,
            EVALUATED_OF,
            events=year.events.events,
            evaluated=year.events.evaluated,
            lessons=year.events.lessons,
        ),
    )


def _of_events(year: YearFigures) -> Text:
    """Return whose the events were, and what is told only where there is some."""
    parts = [EVENTS_OF]
    parts += [OF_UNKNOWN] if year.events.unknown else []
    parts += [OCCASIONS_OF]
    parts += [OF_SOME] if year.events.not_assessed else []
    return Text(sv="".join(one.sv for one in parts), en="".join(one.en for one in parts))


def _counted(scene: Scene, name: Text, count: int, of: Text, **facts: int) -> KeyFigure:
    said = {fact: number(value, scene.language) for fact, value in facts.items()}
    return KeyFigure(scene.say(name), number(count, scene.language), scene.say(of).format(**said))


def _of_actions(year: YearFigures) -> dict[str, int]:
    actions = year.actions
    return {
        "actions": actions.actions,
        "verified": actions.verified,
        "done": actions.done,
        "late": len(actions.overdue),
    }


def _foreseen(scene: Scene) -> KeyFigure:
    incidents = scene.figures.incidents
    share = incidents.foreseen_share
    of = scene.say(FORESEEN_OF).format(part=incidents.foreseen, whole=incidents.incidents)
    return KeyFigure(scene.say(FORESEEN), NO_NUMBER if share is None else percent(share, scene.language), of)


def _rate(scene: Scene) -> KeyFigure:
    visits = scene.figures.visits
    if visits.rate is None:
        return KeyFigure(scene.say(RATE), NO_NUMBER, scene.say(RATE_NONE))
    of = scene.say(RATE_OF).format(
        lower=number(visits.rate.lower, scene.language, 1),
        upper=number(visits.rate.upper, scene.language, 1),
        incidents=number(visits.incidents, scene.language),
        visits=number(visits.visits, scene.language),
        counted=len(visits.counted),
        events=scene.figures.events.events,
    )
    return KeyFigure(scene.say(RATE), number(visits.rate.per_10_000, scene.language, 1), of)
