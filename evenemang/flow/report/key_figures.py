"""The numbers of the report by themselves, each with its unit and the list that it was counted from."""

from __future__ import annotations

from evenemang.domain.text import Text
from evenemang.flow.report.gathering import Told
from evenemang.flow.report.parts import Key, KeyFigure
from evenemang.flow.words import SEVERITIES, capital

COUNT = Text(sv="antal", en="number")
SHARE = Text(sv="andel", en="share")
PER = Text(sv="händelser per 10 000 besök", en="incidents per 10,000 visits")
VISITS = Text(sv="personbesök", en="visits")
NAMES: dict[str, Text] = {
    "meetings": Text(sv="Möten", en="Meetings"),
    "events": Text(sv="Evenemang", en="Events"),
    "own": Text(sv="Kommunens egna evenemang", en="The municipality’s own events"),
    "external": Text(sv="Evenemang med externa arrangörer", en="Events by external organisers"),
    "unknown": Text(sv="Evenemang utan angiven sorts arrangör", en="Events of no known kind of organiser"),
    "cancelled": Text(sv="Inställda evenemang", en="Cancelled events"),
    "contacts": Text(sv="Kontakter före", en="Contacts before"),
    "risks": Text(sv="Bedömda risker", en="Judged risks"),
    "high": Text(sv="Höga eller mycket höga före", en="High or very high before"),
    "high-after": Text(sv="Höga efter", en="High after"),
    "very-high-after": Text(sv="Mycket höga efter", en="Very high after"),
    "actions": Text(sv="Åtgärder", en="Actions"),
    "done": Text(sv="Genomförda åtgärder", en="Actions done"),
    "verified": Text(sv="Kontrollerade åtgärder", en="Actions checked"),
    "overdue": Text(sv="Försenade åtgärder", en="Overdue actions"),
    "incidents": Text(sv="Händelser", en="Incidents"),
    "foreseen": Text(sv="Förutsedda händelser", en="Foreseen incidents"),
    "near-share": Text(sv="Andel tillbud", en="Share of near misses"),
    "visits": Text(sv="Räknade besök", en="Visits counted"),
    "rate": Text(sv="Händelser per 10 000 besök", en="Incidents per 10,000 visits"),
    "lower": Text(sv="Nedre gräns, 95 procents säkerhet", en="Lower limit, 95 per cent confidence"),
    "upper": Text(sv="Övre gräns, 95 procents säkerhet", en="Upper limit, 95 per cent confidence"),
    "evaluated": Text(sv="Utvärderade evenemang", en="Events evaluated"),
    "in-time": Text(sv="Utvärderade inom 30 dagar", en="Evaluated within 30 days"),
    "lessons": Text(sv="Lärdomar", en="Lessons"),
}


def key_figures(it: Told) -> tuple[KeyFigure, ...]:
    """Return the numbers; one that nothing was counted for has no value, which is not 0."""
    events, risks, actions = it.figures.events, it.figures.risks, it.figures.actions
    found, visits = it.figures.incidents, it.figures.visits
    rate, language = visits.rate, it.language

    def of(name: str, value: float | None, about: Key, unit: Text = COUNT) -> KeyFigure:
        return KeyFigure(NAMES[name].say(language), value, unit.say(language), about)

    severities = tuple(
        KeyFigure(capital(word).say(language), found.by_severity[severity], COUNT.say(language), "incidents")
        for severity, word in SEVERITIES.items()
    )
    return (
        of("meetings", events.meetings, "meetings"),
        of("events", events.events, "events"),
        of("own", events.own, "events"),
        of("external", events.external, "events"),
        *([of("unknown", events.unknown, "events")] if events.unknown else []),
        of("cancelled", it.cancelled, "events"),
        of("contacts", events.contacts_before, "contacts"),
        of("risks", risks.risks, "risks"),
        of("high", risks.high_before, "risks"),
        of("high-after", risks.high_after, "risks"),
        of("very-high-after", risks.very_high_after, "risks"),
        of("actions", actions.actions, "actions"),
        of("done", actions.done, "actions"),
        of("verified", actions.verified, "actions"),
        of("overdue", len(actions.overdue), "actions"),
        of("incidents", found.incidents, "incidents"),
        *severities,
        of("foreseen", found.foreseen, "incidents"),
        of("near-share", found.near_miss_share, "incidents", SHARE),
        of("visits", visits.visits if visits.counted else None, "visits", VISITS),
        of("rate", rate.per_10_000 if rate else None, "visits", PER),
        of("lower", rate.lower if rate else None, "visits", PER),
        of("upper", rate.upper if rate else None, "visits", PER),
        of("evaluated", events.evaluated, "evaluations"),
        of("in-time", events.evaluated_in_time, "evaluations"),
        of("lessons", events.lessons, "lessons"),
    )
