"""Two sheets for the day: what everybody must know, on one A4; and a blank one for incidents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evenemang.domain.norm import Unit
from evenemang.domain.text import Language, Text
from evenemang.flow.counting import crowd
from evenemang.flow.paper.front import when, where
from evenemang.flow.paper.parts import Line, Rows, Teller
from evenemang.flow.parting import open_part
from evenemang.flow.recording import Whole
from evenemang.flow.stopping import Criterion, criteria
from evenemang.flow.words import INCIDENT_TYPES, SEVERITIES, capital

LONGEST = 300  # characters of a text on a sheet that must be one page; the rest stands in the app
NATIONAL: tuple[tuple[Text, str], ...] = (
    (Text(sv="Fara för liv, egendom eller miljö", en="Danger to life, property or the environment"), "112"),
    (Text(sv="Polisen, det som inte är akut", en="The police, what is not urgent"), "114 14"),
    (Text(sv="Information vid olyckor och kriser", en="Information in accidents and crises"), "113 13"),
)
TO_FILL_IN = 3  # empty lines where nobody has noted a number yet


@dataclass(frozen=True)
class DaySheet:
    """What must be known on the day."""

    language: Language
    kind: str
    title: str
    head: tuple[Line, ...]
    phones_title: str
    phones: tuple[Line, ...]
    stops: Rows
    places_title: str
    places: tuple[Line, ...]
    note: str
    code_says: str
    printed: str
    sender: str


@dataclass(frozen=True)
class IncidentSheet:
    """A blank sheet for incidents."""

    language: Language
    kind: str
    title: str
    head: tuple[Line, ...]
    types: tuple[str, ...]
    severities: tuple[str, ...]
    fields: tuple[str, ...]  # when, where, what happened, done at once, noted by
    questions: tuple[str, ...]  # above the boxes: what kind, how serious
    note: str
    code_says: str


def day_sheet(whole: Whole, language: Language) -> DaySheet:
    """Return the sheet of a dossier for the day, with nothing secret in it."""
    tell = Teller(open_part(whole), (), language)
    dossier, content = tell.whole.dossier, tell.whole.content
    printed = tell.say("Utskrivet", "Printed")
    return DaySheet(
        language=language,
        kind=tell.say("Dagens blad", "The day's sheet"),
        title=dossier.event.name,
        head=tuple(_head(tell)),
        phones_title=tell.say("Ring", "Phone"),
        phones=tuple(_phones(tell)),
        stops=_stops(tell),
        places_title=tell.say("Var", "Where"),
        places=tuple(_places(tell)),
        note=tell.say(
            "Bladet gäller som det var när det skrevs ut. Utan nät: skriv på det tomma tillbudsbladet, och "
            "skriv in det i appen efteråt med rätt klockslag.",
            "The sheet holds as things were when it was printed. Without a network: write on the blank "
            "incident sheet, and enter it in the app afterwards with the right time.",
        ),
        code_says=tell.say("Öppnar På plats", "Opens On site"),
        printed=f"{printed} {tell.moment(whole.as_of)}",
        sender=content.settings.name or "",
    )


def incident_sheet(whole: Whole, language: Language) -> IncidentSheet:
    """Return the blank sheet for incidents of a dossier."""
    tell = Teller(open_part(whole), (), language)
    return IncidentSheet(
        language=language,
        kind=tell.say("Tillbud och händelser", "Near misses and incidents"),
        title=tell.whole.dossier.event.name,
        head=tuple(_head(tell)),
        types=tuple(tell.word(one) for one in INCIDENT_TYPES.values()),
        severities=tuple(f"{code} {capital(word).say(language)}" for code, word in SEVERITIES.items()),
        fields=(
            tell.say("Datum och klockslag", "Date and time"),
            tell.say("Var", "Where"),
            tell.say("Kort om vad", "In short, what"),
            tell.say("Gjordes genast", "Done at once"),
            tell.say("Noterat av (funktion)", "Noted by (post)"),
        ),
        questions=(tell.say("Vad hände?", "What happened?"), tell.say("Hur allvarligt?", "How serious?")),
        note=tell.say(
            "Skriv inga namn, personnummer eller hälsouppgifter. För in det i appen efteråt: På plats, "
            "Tillbud, ”Hände det tidigare?”.",
            "Write no names, identity numbers or health details. Enter it in the app afterwards: On site, "
            "Incidents, “Did it happen earlier?”.",
        ),
        code_says=tell.say("Öppnar På plats", "Opens On site"),
    )


def _head(tell: Teller) -> Iterator[Line]:
    unknown = tell.say("inte känt än", "not known yet")
    yield tell.say("När", "When"), _short(when(tell)) or unknown
    yield tell.say("Var", "Where"), _short(where(tell)) or unknown


def _phones(tell: Teller) -> Iterator[Line]:
    for who, number in NATIONAL:
        yield tell.text(who), number
    dossier = tell.whole.dossier
    for one in dossier.phones:
        yield _short(one.who), _short(one.number)
    if not dossier.phones:
        for _ in range(TO_FILL_IN):
            yield "", ""


def _stops(tell: Teller) -> Rows:
    dossier, content = tell.whole.dossier, tell.whole.content
    found = criteria(dossier, content, tell.whole.reading, tell.whole.as_of)
    return Rows(
        heads=(
            tell.say("Stoppkriterium", "Stop criterion"),
            tell.say("Bevaka", "Watch"),
            tell.say("Stopp", "Stop"),
            tell.say("Beslutar", "Decides"),
            tell.say("Gör så här", "Do this"),
            tell.say("Källa", "Source"),
        ),
        widths=(3.2, 2, 2.4, 3, 4.4, 3),
        rows=(*_counters(tell), *(_stop(tell, one) for one in found)),
        title=tell.say("När stoppar vi?", "When do we stop?"),
    )


def _counters(tell: Teller) -> Iterator[tuple[str, ...]]:
    whole, people = tell.whole, tell.say("personer", "persons")
    for one in whole.dossier.counters:
        levels = crowd(whole.dossier, one, whole.places, whole.as_of).levels
        register = tell.say("Platsregistret", "The register of places")
        yield (
            f"{tell.say('Besökare inne', 'Visitors inside')}: {_short(one.name)}",
            f"{tell.number(levels.watch)} {people} ({one.watch} %)" if levels else "",
            f"{tell.number(levels.stop)} {people} ({one.stop} %)" if levels else "",
            tell.person(one.decides) or _line(tell),
            tell.say("Stoppa insläppet och tala om det för kön.", "Stop the entry and tell the queue."),
            register if one.holds is None else _short(one.because),
        )


def _stop(tell: Teller, one: Criterion) -> tuple[str, ...]:
    or_less = tell.say(" eller mindre", " or less") if one.below else ""
    stop = f"{_measured(tell, one.stop, one.unit)}{or_less}" if one.stop is not None else ""
    return (
        _short(tell.text(one.title)),
        _measured(tell, one.watch, one.unit),
        "\n".join(part for part in (stop, _short(one.when)) if part),
        tell.person(one.decides) or _line(tell),
        _short(tell.text(one.do)),
        _short("; ".join(tell.text(each) for each in one.sources)),
    )


def _line(tell: Teller) -> str:
    return tell.say("Ingen utsedd", "Nobody named")


def _measured(tell: Teller, value: float | None, unit: Unit) -> str:
    if value is None:
        return ""
    figure = int(value) if float(value).is_integer() else value
    return f"{tell.number(figure)} {tell.text(unit)}".strip()


def _places(tell: Teller) -> Iterator[Line]:
    plan = tell.whole.dossier.day_plan
    for name, sv, en in (
        ("rescue", "Räddningsvägar", "Rescue ways"),
        ("meeting", "Här möts räddningstjänsten", "The rescue service is met"),
        ("assembly", "Återsamlingsplats", "Assembly point"),
        ("command", "Ledningsplats", "Command post"),
        ("radio", "Radio", "Radio"),
    ):
        yield tell.say(sv, en), _short(getattr(plan, name)) if plan else ""
    positions = list(_positions(tell))
    if positions:
        yield tell.say("Position (WGS84)", "Position (WGS84)"), "; ".join(positions[:4])


def _positions(tell: Teller) -> Iterator[str]:
    """Yield where each zone is: what 112 asks for where there is no address."""
    event = tell.whole.dossier.event
    for place in tell.whole.places:
        for zone in place.zones:
            used = f"{place.id}/{zone.id}" in event.zones or not event.zones
            if used and zone.lat is not None and zone.lon is not None:
                yield f"{zone.name} {zone.lat:.5f}, {zone.lon:.5f}"


def _short(text: str) -> str:
    """Return a text as it can stand on a sheet that must be one page."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
