"""The evaluation as it stands: how many came, how often something happened, what to keep and to change."""

from __future__ import annotations

import streamlit as st

from evenemang.domain.evaluation import Evaluation, rate
from evenemang.domain.text import Text
from evenemang.flow.saying import day, number
from evenemang.flow.words import COUNT_METHODS
from evenemang.pages.desk import Desk
from evenemang.pages.people import people_of
from evenemang.pages.showing import escaped

NOTHING = Text(sv="Inget hände", en="Nothing happened")
SOMETHING = Text(sv="{count}, {change} att göra annorlunda", en="{count}, {change} to do differently")
NO_INCIDENTS = Text(sv="Ingen loggad händelse", en="No incident logged")
INCIDENTS = Text(sv="{count} händelser", en="{count} incidents")
INCIDENT = Text(sv="1 händelse", en="1 incident")
THINGS = Text(sv="{count} saker", en="{count} things")
THING = Text(sv="1 sak", en="1 thing")
GIVEN = Text(sv="Utvärderat {day} av {who}", en="Evaluated {day} by {who}")
VISITS = Text(sv="{total} besök ({method})", en="{total} visits ({method})")
NOT_COUNTED = Text(sv="Besöken räknades inte", en="The visits were not counted")
RATE = Text(
    sv="**{per_10_000}** händelser per 10 000 besök (95 % intervall {lower}–{upper})",
    en="**{per_10_000}** incidents per 10,000 visits (95 % interval {lower}–{upper})",
)
RATE_SOURCE = Text(
    sv="{incidents} händelser och tillbud på {visits} besök. Exakt Poissonintervall, Garwood 1936.",
    en="{incidents} incidents and near misses on {visits} visits. Exact Poisson interval, Garwood 1936.",
)
NO_RATE = Text(
    sv="Ingen räknade besöken, så hur ofta något hände per besök går inte att räkna.",
    en="Nobody counted the visits, so how often something happened per visit cannot be told.",
)
CARE = Text(
    sv="{patients} fick vård, {transports} till sjukhus", en="{patients} cared for, {transports} to hospital"
)
CARE_NOT_COUNTED = Text(sv="Vård räknades inte", en="Care was not counted")
SAFETY = Text(sv="säkerheten kostade {sek} kr", en="safety cost SEK {sek}")
DAMAGE = Text(sv="det som hände kostade {sek} kr", en="what happened cost SEK {sek}")
NOT_KNOWN = Text(sv="okänt antal", en="an unknown number")
WORKED = Text(sv="Fungerade", en="Worked")
CHANGE = Text(sv="Att göra annorlunda", en="To do differently")


def show(desk: Desk, evaluation: Evaluation) -> None:
    """Show what was said, with the rate where visits were counted."""
    st.header(_heading(desk, evaluation), anchor=False)
    who = people_of(desk.house).say(evaluation.given.by)
    when = day(evaluation.given.at.date(), desk.language)
    st.caption(escaped(desk.say(GIVEN).format(day=when, who=who)))
    st.markdown(" · ".join([*_facts(desk, evaluation), *_costs(desk, evaluation)]))
    _rate(desk, evaluation)
    left, right = st.columns(2)
    with left:
        _list(desk, WORKED, evaluation.worked)
    with right:
        _list(desk, CHANGE, evaluation.change)


def _heading(desk: Desk, evaluation: Evaluation) -> str:
    if evaluation.nothing_happened:
        return desk.say(NOTHING)
    incidents, change = len(desk.dossier.incidents), len(evaluation.change)
    return desk.say(SOMETHING).format(
        count=desk.say(_form(incidents)).format(count=incidents),
        change=desk.say(THING if change == 1 else THINGS).format(count=change),
    )


def _form(incidents: int) -> Text:
    return NO_INCIDENTS if incidents == 0 else INCIDENT if incidents == 1 else INCIDENTS


def _facts(desk: Desk, evaluation: Evaluation) -> list[str]:
    visitors, medical = evaluation.visitors, evaluation.medical
    if visitors.total is None:
        facts = [desk.say(NOT_COUNTED)]
    else:
        method = desk.say(COUNT_METHODS[visitors.method])
        facts = [desk.say(VISITS).format(total=number(visitors.total, desk.language), method=method)]
    if medical and medical.counted:
        patients, transports = _known(desk, medical.patients), _known(desk, medical.transports)
        facts.append(desk.say(CARE).format(patients=patients, transports=transports))
    elif medical:
        facts.append(desk.say(CARE_NOT_COUNTED))
    return facts


def _costs(desk: Desk, evaluation: Evaluation) -> list[str]:
    costs = evaluation.costs
    figures = ((SAFETY, costs.safety_sek), (DAMAGE, costs.damage_sek)) if costs else ()
    said = [desk.say(text).format(sek=number(sek, desk.language)) for text, sek in figures if sek is not None]
    return [*said, escaped(costs.note)] if costs and costs.note.strip() else said


def _known(desk: Desk, count: int | None) -> str:
    return desk.say(NOT_KNOWN) if count is None else number(count, desk.language)


def _rate(desk: Desk, evaluation: Evaluation) -> None:
    visits = evaluation.visitors.total
    if not visits:
        st.caption(desk.say(NO_RATE))
        return
    found = rate(len(desk.dossier.incidents), visits)
    decimals = 2 if found.per_10_000 < 1 else 1
    said = {
        name: number(getattr(found, name), desk.language, decimals)
        for name in ("per_10_000", "lower", "upper")
    }
    st.markdown(desk.say(RATE).format(**said))
    counted = {"incidents": found.incidents, "visits": number(visits, desk.language)}
    st.caption(desk.say(RATE_SOURCE).format(**counted))


def _list(desk: Desk, title: Text, said: tuple[str, ...]) -> None:
    if said:
        st.markdown(f"**{desk.say(title)}**\n\n" + "\n".join(f"- {escaped(one)}" for one in said))
