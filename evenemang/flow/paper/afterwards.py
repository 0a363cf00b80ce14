"""What happened and what was learned: incidents, the evaluation, and the lessons that were taken in."""

from __future__ import annotations

from collections.abc import Iterator

from evenemang.domain.evaluation import Costs, Evaluation, WeatherSeen
from evenemang.domain.incident import Incident
from evenemang.domain.lesson import Lesson
from evenemang.domain.text import Text
from evenemang.flow.paper.parts import Block, Line, Teller, lines, listed, rows
from evenemang.flow.words import (
    ANSWERS,
    COUNT_METHODS,
    HAPPENED,
    HELPED,
    INCIDENT_TYPES,
    REPLIES,
    SEVERITIES,
    SURE,
)


def incidents(tell: Teller) -> Iterator[Block]:
    """Yield what happened, one after the other."""
    for one in tell.whole.dossier.incidents:
        yield from _incident(tell, one)


def _incident(tell: Teller, one: Incident) -> tuple[Block, ...]:
    return lines(
        (tell.say("När", "When"), tell.moment(one.at)),
        (tell.say("Var", "Where"), tell.whole.zone_name(one.zone)),
        (tell.say("Slag", "Kind"), tell.word(INCIDENT_TYPES[one.type])),
        (tell.say("Allvar", "Severity"), f"{one.severity} {tell.text(SEVERITIES[one.severity])}"),
        (tell.say("Vad hände", "What happened"), one.what),
        (tell.say("Gjordes genast", "Done at once"), one.immediate),
        (tell.say("Orsak", "Cause"), one.cause),
        (tell.say("Åtgärd", "Measure"), one.measure),
        (tell.say("Åtgärd nr", "Action no"), one.action or ""),
        (tell.say("Förutsedd av", "Foreseen by"), _foreseen(tell, one)),
        (tell.say("Ansvarig", "Owner"), tell.person(one.owner)),
        (tell.say("Senast", "Due"), str(one.due or "")),
        (tell.say("Avslutad", "Closed"), str(one.closed or "")),
        (tell.say("Noterat av", "Noted by"), tell.stamp(one.noted.by, one.noted.at)),
        title=f"{one.id}",
    )


def _foreseen(tell: Teller, one: Incident) -> str:
    if one.foreseen is None:
        return ""
    found = next((risk for risk in tell.whole.dossier.risks if risk.id == one.foreseen), None)
    return f"{found.id} {found.says(tell.language)}" if found else tell.say("Ingen", "Nobody")


def evaluation(tell: Teller) -> Iterator[Block]:
    """Yield how it went, counted and told."""
    told = tell.whole.dossier.evaluation
    if told is None:
        return
    count, medical = told.visitors, told.medical
    yield from lines(
        (tell.say("Utvärderat av", "Evaluated by"), tell.stamp(told.given.by, told.given.at)),
        (
            tell.say("Inget hände", "Nothing happened"),
            tell.word(ANSWERS["yes"]) if told.nothing_happened else "",
        ),
        (tell.say("Räknade besök", "Counted visits"), _counted(tell, count.total)),
        (tell.say("Hur det räknades", "How it was counted"), tell.word(COUNT_METHODS[count.method])),
        (
            tell.say("Hur säker är siffran", "How sure is the figure"),
            tell.word(SURE[count.sure]) if count.sure else "",
        ),
        (tell.say("Om besöken", "About the visits"), count.note),
        (
            tell.say("Per tillfälle", "By occasion"),
            listed(f"{one.date}: {tell.number(one.visitors)}" for one in count.by_occasion),
        ),
        *_costs(tell, told.costs),
        (tell.say("Patienter", "Patients"), _counted(tell, medical.patients) if medical else ""),
        (tell.say("Transporter", "Transports"), _counted(tell, medical.transports) if medical else ""),
        (
            tell.say("Väderprognos", "Forecast"),
            _weather(tell, told.weather.forecast if told.weather else None),
        ),
        (
            tell.say("Vädret blev", "The weather was"),
            _weather(tell, told.weather.actual if told.weather else None),
        ),
        (tell.say("Det här fungerade", "This worked"), listed(told.worked)),
        (tell.say("Det här ändrar vi", "This we change"), listed(told.change)),
    )
    yield from _outcomes(tell, told)


