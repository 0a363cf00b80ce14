"""The register of places: zones, flows through them, and the standing picture of risks and measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from evenemang.domain.place import Place, Point
from evenemang.domain.text import Text
from evenemang.workbook.layout import Column, Pick, Sheet, Table, coded, column, shown
from evenemang.workbook.registers.page import (
    Inner,
    RegisterPage,
    about_file,
    entries,
    inner,
    innermost,
    kept,
    place_of,
    truth,
    within,
)
from evenemang.workbook.words import FLOWS, WEEKDAYS


def points(path: str, sv: str, en: str, width: float) -> Column:
    """Return a column of points on the sketch: metres right and up, a semicolon between points."""

    def pick(_page: RegisterPage, row: Inner) -> str | None:
        found: tuple[Point, ...] = getattr(row.one, path.rpartition(".")[2])
        return "; ".join(f"{one.x!r} {one.y!r}" for one in found) or None

    return Column(path, Text(sv=sv, en=en), width, pick=pick)


def _zone(page: RegisterPage, row: Inner) -> str:
    return page.zone_name(row.of, row.one.zone)


def _ask(page: RegisterPage, row: Inner) -> str | None:
    return page.ask(row.one.question)


def _event(page: RegisterPage, row: Inner) -> str | None:
    event: str | None = row.one.found_at
    return page.register.events.get(event, event) if event else None


def _now(name: str) -> Pick:
    return lambda _page, row: getattr(row.one.now, name)


def _zones(page: RegisterPage) -> Iterable[Inner]:
    return inner(page, lambda place: place.zones)


def _flows(page: RegisterPage) -> Iterable[Inner]:
    return inner(page, lambda place: place.flows)


def _risks(page: RegisterPage) -> Iterable[Inner]:
    return inner(page, lambda place: place.standing_risks)


def _measures(page: RegisterPage) -> Iterable[Inner]:
    return inner(page, lambda place: place.standing_measures)


def _outer(name: str, of: str) -> Pick:
    """Return what picks a fact of the row that a row stands in."""

    def pick(page: RegisterPage, row: Inner) -> object:
        place: Any = next(one.record for one in page.register.entries if one.record.id == row.of)
        return getattr(getattr(place, of)[row.inside], name)

    return pick


def _days(_page: RegisterPage, row: Inner) -> str | None:
    return " ".join(row.one.days) or None


def _day_names(page: RegisterPage, row: Inner) -> str:
    return ", ".join(page.word(WEEKDAYS, one) for one in row.one.days)


def _number(path: str, sv: str, en: str, width: float = 12) -> Column:
    """Return a column of a measured number: kept with every digit."""
    return column(path, sv, en, width, "value")


_PLACES = Table(
    "register-places",
    Text(sv="Platser", en="Places"),
    (
        column("record.name", "Plats", "Place", 34),
        shown("zones", "Delområden", "Zones", 60, lambda _page, one: _names(one.record)),
        truth("record.invented_figures", "Påhittade mått", "Invented figures", 14),
        *kept(),
    ),
    entries,
    Text(sv="Inga platser än.", en="No places yet."),
)


def _names(place: Place) -> str:
    return ", ".join(one.name for one in place.zones)


_ZONES = Table(
    "place-zones",
    Text(sv="Delområden", en="Zones"),
    (
        place_of(),
        column("one.name", "Delområde", "Zone", 28),
        _number("one.area_m2", "Yta, m²", "Area, m²"),
        _number("one.net_m2", "Fri yta, m²", "Net area, m²"),
        _number(
            "one.planning_density", "Planerad täthet, personer per m²", "Planned density, persons per m²", 16
        ),
        column("one.posted_limit", "Högsta antal på skylt", "Posted limit", 14, "number"),
        shown("holds", "Rymmer, personer", "Holds, persons", 12, lambda _page, row: row.one.holds, "number"),
        column("one.note", "Anteckning", "Note", 44),
        _number("one.lat", "Latitud, grader", "Latitude, degrees"),
        _number("one.lon", "Longitud, grader", "Longitude, degrees"),
        points("one.sketch_m", "Skiss, meter", "Sketch, metres", 30),
        column("one.id", "Id", "Id", 16),
        *within(),
    ),
    _zones,
    Text(sv="Inga delområden.", en="No zones."),
)
_EXITS = Table(
    "place-exits",
    Text(sv="Utgångar", en="Exits"),
    (
        place_of(),
        shown("zone", "Delområde", "Zone", 28, _outer("name", "zones")),
        column("one.name", "Utgång", "Exit", 28),
        _number("one.width_m", "Fri bredd, meter", "Free width, metres"),
        column("one.note", "Anteckning", "Note", 44),
        column("one.id", "Id", "Id", 16),
        *within(deep=True),
    ),
    lambda page: innermost(_zones(page), lambda zone: zone.exits),
    Text(sv="Inga utgångar.", en="No exits."),
)
_FLOWS = Table(
    "place-flows",
    Text(sv="Flöden", en="Flows"),
    (
        place_of(),
        column("one.kind", "Slag", "Kind", 22, "coded", FLOWS),
        shown("zone", "Delområde", "Zone", 26, _zone),
        _number("one.per_hour", "Per timme", "Per hour"),
        points("one.path", "Väg på skissen, meter", "Path on the sketch, metres", 44),
        column("one.id", "Id", "Id", 20),
        coded("one.zone"),
        *within(),
    ),
    _flows,
    Text(sv="Inga flöden.", en="No flows."),
)
_SLOTS = Table(
    "place-slots",
    Text(sv="När flödena går", en="When the flows run"),
    (
        place_of(),
        shown("flow", "Flöde", "Flow", 22, _outer("id", "flows")),
        truth("one.always", "Alltid", "Always"),
        column("one.around_occasion.minutes_before", "Minuter före", "Minutes before", 12, "number"),
        column("one.around_occasion.minutes_after", "Minuter efter", "Minutes after", 12, "number"),
        Column(
            "one.from", Text(sv="Från och med", en="From"), 12, "day", pick=lambda _page, row: row.one.start
        ),
        column("one.to", "Till och med", "To", 12, "day"),
        shown("days", "Veckodagar", "Weekdays", 20, _day_names),
        column("one.starts", "Börjar", "Starts", 10),
        column("one.ends", "Slutar", "Ends", 10),
        Column("one.days", Text(sv="days", en="days"), hidden=True, pick=_days),
        *within(deep=True),
    ),
    lambda page: innermost(_flows(page), lambda flow: flow.slots),
)
_RISKS = Table(
    "place-risks",
    Text(sv="Stående risker", en="Standing risks"),
    (
        place_of(),
        column("one.title", "Risk", "Risk", 44),
        shown("zone", "Delområde", "Zone", 26, _zone),
        shown("likelihood", "Sannolikhet nu", "Likelihood now", 13, _now("likelihood"), "number"),
        shown("consequence", "Konsekvens nu", "Consequence now", 13, _now("consequence"), "number"),
        column("one.found_on", "Funnen", "Found", 12, "day"),
        shown("event", "Funnen vid", "Found at", 28, _event),
        shown("ask", "Vid frågan", "At the question", 40, _ask),
        column("one.id", "Id", "Id", 16),
        coded("one.zone"),
        coded("one.question"),
        coded("one.found_at"),
        *within(),
    ),
    _risks,
    Text(sv="Inga stående risker.", en="No standing risks."),
)
_JUDGEMENTS = Table(
    "place-judgements",
    Text(sv="Så har de stående riskerna bedömts", en="How the standing risks were judged"),
    (
        place_of(),
        shown("risk", "Risk", "Risk", 44, _outer("title", "standing_risks")),
        column("one.on", "Dag", "Day", 26, "day"),
        column("one.likelihood", "Sannolikhet", "Likelihood", 13, "number"),
        column("one.consequence", "Konsekvens", "Consequence", 13, "number"),
        column("one.by", "Vem", "By", 12, "person"),
        column("one.because", "Därför att", "Because", 28),
        *within(deep=True),
    ),
    lambda page: innermost(_risks(page), lambda risk: risk.history),
)
_MEASURES = Table(
    "place-measures",
    Text(sv="Stående åtgärder", en="Standing measures"),
    (
        place_of(),
        column("one.title", "Åtgärd", "Measure", 44),
        shown("zone", "Delområde", "Zone", 26, _zone),
        column("one.how", "Hur", "How", 36),
        column("one.owner", "Ansvarig", "Owner", 18, "person"),
        column("one.decided_on", "Beslutad", "Decided", 12, "day"),
        column("one.done_on", "Klar", "Done", 12, "day"),
        column("one.ended_on", "Gäller inte längre från", "No longer stands from", 12, "day"),
        column("one.ended_because", "Därför att", "Because", 28),
        shown("ask", "Vid frågan", "At the question", 40, _ask),
        column("one.id", "Id", "Id", 16),
        coded("one.zone"),
        coded("one.question"),
        *within(),
    ),
    _measures,
    Text(sv="Inga stående åtgärder.", en="No standing measures."),
)
_VERIFIED = Table(
    "place-verified",
    Text(sv="Kontroller på plats", en="Seen on site"),
    (
        place_of(),
        shown("measure", "Åtgärd", "Measure", 44, _outer("title", "standing_measures")),
        column("one.on", "Dag", "Day", 26, "day"),
        column("one.how", "Hur vi såg det", "How it was seen", 36),
        column("one.by", "Vem", "By", 18, "person"),
        *within(deep=True),
    ),
    lambda page: innermost(_measures(page), lambda measure: measure.verified),
)

PLACES = (
    Sheet(
        "register-places",
        Text(sv="Platser", en="Places"),
        Text(sv="Platserna där evenemang hålls.", en="The places where events are held."),
        (_PLACES, about_file()),
    ),
    Sheet(
        "place-zones",
        Text(sv="Delområden", en="Zones"),
        Text(
            sv="Hur stora ytorna är, hur många de rymmer och hur man kommer ut.",
            en="How large the areas are, how many they hold, and the ways out.",
        ),
        (_ZONES, _EXITS),
    ),
    Sheet(
        "place-flows",
        Text(sv="Flöden", en="Flows"),
        Text(sv="Det som rör sig genom platsen, och när.", en="What moves through the place, and when."),
        (_FLOWS, _SLOTS),
    ),
    Sheet(
        "place-risks",
        Text(sv="Stående risker", en="Standing risks"),
        Text(
            sv="Risker som hör till platsen, inte till ett evenemang.",
            en="Risks of the place, not of an event.",
        ),
        (_RISKS, _JUDGEMENTS),
    ),
    Sheet(
        "place-measures",
        Text(sv="Stående åtgärder", en="Standing measures"),
        Text(
            sv="Gjorda en gång på platsen. Senare evenemang lutar sig mot dem.", en="Done once at the place."
        ),
        (_MEASURES, _VERIFIED),
    ),
)
