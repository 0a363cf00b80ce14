"""På plats: what must be known on the day, what was agreed on, and what was counted."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.text import Text
from evenemang.workbook.layout import (
    Page,
    Part,
    Sheet,
    Table,
    coded,
    column,
    parts_of,
    shown,
    stamped,
)
from evenemang.workbook.sheets.forms import Line, form


def _plan(page: Page) -> Iterator[Line]:
    plan = page.whole.dossier.day_plan
    if plan is None:
        return
    yield Line("day_plan.rescue", "Räddningsvägar", "Rescue ways", plan.rescue)
    yield Line("day_plan.meeting", "Räddningstjänsten möts", "The rescue service is met", plan.meeting)
    yield Line("day_plan.assembly", "Återsamlingsplats", "Assembly point", plan.assembly)
    yield Line("day_plan.command", "Ledningsplats", "Command post", plan.command)
    yield Line("day_plan.radio", "Radio", "Radio", plan.radio)
    by = plan.said.by
    yield Line("day_plan.said.by", "Skrivet av", "Written by", by, page.whole.name_of(by))
    yield Line("day_plan.said.at", "Skrivet", "Written", plan.said.at)


def _zone(page: Page, record: object) -> str:
    return page.whole.zone_name(getattr(record, "zone", None))


def _counter_name(page: Page, counter: str) -> str:
    return next((one.name for one in page.whole.dossier.counters if one.id == counter), counter)


def _of_counter(page: Page, part: Part) -> str:
    return page.whole.dossier.counters[int(part.of)].name


def _of_count(page: Page, part: Part) -> str:
    return page.whole.dossier.counts[int(part.of)].id


def _entrance_name(page: Page, part: Part) -> str:
    found = (one.entrance(part.one.entrance) for one in page.whole.dossier.counters)
    return next((one.name for one in found if one), part.one.entrance)


def _entrances(page: Page) -> list[Part]:
    return parts_of((str(at), one.entrances) for at, one in enumerate(page.whole.dossier.counters))


def _tallies(page: Page) -> list[Part]:
    return parts_of((str(at), one.tallies) for at, one in enumerate(page.whole.dossier.counts))


PLAN = form(
    "day-plan",
    Text(sv="Dagen", en="The day"),
    _plan,
    Text(sv="Inget är skrivet om dagen än.", en="Nothing is written about the day yet."),
)
PHONES = Table(
    "phones",
    Text(sv="Telefonnummer", en="Telephone numbers"),
    (
        column("who", "Vem", "Who", 40),
        column("number", "Nummer", "Number", 20),
        column("id", "Nr", "No", 6),
        *stamped("noted", "Noterat av", "Noted by"),
    ),
    lambda page: page.whole.dossier.phones,
)
STOPS = Table(
    "stops",
    Text(sv="Stoppkriterier som ni har kommit överens om", en="Stop criteria as agreed"),
    (
        column("id", "Kriterium", "Criterion", 28),
        column("title", "Vad", "What", 30),
        column("watch", "Bevaka vid", "Watch at", 12, "value"),
        column("stop", "Stopp vid", "Stop at", 12, "value"),
        column("unit", "Enhet", "Unit", 12),
        column("when", "Stopp när", "Stop when", 30),
        column("source", "Källa", "Source", 30),
        column("do", "Gör så här", "Do this", 40),
        column("decides", "Beslutar", "Decides", 20, "person"),
        *stamped("agreed", "Noterat av", "Noted by"),
    ),
    lambda page: page.whole.dossier.stops,
)
COUNTERS = Table(
    "counters",
    Text(sv="Räknare", en="Counters"),
    (
        column("name", "Vad som räknas", "What is counted", 40),
        shown("zone", "Delområde", "Zone", 20, _zone),
        column("id", "Nr", "No", 6),
        column("holds", "Högst (personer)", "Most (persons)", 12, "number"),
        column("because", "Därför att", "Because", 30),
        column("watch", "Bevaka (%)", "Watch (%)", 12, "number"),
        column("stop", "Stopp (%)", "Stop (%)", 12, "number"),
        column("decides", "Beslutar", "Decides", 20, "person"),
        *stamped("agreed", "Noterat av", "Noted by"),
        coded("zone"),
    ),
    lambda page: page.whole.dossier.counters,
)
ENTRANCES = Table(
    "entrances",
    Text(sv="Ingångar", en="Entrances"),
    (
        column("one.name", "Ingång", "Entrance", 40),
        shown("counter", "Räknare", "Counter", 20, _of_counter),
        column("one.id", "Nr", "No", 6),
        coded("of"),
    ),
    _entrances,
)
COUNTS = Table(
    "counts",
    Text(sv="Räknade besökare (personer)", en="Counted visitors (persons)"),
    (
        shown("counter", "Räknare", "Counter", 40, lambda page, one: _counter_name(page, one.counter)),
        column("day", "Dag", "Day", 12, "day"),
        shown("inside", "Inne", "Inside", 10, lambda _page, one: one.inside, "number"),
        shown("came", "Kom in", "Came in", 10, lambda _page, one: one.came, "number"),
        column("mended", "Rättat med", "Mended by", 12, "number"),
        column("most", "Som mest", "At most", 10, "number"),
        column("most_at", "Klockan", "At", 16, "moment"),
        column("id", "Rad", "Row", 16),
        *stamped("noted", "Senast av", "Last by"),
        coded("counter"),
    ),
    lambda page: page.whole.dossier.counts,
)
TALLIES = Table(
    "tallies",
    Text(sv="Räknat vid varje ingång (personer)", en="Counted at each entrance (persons)"),
    (
        shown("entrance", "Ingång", "Entrance", 40, _entrance_name),
        shown("count", "Rad", "Row", 16, _of_count),
        column("one.came", "Kom in", "Came in", 10, "number"),
        column("one.went", "Gick ut", "Went out", 10, "number"),
        coded("one.entrance"),
        coded("of"),
    ),
    _tallies,
)

ON_SITE = Sheet(
    "on-site",
    Text(sv="På plats", en="On site"),
    Text(
        sv="Det som gäller under dagen, och det som räknades. Händelser och dagbok står under Incidenter.",
        en="What holds on the day, and what was counted. Incidents and the day log stand under Incidents.",
    ),
    (PLAN, PHONES, STOPS, COUNTERS, ENTRANCES, COUNTS, TALLIES),
)
