"""Near misses and foreseen incidents out of all, quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.text import Text
from evenemang.flow.saying import MONTHS
from evenemang.flow.words import sentence
from evenemang.flow.year import was_foreseen
from evenemang.flow.year_shares import Quarter, quarter_of, quarters
from evenemang.pages.follow_up_parts.behind import Record
from evenemang.pages.follow_up_parts.card import Card, Table
from evenemang.pages.follow_up_parts.records import of_incident
from evenemang.pages.follow_up_parts.scene import Scene

NONE = Text(sv="Inga händelser att räkna andelar av", en="No incidents to count shares of")
SOME = Text(
    sv="{near} av {all} händelser var tillbud, och {foreseen} var förutsedda",
    en="{near} of {all} incidents were near misses, and {foreseen} were foreseen",
)
UNIT = Text(
    sv="Andel av kvartalets händelser; talet på stapeln är antalet. Många tillbud är ett tecken på att det "
    "rapporteras, inte på fara. Förutsedd: händelsen hör till en risk som gruppen hade bedömt.",
    en="Share of the quarter’s incidents; the number on the bar is the count. Many near misses are a sign of "
    "reporting, not of danger. Foreseen: the incident belongs to a risk that the group had judged.",
)
NOT_JUDGED = Text(
    sv="För {count} har ingen sagt om de var förutsedda; de räknas som inte förutsedda.",
    en="Of {count} nobody has said whether they were foreseen; they count as not foreseen.",
)
FEW = Text(sv="Få händelser: en enda flyttar andelen mycket.", en="Few incidents: one moves the share much.")
SMALL = 20  # incidents; under it the share is said to be shaky
HEADING = (
    Text(sv="Kvartal", en="Quarter"),
    Text(sv="Händelser", en="Incidents"),
    Text(sv="Tillbud", en="Near misses"),
    Text(sv="Tillbud, %", en="Near misses, %"),
    Text(sv="Förutsedda", en="Foreseen"),
    Text(sv="Förutsedda, %", en="Foreseen, %"),
    Text(sv="Inte bedömda än", en="Not judged yet"),
)
YEAR = Text(sv="Hela året", en="The whole year")
BARS = {"near": Text(sv="Tillbud", en="Near misses"), "foreseen": Text(sv="Förutsedda", en="Foreseen")}


def card(scene: Scene) -> Card:
    """Return the card of shares."""
    found = quarters(scene.rows)
    happened = scene.figures.incidents.incidents
    return Card(
        key="tillbud-och-forutsedda",
        finding=finding(scene),
        unit=_unit(found, scene) if happened else "",
        figure=scene.charts.quarter_shares_figure(found, scene.dark, scene.language) if happened else None,
        table=_table(found, scene) if happened else Table((), ()),
        bars={
            f"{code}.{one.number}": f"{scene.say(word)}, {_months(one.number, scene)}"
            for one in found
            for code, word in BARS.items()
            if (one.near_misses if code == "near" else one.foreseen)
        },
        behind=lambda code: _behind(code, scene),
    )


def finding(scene: Scene) -> str:
    """Return how many were near misses and how many foreseen, out of how many."""
    incidents = scene.figures.incidents
    if not incidents.incidents:
        return scene.say(NONE)
    return scene.say(SOME).format(
        near=incidents.near_misses, all=incidents.incidents, foreseen=incidents.foreseen
    )


def _unit(found: tuple[Quarter, ...], scene: Scene) -> str:
    waiting = sum(one.not_judged for one in found)
    said = [scene.say(UNIT)]
    if waiting:
        said.append(scene.say(NOT_JUDGED).format(count=waiting))
    if scene.figures.incidents.incidents < SMALL:
        said.append(scene.say(FEW))
    return " ".join(said)


def _table(found: tuple[Quarter, ...], scene: Scene) -> Table:
    year = Quarter(
        number=0,
        incidents=sum(one.incidents for one in found),
        near_misses=sum(one.near_misses for one in found),
        foreseen=sum(one.foreseen for one in found),
        unforeseen=sum(one.unforeseen for one in found),
    )
    return Table(
        tuple(scene.say(one) for one in HEADING),
        tuple(_row(one, scene) for one in (*found, year)),
        decimals=1,
    )


def _row(one: Quarter, scene: Scene) -> tuple[str | int | float | None, ...]:
    name = sentence(_months(one.number, scene)) if one.number else scene.say(YEAR)
    return (
        name,
        one.incidents,
        one.near_misses,
        100 * one.near_misses / one.incidents if one.incidents else None,
        one.foreseen,
        100 * one.foreseen / one.incidents if one.incidents else None,
        one.not_judged,
    )


def _months(quarter: int, scene: Scene) -> str:
    names = MONTHS[scene.language]
    return f"{names[3 * quarter - 3]}–{names[3 * quarter - 1]}"


def _behind(code: str, scene: Scene) -> Iterator[Record]:
    which, _, quarter = code.partition(".")
    for one in scene.rows.incidents:
        counts = one.severity == 0 if which == "near" else was_foreseen(one)
        if counts and quarter_of(one) == int(quarter):
            yield of_incident(one, scene)
