"""The records behind each number: by what they are, never by what somebody wrote in them.

A risk, an action or an incident is told by its event and its levels, an open one by its id too, and leads to
where whoever may see it reads the rest. What is secret is counted, as a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from evenemang.domain.event import LOCAL
from evenemang.domain.incident import FORESEEN_BY_NONE
from evenemang.domain.text import Text
from evenemang.flow.listing import IncidentRow, RiskRow
from evenemang.flow.report import record_words as words
from evenemang.flow.report.gathering import Told
from evenemang.flow.report.measures import EXAMPLES, helped, standing
from evenemang.flow.report.parts import Entry, Key, Records, Value
from evenemang.flow.words import (
    ACTION_STATUSES,
    ANSWERS,
    CONTACTS,
    INCIDENT_TYPES,
    ORGANISER_KINDS,
    PHASES,
    SEVERITIES,
    capital,
)
from evenemang.flow.year import YearFigures


def records(it: Told) -> tuple[Records, ...]:
    """Return every list that a number of the report leads to, in the order of the text."""
    return (
        _list(it, "meetings", (Entry((one.on, len(one.present))) for one in it.meetings)),
        _list(it, "events", _events(it)),
        _list(it, "contacts", _contacts(it)),
        _list(it, "risks", _risks(it), sum(one.secrecy == "secret" for one in it.rows.risks)),
        _list(it, "actions", _actions(it), sum(one.secrecy == "secret" for one in it.rows.actions)),
        _list(it, "measures", _measures(it)),
        _list(it, "incidents", _incidents(it), sum(one.is_secret for one in it.rows.incidents)),
        _list(it, "visits", _visits(it)),
        _list(it, "evaluations", _evaluations(it)),
        _list(it, "lessons", _lessons(it)),
        _list(it, "years", _years(it)),
    )


def _list(it: Told, key: Key, entries: Iterable[Entry], secret: int = 0) -> Records:
    title, how, heads = words.LISTS[key]
    text = words.ONE_SECRET if secret == 1 else words.SECRETS
    return Records(
        key=key,
        title=title.say(it.language),
        how=how.say(it.language).format(year=it.year),
        heads=tuple(one.say(it.language) for one in heads),
        entries=tuple(entries),
        named=heads.index(words.EVENT) if words.EVENT in heads else words.NAMED.get(key, 0),
        untold=text.say(it.language).format(count=secret) if secret else "",
    )


def _events(it: Told) -> Iterable[Entry]:
    views = {one.view: one.word for one in it.workspace.content.matrix.decisions}
    kinds: Mapping[str, Text] = {str(key): word for key, word in ORGANISER_KINDS.items()}
    for one in it.events:
        yield Entry(
            (
                one.name,
                _day(one.starts),
                _day(one.ends),
                one.occasions,
                _said(it, kinds.get(one.organiser_kind or "", words.UNKNOWN)),
                _said(it, views[one.decision]) if one.decision in views else None,
            ),
            one.id,
        )


def _contacts(it: Told) -> Iterable[Entry]:
    for event, one in it.contacts:
        yield Entry((event.name, one.on, _said(it, CONTACTS[one.how])), event.id, "underlag")


def _risks(it: Told) -> Iterable[Entry]:
    for one in _by_event(it, (one for one in it.rows.risks if one.secrecy != "secret")):
        told = (one.dossier, one.id) in it.open_rows
        yield Entry(
            (
                _called(it, one.dossier),
                one.id if told else None,
                it.workspace.content.areas[one.area].title.say(it.language) if told else None,
                one.likelihood_before * one.consequence_before,
                _said(it, it.workspace.content.matrix.word(one.level_before)),
                one.likelihood_after * one.consequence_after,
                _said(it, it.workspace.content.matrix.word(one.level_after)),
            ),
            one.dossier,
            "risker",
        )


def _by_event(it: Told, rows: Iterable[RiskRow]) -> list[RiskRow]:
    order = {one.id: at for at, one in enumerate(it.events)}
    return sorted(rows, key=lambda one: (order[one.dossier], one.id))


def _actions(it: Told) -> Iterable[Entry]:
    late = {(one.dossier, one.id) for one in it.figures.actions.overdue}
    order = {one.id: at for at, one in enumerate(it.events)}
    rows = (one for one in it.rows.actions if one.secrecy != "secret")
    for one in sorted(rows, key=lambda one: (order[one.dossier], one.due or date.max, one.id)):
        yield Entry(
            (
                _called(it, one.dossier),
                one.id if (one.dossier, one.id) in it.open_rows else None,
                _said(it, {str(key): word for key, word in PHASES.items()}[one.phase]),
                one.due,
                _said(it, ACTION_STATUSES[one.status]),
                _said(it, ANSWERS["yes"]) if (one.dossier, one.id) in late else None,
            ),
            one.dossier,
            "atgarder",
        )


def _measures(it: Told) -> Iterable[Entry]:
    found = standing(it)
    for one in found:
        checks = sum(look.on.year == it.year for look in one.measure.verified)
        yield Entry((one.measure.title, one.place.name, one.measure.decided_on, one.measure.done_on, checks))
    told = found[:EXAMPLES]
    for each in helped(it, EXAMPLES - len(told), {one.measure.question for one in told}):
        steps = {row.status: row.given.at.astimezone(LOCAL).date() for row in reversed(each.action.history)}
        days = steps.get("decided"), steps.get("done", steps.get("verified"))
        yield Entry((each.action.do, each.event.name, *days, 1), each.event.id, "atgarder")


def _incidents(it: Told) -> Iterable[Entry]:
    for one in it.rows.incidents:
        if one.is_secret:
            continue
        yield Entry(
            (
                _day(one.at),
                _called(it, one.dossier),
                _said(it, INCIDENT_TYPES[one.type]),
                _said(it, {int(key): word for key, word in SEVERITIES.items()}[one.severity]),
                _said(it, _foreseen(one)),
                one.closed,
            ),
            one.dossier,
            "plats",
        )


def _foreseen(one: IncidentRow) -> Text:
    if one.foreseen is None:
        return words.NOT_JUDGED
    return ANSWERS["no"] if one.foreseen == FORESEEN_BY_NONE else ANSWERS["yes"]


def _visits(it: Told) -> Iterable[Entry]:
    for one in it.events:
        happened = it.rows.happened_at[one.id]
        yield Entry((one.name, one.visits or None, happened), one.id, "utvardering")


def _evaluations(it: Told) -> Iterable[Entry]:
    for one in it.events:
        ended = _day(one.ends)
        days = (one.evaluated_on - ended).days if one.evaluated_on and ended else None
        yield Entry((one.name, ended, one.evaluated_on, days), one.id, "utvardering")


def _lessons(it: Told) -> Iterable[Entry]:
    called = {one.id: one.name for one in it.events}
    mine = (one for one in it.rows.lessons if one.approved and one.from_event in called)
    for one in sorted(mine, key=lambda one: (one.noted.at, one.id)):
        question = one.concerns.question
        text = one.text if question and it.is_open(question) else None
        day = _day(one.approved.at) if one.approved else None
        yield Entry((called[one.from_event], day, text), one.from_event)


def _years(it: Told) -> Iterable[Entry]:
    for year, one in ((it.year, it.figures), *it.earlier):
        yield Entry((str(year), *_year(one)))


def _year(one: YearFigures) -> tuple[Value, ...]:
    rate = one.visits.rate
    return (
        one.events.meetings,
        one.events.events,
        one.events.contacts_before,
        one.actions.actions,
        one.incidents.incidents,
        one.incidents.near_misses,
        one.visits.visits or None,
        round(rate.per_10_000, 2) if rate else None,
        one.events.evaluated_in_time,
    )


def _called(it: Told, dossier: str) -> str:
    """Return what an event is called; one of an earlier year may still have had something happen."""
    found = next((one.name for one in it.events if one.id == dossier), None)
    return found or it.workspace.dossier(dossier).record.event.name


def _day(at: datetime | None) -> date | None:
    return at.astimezone(LOCAL).date() if at else None


def _said(it: Told, word: Text) -> str:
    return capital(word).say(it.language)