def _costs(tell: Teller, costs: Costs | None) -> Iterator[Line]:
    figures = (
        (tell.say("Säkerheten kostade, kr", "Safety cost, SEK"), costs.safety_sek if costs else None),
        (
            tell.say("Det som hände kostade, kr", "What happened cost, SEK"),
            costs.damage_sek if costs else None,
        ),
    )
    for label, sek in figures:
        yield label, "" if sek is None else tell.number(sek)
    yield tell.say("Om kostnaderna", "About the costs"), costs.note if costs else ""


def _counted(tell: Teller, value: int | None) -> str:
    return tell.say("inte räknat", "not counted") if value is None else tell.number(value)


def _weather(tell: Teller, seen: WeatherSeen | None) -> str:
    if seen is None:
        return ""
    warm = "" if seen.temperature_c is None else f"{tell.number(seen.temperature_c)} °C"
    gust = "" if seen.gust_m_s is None else tell.say("byar", "gusts") + f" {tell.number(seen.gust_m_s)} m/s"
    return ", ".join(one for one in (seen.text, warm, gust) if one)


def _outcomes(tell: Teller, told: Evaluation) -> Iterator[Block]:
    dossier = tell.whole.dossier
    risks = {one.id: one.says(tell.language) for one in dossier.risks}
    actions = {one.id: one.do for one in dossier.actions}
    number, note = tell.say("Nr", "No"), tell.say("Anteckning", "Note")
    yield from rows(
        (tell.say("När", "When"), tell.say("Var", "Where"), tell.say("Personer", "Persons"), note),
        (2.4, 3, 2, 6),
        (
            (
                tell.moment(one.at) if one.at else "",
                tell.whole.zone_name(one.zone),
                tell.number(one.people),
                one.note,
            )
            for one in told.peaks
        ),
        tell.say("När det var som fullast", "The fullest moments"),
    )
    yield from rows(
        (number, tell.say("Risk", "Risk"), tell.say("Hände det", "Did it happen"), note),
        (1, 6, 2, 5),
        (
            (one.risk, risks.get(one.risk, ""), tell.word(HAPPENED[one.happened]), one.note)
            for one in told.risks
        ),
        tell.say("Riskernas utfall", "What came of the risks"),
    )
    yield from rows(
        (number, tell.say("Åtgärd", "Action"), tell.say("Hjälpte den", "Did it help"), note),
        (1, 6, 2, 5),
        (
            (one.action, actions.get(one.action, ""), tell.word(HELPED[one.helped]), one.note)
            for one in told.actions
        ),
        tell.say("Åtgärdernas utfall", "What came of the actions"),
    )


def _ruled(tell: Teller, lesson: Lesson) -> str:
    if lesson.declined:
        return tell.say("Avslagen: ", "Declined: ") + lesson.declined.because
    approved = lesson.approved
    return tell.stamp(approved.by, approved.at) if approved else tell.say("inte än", "not yet")


LESSON = Text(sv="Lärdom", en="Lesson")


def lessons(tell: Teller) -> Iterator[Block]:
    """Yield the lessons of earlier events with the answers to them, and those learned here."""
    whole = tell.whole
    known = {one.id: one.text for one in (*whole.reading.lessons, *whole.lessons_from)}
    yield from rows(
        (
            tell.text(LESSON),
            tell.say("Svar", "Answer"),
            tell.say("Hur, eller varför inte", "How, or why not"),
            tell.say("Vem och när", "By and when"),
        ),
        (5, 2, 5, 2.6),
        (
            (
                known.get(one.lesson, one.lesson),
                tell.word(REPLIES[one.answer]),
                one.how,
                tell.signed(one.given.by, one.given.at),
            )
            for one in whole.dossier.lesson_answers
        ),
        tell.say("Lärdomar hit", "Lessons answered"),
    )
    yield from rows(
        (tell.text(LESSON), tell.say("Godkänd", "Approved")),
        (10, 4),
        (
            (
                one.text,
                _ruled(tell, one),
            )
            for one in whole.lessons_from
        ),
        tell.say("Lärt här", "Learned here"),
    )
